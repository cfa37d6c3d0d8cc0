"""Mailboxes (mbox, RFC 4155): many mails in a file, each after a line that begins with From."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from variorum.read.archives.record import Entry, Record

_FROM = b"From "
_LINE = 1_000_000


def entries(path: Path) -> Iterator[Entry]:
    """Yield where each mail stands, without keeping any."""
    with path.open("rb") as stream:
        begun, last = None, b"\n"
        for line in _lines(stream):
            if _begins(line, last):
                if begun is not None:
                    yield Entry(f"{begun}.eml", stream.tell() - len(line) - begun)
                begun = stream.tell() - len(line)
            last = line
        if begun is not None:
            yield Entry(f"{begun}.eml", stream.tell() - begun)


def record(path: Path, name: str, most: int) -> Record | None:
    """Return the mail of a name, about `most` bytes of it; None where there is none."""
    place = name.partition(".")[0]
    if not place.isdecimal():
        return None
    kept: list[bytes] = []
    size, last = 0, b""
    with path.open("rb") as stream:
        stream.seek(int(place))
        stream.readline(_LINE)
        for line in _lines(stream):
            if _begins(line, last) or size > most:
                break
            # A line of the mail that began so was quoted with ">".
            kept.append(line[1:] if line.lstrip(b">").startswith(_FROM) else line)
            size, last = size + len(line), line
    return Record(b"".join(kept))


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: stream.readline(_LINE), b"")


def _begins(line: bytes, last: bytes) -> bool:
    return line.startswith(_FROM) and not last.strip(b"\r\n")
