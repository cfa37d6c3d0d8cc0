from __future__ import annotations

import itertools
import re

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from gold_lines import dated, lines, timed
from variorum.model import AnchorKind, Document, Section
from variorum.normalise.times.dates import dates
from variorum.normalise.times.time_mentions import UNCOUNTED, find

EDTF = re.compile(r"(\.\.|[\dX]{4}(-\d\d){0,2}~?)(/(\.\.|[\dX]{4}(-\d\d){0,2}))?\Z")


@pytest.mark.parametrize("line", lines("dates.txt"))
def test_text_gives_the_marked_dates_and_no_other(line: str) -> None:
    found, wanted = dated(line)
    assert found == wanted


@pytest.mark.parametrize("line", lines("dates-timeml.txt"))
def test_every_time_has_its_timeml_value(line: str) -> None:
    found, wanted = timed(line)
    assert found == wanted


def test_section_has_its_own_base() -> None:
    text = "On Sunday it rained.\n\nUPDATE: On Sunday it snowed."
    section = Section(label="UPDATE", start=22, end=len(text), published="2017-12-05")
    document = Document.from_text(text, published="2017-10-17", sections=(section,))
    assert [(w.edtf, w.anchor, w.anchor_kind) for w in dates(document)] == [
        ("2017-10-15", "2017-10-17", AnchorKind.DOCUMENT),
        ("2017-12-03", "2017-12-05", AnchorKind.SECTION),
    ]


def test_section_without_a_date_counts_from_the_document() -> None:
    section = Section(label="UPDATE", start=0, end=20)
    document = Document.from_text(
        "On Sunday it rained.", published="2017-10-17", sections=(section,)
    )
    assert [w.anchor_kind for w in dates(document)] == [AnchorKind.DOCUMENT]


def test_date_told_before_is_the_anchor_of_later_ones() -> None:
    document = Document.from_text(
        "It began on 3 May. A month later it ended.", published="2017-10-17"
    )
    assert [(w.edtf, w.anchor, w.anchor_kind) for w in dates(document)] == [
        ("2017-05-03", "2017-10-17", AnchorKind.DOCUMENT),
        ("2017-06", "2017-05-03", AnchorKind.TEXT),
    ]


def test_date_told_far_above_is_no_anchor() -> None:
    text = "It began on 3 May.\n\nThe weather was fine.\n\nA month later it ended."
    found = dates(Document.from_text(text, published="2017-10-17"))
    assert [w.dated for w in found] == [True, False]


def test_full_date_counts_from_nothing() -> None:
    document = Document.from_text("It rained on 3 May 2016.", published="2017-10-17")
    assert [(w.anchor, w.anchor_kind) for w in dates(document)] == [(None, None)]


def test_a_decade_of_somebody_is_an_age() -> None:
    text = "Nineteen men, some in their late 60s and 70s, died there in the late 80s."
    assert [when.edtf for when in dates(Document.from_text(text)) if when.edtf] == ["198X"]


def test_length_of_time_is_kept_but_has_no_date() -> None:
    (when,) = dates(Document.from_text("It took three days."))
    assert (when.edtf, when.timex, when.timex_type, when.dated) == (
        "XXXX",
        "P3D",
        "DURATION",
        False,
    )


def test_claims_words_for_numbers_leave_lengths_of_time_alone() -> None:
    text = "In two years, for three days, on 4 May 2016, every Friday, two days ago"
    assert [m.text for m in find(text) if m.form not in UNCOUNTED] == ["4 May 2016", "two days ago"]


VOCABULARY = """
12 October 2017 May Sunday - to between and last week yesterday early since 31 February
next past three a half the first quarter of years 5 p.m. noon Christmas Ramadan 1439
Muharram will said every ago later before overnight second day 1990s century winter
99/99/2017 twenty-four , . 's 2017-02-30 ¾
"""
PIECES = [*VOCABULARY.split(), "a month later", "\n\n"]
TEXTS = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES)).map(" ".join))
PUBLISHED = [None, "2017-10-14", "2017", "2017-10", "0001-01-01", "9999-12-31", "0200-01-01", "now"]


@settings(max_examples=1_000, deadline=None)
@given(TEXTS, st.sampled_from(PUBLISHED))
def test_any_text_gives_edtf_in_its_place(text: str, published: str | None) -> None:
    document = Document.from_text(text, published=published)
    found = dates(document)
    for when in found:
        assert EDTF.match(when.edtf)
        assert document.text[when.span.start : when.span.end] == when.text
        assert when.timex
        assert when.timex_type in {"DATE", "TIME", "DURATION", "SET"}
        assert when.dated or when.edtf == "XXXX"
        assert (when.anchor is None) == (when.anchor_kind is None)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    assert dates(document) == found


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES)).map(" ".join), st.sampled_from(PUBLISHED))
def test_every_dated_value_is_edtf_to_its_parser(text: str, published: str | None) -> None:
    for when in dates(Document.from_text(text, published=published)):
        parse_edtf(when.edtf)
