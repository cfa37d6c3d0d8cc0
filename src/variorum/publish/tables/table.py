"""What a table is: columns with their types, and rows of plain values made from a case.

CSV, XLSX and Parquet are written from the same tables. The text of CSV begins with a byte order
mark: without it Excel reads UTF-8 as the machine's old code page and turns Arabic or Cyrillic into
rubbish. Cells that a spreadsheet would run as a formula get a leading apostrophe (OWASP, "CSV
Injection").
"""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Any, TextIO

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.yaml_files import word_file

BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
Cell = str | float | None | Sequence[str | float | None]
Row = Sequence[Cell]
SEVERAL = (list, tuple)
TYPES: dict[str, type] = {"text": str, "int": int, "float": float}


@dataclass(frozen=True)
class Column:
    """A column: its name and type, what parts the values of a cell, and the way to its value.

    `between` is empty where a cell holds one value.
    """

    name: str
    type: type
    between: str
    record: str
    way: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table: what one row of it is, its columns, and what makes the rows of a case."""

    row: str
    columns: tuple[Column, ...]
    rows: Callable[[Index], Iterator[Row]]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns in order."""
        return tuple(column.name for column in self.columns)


def table(name: str, rows: Callable[[Index], Iterator[Row]]) -> Table:
    """Return the table of a name, whose columns stand in `columns.yaml`."""
    layout = word_file(__package__, "columns.yaml")[name]
    return Table(layout["row"], tuple(starmap(_column, layout["columns"].items())), rows)


def _column(name: str, told: dict[str, str]) -> Column:
    known = told or {}
    record, *way = known.get("of", name).split(".")
    kind, between = TYPES[known.get("type", "text")], known.get("between", "")
    return Column(name, kind, between, record, tuple(way))


def row_of(table: Table, told: Mapping[str, Any]) -> Row:
    """Return the row of a table that records and plain values give; what is not told is None."""
    return [_value(told.get(column.record), column.way) for column in table.columns]


def _value(found: Any, way: Sequence[str]) -> Any:
    """Return what a way leads to: of several records a list, and None where there is no record."""
    for place, name in enumerate(way):
        if found is None:
            return None
        if isinstance(found, SEVERAL):
            return [_value(one, way[place:]) for one in found]
        found = getattr(found, name)
    return list(found) if isinstance(found, tuple) else found


def records(table: Table, index: Index) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table as values by the names of its columns."""
    for row in table.rows(index):
        yield dict(zip(table.names, row, strict=True))


def _value_text(value: str | float | None) -> str:
    if isinstance(value, float):
        return f"{value:g}" if value % 1 else f"{value:.0f}"
    return "" if value is None else str(value)


def cell_text(column: Column, cell: Cell) -> str:
    """Return a cell as text: nothing for None, several values with the column's sign between."""
    if isinstance(cell, str | int | float) or cell is None:
        return _value_text(cell)
    return column.between.join(map(_value_text, cell))


def safe_cell(value: str) -> str:
    """Return `value`, with an apostrophe before it where a spreadsheet would take it for a formula.

    Plain numbers, negative ones too, are left alone: they do nothing.
    """
    if not value.startswith(FORMULA_STARTS):
        return value
    try:
        float(value)
    except ValueError:
        return f"'{value}"
    return value


def write_table(table: Table, case: Case, stream: TextIO) -> None:
    r"""Write a table of `case` to a text `stream` as CSV, after a row of names.

    The stream should be opened with ``encoding="utf-8", newline=""``. Rows end in ``\r\n``
    (RFC 4180).
    """
    stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream)
    writer.writerow(table.names)
    for row in table.rows(Index(case)):
        pairs = zip(table.columns, row, strict=True)
        writer.writerow([safe_cell(cell_text(column, cell)) for column, cell in pairs])
