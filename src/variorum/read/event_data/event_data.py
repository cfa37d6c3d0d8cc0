"""Event data sets: each row of a CSV file becomes an Event, and each malformed row a Gap.

The layouts that are known, and what their codes mean, stand in `events.yaml`. A file is read row
by row and never held as a whole. It is in UTF-8 (RFC 3629), with or without a byte order mark; its
fields are parted by commas, semicolons or tabs and quoted as RFC 4180 says.
"""

import csv
import datetime
import functools
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TextIO

from pydantic import Field

from variorum.edtf import days as edtf_days
from variorum.errors import UnreadableDocument
from variorum.model import Event, Gap, content_id
from variorum.model.base import Record
from variorum.read import sniff
from variorum.read.content import Source
from variorum.read.publication_dates import leading_date
from variorum.settings import Settings
from variorum.yaml_files import yaml_file

# No row of a data set comes near; a file without line breaks would.
MOST_CHARS = 1_000_000
_HEAD_BYTES = 4096
_SHOWN_CHARS = 60
# What decoding makes of a byte that is not UTF-8.
_BROKEN = re.compile("[\udc80-\udcff]")
_COUNT = re.compile(r"-?[0-9]{1,9}(?:\.0+)?")
_DECIMAL = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,2})?")
_DAY = re.compile(r"([12][0-9]{3}-[0-9]{2}-[0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.0+)?)?")
_DAY_IN_WORDS = re.compile(r"[0-9]{1,2}[- ][^\W\d_]+[- ][12][0-9]{3}")

Days = tuple[datetime.date, datetime.date]


class Codes(Record):
    """A column of codes of how precise something is; where none are listed, any number is one."""

    column: str
    codes: tuple[int, ...] = ()
    widens: dict[int, Literal["week", "month"]] = Field({})


