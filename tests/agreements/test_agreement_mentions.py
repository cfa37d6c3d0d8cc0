"""Agreements as one text tells of them: parties, times, form, stage, type and monitors."""

import pytest

from variorum.agreements.agreement_mentions import is_agreement_text, talks
from variorum.agreements.term_reading import agreements
from variorum.language import parsing
from variorum.model import Document
from variorum.model.terms import AgreementForm, AgreementStage, AgreementType
from variorum.normalise.places.places import places
from variorum.normalise.times.dates import dates

SHARED = " Both sides shall open the gates."


def report(text):
    return Document.from_text(text, published="2021-05-04", publisher="The Paper")


def pacts(text):
    document = report(text)
    doc = parsing.parse(document)
    whens = [when for when in dates(document, doc) if when.dated]
    return agreements(document, doc, whens, places(document, doc))[0]


def nouns(text, *, whole=False):
    return [(talk.noun.text, talk.weak) for talk in talks(parsing.parse(report(text)), whole)]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "A truce was signed between the Karsa army and the Dolm militia.",
            ("the Karsa army", "the Dolm militia"),
        ),
        ("Veska and Torlan have signed a truce.", ("Veska", "Torlan")),
        ("Veska has signed a truce with Torlan.", ("Veska", "Torlan")),
        ("Veska’s pact with Torlan was signed.", ("Veska", "Torlan")),
        ("Veska has a pact with Torlan.", ("Veska", "Torlan")),
        ("The ministers of Veska and Torlan signed a truce.", ("Veska", "Torlan")),
        (
            "At the inn, representatives of Veska and Torlan signed a truce.",
            ("Veska", "Torlan"),
        ),
        (
            "A truce was signed by the Veska Herders (VH) and the Torlan Bakers (TB).",
            ("the Veska Herders", "the Torlan Bakers"),
        ),
        (
            "The Veska Herders (VH) and the Torlan Bakers (TB) signed a truce.",
            ("The Veska Herders", "the Torlan Bakers"),
        ),
        (
            "The Veska Herders (VH), backed by Dolm, and the Torlan Bakers have signed a truce.",
            ("The Veska Herders", "the Torlan Bakers"),
        ),
        ("Mediated by Dolm, Veska and Torlan have signed a truce.", ("Veska", "Torlan")),
    ],
)
def test_the_parties_are_those_who_agreed(text, parties):
    (pact,) = pacts(text + SHARED)
    assert pact.parties == parties


def test_who_brings_others_together_is_no_party():
    (pact,) = pacts("A judge brokered a truce between Veska and Torlan." + SHARED)
    assert (pact.parties, pact.mediators) == (("Veska", "Torlan"), ("A judge",))


def test_two_who_are_first_named_together_are_taken_for_the_parties():
    text = "The truce obliges both sides to open the gates. Veska and Torlan rejoiced."
    (pact,) = pacts(text)
    assert pact.parties == ("Veska", "Torlan")


def test_the_parties_may_be_but_those_that_the_terms_bind():
    text = "A truce was signed. Under it, Veska shall open the gate. Torlan shall free the miners."
    (pact,) = pacts(text)
    assert pact.parties == ("Veska", "Torlan")


@pytest.mark.parametrize(
    ("text", "window"),
    [
        (
            "The truce between Veska and Torlan holds from 5 May to 9 May 2021.",
            ("2021-05-05", "2021-05-09"),
        ),
        ("Veska and Torlan signed a truce. It runs until 9 May.", (None, "2021-05-09")),
        (
            "Veska and Torlan signed a truce. It takes effect on 5 May and expires on 9 June.",
            ("2021-05-05", "2021-06-09"),
        ),
        (
            "The pact between Veska and Torlan has been in force since 2 May 2021.",
            ("2021-05-02", None),
        ),
        (
            "The permit deal between Veska and Torlan is valid from 5 May 2021.",
            ("2021-05-05", None),
        ),
        ("The truce between Veska and Torlan lapses on 9 May 2021.", (None, "2021-05-09")),
        ("The truce, which ends on 9 May, binds Veska and Torlan.", (None, "2021-05-09")),
    ],
)
def test_an_agreement_holds_from_and_until(text, window):
    (pact,) = pacts(text + SHARED)
    assert (pact.start, pact.end) == window


@pytest.mark.parametrize(
    "text",
    [
        "Veska and Torlan signed a truce on 3 May 2021.",
        "A truce was signed on 3 May 2021 by Veska and Torlan.",
        "Veska and Torlan agreed on a truce. They signed it on 3 May 2021.",
    ],
)
def test_the_day_of_signing_is_when_it_was_reached(text):
    (pact,) = pacts(text)
    assert (pact.reached, pact.start, pact.end) == ("2021-05-03", None, None)


def test_an_agreement_in_force_on_signature_holds_from_that_day():
    text = "Veska and Torlan signed a truce on 3 May 2021. It takes effect on signature."
    (pact,) = pacts(text)
    assert (pact.entry, pact.start) == ("on signature", "2021-05-03")


