"""Workbooks (Excel, OOXML): each row of each sheet with the headings of its columns."""

import datetime
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from variorum import lazy
from variorum.read.books.packed import parts
from variorum.read.content import Content, Source, joined, person
from variorum.read.language import stated_or_detected
from variorum.read.table_rows import rows_as_text

_UNKNOWN = (
    "{count} cells of its sheet {sheet!r} are formulas whose results the file does not hold; open"
    " it in a spreadsheet program, and save it anew."
)


def read(source: Source) -> Content:
    """Return the text of an .xlsx, a paragraph for each table, under the name of its sheet.

    A table is one row a line, each figure with the heading of its column; blank rows part tables.
    Formulas stand as the results that the file holds.

    Raises:
        UnreadableDocument: when it is broken, or would unpack to far more than its size.
    """
    load = lazy.extra("openpyxl", "load_workbook", "office")
    with parts(source):
        book = load(BytesIO(source.data), read_only=True, data_only=True)
        written = load(BytesIO(source.data), read_only=True)
        remarks: list[str] = []
        blocks: list[str] = []
        for sheet in book.worksheets:
            tables = [*_tables(source, sheet)]
            blocks += [sheet.title] if tables else []
            for rows in tables:
                told, unread = rows_as_text(rows)
                blocks.append(told)
                remarks += unread
            remarks += _unknown(sheet, written[sheet.title])
        text = joined(blocks)
        stated = book.properties
        return Content(
            text=text,
            title=(stated.title or "").strip() or None,
            author=person(stated.creator or ""),
            published=stated.created.date().isoformat() if stated.created else None,
            language=stated_or_detected(stated.language, text),
            remarks=tuple(remarks),
        )


def _tables(source: Source, sheet: Any) -> Iterator[list[list[str]]]:
    """Yield the tables of a sheet: rows between blank ones, without the columns that are blank."""
    held: list[list[str]] = []
    length = 0
    for values in sheet.iter_rows(values_only=True):
        row = [_words(value) for value in values]
        length += sum(map(len, row))
        source.check_length(length)
        if any(row):
            held.append(row)
        elif held:
            yield _filled(held)
            held = []
    if held:
        yield _filled(held)


def _filled(rows: list[list[str]]) -> list[list[str]]:
    width = max(map(len, rows))
    wide = [[*row, *[""] * (width - len(row))] for row in rows]
    kept = [column for column in range(width) if any(row[column] for row in wide)]
    return [[row[column] for column in kept] for row in wide]


def _words(value: Any) -> str:
    """Return a value as it is read: a day without its midnight, 40.0 as 40."""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else " ".join(str(value).split())


def _unknown(sheet: Any, written: Any) -> Iterator[str]:
    """Yield a remark on the formulas of a sheet that have no result."""
    count = sum(
        isinstance(formula, str) and formula.startswith("=") and value is None
        for values, formulas in zip(
            sheet.iter_rows(values_only=True), written.iter_rows(values_only=True), strict=False
        )
        for value, formula in zip(values, formulas, strict=False)
    )
    if count:
        yield _UNKNOWN.format(count=count, sheet=sheet.title)
