"""XLSX: every table as a sheet, the disputes first, with a frozen head that filters."""

import datetime
from typing import Any, BinaryIO

from variorum import lazy
from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.tables.table import Table, cell_text
from variorum.publish.tables.tables import TABLES

NARROW, WIDE = 14, 60
LINE, MOST_LINES = 15, 12
"""The height of a line in points, and how many of a long text are shown."""
_LONG = frozenset(
    {"question", "quotation", "content", "because", "settled_by", "why", "act", "title"}
)
# Excel cuts what is longer, and calls the file broken.
MOST_CHARS = 32_767
# The same case gives the same bytes: the file does not say when it was written.
_WRITTEN = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
# Text stays text, whatever it begins with.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def write_xlsx(case: Case, stream: BinaryIO) -> None:
    """Write the tables of `case` to a binary `stream` as one workbook.

    Raises:
        UsageError: when XlsxWriter, the extra `xlsx`, is not installed.
    """
    book = lazy.extra("xlsxwriter", "Workbook", "xlsx")(stream, _OPTIONS)
    book.set_properties({"title": "Variorum", "created": _WRITTEN.replace(tzinfo=None)})
    index = Index(case)
    head = book.add_format({"bold": True, "bottom": 1})
    lines = {long: book.add_format({"text_wrap": long, "valign": "top"}) for long in (True, False)}
    for name, table in TABLES.items():
        _fill(book.add_worksheet(name), table, index, head, lines)
    book.close()


def _fill(sheet: Any, table: Table, index: Index, head: Any, lines: dict[bool, Any]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, table.names, head)
    last = 0
    for last, row in enumerate(table.rows(index), start=1):
        longest = 0
        for position, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            if isinstance(cell, int | float):
                sheet.write_number(last, position, cell)
            elif text := cell_text(column, cell):
                sheet.write_string(last, position, text[:MOST_CHARS])
                longest = max(longest, len(text) if column.name in _LONG else 0)
        # Not every program makes a row as high as its wrapped text.
        sheet.set_row(last, LINE * min(1 + longest // WIDE, MOST_LINES))
    sheet.autofilter(0, 0, last, len(table.columns) - 1)
    for position, column in enumerate(table.columns):
        long = column.name in _LONG
        sheet.set_column(position, position, WIDE if long else NARROW, lines[long])
