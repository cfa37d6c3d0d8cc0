"""Reads documents on a local cluster, as a program of its own that a test can bound in time.

    python cluster_session.py FOLDER

Prints as JSON what was told of them, beside what one machine tells.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from variorum.model import Document
from variorum.settings import Settings
from variorum.work.spread import results
from variorum.work.unit import Job

TOLD = "{} people left the town, the mayor said."


def killed_once(mark: str, record: str) -> Document:
    """End the process by a kill, but for the second time that it is asked."""
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return Document.model_validate_json(record)


class Unlucky(Document):
    """A document whose first reader is killed."""

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[str, str]]:  # type: ignore[override]
        plain = Document.model_validate_json(self.model_dump_json())
        return killed_once, (f"{sys.argv[1]}/{self.id}", plain.model_dump_json())


class Deadly(Document):
    """A document that ends each process it is sent to."""

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:  # type: ignore[override]
        return os._exit, (9,)


def job(number: int, kind: type[Document] = Document) -> Job:
    text = TOLD.format(number)
    document = Document.from_text(text, path=f"{number}.txt", language="en")
    return Job(f"key-{number}", kind.model_validate_json(document.model_dump_json()))


def told(jobs: list[Job], settings: Settings) -> dict[str, str]:
    return {one.key: repr(result) for one, result in results(jobs, settings)}


def main() -> None:
    folder = Path(sys.argv[1])
    settings = Settings(cluster="local", workers=2, shards=str(folder / "shards"))
    plain = [job(number) for number in range(10, 16)]
    hard = [job(20, Unlucky), job(21, Unlucky), job(30, Deadly)]
    on_cluster = told([*plain, *hard], settings)
    here = told([*plain, job(20), job(21), job(30)], Settings())
    written = sorted(path.name for path in (folder / "shards").iterdir())
    print(json.dumps({"cluster": on_cluster, "here": here, "written": written}))


if __name__ == "__main__":
    main()
