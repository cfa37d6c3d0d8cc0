"""Which files are meant by the paths, folders and globs that a user names."""

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from variorum.errors import UsageError
from variorum.read.archives.capture_lists import is_capture_list, unmet
from variorum.read.archives.members import members


def find(paths: Iterable[str | Path]) -> list[Path]:
    """Return the files that `paths` name, each once, sorted.

    A file named explicitly is always returned. A folder stands for every file in it and in the
    folders below, whatever its suffix, so that what cannot be read becomes a gap and is not passed
    over; left out are hidden files and folders (those that begin with a dot), and files named
    README, which are about the folder. A pattern such as ``reports/*.txt`` or ``**/*.pdf`` names
    what it matches, as in a shell. Each page of a web archive and each mail of a mailbox is a
    path of its own, below that of the archive. A list of captured addresses is about the files that
    it names, and is returned where one of them is not there. Links are followed, and a folder that
    holds itself is entered once; a folder that cannot be opened is itself returned.

    Raises:
        UsageError: when a path does not exist, or a pattern matches nothing.
    """
    found: dict[str, Path] = {}
    for path in sorted({file for given in paths for file in _named(str(given))}, key=str):
        if is_capture_list(path) and not unmet(path):
            continue
        for member in members(path):
            found.setdefault(os.path.realpath(member), member)
    return list(found.values())


def _named(given: str) -> Iterator[Path]:
    """Yield the files that one path, folder or pattern names."""
    path = Path(given)
    if _exists(path):
        yield from _below(path, set()) if path.is_dir() else [path]
        return
    matches = glob.glob(given, recursive=True) if glob.has_magic(given) else []  # noqa: PTH207
    if not matches:
        raise UsageError(f"{given}: There is no such file or folder; check the path.")
    for match in map(Path, sorted(matches)):
        yield from _below(match, set()) if match.is_dir() else [match]


def _exists(path: Path) -> bool:
    """Return whether the path is there, be it only as a link that leads nowhere."""
    try:
        return path.is_symlink() or path.exists()
    except (OSError, ValueError):
        return False


def _below(folder: Path, entered: set[str]) -> Iterator[Path]:
    """Yield the files in a folder and below it, entering no folder twice."""
    # Path.resolve would raise on a link that leads to itself.
    real = os.path.realpath(folder)
    if real in entered:
        return
    entered.add(real)
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for path in inside:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _below(path, entered)
        elif path.name.partition(".")[0].upper() != "README":
            yield path
