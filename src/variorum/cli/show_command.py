"""`variorum show`: the record in the terminal."""

import json
from collections.abc import Callable
from functools import partial
from typing import Annotated

import typer
from rich.console import Console
from typer import Argument, Option

from variorum.case import Case
from variorum.cli.case_files import HELP, AsJson, AsOf, CaseFile, Reviewed, opened, shows
from variorum.errors import UsageError
from variorum.publish.base.index import Index
from variorum.publish.tables.summary_json import opened_plain, summary_plain
from variorum.publish.terminal import agreement_console, console
from variorum.publish.terminal.dispute_console import print_conflict, print_conflicts
from variorum.publish.terminal.summary_console import print_summary
from variorum.publish.views.overview.conflicts_view import Conflict
from variorum.publish.views.overview.summary_view import Summary, named_by, summary

# So many reports are named where somebody asks for a source that there is not.
MOST_NAMED = 8
_HELP = HELP["show"]


def show(  # noqa: PLR0913, PLR0917  (one flag a part of the record)
    case_file: CaseFile,
    dispute: Annotated[int | None, Argument(metavar="NUMBER", help=_HELP["dispute"])] = None,
    source: Annotated[str | None, Option(metavar="NAME", help=_HELP["source"])] = None,
    question: Annotated[str | None, Option(metavar="WORD", help=_HELP["question"])] = None,
    limit: Annotated[int | None, Option(min=1, metavar="N", help=_HELP["limit"])] = None,
    as_json: AsJson = False,
    contradictions: Annotated[
        bool, Option("--contradictions", help=_HELP["contradictions"])
    ] = False,
    versions: Annotated[bool, Option("--versions", help=_HELP["versions"])] = False,
    changes: Annotated[bool, Option("--changes", help=_HELP["changes"])] = False,
    agreements: Annotated[bool, Option("--agreements", help=_HELP["agreements"])] = False,
    questions: Annotated[bool, Option("--questions", help=_HELP["questions"])] = False,
    stemma: Annotated[bool, Option("--stemma", help=_HELP["stemma"])] = False,
    suggestions: Annotated[bool, Option("--suggestions", help=_HELP["suggestions"])] = False,
    decisions: Annotated[bool, Option("--decisions", help=_HELP["decisions"])] = False,
    gaps: Annotated[bool, Option("--gaps", help=_HELP["gaps"])] = False,
    everything: Annotated[bool, Option("--all", help=_HELP["everything"])] = False,
    as_of: AsOf = None,
    reviewed: Reviewed = False,
) -> None:
    """Print the record on one screen: a line for each dispute, who changed, what is missing.

    With a number, that dispute with its quotations and its proof. With flags, these parts in full.
    """
    with opened(case_file, as_of, reviewed=reviewed) as case:
        index = Index(case)
        if source and not named_by(case, source):
            raise UsageError(_unknown(case, source, case_file))
        view = summary(index, source, question)
        screen = Console(highlight=False)
        asked = partial(console.print_questions, word=question or "", most=limit)
        parts: tuple[tuple[bool, Callable[[Case, Console], None]], ...] = (
            (versions, console.print_versions),
            (changes, console.print_changes),
            (agreements, agreement_console.print_agreements),
            (questions, asked),
            (stemma, console.print_stemma),
            (suggestions, console.print_suggestions),
            (decisions, console.print_decisions),
            (gaps, console.print_gaps),
        )
        chosen = contradictions or any(wanted for wanted, _ in parts)
        if as_json and (chosen or everything):
            raise UsageError(
                "--json prints the screen or one dispute; 'variorum export' has the rest."
            )
        opens = _numbered(view, dispute, case_file) if dispute is not None else None
        if as_json:
            told = opened_plain(index, opens) if opens else summary_plain(view)
            typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
            return
        if opens:
            print_conflict(index, opens, screen, limit)
            return
        if not chosen or everything:
            about = " · ".join(part for part in (source, question and f"“{question}”") if part)
            print_summary(view, screen, shows(case_file), limit, about)
        if contradictions or everything:
            print_conflicts(index, view.conflicts, screen, limit)
        for wanted, print_part in parts:
            if wanted or everything or (print_part is asked and question):
                print_part(case, screen)


def _unknown(case: Case, source: str, case_file: str) -> str:
    """Return that no source has a name, and which have one."""
    names = sorted({document.name for document in case.documents})
    told = f"{', '.join(names[:MOST_NAMED])}{', ...' if len(names) > MOST_NAMED else '.'}"
    return f"Nobody in {case_file} is called '{source}'; its reports are of {told}"


def _numbered(view: Summary, number: int, case_file: str) -> Conflict:
    """Return the dispute of a number.

    Raises:
        UsageError: when there is none.
    """
    numbered = (*view.conflicts, *view.differing)
    found = next((one for one in numbered if one.number == number), None)
    if found is None:
        numbers = ", ".join(str(one.number) for one in numbered) or "none"
        raise UsageError(f"{case_file} has no such dispute as {number}; there are: {numbers}.")
    return found
