"""Hedges and stance: a statement is as sure as its weakest word."""

import pytest

import variorum
from sentences import reading
from variorum.extract.hedging import band_of, hedges, weakened
from variorum.extract.narrated import narrated
from variorum.extract.stance import judge_own
from variorum.model import Band, Certainty, Stance


def judged(text):
    content = [(0, len(text))]
    found = hedges(reading(text), None, content)
    return judge_own(reading(text), content, found), band_of(found)


@pytest.mark.parametrize(
    ("text", "certainty", "band"),
    [
        ("Three men left.", Certainty.CERTAIN, None),
        ("Three men probably left.", Certainty.PROBABLE, Band.LIKELY),
        ("Three men may have left.", Certainty.POSSIBLE, None),
    ],
)
def test_a_hedge_weakens_what_a_document_says(text, certainty, band):
    assert judged(text) == ((Stance.ASSERTS, certainty), band)


def test_nothing_is_weakened_without_a_hedge_and_never_strengthened():
    text = "Three men may have left."
    found = hedges(reading(text), None, [(0, len(text))])
    for certainty in Certainty:
        assert weakened(certainty, []) is certainty
    assert weakened(Certainty.POSSIBLE, found) is Certainty.POSSIBLE


def test_only_what_can_be_checked_is_told_by_the_document_itself():
    text = "Forty people were killed. It was sad."
    (ranges,) = narrated(reading(text), [], [])
    assert [text[slice(*place)] for place in ranges] == ["Forty people were killed."]


@pytest.mark.parametrize(
    "text",
    [
        "There is no evidence that twenty miners died.",
        "Inspectors found no sign of the four boats.",
        "It was not true that twenty miners died.",
        "Nothing shows that twenty miners died.",
    ],
)
def test_what_nobody_has_seen_a_sign_of_is_doubted(text):
    assert judged(text)[0] == (Stance.DOUBTS, Certainty.PROBABLY_NOT)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The union found no evidence of twenty deaths.", Stance.DOUBTS),
        ("The army saw no sign of a strike on the house.", Stance.DOUBTS),
        ("The mayor denied knowing of the twenty deaths.", Stance.DENIES),
        ("The mayor was not willing to admit that twenty miners died.", Stance.ASSERTS),
    ],
)
def test_what_is_not_found_or_known_is_not_asserted(text, stance):
    (claim,) = variorum.extract(variorum.Document.from_text(text, language="en"))
    assert claim.stance is stance
    assert claim.certainty is not Certainty.CERTAIN


def test_nothing_and_no_one_are_no_speakers():
    text = "The union said that nothing showed that twenty miners died. No one has claimed it."
    found = variorum.extract(variorum.Document.from_text(text, language="en"))
    assert not {c.speaker.name for c in found} & {"nothing", "one", "no one"}


def test_neither_of_two_says_it():
    text = "Neither the mayor nor the bishop said that twenty miners died."
    (claim,) = variorum.extract(variorum.Document.from_text(text, language="en"))
    assert (claim.stance, claim.certainty) == (Stance.ASSERTS, Certainty.UNKNOWN)
