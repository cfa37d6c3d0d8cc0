"""`variorum build`: reports into a case file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

import variorum
from variorum.case import Case
from variorum.cli.case_files import AsOf
from variorum.cli.progress_bars import print_unread, progress_bars
from variorum.read import find
from variorum.store import Store

__all__ = ["build"]


def build(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH", help="Reports: files, folders or globs.", show_default=False
        ),
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", help="The case file to make or to add to.")
    ] = Path("case.db"),
    as_of: AsOf = None,
) -> None:
    """Read reports into a case: their claims, questions and contradictions.

    Building again adds only what is new. Files that cannot be read are listed, and the exit code is
    then 1. With --as-of, reports that came later are kept and not compared.
    """
    find(paths)  # a mistyped path must not leave an empty case file behind
    with Store(output) as store, progress_bars() as progress:
        case = variorum.build(paths, store=store, as_of=as_of, progress=progress)
    unread = [gap for gap in case.gaps if gap.kind == "document"]
    print_unread(unread)
    Console(highlight=False, soft_wrap=True).print(_counts(case, output), markup=False)
    if any(gap.document is None for gap in unread):
        raise typer.Exit(1)


def _counts(case: Case, output: Path) -> str:
    return (
        f"{len(case.documents)} reports, {len(case.claims)} claims, "
        f"{len(case.questions)} questions, {len(case.contradictions)} contradictions: {output}"
    )
