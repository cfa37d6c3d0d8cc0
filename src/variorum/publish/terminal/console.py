"""The record in a terminal, part by part."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from variorum.case import Case
from variorum.model import Question
from variorum.publish.base.answer_ranges import answers
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import Quotation
from variorum.publish.base.vocabulary import STATUS_WORDS
from variorum.publish.views.conflicts_view import (
    ConflictGroup,
    ContradictionView,
    conflict_groups,
    disputes,
)
from variorum.publish.views.histories_view import history_views
from variorum.publish.views.missing_view import missing
from variorum.publish.views.stemma_view import stemma_view
from variorum.wording import count, joined

__all__ = [
    "print_changes",
    "print_disagreements",
    "print_gaps",
    "print_questions",
    "print_stemma",
    "print_versions",
]


# So many speakers are named for one answer; the report has them all.
MOST_NAMES = 6


def _table(title: str) -> Table:
    return Table(
        title=Text(title, style="bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        show_lines=True,
        pad_edge=False,
    )


def _sentence(found: ContradictionView) -> Text:
    text = Text(f"{found.rule}\n", style="italic")
    text.append(found.because, style="not italic bold")
    for line in found.derivation:
        text.append(f"\n  {line}", style="not italic")
    return text.append("\n")


def _sides(group: ConflictGroup) -> Text:
    """Return who stands where: each position with its speakers and its independent origins."""
    lines = [
        f"{position.label}: {joined(_some_of(position.speakers))} ({position.origins})"
        for position in group.positions
    ]
    if not lines:
        lines = [f"{_badge(q)} {_via(q)}" for q in group.first.quotations]
    return Text("\n".join(dict.fromkeys(lines)))


def _some_of(names: Sequence[str]) -> list[str]:
    more = [f"{len(names) - MOST_NAMES} more"] if len(names) > MOST_NAMES else []
    return [*names[:MOST_NAMES], *more]


def _badge(found: Quotation) -> str:
    return f"[{found.badge.siglum if found.badge else '?'}]"


def _via(found: Quotation) -> str:
    via = " > ".join(found.relay)
    return f"{found.speaker}, via {via}" if via else found.speaker


def print_disagreements(case: Case, console: Console, most: int | None = None) -> None:
    """Print the disputes, the gravest first: their positions, and the proofs with the arithmetic.

    Behind the names of a position stands how many independent origins it has. No more than `most`
    are printed, with a line that says how many were not.
    """
    if not case.contradictions:
        console.print("No contradiction was found in the reports.")
        return
    table = _table("What cannot all be true")
    table.add_column("", justify="right")
    table.add_column("Question and proofs", ratio=3, overflow="fold")
    table.add_column("Who says what", ratio=2, overflow="fold")
    groups = conflict_groups(Index(case))
    for number, group in enumerate(groups[:most], start=1):
        text = Text(f"{joined(group.questions)}\n", style="italic")
        for found in (group.first, *group.further):
            text.append(_sentence(found))
        table.add_row(str(number), text, _sides(group))
    console.print(table)
    rest = len(groups) - (most or len(groups))
    if rest > 0:
        console.print(f"{count(rest, 'more dispute')}; --all shows them.")


def print_versions(case: Case, console: Console) -> None:
    """Print what remains possible: for each part of the case its versions, a column each."""
    for dispute in disputes(Index(case)):
        for part in dispute.tables:
            table = _table(joined(dispute.questions))
            table.add_column("", ratio=2, overflow="fold")
            for column in part.columns:
                table.add_column(column.name, ratio=2, overflow="fold")
            for label, cells in part.rows:
                table.add_row(Text(label), *(Text(cell) for cell in cells))
            origins = (f"{len(column.origins)}" for column in part.columns)
            table.add_row("Independent origins", *origins)
            table.add_row("According to", *(_some(c.speakers) for c in part.columns))
            console.print(table)


def _some(names: Sequence[str]) -> Text:
    return Text(joined(_some_of(names)))


def print_changes(case: Case, console: Console, held: bool = False) -> None:
    """Print who changed their answer, one sentence each; with `held` also who gave it again."""
    changed, again = history_views(Index(case))
    for title, views in (
        ("Who changed their answer", changed),
        ("Who repeated their answer", again),
    ):
        if views and (held or views is changed):
            console.print(Text(title, style="bold"))
            for view in views:
                console.print(Text(f"  {view.change}: {view.because}"))


def print_stemma(case: Case, console: Console) -> None:
    """Print who took from whom, one line for each tie, with what shows it."""
    if not case.stemma:
        console.print("No report draws on another.")
        return
    table = _table("Who took from whom")
    for name in ("Report", "", "Source", "Because"):
        table.add_column(name, overflow="fold")
    for line in stemma_view(Index(case)).lines:
        cells = (line.taker, line.kind, line.source, line.because)
        table.add_row(*(Text(cell) for cell in cells))
    console.print(table)


def _answers(index: Index, question: Question) -> Text:
    """Return a line for each answer: its words, and who gives it."""
    names: dict[str, dict[str, None]] = {}
    for answer in answers(index, question):
        names.setdefault(answer.words or answer.text, {})[answer.quotation.speaker] = None
    lines = [f"{words}: {_some(list(speakers))}" for words, speakers in names.items()]
    return Text("\n".join(lines))


def print_questions(case: Case, console: Console) -> None:
    """Print the questions with several answers, and how many have one."""
    index = Index(case)
    asked = [question for question in case.questions if len(question.claims) > 1]
    if asked:
        table = _table("The questions")
        table.add_column("Question", ratio=2, overflow="fold")
        table.add_column("", no_wrap=True)
        table.add_column("Answers", ratio=3, overflow="fold")
        for question in asked:
            table.add_row(
                Text(question.label), STATUS_WORDS[question.status], _answers(index, question)
            )
        console.print(table)
    once = len(case.questions) - len(asked)
    if once:
        console.print(f"{count(once, 'more question')} with a single answer.")


def print_gaps(case: Case, console: Console) -> None:
    """Print what is missing from the record, and why."""
    gaps = missing(case)
    if gaps:
        console.print("What is missing:")
    for gap in gaps:
        console.print(Text(f"  {gap.what}: {gap.why}"))
