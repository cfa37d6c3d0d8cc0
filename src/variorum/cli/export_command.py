"""`variorum export`: the record for other programs."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from typer import Option

from variorum.cli.case_files import HELP, AsOf, CaseFile, Public, Reviewed, opened, written
from variorum.errors import UsageError
from variorum.publish.exports.export_formats import FORMATS


def _known(name: str) -> str:
    if name not in FORMATS:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(FORMATS)}.")
    return name


def export(  # noqa: PLR0913, PLR0917  (each is an option)
    case_file: CaseFile,
    format: Annotated[  # noqa: A002  (the name of the option)
        str,
        Option(
            metavar="NAME",
            callback=_known,
            help=f"One of {', '.join(FORMATS)}; docs/formats.md says what is in each.",
        ),
    ] = "json",
    output: Annotated[Path | None, Option("-o", "--output", help=HELP["export"]["output"])] = None,
    as_of: AsOf = None,
    reviewed: Reviewed = False,
    public: Public = False,
) -> None:
    """Print the record, or write it to a file, in a format that other programs open."""
    found = FORMATS[format]
    with opened(case_file, as_of, reviewed=reviewed, public=public) as case:
        if output is not None:
            with written(output, binary=found.binary) as stream:
                found.write(case, stream)
        elif not found.binary:
            sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
            found.write(case, sys.stdout)
        elif sys.stdout.isatty():
            raise UsageError(f"{format} is no text to print; name a file for it with --output.")
        else:
            found.write(case, sys.stdout.buffer)
