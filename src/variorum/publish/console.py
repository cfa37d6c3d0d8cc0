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
from variorum.publish.missing import missing
from variorum.publish.quotations import relay_names
from variorum.publish.words import RULE_WORDS, STATUS_WORDS, speaker_name
from variorum.wording import count, joined

__all__ = ["print_disagreements", "print_summary"]


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


def _who(claim: Claim) -> str:
    via = " > ".join(relay_names(claim))
    name = speaker_name(claim.speaker)
    return f"{name}, via {via}" if via else name


def _sentence(found: Contradiction) -> Text:
    text = Text(f"{RULE_WORDS[found.rule]}\n", style="italic")
    text.append(found.because, style="not italic bold")
    for line in found.derivation:
        text.append(f"\n  {line}", style="not italic")
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
    table = _table("What cannot all be true")
    table.add_column("", justify="right")
    table.add_column("Sentence and arithmetic", ratio=3, overflow="fold")
    table.add_column("Who", ratio=2, overflow="fold")
    table.add_column("Origins", justify="right")
    for number, found in enumerate(case.contradictions, start=1):
        table.add_row(str(number), _sentence(found), _sides(case, found), str(found.origins))
    console.print(table)


def _answers(index: Index, question: Question) -> Text:
    """Return a line for each answer: its words, and who gives it."""
    names: dict[str, dict[str, None]] = {}
    for answer in answers(index, question):
        names.setdefault(answer.words or answer.text, {})[answer.quotation.speaker] = None
    lines = []
    for words, speakers in names.items():
        named = list(speakers)[:MOST_NAMES]
        more = [f"{len(speakers) - MOST_NAMES} more"] if len(speakers) > MOST_NAMES else []
        lines.append(f"{words}: {joined([*named, *more])}")
    return Text("\n".join(lines))


def print_summary(case: Case, console: Console) -> None:
    """Print the questions with several answers, and what is missing from the record."""
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
        console.print(f"{count(once, 'more question')} answered once.")
    gaps = missing(case)
    if gaps:
        console.print("What is missing:")
    for gap in gaps:
        console.print(Text(f"  {gap.what}: {gap.why}"))
