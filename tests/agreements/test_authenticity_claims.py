"""What is said of an agreement itself: real, forged, doubted, leaked, published, translated."""

import pytest

from variorum.agreements.authenticity_claims import vouchings
from variorum.agreements.term_reading import agreements
from variorum.language import parsing
from variorum.model import Document, SpeakerKind, Verdict

SIGNED = "Veska and Torlan signed a truce. "


def read(text):
    document = Document.from_text(text, published="2021-05-04", publisher="The Paper")
    doc = parsing.parse(document)
    pacts, _, _ = agreements(document, doc, (), ())
    # An agreement without terms or dates is none; here one is needed to speak of.
    assert pacts, text
    return vouchings(document, doc, pacts)


def told(text):
    whole = SIGNED + "Both sides shall open the gate. " + text
    return [(one.vouching.verdict, one.verb.exact) for one in read(whole)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry declared the document a fake.", (Verdict.DENIED, "declared")),
        ("The ministry called the document genuine.", (Verdict.AFFIRMED, "called")),
        ("The document is not genuine.", (Verdict.DENIED, "is")),
        ("The tape is real.", (Verdict.AFFIRMED, "is")),
        ("The ministry denied the deal.", (Verdict.DENIED, "denied")),
        ("The ministry affirms that a ceasefire has been agreed.", (Verdict.AFFIRMED, "affirms")),
        ("The ministry confirmed the truce.", (Verdict.AFFIRMED, "confirmed")),
        ("Ilva Brenn disputed the authenticity of the text.", (Verdict.DOUBTED, "disputed")),
        ("A recording of the talks has leaked.", (Verdict.LEAKED, "leaked")),
        ("The text was leaked by a clerk.", (Verdict.LEAKED, "leaked")),
        ("The Courier published the document.", (Verdict.PUBLISHED, "published")),
        ("The text, which Ilva Brenn translated, is long.", (Verdict.TRANSLATED, "translated")),
    ],
)
def test_an_agreement_or_its_record_is_vouched_for(text, expected):
    assert told(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Far from denying the deal, the ministry praised it.",
        "The ministry left without confirming the deal.",
        "The ministry did not deny the deal.",
        "The Courier did not publish the document.",
        "The ministry denied the rumour.",
        "The ministry called the mayor a liar.",
        "The ministry has affirmed it.",
    ],
)
def test_what_is_not_said_of_an_agreement_is_no_vouching(text):
    assert told(text) == []


def test_it_is_the_agreement_where_somebody_has_affirmed_it_before():
    text = "The ministry affirms that a ceasefire has been agreed. Veska has affirmed it too."
    assert told(text) == [(Verdict.AFFIRMED, "affirms"), (Verdict.AFFIRMED, "affirmed")]


def test_nothing_is_vouched_for_without_an_agreement():
    document = Document.from_text("The ministry declared the document a fake.")
    assert vouchings(document, parsing.parse(document), ()) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry denied the deal.", ("The ministry", SpeakerKind.UNNAMED)),
        ("Ilva Brenn denied the deal.", ("Ilva Brenn", SpeakerKind.PERSON)),
        ("The envoys denied the deal.", ("The envoys", SpeakerKind.GROUP)),
        ("The text was leaked by a clerk.", ("a clerk", SpeakerKind.UNNAMED)),
        ("The document is a fake.", None),
        ("She denied the deal.", None),
    ],
)
def test_who_says_it_is_named(text, expected):
    one = read(SIGNED + "Both sides shall open the gate. " + text)[-1]
    assert (one.speaker and (one.speaker[0], one.speaker[2])) == expected
    assert one.speaker is None or one.speaker[1].exact == expected[0]


def test_it_is_said_of_the_agreement_told_of_last():
    text = (
        "Veska and Torlan signed a truce on 3 May 2021. Both sides shall open the gate.\n\n"
        "An earlier pact between Ouden and Tresk obliged Ouden to leave the fort. "
        "The document is a fake."
    )
    (one,) = read(text)
    assert one.vouching.agreement == 1
