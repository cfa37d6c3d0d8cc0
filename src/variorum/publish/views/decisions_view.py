"""The log of decisions as it is shown: who decided what, about which words, and why."""

from dataclasses import dataclass

from variorum.case import in_force
from variorum.model import DecisionKind
from variorum.publish.base.index import Index
from variorum.wording import joined, shortened

LONGEST = 90


@dataclass(frozen=True)
class DecisionView:
    """One decision: what was decided in few words, on which quotations, and whether it holds.

    `claims` are the numbers of those of its claims that are shown.
    """

    id: str
    what: str
    quotations: tuple[str, ...]
    claims: tuple[int, ...]
    who: str
    day: str
    why: str
    holds: bool


def decision_views(index: Index) -> tuple[DecisionView, ...]:
    """Return the decisions of a case, the newest first."""
    log = index.case.decisions
    holding = {decision.id for decision in in_force(log)}
    numbers = index.claim_number
    return tuple(
        DecisionView(
            id=made.id,
            what=_what(made.kind, made.about, made.fields, bool(made.anchors)),
            quotations=tuple(shortened(anchor.exact, LONGEST) for anchor in made.anchors),
            claims=tuple(numbers[claim] for claim in made.about if claim in numbers),
            who=made.who,
            day=made.when[:10],
            why=made.why,
            holds=made.id in holding or made.kind is DecisionKind.UNDO,
        )
        for made in reversed(log)
    )


def _what(kind: DecisionKind, about: tuple[str, ...], fields: dict[str, str], quoted: bool) -> str:
    """Return "correct: low 41, high 41" or "merge: the SDF and the QSD"."""
    told = [f"{name} {value}" for name, value in fields.items()]
    named = [] if quoted or kind is DecisionKind.ADD else [joined(about)]
    said = ", ".join((*named, *told))
    return f"{kind}: {said}" if said else kind.value
