"""`variorum report`: the record as one page."""

from pathlib import Path
from typing import Annotated

import typer
from typer import Option

from variorum.cli.case_files import HELP, AsOf, CaseFile, Public, Reviewed, opened, written
from variorum.publish.page import render
from variorum.publish.views.overview.title_view import title_of


def report(  # noqa: PLR0913, PLR0917  (each is an option)
    case_file: CaseFile,
    output: Annotated[Path | None, Option("-o", "--output", help=HELP["report"]["output"])] = None,
    title: Annotated[str | None, Option(help=HELP["report"]["title"])] = None,
    as_of: AsOf = None,
    reviewed: Reviewed = False,
    public: Public = False,
) -> None:
    """Write the record as one HTML page that opens offline."""
    target = output or Path(str(case_file).rpartition("#")[2]).with_suffix(".html")
    with opened(case_file, as_of, reviewed=reviewed, public=public) as case:
        page = render(case, title or title_of(case))
    with written(target) as stream:
        stream.write(page)
    typer.echo(f"Report: {target}")
