"""The command line: one command a stage.

Exit codes: 0 when all went well; 1 when some files could not be read, each of which is listed; 2
when the command cannot be done as asked.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

import variorum
from variorum.case import Case
from variorum.errors import VariorumError
from variorum.model import Interest
from variorum.pipeline import add_events, as_known
from variorum.pipeline import build as build_case
from variorum.publish import (
    print_agreement_count,
    print_agreements,
    print_changes,
    print_disagreements,
    print_gaps,
    print_questions,
    print_stemma,
    print_versions,
    render,
    write_agreements,
    write_compliance,
    write_csv,
    write_json,
)
from variorum.read import find
from variorum.store import Store
from variorum.wording import count

__all__ = ["app", "main"]

app = typer.Typer(
    help="Set the reports of one event side by side: who claims what, and what cannot all be true.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

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
        help="Only what was out by this day, month or year (2017-11-01, 2017-11, 2017).",
        show_default=False,
    ),
]


# So many contradictions are printed where nobody asks for all.
SHOWN = 20


class Format(StrEnum):
    """What a case can be exported to."""

    JSON = "json"
    CSV = "csv"
    AGREEMENTS = "agreements"
    COMPLIANCE = "compliance"


WRITERS = {
    Format.JSON: write_json,
    Format.CSV: write_csv,
    Format.AGREEMENTS: write_agreements,
    Format.COMPLIANCE: write_compliance,
}


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"variorum {variorum.__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Set the reports of one event side by side."""


@app.command(
    short_help="Read reports into a case.",
    epilog="Example: variorum build reports/ extra.pdf -o case.db",
)
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
    with Store(output) as store, _progress() as progress:
        case = build_case(paths, store=store, as_of=as_of, progress=progress)
    errors = Console(stderr=True, soft_wrap=True, highlight=False)
    unread = [gap for gap in case.gaps if gap.kind == "document"]
    for gap in unread:
        errors.print(f"{gap.what}: {gap.why}", style="yellow", markup=False)
    Console(highlight=False, soft_wrap=True).print(_counts(case, output), markup=False)
    if any(gap.document is None for gap in unread):
        raise typer.Exit(1)


@app.command(
    short_help="Add an event data set to a case.",
    epilog="Example: variorum add events.csv -o case.db",
)
def add(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="EVENTS",
            help="A CSV file as ACLED, UCDP GED or we lay it out.",
            show_default=False,
        ),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="The case file to add to.")] = Path(
        "case.db"
    ),
) -> None:
    """Add the rows of an event data set to a case file that 'variorum build' wrote.

    Rows within the time and the area of an agreement are set against its terms. Rows that cannot be
    read are listed with their lines, the others are kept, and the exit code is then 1.
    """
    with Store(output, create=False) as store, _progress() as progress:
        written, case = add_events(path, store, progress)
    errors = Console(stderr=True, soft_wrap=True, highlight=False)
    unread = [gap for gap in case.gaps if gap.what.startswith(f"{path}, line ")]
    for gap in unread[:SHOWN]:
        errors.print(f"{gap.what}: {gap.why}", style="yellow", markup=False)
    if len(unread) > SHOWN:
        errors.print(f"and {len(unread) - SHOWN} more rows; 'variorum show {output} --gaps'")
    bearing = sum(
        found.interest is Interest.DATA_SET
        for agreement in case.agreements
        for term in agreement.terms
        for found in term.compliance
    )
    typer.echo(f"{count(written, 'event')}, {bearing} on the terms of agreements: {output}")
    if unread:
        raise typer.Exit(1)


@app.command(
    short_help="Print what cannot all be true, and the questions.",
    epilog="Example: variorum show case.db",
)
def show(  # noqa: PLR0913, PLR0917  (one flag a part of the record)
    case_file: CaseFile,
    contradictions: Annotated[
        bool, typer.Option("--contradictions", help="What cannot all be true.")
    ] = False,
    versions: Annotated[bool, typer.Option("--versions", help="What remains possible.")] = False,
    changes: Annotated[bool, typer.Option("--changes", help="Who changed their answer.")] = False,
    agreements: Annotated[
        bool, typer.Option("--agreements", help="What was agreed and promised, and was it kept.")
    ] = False,
    questions: Annotated[
        bool, typer.Option("--questions", help="The questions with their answers.")
    ] = False,
    stemma: Annotated[bool, typer.Option("--stemma", help="Who took from whom.")] = False,
    gaps: Annotated[bool, typer.Option("--gaps", help="What is missing.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Every part, and every contradiction.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Print what cannot all be true, with the arithmetic, and the questions with their answers.

    Without a flag the 20 gravest contradictions, the changes, the questions, how many agreements
    there are, and the gaps.
    """
    case = _open(case_file, as_of)
    console = Console(highlight=False)
    chosen = any((contradictions, versions, changes, agreements, questions, stemma, gaps))
    usual = not chosen or everything
    if contradictions or usual:
        most = None if everything or contradictions else SHOWN
        print_disagreements(case, console, most)
    if versions or everything:
        print_versions(case, console)
    if changes or usual:
        print_changes(case, console, held=changes or everything)
    if agreements or everything:
        print_agreements(case, console)
    elif usual:
        print_agreement_count(case, console)
    if questions or usual:
        print_questions(case, console)
    if stemma or everything:
        print_stemma(case, console)
    if gaps or usual:
        print_gaps(case, console)


@app.command(epilog="Example: variorum report case.db -o case.html")
def report(
    case_file: CaseFile,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The page to write [default: CASE.html].")
    ] = None,
    title: Annotated[
        str | None, typer.Option(help="The page's title [default: the file's name].")
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Write the record as one HTML page that opens offline."""
    case = _open(case_file, as_of)
    target = output or case_file.with_suffix(".html")
    _write(target, render(case, title or case_file.stem.replace("-", " ").title()))
    typer.echo(f"Report: {target}")


@app.command(epilog="Example: variorum export case.db --format json -o case.json")
def export(
    case_file: CaseFile,
    format: Annotated[  # noqa: A002  (the name of the option)
        Format,
        typer.Option(
            help="json: the whole record; csv: one row a claim; agreements: CSV, one row a term; "
            "compliance: CSV, one row for each claim that bears on a term."
        ),
    ] = Format.JSON,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The file to write [default: the terminal]."),
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Print the record as JSON, or its claims or agreements as CSV."""
    case = _open(case_file, as_of)
    write = WRITERS[format]
    if output is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        write(case, sys.stdout)
        return
    try:
        with output.open("w", encoding="utf-8", newline="") as stream:
            write(case, stream)
    except OSError as error:
        raise VariorumError(f"{output} cannot be written: {error.strerror}.") from error


def main() -> None:
    """Run the command line; errors of ours become one sentence and exit code 2."""
    try:
        app()
    except VariorumError as error:
        typer.echo(f"variorum: {error}", err=True)
        raise SystemExit(2) from None


def _open(case_file: Path, as_of: str | None) -> Case:
    """Return the case, or what could be known of it on a day; the file stays as it is."""
    with Store(case_file, create=False) as store:
        case = store.load()
    return as_known(case, as_of) if as_of is not None else case


def _write(target: Path, text: str) -> None:
    try:
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise VariorumError(f"{target} cannot be written: {error.strerror}.") from error


def _counts(case: Case, output: Path) -> str:
    return (
        f"{len(case.documents)} reports, {len(case.claims)} claims, "
        f"{len(case.questions)} questions, {len(case.contradictions)} contradictions: {output}"
    )


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar a stage on a terminal; stay quiet elsewhere."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bars:
        tasks = {}

        def step(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield step
