"""`variorum export`: the record for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from variorum.cli.case_files import AsOf, CaseFile, written
from variorum.notebook import open_case
from variorum.publish.tables.export_formats import FORMATS

__all__ = ["export"]


def _known(name: str) -> str:
    if name not in FORMATS:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(FORMATS)}.")
    return name


def export(
    case_file: CaseFile,
    format: Annotated[  # noqa: A002  (the name of the option)
        str,
        typer.Option(
            metavar="|".join(FORMATS),
            callback=_known,
            help="; ".join(f"{name}: {found.holds}" for name, found in FORMATS.items()) + ".",
        ),
    ] = "json",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The file to write [default: the terminal]."),
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Print the record as JSON, or its claims or agreements as CSV."""
    case = open_case(case_file, as_of)
    write = FORMATS[format].write
    if output is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        write(case, sys.stdout)
        return
    with written(output) as stream:
        write(case, stream)
