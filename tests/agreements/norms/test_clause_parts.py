"""The parts of a term: its words, act, object, quantity, condition, exception, date and domain."""

import pytest

from variorum.agreements.norms.due_dates import ahead
from variorum.agreements.term_reading import agreements
from variorum.language import parsing
from variorum.model import Document
from variorum.model.terms import Domain
from variorum.normalise.places.places import places
from variorum.normalise.times.dates import dates

FRAME = "Under the deal between Veska and Torlan, "


def terms(text):
    document = Document.from_text(text, published="2021-05-04", publisher="The Paper")
    doc = parsing.parse(document)
    whens = [when for when in dates(document, doc) if when.dated]
    return agreements(document, doc, whens, places(document, doc))[1]


def term(words):
    (one,) = terms(FRAME + words)
    return one


@pytest.mark.parametrize(
    ("words", "exact", "act"),
    [
        ("Veska shall free the miners.", "Veska shall free the miners", "free the miners"),
        ("Veska shall also free them.", "Veska shall also free them", "free them"),
        ("Veska shall not fire.", "Veska shall not fire", "fire"),
        ("Veska shall arm nobody.", "Veska shall arm nobody", "arm anybody"),
        ("Veska has the right to fish.", "Veska has the right to fish", "fish"),
        (
            "Veska shall rest while Torlan buries its dead.",
            "Veska shall rest",
            "rest",
        ),
    ],
)
def test_a_term_begins_with_who_is_bound_and_its_act_with_the_verb(words, exact, act):
    one = term(words)
    assert (one.span.exact, one.act) == (exact, act)


def test_two_joined_clauses_are_two_terms():
    text = FRAME + "Veska shall leave the fort by night and Torlan shall pay the drivers."
    assert [one.span.exact for one in terms(text)] == [
        "Veska shall leave the fort by night",
        "Torlan shall pay the drivers",
    ]


@pytest.mark.parametrize(
    ("words", "predicate", "held"),
    [
        ("Veska shall free the miners.", "free", "the miners"),
        ("Veska shall hand over its guns.", "hand over", "its guns"),
        ("Veska shall stay quiet.", "stay quiet", None),
        ("Veska shall not fire on the village.", "fire", "the village"),
        ("Veska shall let the miners sleep.", "let", "the miners"),
        ("the guns shall be moved by Veska.", "move", "the guns"),
    ],
)
def test_the_predicate_and_what_it_is_done_to(words, predicate, held):
    one = term(words)
    assert (one.predicate, one.object) == (predicate, held)


def test_what_it_is_done_to_has_no_half_of_a_quotation():
    assert term("Veska shall free “the miners and their kin” today.").object == "the miners"
    assert term("Veska shall “provide no obstruction” for Torlan.").object == "no obstruction"
    assert term("Veska shall open the “upper gate” today.").object == "the “upper gate”"


@pytest.mark.parametrize(
    ("words", "quantity"),
    [
        ("Veska lets 60 trucks a day cross the bridge.", "60 trucks a day"),
        ("Veska shall let 60 trucks a day cross the bridge.", "60 trucks a day"),
        ("Veska shall pay 40 crowns a month to the drivers.", "40 crowns a month"),
        ("Veska shall sell forty sheep.", "forty sheep"),
        ("Veska shall sell the sheep within two days.", None),
        ("Veska shall sell the sheep.", None),
    ],
)
def test_how_much_is_kept_in_its_words(words, quantity):
    assert term(words).quantity == quantity


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("Veska shall free the miners once the gates are open.", "once the gates are open"),
        ("Veska shall free the miners if Torlan pays.", "if Torlan pays"),
        ("Veska shall show the wells on request.", "on request"),
        ("Veska shall show the wells on the hill.", None),
        ("Veska shall show the wells.", None),
    ],
)
def test_on_what_it_depends_is_kept_in_its_words(words, condition):
    assert term(words).condition == condition


@pytest.mark.parametrize(
    ("words", "exception"),
    [
        ("no one may enter the camp except doctors.", "except doctors"),
        ("Veska shall free all men other than spies, and soon.", "other than spies"),
        ("Veska shall free all men.", None),
    ],
)
def test_what_is_excepted_is_kept_in_its_words(words, exception):
    assert term(words).exception == exception


