"""The case file and the day that several commands take, and how they open and write files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

import variorum
from variorum.case import Case
from variorum.errors import VariorumError
from variorum.store import Store

__all__ = ["AsOf", "CaseFile", "opened", "written"]

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


def opened(case_file: Path, as_of: str | None) -> Case:
    """Return the case, or what could be known of it on a day; the file stays as it is."""
    with Store(case_file, create=False) as store:
        case = store.load()
    return variorum.as_known(case, as_of) if as_of is not None else case


@contextmanager
def written(target: Path) -> Iterator[TextIO]:
    """Open a file to write text to.

    Raises:
        VariorumError: when it cannot be written.
    """
    try:
        with target.open("w", encoding="utf-8", newline="") as stream:
            yield stream
    except OSError as error:
        raise VariorumError(f"{target} cannot be written: {error.strerror}.") from error
