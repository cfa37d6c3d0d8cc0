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
from variorum.yaml_files import word_file

HELP: dict[str, dict[str, str]] = word_file(__package__, "helps.yaml")

CaseFile = Annotated[str, Argument(metavar="CASE", help=HELP["every"]["case"], show_default=False)]

CaseOutput = Annotated[str, Option("-o", "--output", metavar="CASE", help=HELP["every"]["output"])]

AsOf = Annotated[str | None, Option("--as-of", metavar="DATE", help=HELP["every"]["as-of"])]
AsJson = Annotated[bool, Option("--json", help=HELP["every"]["json"])]

Reviewed = Annotated[bool, Option("--reviewed", help=HELP["every"]["reviewed"])]


def shows(case_file: str | Path) -> str:
    """Return the command that shows a case, as it is typed."""
    return f"variorum show {shlex.quote(str(case_file))}"


Public = Annotated[bool, Option("--public", help=HELP["every"]["public"])]


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
