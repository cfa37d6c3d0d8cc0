"""Lines and columns on a terminal: as many columns as there is room for, none too narrow."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

Cell = str | Text
# A column of fewer characters breaks a sentence into scraps.
LEAST = 40
# Names give way to a further column where so many characters of them stay.
ENOUGH = 28
INDENT = 4
# Of two answers neither gives way: each is cut.
FEWEST = 2


def beside(width: int, names: int) -> tuple[int, int]:
    """Return how many columns of text stand beside one of names, and how wide the names are.

    Args:
        width: the characters of a line.
        names: how wide the names would like to be; where they would leave no column that can be
            read, none stands beside them, and they have the line to themselves.
    """
    columns = min(2, max(0, width - min(names, ENOUGH)) // (LEAST + 2))
    # What is left over is shared with the columns.
    spare = width - columns * (LEAST + 2) - ENOUGH
    return (columns, min(names, ENOUGH + max(0, spare) // 2)) if columns else (0, width)


def fitting(parts: Sequence[tuple[str, int]], width: int) -> str:
    """Return the words of the parts on one line; those that weigh least give way, and are counted.

    Args:
        parts: words, each with its weight.
        width: the characters there is room for.
    """
    kept = list(parts)
    while cell_len(line := _joined(kept, len(parts))) > width and len(kept) > FEWEST:
        kept.remove(min(reversed(kept), key=lambda part: part[1]))
    if cell_len(line) <= width:
        return line
    room = width - cell_len(_joined([("", 0)] * len(kept), len(parts)))
    lengths = [cell_len(words) for words, _ in kept]
    # The longest are cut first, to where all fit.
    most = next((n for n in range(width, 0, -1) if sum(min(n, m) for m in lengths) <= room), 1)
    return cut(_joined([(cut(words, most), 0) for words, _ in kept], len(parts)), width)


def _joined(kept: Sequence[tuple[str, int]], of: int) -> str:
    more = [f"+{of - len(kept)} more"] if len(kept) < of else []
    return " · ".join([*(words for words, _ in kept), *more])


def cut(words: str, width: int) -> str:
    """Return words on one line, cut to a width with an ellipsis where they are longer."""
    text = Text(" ".join(words.split()))
    text.truncate(width, overflow="ellipsis")
    return text.plain


def indented(text: Cell, console: Console, steps: int = 1) -> None:
    """Print a text that keeps its distance from the left in every line."""
    words = Text(text) if isinstance(text, str) else text
    for line in words.wrap(console, console.width - INDENT * steps):
        line.rstrip()
        console.print(Text(" " * INDENT * steps).append_text(line), no_wrap=True, crop=False)


def print_rows(
    console: Console, title: str, names: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> None:
    """Print rows as a table where each column has room, and else one cell below the other."""
    console.print(Text(title, style="bold"))
    if console.width >= (LEAST + 2) * len(names):
        table = Table(box=box.SIMPLE_HEAD, show_lines=True, pad_edge=False)
        for name in names:
            table.add_column(name, min_width=LEAST, overflow="fold")
        for row in rows:
            table.add_row(*(Text(cell) if isinstance(cell, str) else cell for cell in row))
        console.print(table)
        return
    for first, *others in rows:
        indented(first, console)
        for name, cell in zip(names[1:], others, strict=True):
            told = Text(f"{name}: " if name else "", style="dim")
            indented(told.append(cell if isinstance(cell, Text) else Text(cell)), console, 2)