class Layout(Record):
    """One layout of `events.yaml`, whose head explains the fields."""

    required: tuple[str, ...]
    row: str
    numbered: bool = False
    start: str
    end: str
    dates: Literal["day", "edtf"]
    kind: tuple[str, ...]
    kind_words: dict[str, str] = Field({})
    directed: tuple[str, ...] | Literal["always"]
    actors: tuple[str, str]
    associates: tuple[str, ...] = ()
    place: str
    lat: str
    lon: str
    country: str
    deaths: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    date_precision: Codes
    place_precision: Codes
    sources: str
    notes: str | None = None
    kept: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A file whose header is understood: its layout, and what each column is for."""

    path: Path
    layout: Layout
    data_set: str
    delimiter: str
    names: tuple[str, ...]
    """The columns in small letters."""
    deaths: tuple[str | None, ...]
    """The columns of the lowest, the best and the highest estimate."""
    further: tuple[tuple[int, str], ...]
    """Position and name, as written, of each column that goes to `Event.other`."""


class Lines:
    """The lines of a file for csv.reader, counted, and able to give back what a bad row took."""

    def __init__(self, file: TextIO, path: Path) -> None:
        self.number = 0
        self._file, self._path = file, path
        self._ahead: deque[str] = deque()
        self._row: list[str] = []
        self._chars = 0

    def __iter__(self) -> Iterator[str]:
        """Return the lines themselves."""
        return self

    def __next__(self) -> str:
        """Return the next line with its end."""
        line = self._ahead.popleft() if self._ahead else self._file.readline(MOST_CHARS)
        if not line:
            raise StopIteration
        self.number += 1
        self._row.append(line)
        self._chars += len(line)
        if self._chars >= MOST_CHARS:
            raise UnreadableDocument(
                str(self._path),
                f"The row that ends on line {self.number} is longer than {MOST_CHARS:,} characters,"
                " so this is no list of events; save the table as CSV in UTF-8.",
            )
        if not line.isascii() and _BROKEN.search(line):
            raise _not_utf8(self._path, self.number)
        return line

    def begin_row(self) -> int:
        """Return the number of the line at which the next row begins."""
        self._row.clear()
        self._chars = 0
        return self.number + 1

    def give_back(self) -> None:
        """Have all lines of the row but its first come again, each as the beginning of a row."""
        self._ahead.extendleft(reversed(self._row[1:]))
        self.number -= len(self._row) - 1


def read_events(path: Path) -> Iterator[Event | Gap]:
    """Yield the event of each row of a data set, in their order, and a gap for each malformed row.

    A gap names the line at which its row begins; empty rows are passed over. A week or a month that
    a data set gives by a code widens the days of the event, as `events.yaml` says. The id of an
    event is that of its row in its data set, so that a later edition takes its place; in a plain
    list, the data set is the name of the file, and all that the row says is part of the id.

    Raises:
        UnreadableDocument: at once when the file is missing, empty, no CSV, or of no known layout;
            in the course of reading, when a line is not UTF-8 or endless.
    """
    return _rows(_table(path))


def layout_of(header: Sequence[str]) -> str | None:
    """Return the name of the layout that these columns make, or None when they make none."""
    names = set(_small(header))
    layouts = _layouts().items()
    return next((name for name, layout in layouts if names.issuperset(layout.required)), None)


@functools.cache
def _layouts() -> dict[str, Layout]:
    rows = yaml_file(__package__, "events.yaml")
    return {name: Layout.model_validate(raw) for name, raw in rows.items()}


def _small(header: Sequence[str]) -> list[str]:
    return [name.strip().lower() for name in header]


def _not_utf8(path: Path, line: int) -> UnreadableDocument:
    return UnreadableDocument(
        str(path), f"Line {line} holds bytes that are not UTF-8; save the table as CSV in UTF-8."
    )


def _opened(path: Path) -> TextIO:
    """Return the open file; bytes that are not UTF-8 come as characters that `_BROKEN` finds."""
    try:
        # To open a pipe would be to wait for it.
        if path.exists() and not path.is_file():
            raise UnreadableDocument(str(path), "It is not a file; give the CSV file itself.")
        return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UnreadableDocument(
            str(path),
            f"It cannot be opened ({why}); see that it is there and that you may read it.",
        ) from error


def _header(path: Path) -> tuple[str, list[str]]:
    """Return the sign between the columns, taken for the one that parts the most, and their names.

    Columns without a name are called by their number.
    """
    with _opened(path) as file:
        line = file.readline(MOST_CHARS)
    if _BROKEN.search(line) or "\0" in line:
        raise _not_utf8(path, 1)
    readings = []
    for delimiter in ",;\t":
        try:
            readings.append((delimiter, next(csv.reader([line], delimiter=delimiter, strict=True))))
        except (csv.Error, StopIteration):
            continue
    if not readings or not line.strip():
        raise UnreadableDocument(
            str(path),
            "Its first line is no header of a CSV file; begin it with the names of the columns.",
        )
    delimiter, names = max(readings, key=lambda reading: len(reading[1]))
    return delimiter, [name.strip() or f"column {n}" for n, name in enumerate(names, 1)]


def _table(path: Path) -> Table:
    """Return what the header of a file says of its columns."""
    with _opened(path) as file:
        head = file.buffer.read(_HEAD_BYTES)
    sniff.check(Source(str(path), path.suffix.lower(), head, Settings()))
    delimiter, header = _header(path)
    names = tuple(_small(header))
    twice = next((name for n, name in enumerate(names) if name in names[:n]), None)
    if twice is not None:
        raise UnreadableDocument(str(path), f"Two columns are called {twice!r}; rename one.")
    found = layout_of(header)
    if found is None:
        raise UnreadableDocument(str(path), _unknown(names))
    layout = _layouts()[found]
    deaths = tuple(next((n for n in columns if n in names), None) for columns in layout.deaths)
    mapped = _mapped(layout, deaths)
    return Table(
        path=path,
        layout=layout,
        data_set=path.stem if found == "plain" else found,
        delimiter=delimiter,
        names=names,
        deaths=deaths,
        further=tuple((n, header[n]) for n, name in enumerate(names) if name not in mapped),
    )


def _unknown(names: Sequence[str]) -> str:
    """Return the sentence about a header that lacks columns of every layout."""
    lacks = [
        f"for {name} it lacks {', '.join(c for c in layout.required if c not in names)}"
        for name, layout in _layouts().items()
    ]
    return f"Its columns are of no known layout: {'; '.join(lacks)}."


def _mapped(layout: Layout, deaths: Sequence[str | None]) -> set[str | None]:
    """Return the columns that a field of Event holds in full."""
    single = (layout.row, layout.start, layout.end, layout.place, layout.lat, layout.lon)
    codes = (layout.date_precision.column, layout.place_precision.column)
    others = (layout.country, layout.sources, layout.notes)
    lists = (*layout.kind, *layout.actors, *layout.associates)
    return {*single, *codes, *others, *lists, *deaths} - set(layout.kept)


def _rows(table: Table) -> Iterator[Event | Gap]:
    """Yield what each row after the header is."""
    with _opened(table.path) as file:
        lines = Lines(file, table.path)
        next(lines, None)
        reader = csv.reader(lines, delimiter=table.delimiter, strict=True)
        while True:
            found: Event | Gap | None
            line = lines.begin_row()
            try:
                row = next(reader)
                found = _event(table, row, line) if any(map(str.strip, row)) else None
            except StopIteration:
                return
            except csv.Error as error:
                # What looks like one row may be a row with a stray quotation mark and many after.
                lines.give_back()
                found = _gap(
                    table, line, f"The row is no CSV ({error}); close or double its quotes."
                )
            except ValueError as error:
                found = _gap(table, line, str(error))
            if found:
                yield found


def _gap(table: Table, line: int, why: str) -> Gap:
    return Gap(what=f"{table.path}, line {line}", why=why, kind="document")


def _event(table: Table, row: Sequence[str], line: int) -> Event:
    """Return the event of a row; a ValueError says in a sentence what is wrong with the row."""
    layout = table.layout
    if len(row) != len(table.names):
        raise ValueError(
            f"The row has {len(row)} fields, and the header {len(table.names)}; give it as many."
        )
    cells = {name: cell.strip() for name, cell in zip(table.names, row, strict=True)}
    for column in layout.required:
        if not cells[column]:
            raise ValueError(f"The column {column!r} is empty; every row must have it.")
    start, end = _days(layout, cells)
    kinds = _kinds(layout, cells)
    actors = tuple(filter(None, (cells.get(column) for column in layout.actors)))
    one_sided = layout.directed == "always" or kinds[0] in layout.directed
    key = cells.get(layout.row) or str(line)
    whole = row if layout.numbered else ()
    return Event(
        id=content_id("event", table.data_set, key, *whole),
        data_set=table.data_set,
        row=key,
        line=line,
        start=start.isoformat(),
        end=end.isoformat(),
        kind=": ".join(kinds),
        actors=actors,
        directed=one_sided and len(actors) == len(layout.actors),
        associates=tuple(n for column in layout.associates for n in _listed(cells.get(column))),
        place=cells.get(layout.place) or None,
        lat=_degrees(cells, layout.lat, 90),
        lon=_degrees(cells, layout.lon, 180),
        country=cells.get(layout.country) or None,
        deaths=_deaths(table, cells),
        date_precision=_code(cells, layout.date_precision),
        place_precision=_code(cells, layout.place_precision),
        sources=_listed(cells.get(layout.sources)),
        notes=cells.get(layout.notes, "") if layout.notes else "",
        other={name: row[n] for n, name in table.further if row[n] and not row[n].isspace()},
    )


def _wrong(column: str, cell: str, why: str) -> ValueError:
    shown = cell if len(cell) <= _SHOWN_CHARS else cell[:_SHOWN_CHARS] + "…"
    return ValueError(f"The {column} {shown!r} {why}.")


def _listed(cell: str | None) -> tuple[str, ...]:
    """Return the names of a cell, between which stand semicolons."""
    if not cell:
        return ()
    return tuple(name.strip() for name in cell.split(";") if name.strip()) or (cell,)


def _kinds(layout: Layout, cells: dict[str, str]) -> list[str]:
    """Return the types of the event in words, from the widest to the narrowest."""
    kinds = [cell for column in layout.kind if (cell := cells.get(column))]
    if layout.kind_words and kinds[0] not in layout.kind_words:
        known = ", ".join(layout.kind_words)
        raise _wrong(layout.kind[0], kinds[0], f"is none of the codes known, which are {known}")
    return [layout.kind_words.get(kinds[0], kinds[0]), *kinds[1:]]


def _degrees(cells: dict[str, str], column: str, most: int) -> float | None:
    cell = cells.get(column)
    if not cell:
        return None
    if not _DECIMAL.fullmatch(cell):
        raise _wrong(column, cell, "is no number of degrees; write it as 35.95")
    if abs(degrees := float(cell)) > most:
        raise _wrong(column, cell, f"is not between -{most} and {most} degrees")
    return degrees


def _deaths(table: Table, cells: dict[str, str]) -> tuple[int | None, int | None, int | None]:
    low, best, high = (_dead(column, cells[column]) if column else None for column in table.deaths)
    return low, best, high


def _dead(column: str, cell: str) -> int | None:
    dead = _whole(column, cell, "number of deaths")
    if cell.startswith("-"):
        raise _wrong(column, cell, "is negative, and a number of deaths cannot be")
    return dead


def _whole(column: str, cell: str | None, what: str) -> int | None:
    if cell and not _COUNT.fullmatch(cell):
        raise _wrong(column, cell, f"is no {what}; write it as a whole number")
    return int(cell.partition(".")[0]) if cell else None


def _code(cells: dict[str, str], codes: Codes) -> int | None:
    code = _whole(codes.column, cells.get(codes.column), "code")
    if code is not None and codes.codes and code not in codes.codes:
        known = ", ".join(map(str, codes.codes))
        raise _wrong(
            codes.column, cells[codes.column], f"is none of the codes known, which are {known}"
        )
    return code


def _days(layout: Layout, cells: dict[str, str]) -> Days:
    """Return the first and the last day on which the event may have happened."""
    parse, example = (
        (_edtf, "2017-12-03, 2017-12 or 2017-12-03/2017-12-05")
        if layout.dates == "edtf"
        else (_day, "2017-12-03")
    )
    ends = []
    for column in (layout.start, layout.end):
        days = parse(cells[column])
        if days is None:
            raise _wrong(column, cells[column], f"is no date; write it as {example}")
        ends.append(days)
    first, last = ends[0][0], ends[1][1]
    if last < first:
        raise _wrong(layout.end, cells[layout.end], "is over before it begins; exchange the dates")
    code = _code(cells, layout.date_precision)
    match layout.date_precision.widens.get(code) if code is not None else None:
        case "week":
            return _week(first)[0], _week(last)[1]
        case "month":
            return _month(first)[0], _month(last)[1]
    return first, last


@functools.lru_cache(maxsize=10_000)
def _day(words: str) -> Days | None:
    """Return the day that is written as 2017-12-03, with or without a time, or 3 December 2017."""
    found: str | None = None
    if iso := _DAY.fullmatch(words):
        found = iso[1]
    elif _DAY_IN_WORDS.fullmatch(words):
        found = leading_date(words.replace("-", " "))
    try:
        day = datetime.date.fromisoformat(found or "")
    except ValueError:
        return None
    return day, day


def _edtf(words: str) -> Days | None:
    """Return the first and the last day of an EDTF day, month or year, or interval of these."""
    first, stroke, last = words.partition("/")
    ends = (_edtf(first), _edtf(last)) if stroke and "/" not in last else (None, None)
    # An interval is taken by its ends, so that one that ends before it begins can be named.
    return (ends[0][0], ends[1][1]) if ends[0] and ends[1] else _day(words) or edtf_days(words)


def _week(day: datetime.date) -> Days:
    monday = day - datetime.timedelta(days=day.weekday())
    return monday, monday + datetime.timedelta(days=6)


def _month(day: datetime.date) -> Days:
    return edtf_days(day.isoformat()[: len("2017-12")]) or (day, day)
