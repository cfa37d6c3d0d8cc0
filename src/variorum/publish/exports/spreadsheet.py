"""XLSX: every table as a sheet, the disputes first, with a frozen head that filters.

It is written while it is made, and so begins at once: a library would hold all of it to its end.
"""

import re
from collections.abc import Iterable, Iterator
from string import ascii_uppercase
from typing import BinaryIO
from xml.sax.saxutils import escape

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.exports.archive import write_archive
from variorum.publish.tables.table import Column, Row, Table, cell_text
from variorum.publish.tables.tables import TABLES
from variorum.yaml_files import yaml_file

NARROW, WIDE, MARGIN = 14, 60, 0.71
"""The width of a column in characters, and what the margins of its cells add."""
LINE, MOST_LINES = 15, 12
"""The height of a line in points, and how many of a long text are shown."""
_LONG = frozenset(
    {"question", "quotation", "content", "because", "settled_by", "why", "act", "title"}
)
# Excel cuts what is longer, and calls the file broken.
MOST_CHARS = 32_767
# What XML cannot hold, and what looks as if it were written for that.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_HEAD, _WRAPPED, _PLAIN = 1, 2, 3
# Columns are called A, Z, AA.
LETTERS = [a + b for a in ("", *ascii_uppercase) for b in ascii_uppercase]
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write_xlsx(case: Case, stream: BinaryIO) -> None:
    """Write the tables of `case` to a binary `stream` as one workbook."""
    write_archive(_parts(case), stream)


def _parts(case: Case) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the name of each part and what is in it, those of every workbook first."""
    numbers = list(enumerate(TABLES, start=1))
    for part, told in yaml_file("variorum.publish.tables", "spreadsheet.yaml").items():
        each = (told.get("each", "").format(n=n, name=name) for n, name in numbers)
        yield part, [XML, told["all"].replace("{each}", "".join(each))]
    index = Index(case)
    for n, name in numbers:
        yield f"xl/worksheets/sheet{n}.xml", _sheet(TABLES[name], TABLES[name].rows(index))


def _sheet(table: Table, rows: Iterable[Row]) -> Iterator[str]:
    letters = LETTERS[: len(table.columns)]
    widths = [WIDE if _style(column) == _WRAPPED else NARROW for column in table.columns]
    yield (
        f'{XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>'
        '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft"'
        ' state="frozen"/></sheetView></sheetViews><cols>'
    )
    for n, (width, column) in enumerate(zip(widths, table.columns, strict=True), start=1):
        shown = f'width="{width + MARGIN}" style="{_style(column)}" customWidth="1"'
        yield f'<col min="{n}" max="{n}" {shown}/>'
    head = zip(letters, table.names, strict=True)
    cells = "".join(_text(f"{letter}1", _HEAD, name) for letter, name in head)
    yield f'</cols><sheetData><row r="1">{cells}</row>'
    last = 1
    for last, row in enumerate(rows, start=2):
        yield _row(last, table, row, letters)
    yield f'</sheetData><autoFilter ref="A1:{letters[-1]}{last}"/></worksheet>'


def _row(number: int, table: Table, row: Row, letters: list[str]) -> str:
    cells, longest = [], 0
    for letter, column, cell in zip(letters, table.columns, row, strict=True):
        place, style = f"{letter}{number}", _style(column)
        if isinstance(cell, int | float):
            cells.append(f'<c r="{place}" s="{style}"><v>{cell + 0!r}</v></c>')
        elif text := cell_text(column, cell):
            cells.append(_text(place, style, text[:MOST_CHARS]))
            longest = max(longest, len(text) if style == _WRAPPED else 0)
    # Not every program makes a row as high as its wrapped text.
    height = LINE * min(1 + longest // WIDE, MOST_LINES)
    return f'<row r="{number}" ht="{height}" customHeight="1">{"".join(cells)}</row>'


def _text(place: str, style: int, text: str) -> str:
    """Return a cell of text, which stays text whatever it begins with."""
    written = escape(_UNWRITABLE.sub(lambda m: f"_x{ord(m[0]):04X}_", text))
    told = f'<is><t xml:space="preserve">{written}</t></is>'
    return f'<c r="{place}" s="{style}" t="inlineStr">{told}</c>'


def _style(column: Column) -> int:
    return _WRAPPED if column.name in _LONG else _PLAIN
