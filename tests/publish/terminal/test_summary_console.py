"""The record on one screen: never more than 24 lines of a small terminal, nothing uncounted."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.terminal.summary_console import print_summary
from variorum.publish.views.overview.summary_view import Summary, summary


def _lines(view: Summary, width: int, most: int | None = None, about: str = "") -> list[str]:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    print_summary(view, console, "variorum show x.db", most, about)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def _many(view: Summary) -> Summary:
    """Return a view of thirty disputes, five changes and much else."""
    more = tuple(replace(view.conflicts[n % len(view.conflicts)], number=n + 1) for n in range(30))
    changes = tuple(f"Speaker {n}: “one” → “two” " * 3 for n in range(5))
    told = replace(view, conflicts=more, changes=changes)
    return replace(told, agreements="9 agreements", gaps=("1 gap",))


@pytest.fixture(scope="module")
def view(ferry_built: Case) -> Summary:
    return summary(Index(ferry_built))


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_and_all_fit_one_screen(
    view: Summary, width: int
) -> None:
    many = _many(view)
    told_differently = (replace(many, differing=many.conflicts[:n]) for n in (1, 3, 30))
    for shown in (view, many, *told_differently):
        lines = _lines(shown, width)
        assert all(cell_len(line) <= width for line in lines)
        assert len(lines) < 24 + (width < 60)


def test_a_dispute_is_one_line_of_its_answers(view: Summary) -> None:
    (killed,) = (line for line in _lines(view, 80) if " people killed " in line)
    assert "23 · " in killed
    assert "31 · 37" in killed


def test_what_is_worked_out_stands_in_brackets(view: Summary) -> None:
    (rescued,) = (line for line in _lines(view, 80) if " people rescued " in line)
    assert re.search(r"\[54 to \d+\] · 140", rescued)


def test_a_wide_terminal_names_who_says_so_and_a_narrow_one_has_a_line_for_the_answers(
    view: Summary,
) -> None:
    assert "Who says so" in _lines(view, 120)[3]
    assert "Who says so" not in _lines(view, 80)[3]
    narrow = _lines(view, 60)
    (at,) = (n for n, line in enumerate(narrow) if line.endswith(" people killed"))
    assert "31" in narrow[at + 1]


def test_what_does_not_fit_is_counted(view: Summary) -> None:
    many = _many(view)
    text = "\n".join(_lines(many, 80))
    assert "more disputes: --limit 30" in text
    assert "3 others: --changes" in text
    assert "more dispute" not in "\n".join(_lines(many, 80, most=30))
    assert "28 more disputes: --limit 30" in "\n".join(_lines(many, 80, most=2))


def test_a_record_as_of_a_day_and_one_of_a_source_say_so(view: Summary) -> None:
    lines = _lines(replace(view, as_of="2023-03-14"), 80, about="Courier")
    assert lines[0] == "Deaths in Ardel, 12 March 2023: Courier"
    assert lines[1].startswith("As of 14 March 2023: 5 reports · ")


def test_a_record_without_disputes_says_so() -> None:
    lines = _lines(summary(Index(Case())), 80)
    assert lines[0] == "No reports"
    assert "Nothing in dispute was found." in lines
    assert lines[-1] == "--help lists more"


def test_beside_many_disputes_three_questions_told_differently_are_on_the_screen(
    view: Summary,
) -> None:
    many = _many(view)
    lines = _lines(replace(many, differing=many.conflicts), 80)
    (head,) = (n for n, line in enumerate(lines) if "Told differently" in line)
    assert [line.strip()[:1] for line in lines[head + 1 : head + 5]] == ["1", "2", "3", "2"]
    assert "27 more questions: --limit 30" in lines[head + 4]
    assert "more disputes: --limit 30" in lines[head - 2]
    # No line is wasted, and no more than three where there is room for disputes.
    assert len(lines) == 23
    alone = _lines(replace(many, conflicts=(), differing=many.conflicts), 80)
    assert len(alone) == 22
