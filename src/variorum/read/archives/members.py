"""The paths of what archives hold: `web.warc.gz/20171014123000-0.4711.html` is a page in one.

Such a path can be opened as if it were a file, so that whatever reads, compares or watches files
need not know of archives.
"""

import functools
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from warcio.exceptions import ArchiveLoadFailed

from variorum.read.archives import mailboxes, web_archives
from variorum.read.archives.record import Entry, Record

_READERS: dict[str, Any] = {
    ".warc": web_archives,
    ".warc.gz": web_archives,
    ".wacz": web_archives,
    ".mbox": mailboxes,
}
# What broken archives raise.
_BROKEN = (ArchiveLoadFailed, zipfile.BadZipFile, EOFError, OSError, ValueError, LookupError)


class Member(type(Path())):  # type: ignore[misc]
    """The path of a record in an archive."""

    def is_file(self) -> bool:
        """Return whether the archive is there."""
        return Path(self.parent).is_file()

    def stat(self, *, follow_symlinks: bool = True) -> Any:  # noqa: ARG002
        """Return the status of the archive, with the size of the record."""
        status = Path(self.parent).stat()
        entry = _index_of(Path(self.parent))[0].get(self.name, Entry(self.name))
        return SimpleNamespace(
            st_mode=status.st_mode, st_size=entry.size, st_mtime_ns=status.st_mtime_ns
        )

    def read_bytes(self) -> bytes:
        """Return the bytes of the record.

        Raises:
            OSError: when the archive does not have it, or is broken.
        """
        return record_at(self, self.stat().st_size).data


def is_archive(path: Path) -> bool:
    """Return whether a path is named as an archive that is read."""
    return _reader(path) is not None


def _reader(path: Path) -> Any:
    name = path.name.lower()
    return next((reader for suffix, reader in _READERS.items() if name.endswith(suffix)), None)


def members(path: Path) -> list[Path]:
    """Return the paths of what an archive holds; of what is no archive, the path itself.

    The archive is the last of them where it is broken, and the only one where it holds nothing, so
    that it is listed as what could not be read.
    """
    if not is_archive(path) or not path.is_file():
        return [path]
    entries, broken = _index_of(path)
    found: list[Path] = [Member(path / name) for name in entries]
    return [*found, path] if broken or not found else found


def record_at(path: Path, most: int) -> Record:
    """Return the record at the path of a member, of its bytes `most` and one more.

    Raises:
        OSError: when the archive does not have it, or is broken.
    """
    archive = Path(path.parent)
    try:
        found = _reader(archive).record(archive, path.name, most)
    except _BROKEN as error:
        raise OSError(f"the archive {archive} is broken at this place") from error
    if found is None:
        raise FileNotFoundError(f"the archive {archive} has no such record")
    record: Record = found
    return record


def _index_of(path: Path) -> tuple[dict[str, Entry], bool]:
    status = path.stat()
    return _index(path, status.st_size, status.st_mtime_ns)


@functools.lru_cache(maxsize=8)
def _index(path: Path, _size: int, _changed: int) -> tuple[dict[str, Entry], bool]:
    """Return the entries of an archive by their names, and whether it is broken after them."""
    found: dict[str, Entry] = {}
    try:
        for entry in _reader(path).entries(path):
            found[entry.name] = entry
    except _BROKEN:
        return found, True
    return found, False
