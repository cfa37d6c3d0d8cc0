"""What a whole build depends on, as one key: is there anything to do at all?

It says so without loading what reads and compares, so that an unchanged case is told at once.
"""

import functools
import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from variorum.model import content_id
from variorum.settings import Settings

PACKAGE = Path(__file__).resolve().parents[1]
# What only shows a case.
SHOWS = frozenset({"cli", "publish", "notebook.py"})
NOT_ASKED = {"cluster", "database", "shards", "strict", "workers"}


def basis_of(files: Iterable[Path], settings: Settings, as_of: str | None) -> str:
    """Return the key of what building gives, for a case to which nobody else has added.

    Args:
        files: the reports.
        settings: how they are read and compared.
        as_of: the EDTF date that the comparison ends with.
    """
    told = (f"{file.resolve()} {_digest(file, settings)}" for file in files)
    asked = settings.model_dump_json(exclude=NOT_ASKED)
    return content_id("basis", asked, as_of, *told, code_key())


@functools.cache
def code_key() -> str:
    """Return the key of the code and the libraries that a build is done by."""
    return content_id("code", *_code(), *_installed())


def _digest(file: Path, settings: Settings) -> str:
    """Return a hash of a file's bytes; of one that is not read, what else tells a change."""
    try:
        status = file.stat()
        if file.is_file() and status.st_size <= settings.max_file_mb * 1_000_000:
            return hashlib.sha256(file.read_bytes()).hexdigest()
    except (OSError, ValueError) as error:
        return type(error).__name__
    return f"{status.st_size} {status.st_mtime_ns}"


def _code() -> Iterator[str]:
    """Yield each file of ours that takes part, with when it was written."""
    for path in sorted(PACKAGE.rglob("*")):
        name = path.relative_to(PACKAGE)
        if name.parts[0] in SHOWS or "__pycache__" in name.parts or not path.is_file():
            continue
        status = path.stat()
        yield f"{name} {status.st_size} {status.st_mtime_ns}"


def _installed() -> list[str]:
    """Return the names of all installed packages, their versions with them."""
    folders = (Path(place) for place in sys.path if place.endswith(("-packages", "site-packages")))
    return sorted(info.name for folder in folders for info in folder.glob("*.dist-info"))
