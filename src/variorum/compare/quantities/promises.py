"""What was promised, ordered or foretold against what is said to have happened."""

from collections.abc import Sequence
from dataclasses import replace

from variorum.compare.happenings.incidents import HURT
from variorum.compare.quantities.answers import Reply, Standing
from variorum.compare.solver.constraints import Answer, Bound, Variable, World
from variorum.grouping import grouped
from variorum.model import Certainty
from variorum.taxonomy import Taxonomy

# What a promise of money is kept or broken by.
MOST_APART = 50
HARMED = frozenset({*HURT, "displaced"})
OUTCOME = {"promised": "paid"}


def outcome_variable(variable: Variable) -> Variable:
    """Return the variable whose facts keep or break a commitment on `variable`."""
    event = variable.event
    if variable.kind.startswith("money"):
        event = OUTCOME.get(event, event)
    return replace(variable, event=event, window="", as_of="", phase="")


def outcomes(found: Sequence[Reply], taxonomy: Taxonomy) -> list[tuple[Reply, Reply, bool]]:
    """Return each commitment with a fact that bears on it, and whether the fact keeps it.

    It is kept where all that the fact may mean lies within what was promised, and broken where
    nothing does; between the two nothing is said.
    """
    commitments = [
        r
        for r in found
        # What a toll is feared to become is nobody's to keep.
        if r.standing is Standing.COMMITMENT and not r.polarity and r.variable.event not in HARMED
    ]
    # What somebody allegedly did breaks nobody's word.
    sure = (r for r in found if r.claim.certainty is Certainty.CERTAIN)
    facts = grouped(
        (_block(r.variable), r) for r in sure if r.standing is Standing.FACT and not r.polarity
    )
    rows = []
    for promised in commitments:
        want = outcome_variable(promised.variable)
        for happened in facts.get(_block(want), ()):
            if not _bears_on(promised, want, happened, taxonomy):
                continue
            if _disjoint(promised, happened):
                rows.append((promised, happened, False))
            elif _within(promised, happened):
                rows.append((promised, happened, True))
    return rows


def _block(variable: Variable) -> tuple[object, ...]:
    """Return what a promise and the fact that keeps or breaks it have in common."""
    return variable.event_group, variable.kind, variable.population


def _within(promised: Reply, happened: Reply) -> bool:
    low = promised.low is None or (happened.low is not None and happened.low >= promised.low)
    high = promised.high is None or (happened.high is not None and happened.high <= promised.high)
    return low and high


def _bears_on(promised: Reply, want: Variable, happened: Reply, taxonomy: Taxonomy) -> bool:
    got = happened.variable
    if want.per != got.per and (not want.kind.startswith("money") or (want.per and got.per)):
        return False
    if want.event != got.event and taxonomy.countable(want.kind):
        return False
    if want.kind.startswith("money"):
        # The subject, or what a sum is per, says who is paid for what; in one report also
        # that the sums are of one order.
        same = (want.subject, want.per) == (got.subject, got.per)
        known = same and bool(want.subject or want.per)
        told_at_once = promised.claim.document == happened.claim.document
        sums = [end for r in (promised, happened) for end in (r.low, r.high) if end]
        near = not sums or max(sums) <= MOST_APART * min(sums)
        return want.event == got.event == "paid" and (known or (told_at_once and near))
    if not taxonomy.countable(want.kind):
        return bool(want.subject) and want.subject == got.subject
    other_owner = want.event in taxonomy.owned and not (
        want.subject and want.subject == got.subject
    )
    if other_owner or _may_grow(promised, happened, taxonomy):
        return False
    # What is counted over another time is no outcome: "14,000 sent since May", "1,000 in all".
    days = (reply.measure.scope.window for reply in (promised, happened))
    of_its_time = got.window == promised.variable.window and next(days) in {None, next(days)}
    return bool(want.event) and want.place == got.place and of_its_time


def _may_grow(promised: Reply, happened: Reply, taxonomy: Taxonomy) -> bool:
    """Return whether fewer than promised were counted so far: the rest may follow.

    What another report counts is the whole only if that one tells of the promise too.
    """
    counted = happened.variable.event in taxonomy.growing | taxonomy.joint
    elsewhere = happened.claim.document != promised.claim.document
    so_far = happened.measure.scope.cumulative is True or elsewhere
    below = happened.high is not None and promised.low is not None
    return counted and so_far and below and (happened.high or 0) < (promised.low or 0)


def _disjoint(promised: Reply, happened: Reply) -> bool:
    """Prove on one variable that no value keeps the promise and fits what happened."""
    variable = outcome_variable(promised.variable)
    answers = [
        Answer(Bound(variable, reply.low, reply.high), (reply.claim.id,))
        for reply in (promised, happened)
    ]
    return World(answers).check(frozenset({0, 1})) is not None
