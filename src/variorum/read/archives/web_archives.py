"""WARC (ISO 28500) and WACZ: what was captured of the web, read record by record.

A WACZ is a ZIP of WARC files. Kept are the pages and files that were fetched whole; what belongs to
the look of a page (pictures, fonts, styles, scripts, data), redirects and errors is no report.
"""

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from variorum.read.archives.record import Entry, Record
from variorum.yaml_files import yaml_file

_KINDS = ("response", "resource", "conversion")
_SUFFIXES: dict[str, str] = yaml_file(__package__, "media_types.yaml")
# What a page is drawn with, and what its scripts fetch.
_PARTS = re.compile(
    r"(?:image|audio|video|font)/.*|.*(?:css|javascript|ecmascript|json|xml|wasm|font).*"
)
_PLACE = re.compile(r"\d{14}-(\d+)\.(\d+)")


def entries(path: Path) -> Iterator[Entry]:
    """Yield where each page and file stands, without reading it."""
    with _parts(path) as parts:
        for number, part in enumerate(parts):
            with part as stream:
                found = ArchiveIterator(stream)
                for one in found:
                    suffix = _suffix(one)
                    if suffix is not None:
                        name = f"{_moment(one)}-{number}.{found.get_record_offset()}{suffix}"
                        yield Entry(name, max(one.length or 0, 0))


def record(path: Path, name: str, most: int) -> Record | None:
    """Return the record of a name, `most` bytes of it and one; None where there is none."""
    place = _PLACE.match(name)
    with _parts(path) as parts:
        chosen = list(parts)[int(place[1])] if place else None
        if place is None or chosen is None:
            return None
        with chosen as stream:
            stream.seek(int(place[2]))
            one = next(iter(ArchiveIterator(stream)), None)
            if one is None:
                return None
            data, told = one.content_stream().read(most + 1), _moment(one)
            if len(data) <= most and one.raw_stream.limit:
                raise EOFError("the record is cut off")
            captured = f"{told[:4]}-{told[4:6]}-{told[6:8]}T{told[8:10]}:{told[10:12]}:{told[12:]}Z"
            return Record(
                data=data,
                url=one.rec_headers.get_header("WARC-Target-URI"),
                captured=captured,
                charset=_content_type(one).get_content_charset(),
            )


@contextmanager
def _parts(path: Path) -> Iterator[Iterator[Any]]:
    """Yield the WARC files of a path, each to be opened; a WARC file is its only one."""
    if path.suffix.lower() != ".wacz":
        yield iter([path.open("rb")])
        return
    with zipfile.ZipFile(path) as archive:
        names = sorted(n for n in archive.namelist() if n.lower().endswith((".warc", ".warc.gz")))
        yield iter([archive.open(name) for name in names])


def _moment(one: Any) -> str:
    """Return when a record was captured, as fourteen digits."""
    digits = re.sub(r"\D", "", one.rec_headers.get_header("WARC-Date") or "")
    return digits[:14].ljust(14, "0")


def _content_type(one: Any) -> Message:
    """Return the media type of what was captured, with its parameters."""
    headers = one.http_headers or one.rec_headers
    told = Message()
    told["Content-Type"] = headers.get_header("Content-Type") or "application/octet-stream"
    return told


def _suffix(one: Any) -> str | None:
    """Return the suffix of what a record holds, or None where that is no report."""
    status = one.http_headers.get_statuscode() if one.http_headers else "200"
    url = one.rec_headers.get_header("WARC-Target-URI") or ""
    if one.rec_type not in _KINDS or not status.startswith("2") or url.endswith("/robots.txt"):
        return None
    media = _content_type(one).get_content_type()
    if media in _SUFFIXES:
        return _SUFFIXES[media]
    return None if _PARTS.fullmatch(media) else ".bin"
