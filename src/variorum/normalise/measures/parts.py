"""Parts of a claim that counts several things, so that each can be true or false alone.

"50 trucks and 13 buses left" may be right of the trucks and wrong of the buses. Each thing gets a
claim of its own in the same words; the first keeps the claim's id, the others name it in `part_of`.
"""

import re
from collections.abc import Iterable, Sequence

from variorum.grouping import grouped
from variorum.language.word_lists import alternatives
from variorum.model import Claim, Measure, content_id
from variorum.taxonomy import Taxonomy

_PLUS = re.compile(rf"\b(?:{alternatives('normalise', 'adding')})\b|\+", re.IGNORECASE)
Place = tuple[int, int]
Thing = tuple[object, ...]
# What the whole claim says, and its parts do not say again.
UNSHARED: dict[str, tuple[()]] = {"pacts": (), "clauses": (), "vouchings": (), "pledges": ()}


def parted(claims: Sequence[Claim], taxonomy: Taxonomy) -> list[Claim]:
    """Return the claims of one document, each followed by its parts if it counts several things.

    A number inside nested claims splits only the innermost one.
    """
    owner = _owners(claims)
    found: list[Claim] = []
    for claim in claims:
        found += _parts(
            claim, [m for m in claim.measures if owner[_place(m)] == claim.id], taxonomy
        )
    return found


def _place(measure: Measure) -> Place:
    return measure.span.start, measure.span.end


def _owners(claims: Iterable[Claim]) -> dict[Place, str]:
    """Return the innermost claim around each number; on the same words the longer relay wins."""
    best: dict[Place, tuple[int, int, str]] = {}
    for claim in claims:
        rank = (sum(len(span.exact) for span in claim.content), -len(claim.relay), claim.id)
        for measure in claim.measures:
            best[_place(measure)] = min(best.get(_place(measure), rank), rank)
    return {place: rank[2] for place, rank in best.items()}


def _parts(claim: Claim, own: Sequence[Measure], taxonomy: Taxonomy) -> list[Claim]:
    """Return the claim with its first thing and a part for each further one."""
    added = _added(claim, own)
    telling = [measure for measure in own if _telling(measure, taxonomy)]
    things = grouped((added.get(_place(measure), _thing(measure)), measure) for measure in telling)
    further = list(things.values())[1:]
    moved = {id(measure) for group in further for measure in group}
    first = tuple(measure for measure in claim.measures if id(measure) not in moved)
    whole = claim.model_copy(update={"measures": first}) if moved else claim
    return [whole, *(_part(claim, group) for group in further)]


def _added(claim: Claim, own: Sequence[Measure]) -> dict[Place, Thing]:
    """Return what each number counts that the text adds to others ("plus")."""
    found: dict[Place, Thing] = {}
    for measure in own:
        for other in measure.plus:
            between = _between(claim, measure.span.end, other.start)
            if _PLUS.search(between):
                thing = found.setdefault(_place(measure), _thing(measure))
                found[other.start, other.end] = thing
    return found


def _between(claim: Claim, start: int, end: int) -> str:
    parts = (p for p in claim.content if p.start <= start <= end <= p.end)
    return next((p.exact[start - p.start : end - p.start] for p in parts), "")


def _part(claim: Claim, measures: Sequence[Measure]) -> Claim:
    key = content_id("claim", claim.id, *(part for m in measures for part in _place(m)))
    return claim.model_copy(
        update={"id": key, "part_of": claim.id, "measures": tuple(measures), **UNSHARED}
    )


def _telling(measure: Measure, taxonomy: Taxonomy) -> bool:
    """Return whether the number says something by itself that reports may differ on.

    Some or none of a thing is said by the claim as a whole, not by a number in it.
    """
    scope = measure.scope
    if measure.polarity:
        return False
    known = taxonomy.countable(measure.kind) and not measure.kind.startswith("things")
    return not measure.difference and bool(known or scope.event or scope.subject or measure.per)


def _thing(measure: Measure) -> Thing:
    """Return what a number counts, without its place and days."""
    scope = measure.scope
    return (measure.kind, scope.event, scope.subject, measure.per, *scope.population)