@pytest.mark.parametrize(
    ("words", "sequence"),
    [
        ("Veska shall free the miners in two stages.", "in two stages"),
        ("Veska shall rest at the same time.", "at the same time"),
        ("Veska shall rest.", None),
    ],
)
def test_its_order_is_kept_in_its_words(words, sequence):
    assert term(words).sequence == sequence


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Veska shall pay the fee by 9 June 2021.", "2021-06-09"),
        ("Veska shall pay the fee in June 2021.", "2021-06"),
        ("Veska shall mend the bridge between 9 and 12 June 2021.", "2021-06-09/2021-06-12"),
        ("Veska shall mend the bridge from 9 June 2021.", "2021-06-09/.."),
        ("Veska shall mend the bridge as of 9 June 2021.", "2021-06-09/.."),
        ("Veska shall keep the gates shut until 9 June 2021.", "../2021-06-09"),
        ("Veska shall pay the fee by 9 March.", "2022-03-09"),
        ("Veska shall pay the fee.", None),
    ],
)
def test_its_date_is_when_it_is_due(words, due):
    assert term(words).due == due


def test_the_date_of_another_sentence_is_not_its_own():
    text = FRAME + "Veska shall pay the fee. It rained on 9 June 2021."
    assert [one.due for one in terms(text)] == [None]


@pytest.mark.parametrize(
    ("edtf", "words", "since", "expected"),
    [
        ("2021-03-09", "9 March", "2021-05-04", "2022-03-09"),
        ("2021-06-09", "9 June", "2021-05-04", "2021-06-09"),
        ("2021-05-04", "4 May", "2021-05-04", "2021-05-04"),
        ("2021-03-09", "9 March 2021", "2021-05-04", "2021-03-09"),
        ("2021-03", "March", "2021-05-04", "2022-03"),
        ("2021-03-09/2021-03-12", "9 to 12 March", "2021-05-04", "2022-03-09/2022-03-12"),
        ("2021-03-09", "9 March", "2021-05-04/2021-05-09", "2022-03-09"),
        ("2021-03-09T12:00", "noon on 9 March", "2021-05-04", "2022-03-09"),
        ("2021-03-XX", "some day in March", "2021-05-04", "2021-03-XX"),
        ("2021-03-09", "9 March", None, "2021-03-09"),
    ],
)
def test_a_date_without_a_year_lies_ahead(edtf, words, since, expected):
    assert ahead(edtf, words, since) == expected


@pytest.mark.parametrize(
    ("words", "beneficiary"),
    [
        ("Veska shall sell the sheep to Torlan.", "Torlan"),
        ("Veska shall give Torlan the sheep.", "Torlan"),
        ("Veska shall drive the sheep to the valley.", None),
        ("Veska shall sell the sheep.", None),
    ],
)
def test_to_whom_it_is_due_is_a_party_or_named(words, beneficiary):
    assert term(words).beneficiary == beneficiary


def test_its_place_is_the_first_in_its_words():
    text = FRAME + "Veska shall free the miners in Vienna. Its envoys sleep in Paris."
    assert [one.place for one in terms(text)] == ["Vienna"]


@pytest.mark.parametrize(
    ("words", "domain"),
    [
        ("Veska shall withdraw its guns.", Domain.MILITARY),
        ("Veska shall free all prisoners.", Domain.DETAINEES),
        ("Veska shall lower the price of grain.", Domain.ECONOMIC),
        ("Veska shall rest.", Domain.UNCLEAR),
    ],
)
def test_its_domain_is_that_of_most_of_its_words(words, domain):
    assert term(words).domain is domain


def test_a_heading_tells_the_domain_of_its_paragraph():
    text = (
        "Veska and Torlan signed a treaty.\n\n"
        "In military matters, Veska shall mend the road. Torlan shall lower the toll.\n\n"
        "In the economic field, Torlan shall withdraw its guns."
    )
    assert [one.domain for one in terms(text)] == [
        Domain.MILITARY,
        Domain.MILITARY,
        Domain.ECONOMIC,
    ]