def test_an_agreement_may_wait_for_something():
    text = "Veska and Torlan signed a truce. It enters into force once the snow has melted."
    (pact,) = pacts(text + SHARED)
    assert (pact.entry, pact.start) == ("once the snow has melted", None)


def test_a_renewal_that_may_be_is_kept_in_its_words():
    (pact,) = pacts("The truce between Veska and Torlan may be renewed for a month." + SHARED)
    assert (pact.renewal, pact.stage) == ("may be renewed for a month", AgreementStage.UNCLEAR)


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("Veska and Torlan signed a truce for ten days.", "ten days"),
        ("Veska and Torlan signed a three-month truce.", "three-month"),
        ("Veska and Torlan signed a truce.", None),
    ],
)
def test_how_long_it_is_to_hold_is_kept_in_its_words(text, duration):
    (pact,) = pacts(text + SHARED)
    assert pact.duration == duration


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Veska and Torlan reached a verbal deal.", AgreementForm.VERBAL),
        ("Veska and Torlan sealed a deal by telephone.", AgreementForm.VERBAL),
        ("Veska and Torlan signed a deal.", AgreementForm.WRITTEN),
        ("Veska and Torlan concluded a treaty.", AgreementForm.WRITTEN),
        ("Veska and Torlan struck a deal.", AgreementForm.UNCLEAR),
    ],
)
def test_the_form_is_told_by_the_words(text, form):
    (pact,) = pacts(text + SHARED)
    assert pact.form is form


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Veska and Torlan struck a deal in principle.", AgreementStage.PRELIMINARY),
        ("Veska and Torlan have extended the truce.", AgreementStage.RENEWAL),
        ("Veska and Torlan struck a deal.", AgreementStage.UNCLEAR),
    ],
)
def test_the_stage_is_told_by_the_words(text, stage):
    (pact,) = pacts(text + SHARED)
    assert pact.stage is stage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Veska and Torlan signed an armistice.", AgreementType.CEASEFIRE),
        ("Veska and Torlan signed a cease-fire.", AgreementType.CEASEFIRE),
        ("Veska and Torlan signed a Cease-Fire Agreement.", AgreementType.CEASEFIRE),
        ("Veska and Torlan signed a prisoner exchange.", AgreementType.EXCHANGE),
        ("Veska and Torlan signed a grain deal for the port.", AgreementType.SHIPMENT),
        ("Veska and Torlan signed a deal.", AgreementType.OTHER),
    ],
)
def test_the_type_is_told_by_the_name_and_the_terms(text, expected):
    (pact,) = pacts(text + SHARED)
    assert pact.type is expected


def test_who_watches_over_it_is_kept_once_a_sentence():
    text = "Veska and Torlan signed a truce. A joint commission of observers shall monitor it."
    (pact,) = pacts(text)
    assert [place.exact for place in pact.monitoring] == ["A joint commission of observers"]


def test_the_label_is_what_it_is_called_and_the_span_its_first_sentence():
    (pact,) = pacts("It rained. Veska and Torlan signed a harvest truce. It snowed." + SHARED)
    assert pact.label == "a harvest truce"
    assert pact.span.exact == "Veska and Torlan signed a harvest truce."


@pytest.mark.parametrize(
    "text",
    [
        "There is no truce between Veska and Torlan. The guards must watch the gate.",
        "Talks on a truce between Veska and Torlan have failed. The guards must watch the gate.",
        "Veska wants a truce with Torlan. The guards must watch the gate.",
        "Voters must decide. The mayor shall resign.",
        "Veska has a plan. Its guards will sleep.",
    ],
)
def test_what_nobody_has_agreed_on_is_no_agreement(text):
    assert pacts(text) == []


def test_a_weak_noun_counts_only_beside_a_sure_one():
    assert nouns("Veska read the document.") == []
    assert nouns("Veska signed a truce. The document is short.") == [
        ("truce", False),
        ("document", True),
    ]


def test_an_earlier_agreement_is_another():
    text = "Veska and Torlan signed a truce. An earlier truce with Ouden ended on 2 March 2021."
    told = talks(parsing.parse(report(text)), False)
    assert [talk.other for talk in told] == [False, True]
    assert [pact.end for pact in pacts(text + SHARED)] == [None]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Article 1. Veska shall open the gate.\n\nArticle 2. Torlan shall pay.", True),
        ("TRUCE\n\nVeska and Torlan lay down their guns.", True),
        ("The parties hereby agree to lay down their guns.", True),
        ("Veska shall open. Torlan shall pay. Both shall rest.", True),
        ("Veska and Torlan signed a truce. Both sides shall open the gates.", False),
    ],
)
def test_the_text_of_an_agreement_is_told_by_its_form(text, whole):
    assert is_agreement_text(report(text)) is whole


def test_the_text_of_an_agreement_is_written_and_definitive():
    text = "TRUCE\n\n1. Veska shall open the gate.\n\n2. Torlan shall free the miners."
    (pact,) = pacts(text)
    assert pact.text_of
    assert (pact.form, pact.stage) == (AgreementForm.WRITTEN, AgreementStage.DEFINITIVE)
