"""The record in a terminal: what cannot all be true, and the questions with their answers."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from variorum.case import Case
from variorum.model import Claim, Contradiction, Question
from variorum.publish.answers import answers
from variorum.publish.index import Index
from variorum.publish.quotations import relay_names
from variorum.publish.words import RULE_WORDS, STATUS_WORDS, speaker_name
from variorum.wording import count

__all__ = ["print_disagreements", "print_summary"]


def _table(title: str, *columns: str) -> Table:
    table = Table(title=Text(title), title_justify="left", box=box.HORIZONTALS, show_lines=True)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _who(claim: Claim) -> str:
    via = " > ".join(relay_names(claim))
    name = speaker_name(claim.speaker)
    return f"{name}, via {via}" if via else name


def _sentence(found: Contradiction) -> Text:
    text = Text(found.because, style="bold")
    for line in found.derivation:
        text.append(f"\n  {line}", style="not bold")
    return text


def _sides(case: Case, found: Contradiction) -> Text:
    index = Index(case)
    lines = []
    for claim in (case.claim_by_id[c] for c in found.claims):
        badge = index.badge_of(claim)
        lines.append(f"[{badge.siglum if badge else '?'}] {_who(claim)}")
    return Text("\n".join(dict.fromkeys(lines)))


def print_disagreements(case: Case, console: Console) -> None:
    """Print what cannot all be true, the gravest first, with its arithmetic and who says it.

    Letters in brackets are the independent origins; the last column counts them.
    """
    if not case.contradictions:
        console.print("Nothing in the reports was found to clash.")
        return
    table = _table(
        "What cannot all be true", "", "How", "Sentence and arithmetic", "Who", "Origins"
    )
    for number, found in enumerate(case.contradictions, start=1):
        table.add_row(
            str(number),
            Text(RULE_WORDS[found.rule]),
            _sentence(found),
            _sides(case, found),
            str(found.origins),
        )
    console.print(table)


def _answers(index: Index, question: Question) -> Text:
    lines = [
        f"{answer.words or answer.text}: {answer.quotation.speaker} ({answer.quotation.publisher})"
        for answer in answers(index, question)
    ]
    return Text("\n".join(dict.fromkeys(lines)))


def print_summary(case: Case, console: Console) -> None:
    """Print the questions with several answers, and what is missing from the record."""
    index = Index(case)
    asked = [question for question in case.questions if len(question.claims) > 1]
    if asked:
        table = _table("The questions", "Question", "Status", "Answers")
        for question in asked:
            table.add_row(
                Text(question.label), STATUS_WORDS[question.status], _answers(index, question)
            )
        console.print(table)
    once = len(case.questions) - len(asked)
    if once:
        console.print(f"{count(once, 'more question')} answered once.")
    gaps = sorted((*case.gaps, *case.comparison.gaps), key=lambda gap: (gap.what, gap.why))
    if gaps:
        console.print("What is missing:")
    for gap in gaps:
        console.print(Text(f"  {gap.what}: {gap.why}"))
