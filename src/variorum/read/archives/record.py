"""One record of an archive: where it stands in it, and what it holds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """Where a record stands: a name that tells its place and its format, and its size at most."""

    name: str
    size: int = 0


@dataclass(frozen=True)
class Record:
    """The bytes of a record, its address, when it was captured (EDTF), and its stated encoding."""

    data: bytes
    url: str | None = None
    captured: str | None = None
    charset: str | None = None
