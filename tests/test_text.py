"""The laws of offsets, on text of any kind."""

import itertools
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from variorum.model import CONTEXT_CHARS, Document
from variorum.text import STOPS, clean, host_of, merge, paragraphs, span, trim, words_around

# What breaks offsets in practice, on top of every character there is: beyond the first plane,
# combining marks, right to left, lone carriage returns, NUL, line separators, byte order marks.
AWKWARD = [
    "😀",
    "👩‍👩‍👧",
    "e\u0301",
    "ﬁ",
    "الرقة",
    "\u202e",
    "\r",
    "\r\n",
    "\n",
    "\n \n",
    "\x00",
    "\x85",
]
AWKWARD += [
    "\u2028",
    "\u2029",
    "\ufeff",
    "\u00a0",
    " ",
    "a",
    "“",
    "\U0010ffff",
    "\u0345",
    "한",
    "각",
]
TEXT = st.lists(st.sampled_from(AWKWARD) | st.characters(exclude_categories=["Cs"])).map("".join)
WHERE = st.tuples(st.integers(0, 200), st.integers(0, 200)).map(sorted)


@given(text=TEXT, where=WHERE)
@example(text="a😀e\u0301", where=[1, 2])
def test_every_span_is_the_slice_it_says(text: str, where: list[int]) -> None:
    start, end = where
    document = Document.from_text(text)
    if start == end or end > len(text):
        with pytest.raises(ValueError, match="do not lie in a text of"):
            span(document, start, end)
        return
    found = span(document, start, end)
    assert found.document == document.id
    assert text[found.start : found.end] == found.exact
    assert text[: found.start].endswith(found.prefix)
    assert text[found.end :].startswith(found.suffix)
    assert len(found.prefix) == min(start, CONTEXT_CHARS)
    assert len(found.suffix) == min(len(text) - end, CONTEXT_CHARS)


@pytest.mark.parametrize("where", [(-1, 2), (2, 1), (1, 1), (0, 6)])
def test_offsets_outside_the_text_are_refused(where: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=r"do not lie in a text of 5 characters"):
        span(Document.from_text("Raqqa"), *where)


def test_a_span_knows_its_page() -> None:
    document = Document.from_text("one two three", page_starts=(0, 4, 8))
    pages = [span(document, place, place + 1).page for place in (0, 3, 4, 7, 8, 12)]
    assert pages == [1, 1, 2, 2, 3, 3]


def test_a_span_in_a_file_without_pages_has_none() -> None:
    assert span(Document.from_text("one"), 0, 3).page is None


@given(text=TEXT)
def test_cleaning_is_nfc_and_done_once(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not set(cleaned) & set("\r\x00\ufeff\x85\u2028\u2029")


@given(text=st.text(st.sampled_from("ab \n\u0301😀ق"), max_size=40))
def test_cleaning_loses_no_character(text: str) -> None:
    assert unicodedata.normalize("NFD", clean(text)) == unicodedata.normalize("NFD", text)


def test_every_kind_of_line_end_becomes_one() -> None:
    assert clean("a\r\nb\rc\u2028d\u2029e\x85f\ng") == "a\nb\nc\nd\ne\nf\ng"
    assert clean("\ufeffRaq\x00qa") == "Raqqa"
    assert clean("e\u0301") == "é"


@given(text=TEXT)
def test_paragraphs_cover_the_text(text: str) -> None:
    found = paragraphs(text)
    assert "".join(text[start:end] for start, end in found) == text
    assert [start for start, _ in found[1:]] == [end for _, end in found[:-1]]
    assert all(start < end for start, end in found)


def test_a_blank_line_parts_paragraphs_and_a_line_end_does_not() -> None:
    text = "one\ntwo\n \t\n\nthree"
    assert [text[start:end] for start, end in paragraphs(text)] == ["one\ntwo\n \t\n\n", "three"]


@given(text=TEXT, where=WHERE)
def test_trimming_moves_inwards_past_space_only(text: str, where: list[int]) -> None:
    start, end = (min(place, len(text)) for place in where)
    first, last = trim(text, start, end)
    assert start <= first <= last <= end
    assert text[first:last] == text[start:end].strip()


def test_trimming_takes_the_characters_it_is_given() -> None:
    assert trim("“ left, ”", 0, 9, "“”,") == (2, 6)


@given(text=TEXT, ranges=st.lists(WHERE, max_size=6))
def test_merged_ranges_are_apart_and_cover_the_same(text: str, ranges: list[list[int]]) -> None:
    given_ranges = [(a, b) for a, b in ranges if a < b <= len(text)]
    found = merge(given_ranges, text)
    covered = {place for a, b in given_ranges for place in range(a, b)}
    now = {place for a, b in found for place in range(a, b)}
    assert covered <= now
    assert not "".join(text[place] for place in now - covered).strip()
    between = [text[end:start] for (_, end), (start, _) in itertools.pairwise(found)]
    assert all(words.strip() for words in between)
    assert merge(found, text) == found


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.Example.org:8080/a?b#c", "www.example.org"),
        ("http://ann:pw@example.org/", "example.org"),
        ("http://[::1].evil/", ""),
        ("http://[::1", ""),
        ("mailto:ann@example.org", ""),
        ("/a/b", ""),
        (None, ""),
    ],
)
def test_the_host_of_an_address_however_broken(address, host):
    assert host_of(address) == host


def test_the_words_around_a_place_end_at_the_stops_on_either_side():
    told = "One left. Two came; three fell! قال أربعة؟ Five"
    at = told.index("came")
    first, last = words_around(told, at, at + 4, STOPS)
    assert told[first:last] == " Two came; three fell"
    first, last = words_around(told, len(told), len(told), STOPS)
    assert told[first:last] == " Five"
