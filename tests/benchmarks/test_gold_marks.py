"""Gold can be written as marked-up text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gold_marks import Mark, claim_meant, gold_cases, marked, marked_document
from variorum.model import Claim, Speaker
from variorum.text import span

PLAIN = st.text(st.characters(exclude_characters="{}|", exclude_categories=["Cs"]), max_size=20)
LABEL = st.from_regex(r"\A[a-z]{1,6}\Z")


@given(before=PLAIN, words=PLAIN, after=PLAIN, label=LABEL, number=st.integers(0, 9))
def test_a_mark_is_the_slice_it_says(
    before: str, words: str, after: str, label: str, number: int
) -> None:
    text, marks = marked(f"{before}{{{label}:{number}|{words}}}{after}")
    assert text == before + words + after
    (mark,) = marks
    assert (mark.label, mark.number, mark.words) == (label, number, words)
    assert text[mark.start : mark.end] == words


@given(text=PLAIN)
def test_text_without_marks_stays_as_it_is(text: str) -> None:
    assert marked(text) == (text, [])


def test_marks_nest_and_the_outer_comes_first() -> None:
    text, marks = marked("{source:1|They} said {content:1|{measure=3|three} days}.")
    assert text == "They said three days."
    assert marks == [
        Mark("source", 1, 0, 4, "They"),
        Mark("content", 1, 10, 20, "three days"),
        Mark("measure", 0, 10, 15, "three", "3"),
    ]


def test_a_brace_that_is_no_mark_stays() -> None:
    assert marked("a {b} c} d")[0] == "a {b} c} d"


def test_a_mark_never_closed_is_refused() -> None:
    with pytest.raises(ValueError, match=r"the mark '\{cue\|' is never closed"):
        marked("They {cue|said so.")


def test_a_document_can_be_made_of_marked_text() -> None:
    document, marks = marked_document("{source|He} left.", publisher="Courier", published="2020")
    assert (document.text, document.publisher, document.published) == (
        "He left.",
        "Courier",
        "2020",
    )
    assert [mark.words for mark in marks] == ["He"]


GOLD = """## [The Bugle] one
{source:1|Ann} {cue:1|said} {content:1|the mill burned down}.
=> 1: The Bugle > Ann

## two
{content:2|Nine mills burned}.
=> 2 narrated

## three
{content:1|It rained}.
=> 1 narrated
"""


def test_a_file_of_gold_gives_its_cases_and_every_third_is_held(tmp_path):
    (tmp_path / "fires.txt").write_text(GOLD, encoding="utf-8")
    one, two, three = gold_cases(tmp_path, "The Paper")
    assert [c.title for c in (one, two, three)] == ["fires: one", "fires: two", "fires: three"]
    assert [c.held for c in (one, two, three)] == [False, False, True]
    assert (one.document.publisher, two.document.publisher) == ("The Bugle", "The Paper")
    assert one.document.text == "Ann said the mill burned down."
    assert (one.expected, two.expected) == ({1: "The Bugle > Ann"}, {2: "narrated"})
    assert one.places("content", 1) == [(9, 29)]


def test_the_claim_meant_is_the_closest_whose_cue_is_marked(tmp_path):
    (tmp_path / "fires.txt").write_text(GOLD, encoding="utf-8")
    (case, *_) = gold_cases(tmp_path)

    def claim(content, cue):
        document = case.document
        return Claim(
            id="",
            document=document.id,
            speaker=Speaker(name="Ann", kind="person"),
            relay=(),
            cue=cue and span(document, *cue),
            content=(span(document, *content),),
            form="indirect",
        )

    whole, elsewhere, half = claim((9, 29), None), claim((0, 8), (4, 8)), claim((13, 24), (4, 8))
    assert claim_meant([whole, elsewhere], case, 1) == whole
    assert claim_meant([whole, half], case, 1) == half
    assert claim_meant([elsewhere], case, 1) is None
