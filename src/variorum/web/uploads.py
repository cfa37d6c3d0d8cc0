"""Reports that are added from the page: kept in a folder, read in turn, all that was decided kept.

Names and bytes are hostile: of a name the last part is taken, with plain letters; what a file holds
is read as any other report is, within its limits (a file that unpacks to too much is a gap).
"""

import hashlib
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from variorum.errors import UsageError, VariorumError
from variorum.pipeline import build
from variorum.publish.views.overview.difference_view import differences
from variorum.read import FORMATS
from variorum.store import Store

MOST_FILES = 50
LONGEST_NAME = 100


@dataclass
class Batch:
    """Reports that were sent together: how far they are read, and what came of it."""

    names: tuple[str, ...]
    who: str
    stage: str = "waits"
    done: int = 0
    of: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def working(self) -> bool:
        """Whether it is not done yet."""
        return self.stage not in {"done", "failed"}


class Uploads:
    """Takes files and adds them to a case, one batch after the other.

    Args:
        place: the case.
        folder: where the files are kept; None takes none.
    """

    def __init__(self, place: str | Path, folder: Path | None) -> None:
        self._place, self.folder = place, folder
        self._worker = ThreadPoolExecutor(1)
        self.batches: list[Batch] = []

    def close(self) -> None:
        """Take no more; what is being read is finished first."""
        self._worker.shutdown(cancel_futures=True)

    def add(self, files: Sequence[tuple[str, bytes]], who: str) -> Batch:
        """Keep files, and have them read.

        Args:
            files: the name and the bytes of each.
            who: who sends them.

        Raises:
            UsageError: when there are none or too many, or one is of no kind that is read.
        """
        if self.folder is None:
            raise UsageError("This desk takes no reports; start it with --uploads FOLDER.")
        if not 0 < len(files) <= MOST_FILES:
            raise UsageError(f"Choose 1 to {MOST_FILES} files.")
        plain = [(_plain(name), held) for name, held in files]
        for name, _ in plain:
            if Path(name).suffix.lower() not in FORMATS:
                raise UsageError(f"'{name}' is of no kind that is read: {', '.join(FORMATS)}.")
        self.folder.mkdir(parents=True, exist_ok=True)
        paths = [_kept(self.folder, name, held) for name, held in plain]
        batch = Batch(tuple(path.name for path in paths), who)
        self.batches.insert(0, batch)
        self._worker.submit(self._read, paths, batch)
        return batch

    def _read(self, paths: Sequence[Path], batch: Batch) -> None:
        def progress(stage: str, done: int, of: int) -> None:
            batch.stage, batch.done, batch.of = stage, done, of

        try:
            with Store(self._place, create=False) as store:
                before = store.load()
                after = build(paths, store=store, progress=progress)
        except VariorumError as error:
            batch.told.append(str(error))
            batch.stage = "failed"
            return
        batch.told += differences(before, after)
        mine = {str(path) for path in paths}
        batch.told += [
            f"{Path(gap.what).name}: {gap.why}" for gap in after.gaps if gap.what in mine
        ]
        batch.stage = "done"


def _plain(name: str) -> str:
    """Return the last part of a name, with nothing in it that a file system could take amiss."""
    last = re.split(r"[/\\]", name)[-1]
    stem, dot, suffix = re.sub(r"[^\w. -]", "_", last).strip(" .").rpartition(".")
    return f"{stem[:LONGEST_NAME]}{dot}{suffix[:10]}"


def _kept(folder: Path, name: str, held: bytes) -> Path:
    """Write a file beside those that are there; another of the same name is no revision of it."""
    path = folder / name
    if path.exists() and path.read_bytes() != held:
        path = path.with_stem(f"{path.stem}-{hashlib.sha256(held).hexdigest()[:8]}")
    path.write_bytes(held)
    return path
