import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.read.lines import Line, flow


def lines(*words: str, top: float = 700, width: float = 300) -> list[Line]:
    return [Line(w, 50, 50 + width, top - 14 * n, 12) for n, w in enumerate(words)]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("the govern-", "ment said", "the government said"),
        ("the US-", "backed force", "the US-backed force"),
        ("the 20-", "year war", "the 20-year war"),
        ("the Franco-", "German text", "the Franco-German text"),
        ("a soft\u00ad", "ened tone", "a softened tone"),
        ("a pause -", "and then", "a pause - and then"),
    ],
)
def test_hyphens_at_line_ends(above: str, below: str, whole: str) -> None:
    assert flow([lines(above, below)])[0] == whole


def test_the_rest_of_the_text_decides_on_a_hyphen() -> None:
    assert flow([lines("re-election came", "and the re-", "election")])[0].endswith("re-election")
    assert flow([lines("Elmira came", "and the El-", "mira")])[0].endswith("the Elmira")


def test_an_indent_after_a_full_stop_begins_a_paragraph() -> None:
    first, second = lines("The convoy left.", "It went north")
    indented = Line(second.words, 70, second.right, second.bottom, second.height)
    assert flow([[first, second]])[0] == "The convoy left. It went north"
    assert flow([[first, indented]])[0] == "The convoy left.\n\nIt went north"


def test_a_wide_gap_parts_paragraphs_whose_lines_are_full() -> None:
    rows = lines("The convoy left the port.", "It went north", "and came back.", "Nobody was hurt")
    lower = [Line(r.words, r.left, r.right, r.bottom - 10, r.height) for r in rows[3:]]
    assert flow([rows[:3] + lower])[0] == (
        "The convoy left the port. It went north and came back.\n\nNobody was hurt"
    )


def test_a_page_number_stands_alone() -> None:
    text, starts = flow([lines("the convoy left the", "12"), lines("port at dawn")])
    assert text == "the convoy left the\n\n12\n\nport at dawn"
    assert starts == (0, text.index("port"))


def test_running_heads_and_feet_are_left_out() -> None:
    pages = [
        lines(
            "THE HARBOUR TIMES",
            f"the convoy {verb} the",
            "port and went " + "on" * number,
            f"Page {number}",
        )
        for number, verb in enumerate(("left", "saw", "reached"), 1)
    ]
    text, starts = flow(pages)
    assert "TIMES" not in text
    assert "Page" not in text
    assert text.startswith("the convoy left the port and went on the convoy saw")
    assert [text[start:][:10] for start in starts] == ["the convoy"] * 3


def test_a_page_of_nothing_but_a_repeated_line_is_kept() -> None:
    assert flow([lines("They left."), lines("They left.")])[0] == "They left.\n\nThey left."


@given(st.lists(st.lists(st.text("ab-.\u00ad 1A", min_size=1).filter(str.strip), max_size=4)))
def test_pages_begin_in_order_and_nothing_but_hyphens_is_lost(pages: list[list[str]]) -> None:
    stripped = [[words.strip() for words in page] for page in pages]
    # Each page is set a little lower, so that nothing on it stands where a running head would.
    text, starts = flow([lines(*page, top=700 - 100 * n) for n, page in enumerate(stripped)])
    assert len(starts) == len(pages)
    assert list(starts) == sorted(starts)
    assert all(0 <= start <= len(text) for start in starts)
    kept = "".join(w for page in stripped for words in page for w in words if w.isalnum())
    assert "".join(w for w in text if w.isalnum()) == kept
