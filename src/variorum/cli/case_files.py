"""The case file and the day that several commands take, and how they write files."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from variorum.errors import VariorumError

__all__ = ["AsOf", "CaseFile", "shows", "written"]

CaseFile = Annotated[
    Path,
    typer.Argument(
        metavar="CASE", help="The case file that 'variorum build' wrote.", show_default=False
    ),
]

AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Only what was published by this day, month or year (2017-11-01, 2017-11, 2017).",
        show_default=False,
    ),
]


def shows(case_file: Path) -> str:
    """Return the command that shows a case, as it is typed."""
    return f"variorum show {shlex.quote(str(case_file))}"


@contextmanager
def written(target: Path, *, binary: bool = False) -> Iterator[IO[Any]]:
    """Open a file to write text, or bytes, to.

    Raises:
        VariorumError: when it cannot be written.
    """
    as_text: dict[str, Any] = {} if binary else {"encoding": "utf-8", "newline": ""}
    try:
        with target.open("wb" if binary else "w", **as_text) as stream:
            yield stream
    except OSError as error:
        raise VariorumError(f"{target} cannot be written: {error.strerror}.") from error
