"""What remains possible: for each part of the case in dispute, the maximal consistent accounts."""

from collections.abc import Mapping, Sequence

from variorum.compare.quantities.components import Component
from variorum.compare.solver.constraints import Variable
from variorum.model import Gap, Value, Version, content_id
from variorum.taxonomy import Taxonomy
from variorum.wording import joined

MOST_VERSIONS = 60


def versions(
    solved: Sequence[Component],
    origin_of: Mapping[str, str],
    question_of: Mapping[str, str],
    taxonomy: Taxonomy,
) -> tuple[tuple[Version, ...], tuple[Gap, ...]]:
    """Return the versions of every component in dispute, those with most origins first, and gaps.

    Answers in no conflict belong to every version and are left out of the claims and the values:
    a version says what has to be chosen, not all that is agreed.
    """
    found: list[Version] = []
    gaps: list[Gap] = []
    for component in solved:
        disputed = frozenset().union(*component.conflicts)
        if not disputed:
            continue
        kinds = {component.world.answers[n].bound.variable.kind for n in disputed}
        label = joined(sorted(taxonomy.label(kind) for kind in kinds))
        parts = {v & disputed for v in component.subsets.versions}
        chosen = sorted((p for p in parts if not any(p < other for other in parts)), key=sorted)
        chosen.sort(key=lambda members: _weight(component, members, origin_of))
        if len(chosen) > MOST_VERSIONS:
            why = f"Of {len(chosen)} versions the {MOST_VERSIONS} with most origins are kept."
            gaps.append(Gap(what=f"Versions of the numbers of {label}", why=why, kind="limit"))
        told = [
            _version(component, members, origin_of, question_of)
            for members in chosen[:MOST_VERSIONS]
        ]
        told.sort(key=lambda v: (-len(v.origins), -len(v.claims), v.id))
        if component.left_out:
            weighed = len(component.replies)
            why = (
                f"Of {weighed + component.left_out} different answers that bear on each other the "
                f"{weighed} with most origins were weighed, the lowest and highest among them."
            )
            gaps.append(
                Gap(what=f"Contradictions in the numbers of {label}", why=why, kind="limit")
            )
        if not component.subsets.complete:
            why = "The time for the proof ended before all conflicts and versions were found."
            gaps.append(
                Gap(what=f"Contradictions in the numbers of {label}", why=why, kind="limit")
            )
        found += told
    return tuple(found), tuple(gaps)


def _weight(
    component: Component, members: frozenset[int], origin_of: Mapping[str, str]
) -> tuple[int, int, list[int]]:
    """Order versions: those with most origins first, then those with most claims."""
    claims = {reply.claim.id for n in members for reply in component.cores[n]}
    return (-len({origin_of[claim] for claim in claims}), -len(claims), sorted(members))


def _version(
    component: Component,
    members: frozenset[int],
    origin_of: Mapping[str, str],
    question_of: Mapping[str, str],
) -> Version:
    replies = [reply for n in sorted(members) for reply in component.cores[n]]
    claims = tuple(dict.fromkeys(reply.claim.id for reply in replies))
    asked: dict[Variable, str] = {reply.variable: question_of[reply.key] for reply in replies}
    values = []
    ranges = component.world.ranges(members)
    for variable, question in asked.items():
        low, high = ranges[variable]
        # No quantity is below zero, so a range from zero up has no lower end that anybody gave.
        floor = None if low == 0 and high != 0 else low
        values.append(Value(question=question, low=floor, high=high))
    return Version(
        id=content_id("version", *(reply.key for reply in replies)),
        claims=claims,
        values=tuple(sorted(values, key=lambda value: value.question)),
        origins=tuple(sorted({origin_of[claim] for claim in claims})),
    )
