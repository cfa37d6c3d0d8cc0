from __future__ import annotations

import pytest

import variorum
from variorum.language import parsing
from variorum.model import Claim, Document, Form, Speaker, SpeakerKind
from variorum.normalise.claim_values import DENIED_WITHIN, normalise
from variorum.text import span

TEXT = "The mayor said 30 people died on Sunday. The drivers said the trip took three days."
DOCUMENT = Document.from_text(TEXT, published="2020-05-05")
DOC = parsing.parse(DOCUMENT)


def claim(words: str) -> Claim:
    start = TEXT.index(words)
    content = (span(DOCUMENT, start, start + len(words)),)
    speaker = Speaker(name="mayor", kind=SpeakerKind.PERSON)
    return Claim(
        id=words,
        document=DOCUMENT.id,
        speaker=speaker,
        relay=(),
        content=content,
        form=Form.INDIRECT,
    )


def test_claim_gets_the_measures_and_dates_inside_it() -> None:
    (died,) = normalise([claim("30 people died on Sunday")], DOCUMENT, DOC)
    assert [m.text for m in died.measures] == ["30"]
    assert [w.edtf for w in died.when] == ["2020-05-03"]


def test_nested_claims_share_a_measure() -> None:
    both = normalise([claim(TEXT), claim("the trip took three days")], DOCUMENT, DOC)
    assert [[m.text for m in c.measures] for c in both] == [["30", "three days"], ["three days"]]


def test_normalising_twice_is_normalising_once() -> None:
    once = normalise([claim(TEXT)], DOCUMENT, DOC)
    assert normalise(once, DOCUMENT, DOC) == once


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Diez personas murieron en la aldea, anunció hoy un gobernador."),
        ("pl", "W środę ministerstwo poinformowało, że zginęło dziesięć osób."),
    ],
)
def test_the_day_of_the_telling_is_no_window_of_what_is_told(language, text):
    document = Document.from_text(text, language=language, published="2017-10-16", publisher="P")
    (claim,) = [c for c in variorum.extract(document) if c.cue is not None]
    assert [m.scope.window for m in claim.measures] == [None]


def test_a_denial_denies_only_the_numbers_near_its_beginning() -> None:
    assert DENIED_WITHIN == 6
    for lead, role in (("the very bad new", "figure"), ("the very bad and new", "whole")):
        text = f"The army denied {lead} reports of 40 dead."
        document = Document.from_text(text, publisher="P", language="en")
        claim, *_ = [c for c in variorum.extract(document) if c.cue is not None]
        assert [m.role for m in claim.measures] == [role], lead
