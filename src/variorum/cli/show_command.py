"""`variorum show`: the record in the terminal."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from variorum.cli.case_files import AsOf, CaseFile, opened
from variorum.publish.terminal import agreement_console, console

__all__ = ["show"]

# So many contradictions are printed where nobody asks for all.
MOST_CONTRADICTIONS = 20


def show(  # noqa: PLR0913, PLR0917  (one flag a part of the record)
    case_file: CaseFile,
    contradictions: Annotated[
        bool, typer.Option("--contradictions", help="What cannot all be true.")
    ] = False,
    versions: Annotated[bool, typer.Option("--versions", help="What remains possible.")] = False,
    changes: Annotated[bool, typer.Option("--changes", help="Who changed their answer.")] = False,
    agreements: Annotated[
        bool,
        typer.Option("--agreements", help="What was agreed or promised, and whether it was kept."),
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
    case = opened(case_file, as_of)
    screen = Console(highlight=False)
    chosen = any((contradictions, versions, changes, agreements, questions, stemma, gaps))
    usual = not chosen or everything
    if contradictions or usual:
        most = None if everything or contradictions else MOST_CONTRADICTIONS
        console.print_disagreements(case, screen, most)
    if versions or everything:
        console.print_versions(case, screen)
    if changes or usual:
        console.print_changes(case, screen, held=changes or everything)
    if agreements or everything:
        agreement_console.print_agreements(case, screen)
    elif usual:
        agreement_console.print_agreement_count(case, screen)
    if questions or usual:
        console.print_questions(case, screen)
    if stemma or everything:
        console.print_stemma(case, screen)
    if gaps or usual:
        console.print_gaps(case, screen)
