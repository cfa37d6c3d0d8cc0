"""One dispute opened in a terminal: its answers with their quotations, and the proof."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from variorum.model import Contradiction, Rule, Span
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import PROPOSED, Quotation, quotation, told_runs
from variorum.publish.terminal.columns import indented
from variorum.publish.views.overview.conflicts_view import AnswerLine, Conflict
from variorum.publish.views.overview.differing_view import WHY_NOT_COMPARED
from variorum.wording import count

# So many quotations stand behind one answer where nobody asks for more.
MOST_QUOTED = 3
# Of the other rules the steps say no more than the reason itself.
RECKONED = frozenset({Rule.PRODUCT, Rule.SUM})


def print_conflict(
    index: Index, conflict: Conflict, console: Console, most: int | None = None
) -> None:
    """Print what cannot all be true: each answer with who says so in which words, and the proof.

    Args:
        index: the case.
        conflict: the dispute.
        console: the terminal.
        most: so many quotations of each answer.
    """
    console.print(Text(f"{conflict.number}  {conflict.label}", style="bold"))
    for answer in conflict.answers:
        console.print()
        _print_answer(index, answer, console, MOST_QUOTED if most is None else most)
    console.print()
    if not conflict.proofs:
        indented(WHY_NOT_COMPARED, console)
        return
    console.print(Text("  Why they cannot all be true", style="bold"))
    for proof in conflict.proofs:
        _print_proof(proof, console)
    if conflict.settled_by:
        console.print(Text(f"  What would settle it: {conflict.settled_by}"))


def print_conflicts(
    index: Index, conflicts: Sequence[Conflict], console: Console, most: int | None = None
) -> None:
    """Print every dispute opened, or that there is none."""
    if not conflicts:
        console.print("No contradiction was found in the reports.")
    for conflict in conflicts:
        print_conflict(index, conflict, console, most)
        console.print()


def _print_answer(index: Index, answer: AnswerLine, console: Console, most: int) -> None:
    label = Text(f"  {answer.label}", style="bold")
    console.print(label.append(f"  {answer.backing}", style="not bold"))
    for step in answer.steps:
        indented(step, console)
    claims = answer.claims[:most]
    for claim in claims:
        spans = [a.span for a in answer.answers if a.claim == claim]
        said = quotation(index, index.case.claim_by_id[claim], spans)
        reprint = ", a reprint" if claim in answer.reprints else ""
        indented(Text(f"{_source(said)}{reprint}", style="dim"), console)
        indented(_words(index, said, spans), console, 2)
    rest = len(answer.claims) - len(claims)
    if rest:
        indented(Text(f"{count(rest, 'more quotation')}: --limit {len(answer.claims)}"), console)


def _source(said: Quotation) -> str:
    """Return who says so, through whom, and when it was published."""
    through = [name for name in said.relay if name != said.speaker]
    through = through or ([] if said.publisher == said.speaker else [said.publisher])
    via = f", via {' > '.join(through)}" if through else ""
    return f"{said.speaker}{via}, {said.published}{PROPOSED if said.proposed else ''}"


def _words(index: Index, said: Quotation, spans: Sequence[Span]) -> Text:
    """Return the words of a claim with those that answer in bold, and what was read of them."""
    runs = [(run.text, "bold" if run.marked else "") for run in told_runs(index, said, spans)]
    read = [words for words in (said.gloss, "" if said.plain else said.stance) if words]
    return Text.assemble("“", *runs, "”", (f" ({'; '.join(read)})" if read else "", "dim"))


def _print_proof(proof: Contradiction, console: Console) -> None:
    indented(proof.because, console)
    for step in proof.derivation if proof.rule in RECKONED else ():
        indented(Text(step, style="dim"), console, 2)
