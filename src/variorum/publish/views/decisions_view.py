"""The log of decisions as it is shown: who decided what, about which words, and why."""

from variorum.case import in_force
from variorum.model import Decision, DecisionKind
from variorum.publish.base.index import Index
from variorum.wording import joined, shortened

LONGEST = 90


DecisionView = tuple[Decision, str, tuple[str, ...], tuple[int, ...], bool]
"""A decision, in few words what it is, its quotations, its claims that are shown, if it holds."""


def decision_views(index: Index) -> tuple[DecisionView, ...]:
    """Return the decisions of a case, the newest first."""
    log = index.case.decisions
    holding = {decision.id for decision in in_force(log)}
    numbers = index.claim_number
    return tuple(
        (
            made,
            _what(made),
            tuple(shortened(anchor.exact, LONGEST) for anchor in made.anchors),
            tuple(numbers[claim] for claim in made.about if claim in numbers),
            made.id in holding or made.kind is DecisionKind.UNDO,
        )
        for made in reversed(log)
    )


def _what(made: Decision) -> str:
    """Return "correct: low 41, high 41" or "merge: the SDF and the QSD"."""
    told = [f"{name} {value}" for name, value in made.fields.items()]
    named = [] if made.anchors or made.kind is DecisionKind.ADD else [joined(made.about)]
    said = ", ".join((*named, *told))
    return f"{made.kind}: {said}" if said else made.kind.value
