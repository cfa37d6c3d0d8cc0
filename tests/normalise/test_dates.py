from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.model import Document, Section
from variorum.normalise import dates
from variorum.testing import marked

CASES = Path(__file__).parent.parent / "cases"


def rows(name: str) -> list[tuple[str, ...]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [tuple(line.split(" | ", 1)) for line in lines if not line.startswith("#")]


ROWS = rows("dates.txt")
TIMEML = rows("dates-timeml.txt")
EDTF = re.compile(r"(\.\.|[\dX]{4}(-\d\d){0,2}~?)(/(\.\.|[\dX]{4}(-\d\d){0,2}))?\Z")


@pytest.mark.parametrize(("published", "source"), ROWS, ids=[row[1][:50] for row in ROWS])
def test_text_gives_the_marked_dates_and_no_other(published: str, source: str) -> None:
    text, marks = marked(source)
    document = Document.from_text(text, published=None if published == "-" else published)
    assert [(w.text, w.edtf) for w in dates(document) if w.dated] == [
        (m.words, m.value) for m in marks
    ]


@pytest.mark.parametrize(("published", "source"), TIMEML, ids=[row[1][:50] for row in TIMEML])
def test_every_time_has_its_timeml_value(published: str, source: str) -> None:
    text, marks = marked(source)
    document = Document.from_text(text, published=None if published == "-" else published)
    assert [(w.text, w.timex) for w in dates(document)] == [(m.words, m.value) for m in marks]


def test_section_has_its_own_base() -> None:
    text = "On Sunday it rained.\n\nUPDATE: On Sunday it snowed."
    section = Section(label="UPDATE", start=22, end=len(text), published="2017-12-05")
    document = Document.from_text(text, published="2017-10-17", sections=(section,))
    assert [w.edtf for w in dates(document)] == ["2017-10-15", "2017-12-03"]


def test_anchor_names_the_date_counted_from() -> None:
    document = Document.from_text("It rained on Sunday.", published="2017-10-17")
    assert [w.anchor for w in dates(document)] == ["2017-10-17"]


PIECES = [
    "12",
    "October",
    "2017",
    "May",
    "Sunday",
    "-",
    "to",
    "between",
    "and",
    "last",
    "week",
    "a month later",
    "yesterday",
    "early",
    "since",
    "31",
    "February",
    "99/99/2017",
    "next",
]


@settings(max_examples=1_000, deadline=None)
@given(
    st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES)).map(" ".join)),
    st.sampled_from([None, "2017-10-14", "2017", "2017-10", "0001-01-01", "9999-12-31", "now"]),
)
def test_any_text_gives_edtf_in_its_place(text: str, published: str | None) -> None:
    document = Document.from_text(text, published=published)
    for when in dates(document):
        assert EDTF.match(when.edtf)
        assert document.text[when.span.start : when.span.end] == when.text
