"""The case file and the day that several commands take, and how they write files."""

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated, Any

from typer import Argument, Option

from variorum.case import Case
from variorum.errors import VariorumError
from variorum.pipeline import as_published
from variorum.store import Store

CaseFile = Annotated[
    str,
    Argument(metavar="CASE", help="The case file that 'variorum build' wrote.", show_default=False),
]

CaseOutput = Annotated[
    str, Option("-o", "--output", metavar="CASE", help="The case to make or to add to.")
]

AsOf = Annotated[
    str | None,
    Option(
        "--as-of",
        metavar="DATE",
        help="Only what was published by this day, month or year (2017-11-01, 2017-11, 2017).",
    ),
]
AsJson = Annotated[bool, Option("--json", help="The same as JSON, for other programs.")]

Reviewed = Annotated[
    bool, Option("--reviewed", help="Only claims that a person has accepted, corrected or added.")
]


def shows(case_file: str | Path) -> str:
    """Return the command that shows a case, as it is typed."""
    return f"variorum show {shlex.quote(str(case_file))}"


Public = Annotated[
    bool,
    Option(
        "--public",
        help="Leave out restricted reports, and black out the names that 'decide redact' chose.",
    ),
]


@contextmanager
def opened(
    case_file: str, as_of: str | None = None, *, reviewed: bool = False, public: bool = False
) -> Iterator[Case]:
    """Give the case, of which no more is read than what is asked for within the block.

    With `as_of`, what could be known by that EDTF date; with `reviewed`, what people have reviewed;
    with `public`, what people have not restricted, and no name that they chose to redact.

    Raises:
        StoreError: when the file is missing or is no case.
        UsageError: when `as_of` is no date.
    """
    with Store(case_file, create=False) as store, store.reading() as case:
        if as_of is None and not reviewed and not public:
            yield case
            return
        yield as_published(case.whole(), store, as_of, reviewed=reviewed, public=public)


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
