"""The places that claims name and no gazetteer could place."""

from collections.abc import Iterable

from variorum.model import Claim, Gap

UNPLACED = (
    "No place of that name could be told in the gazetteer; it is kept as a name, without a point."
)


def unplaced(claims: Iterable[Claim]) -> list[Gap]:
    """Return one gap for each name of a place in `claims` that has no point, in order of the name.

    Places told from others ("north of the village") have none where those have none, and are not
    listed besides them.
    """
    names = {
        place.name
        for claim in claims
        for place in claim.places
        if place.lat is None and place.relation is None
    }
    return [Gap(what=name, why=UNPLACED, kind="limit") for name in sorted(names)]
