"""The bundled case on a terminal of 60, 80 and 120 columns, line by line.

    python tests/cases/test_raqqa_shown.py

writes `raqqa/show-*.txt` anew; read what changed before it is kept.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from gold import Gold
from rich.cells import cell_len
from rich.console import Console

import variorum
from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.terminal.dispute_console import print_conflict
from variorum.publish.terminal.summary_console import print_summary
from variorum.publish.views.overview.conflicts_view import conflicts
from variorum.publish.views.overview.summary_view import summary

CASES = Path(__file__).resolve().parent
FOLDER = CASES.parents[1] / "examples" / "raqqa-2017"
WIDTHS = (60, 80, 120)


def shown(case: Case, width: int) -> str:
    """Return what `variorum show raqqa.db` prints, and then the first dispute opened."""
    index = Index(case)
    console = Console(file=io.StringIO(), width=width, highlight=False, legacy_windows=False)
    print_summary(summary(index), console, "variorum show raqqa.db")
    console.print("\n$ variorum show raqqa.db 1")
    print_conflict(index, conflicts(index)[0], console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def pinned(width: int) -> Path:
    """Return the file with what is printed on a terminal so wide."""
    return CASES / "raqqa" / f"show-{width}.txt"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_bundled_case_is_shown_as_it_is_pinned(raqqa: Gold, width: int) -> None:
    printed = shown(raqqa.case, width)
    assert printed == pinned(width).read_text("utf-8"), f"run {Path(__file__).name} and read it"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_first_screen_of_it_fits(width: int) -> None:
    screen, _, _ = pinned(width).read_text("utf-8").partition("\n$ ")
    lines = screen.splitlines()
    assert len(lines) < 24
    assert max(map(cell_len, lines)) <= width


if __name__ == "__main__":
    built = variorum.build([FOLDER])
    for columns in WIDTHS:
        pinned(columns).write_text(shown(built, columns), "utf-8")
