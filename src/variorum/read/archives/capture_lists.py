"""Lists of captured addresses (CSV): of each file its address, and when it was captured.

A list stands beside the files that it names or one folder above, and its first line names the
columns: an address, a time and a file, whose paths are relative to the list.
"""

import csv
import functools
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from variorum.edtf import is_edtf
from variorum.read.encoding import decode
from variorum.read.publication_dates import edtf_date
from variorum.yaml_files import yaml_file

_COLUMNS = {k: frozenset(v) for k, v in yaml_file(__package__, "capture_columns.yaml").items()}
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")
_SUFFIX = ".csv"


class Capture(NamedTuple):
    """The address of a file, and when it was captured (EDTF), where the list tells."""

    url: str | None
    captured: str | None


def capture_of(path: Path) -> Capture | None:
    """Return what a list beside a file, or one folder above, says of it; None where none does."""
    wanted = os.path.normpath(path)
    listed = (one for folder in path.parents[:2] for one in _lists(folder))
    return next((rows[wanted] for one in listed if wanted in (rows := _rows(one))), None)


def is_capture_list(path: Path) -> bool:
    """Return whether a file is a list of captured addresses."""
    return path.suffix.lower() == _SUFFIX and bool(_rows(path))


def unmet(path: Path) -> list[str]:
    """Return the files that a list names and that are not there."""
    return [name for name in _rows(path) if not Path(name).exists()]


def _lists(folder: Path) -> list[Path]:
    try:
        return _listed(folder, folder.stat().st_mtime_ns)
    except OSError:
        return []


@functools.lru_cache(maxsize=64)
def _listed(folder: Path, _changed: int) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() == _SUFFIX)


def _rows(path: Path) -> dict[str, Capture]:
    try:
        status = path.stat()
        return _read(path, status.st_size, status.st_mtime_ns)
    except (OSError, csv.Error):
        return {}


@functools.lru_cache(maxsize=64)
def _read(path: Path, _size: int, _changed: int) -> dict[str, Capture]:
    """Return what a list says by the whole paths of its files; nothing for another table."""
    lines = decode(path.read_bytes()).splitlines()
    head = lines[0] if lines else ""
    rows = csv.reader(lines, delimiter=max(",;\t", key=head.count))
    place = _places(next(rows, []))
    return {} if place is None else dict(_captures(path.parent, rows, place))


def _places(names: list[str]) -> dict[str, int] | None:
    """Return the place of each column, or None where there are not all."""
    bare = [re.sub(r"[\W_]", "", name.lower()) for name in names]
    found = {
        column: next((n for n, name in enumerate(bare) if name in known), None)
        for column, known in _COLUMNS.items()
    }
    places = {column: n for column, n in found.items() if n is not None}
    return places if len(places) == len(_COLUMNS) else None


def _captures(
    folder: Path, rows: Iterator[list[str]], place: dict[str, int]
) -> Iterator[tuple[str, Capture]]:
    for row in rows:
        if len(row) > max(place.values()) and row[place["file"]].strip():
            name = row[place["file"]].strip().replace("\\", "/")
            url = row[place["url"]].strip() or None
            yield os.path.normpath(folder / name), Capture(url, _moment(row[place["captured"]]))


def _moment(stated: str) -> str | None:
    """Return a time in EDTF: 14 digits, an ISO time, or a day in any of its shapes."""
    words = stated.strip()
    if digits := _DIGITS.fullmatch(words):
        year, month, day, hour, minute, second = digits.groups()
        words = f"{year}-{month}-{day}T{hour}:{minute}:{second}Z"
    iso = words.replace(" ", "T", 1)
    return iso if "T" in iso and is_edtf(iso) else edtf_date(words)
