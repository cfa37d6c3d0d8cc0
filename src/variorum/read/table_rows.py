"""Tables as sentences: each row with the headings of its columns, so that figures have words."""

import re
from collections.abc import Iterable, Sequence

from variorum.read.publication_dates import day_in

UNREAD = (
    "A table in it has figures and no headings that say what they count; its rows stand in the text"
    " as they are, such as {row!r}."
)
_FIGURE = re.compile(r"[^\w(]*\(?[~≈<>±+-]?\s*\d[\d.,\s/–-]*\s*[%+]?\)?\W*")
LONGEST = 200  # A cell with more characters is no cell of a table of figures, but a part of a page


def sentences(rows: Sequence[Sequence[str]], headed: bool = False) -> list[str] | None:
    """Return a sentence for each row of a table of figures, or None where it is none.

    "Aleppo | 12 | 30" under "Province | Killed | Injured" is "Aleppo: 12 Killed, 30 Injured." What
    is no figure is told as "Cause: shelling", and so is one under a heading that is a figure. Two
    rows of headings are joined, and a first row of one cell alone is the title of the table.

    Args:
        rows: the cells of each row; one that spans several columns stands in each.
        headed: whether the first row is known to be headings.
    """
    rows = [list(row) for row in rows if any(cell.strip() for cell in row)]
    width = max(map(len, rows), default=0)
    uneven = any(len(row) != width for row in rows)
    if width < 2 or uneven or any(len(cell) > LONGEST for row in rows for cell in row):
        return None
    title = [] if headed or len(rows) < 3 or len({*rows[0]} - {""}) > 1 else [_ended(max(rows[0]))]
    rows = rows[len(title) :]
    tops = [(_joined(rows[:n]), rows[n:]) for n in (1, 2)]
    told = next((top for top in tops if _are_headings(*top)), None)
    first, below = told or tops[0]
    if not headed and told is None:
        pairs = width == 2 and not any(_is_figure(row[0]) for row in rows)
        told_pairs = (_ended(f"{row[0]}: {row[1]}") for row in rows if row[1])
        return [*title, *told_pairs] if pairs else None
    if not below:
        return None
    named = not _is_figure(below[0][0]) and not all(_is_figure(row[0]) for row in below)
    return [*title, *(_row(first, row, int(named)) for row in below)]


def _joined(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the headings of columns in one row: "Men" over "Killed" is "Men Killed"."""
    columns: Iterable[Sequence[str]] = zip(*rows, strict=True)
    return [" ".join(dict.fromkeys(cell for cell in column if cell)) for column in columns]


def rows_as_text(rows: Sequence[Sequence[str]], headed: bool = False) -> tuple[str, list[str]]:
    """Return the text of a table, a line a row, and what there is to remark about it."""
    told = sentences(rows, headed)
    if told is not None:
        return "\n".join(told), []
    lines = [" | ".join(row) for row in rows]
    told_of = zip(rows, lines, strict=True)
    unread = [line for row, line in told_of if len(row) > 1 and any(map(_is_figure, row))]
    return "\n".join(lines), [UNREAD.format(row=unread[0][:60])] if unread else []


def _is_figure(cell: str) -> bool:
    """Return whether a cell holds a number and no more; a day is none."""
    return _FIGURE.fullmatch(cell) is not None and day_in(cell) is None


def _are_headings(first: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row has no figure, and a column under it has nothing else."""
    if any(map(_is_figure, first)) or not all(cell.strip() for cell in first[1:]):
        return False
    columns: Iterable[Sequence[str]] = zip(*below, strict=True)
    return any(
        any(map(_is_figure, column)) and all(_is_figure(cell) or not cell for cell in column)
        for column in columns
    )


def _row(headings: Sequence[str], cells: Sequence[str], named: int) -> str:
    """Return the sentence of a row; its first cell names what the others are of, where `named`."""
    told: list[str] = []
    for number, (heading, cell) in enumerate(zip(headings, cells, strict=True)):
        spanned = number > 0 and cells[number - 1] == cell and headings[number - 1] == heading
        if number < named or not cell.strip(" –-") or spanned:
            continue
        counted = _is_figure(cell) and heading and not heading[0].isdigit()
        told.append(f"{cell} {heading}" if counted else f"{heading}: {cell}" if heading else cell)
    return _ended(
        f"{cells[0]}: {', '.join(told)}" if named and told else ", ".join(told) or cells[0]
    )


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
