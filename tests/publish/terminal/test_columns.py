"""Lines and columns: nothing wider than the terminal, no column too narrow, nothing uncounted."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from variorum.publish.terminal.columns import beside, cut, fitting, indented, print_rows

LEAST = 40


def console(width: int) -> Console:
    return Console(file=io.StringIO(), width=width, highlight=False)


def printed(screen: Console) -> str:
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue()


@given(st.integers(20, 300), st.integers(0, 120))
def test_no_column_is_narrower_than_forty_characters(width: int, names: int) -> None:
    columns, wide = beside(width, names)
    assert columns in {0, 1, 2}
    if columns:
        assert (width - wide - 2 * columns) // columns >= LEAST
        assert wide <= names


def test_wide_terminals_have_more_columns() -> None:
    assert [beside(width, 30)[0] for width in (60, 80, 120, 200)] == [0, 1, 2, 2]


def test_the_lightest_give_way_and_are_counted() -> None:
    parts = [("none", 3), ("four", 1), ("dozens", 1), ("many", 2)]
    assert fitting(parts, 27) == "none · four · dozens · many"
    assert fitting(parts, 26) == "none · many · +2 more"
    heavier = [("nine hundred", 3), ("four", 1), ("dozens upon dozens", 1), ("many", 2)]
    assert fitting(heavier, 36) == "nine hundred · four · many · +1 more"


@given(
    st.lists(st.tuples(st.text("abcé ", min_size=1, max_size=30), st.integers(0, 9)), max_size=8),
    st.integers(20, 100),
)
def test_a_line_is_never_wider_than_its_room(parts: list[tuple[str, int]], width: int) -> None:
    assert cell_len(fitting(parts, width)) <= width


def test_of_two_answers_the_longer_is_cut() -> None:
    line = fitting([("yes", 1), ("a very long answer indeed", 1)], 20)
    assert line == "yes · a very long a…"
    three = fitting([("yes", 3), ("a very long answer indeed", 2), ("no", 1)], 27)
    assert three == "yes · a very lon… · +1 more"


def test_words_are_cut_to_one_line() -> None:
    assert cut("a  b\nc", 9) == "a b c"
    assert cut("abcdef", 4) == "abc…"
    assert cell_len(cut("漢字漢字", 5)) <= 5


def test_every_line_of_a_text_keeps_its_distance() -> None:
    screen = console(20)
    indented("one two three four five six", screen)
    lines = printed(screen).splitlines()
    assert len(lines) > 1
    assert all(line.startswith("    ") and line[4] != " " for line in lines)
    assert all(line == line.rstrip() and len(line) <= 20 for line in lines)


def test_rows_are_a_table_only_where_each_column_has_room() -> None:
    rows = [("first " * 10, "[b]second[/b]")]
    narrow, wide = console(80), console(90)
    for screen in (narrow, wide):
        print_rows(screen, "Title", ("Who", "What"), rows)
    assert "Who" not in printed(narrow)
    assert "        What: [b]second[/b]" in printed(narrow)
    assert "Who" in printed(wide)
    assert "[b]second[/b]" in printed(wide)
