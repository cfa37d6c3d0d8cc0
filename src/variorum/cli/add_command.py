"""`variorum add`: an event data set into a case file."""

from pathlib import Path
from typing import Annotated

import typer
from typer import Argument

import variorum
from variorum.cli.case_files import HELP, CaseOutput
from variorum.cli.progress_bars import error_console, print_unread, progress_bars
from variorum.model import Interest
from variorum.store import Store
from variorum.wording import count

# So many rows that cannot be read are printed; the gaps of the case list more.
MOST_ROWS = 20


def add(
    path: Annotated[Path, Argument(metavar="EVENTS", help=HELP["add"]["path"])],
    output: CaseOutput = "case.db",
) -> None:
    """Add the rows of an event data set to a case file that 'variorum build' wrote.

    Rows within the time and the area of an agreement are set against its terms. Rows that cannot be
    read are listed with their lines, the others are kept, and the exit code is then 1.
    """
    with Store(output, create=False) as store, progress_bars() as progress:
        written, case = variorum.add_events(path, store, progress)
    unread = [gap for gap in case.gaps if gap.what.startswith(f"{path}, line ")]
    print_unread(unread[:MOST_ROWS])
    if len(unread) > MOST_ROWS:
        more = len(unread) - MOST_ROWS
        error_console().print(f"and {more} more rows; 'variorum show {output} --gaps' lists them")
    bearing = sum(
        found.interest is Interest.DATA_SET
        for agreement in case.agreements
        for term in agreement.terms
        for found in term.compliance
    )
    typer.echo(f"{count(written, 'event')}, {bearing} on the terms of agreements: {output}")
    if unread:
        raise typer.Exit(1)
