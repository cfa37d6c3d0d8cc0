"""The places that claims name: those near the centre of the case, and those too far or too wide."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.model import Claim, Place, Span
from variorum.publish.base.index import Index

KM_PER_DEGREE = 111.2
# A map shows what lies within so many kilometres of the place that most claims name. What is
# wider than the second figure, such as a country, is no point on it.
FARTHEST_KM, WIDEST_KM = 400.0, 200.0


@dataclass(frozen=True)
class PlaceView:
    """A place: its name, where it lies, how far it reaches, and the claims that name it."""

    name: str
    lat: float
    lon: float
    radius_km: float
    claims: tuple[int, ...]


WayView = tuple[PlaceView, PlaceView, int]
"""A journey or a corridor: from where to where, and the first claim that tells of it."""


@dataclass(frozen=True)
class PlacesView:
    """The places on the map, those most named first, those that are not on it, and the ways."""

    drawn: tuple[PlaceView, ...]
    beside: tuple[PlaceView, ...]
    unplaced: int
    """How many names no gazetteer places."""
    ways: tuple[WayView, ...] = ()


def _distance(one: PlaceView, other: PlaceView) -> float:
    """Return about how many kilometres lie between two places that are not far apart."""
    east = (one.lon - other.lon) * math.cos(math.radians((one.lat + other.lat) / 2))
    return KM_PER_DEGREE * math.hypot(east, one.lat - other.lat)


def _name(places: Sequence[Place], english: Collection[str]) -> str:
    """Return what most places in English call it, else the gazetteer; "near A" is as written."""
    one = places[0]
    if one.relation:
        return one.span.exact
    written = Counter(p.name for p in places if p.span.document in english)
    return max(sorted(written), key=written.__getitem__, default=one.known_as or one.name)


def places_view(index: Index) -> PlacesView:
    """Return the places of a case, each once."""
    documents = index.case.document_by_id
    named: dict[tuple[float, float, float], list[tuple[Place, int]]] = defaultdict(list)
    unplaced = set()
    for claim in index.whole_claims:
        for place in claim.places:
            if place.lat is None or place.lon is None:
                unplaced.add(place.name)
                continue
            key = (place.lat, place.lon, place.radius_km or 0.0)
            named[key].append((place, index.claim_number[claim.id]))
    english = {document.id for document in documents.values() if document.language == "en"}
    views = [
        PlaceView(_name(places, english), *key, tuple(dict.fromkeys(numbers)))
        for key, told in named.items()
        for places, numbers in [zip(*told, strict=True)]
    ]
    views.sort(key=lambda view: (-len(view.claims), view.name))
    points = [view for view in views if view.radius_km <= WIDEST_KM]
    drawn = [view for view in points if _distance(view, points[0]) <= FARTHEST_KM]
    beside = tuple(view for view in views if view not in drawn)
    return PlacesView(tuple(drawn), beside, len(unplaced), _ways(index, drawn))


def _ways(index: Index, drawn: Sequence[PlaceView]) -> tuple[WayView, ...]:
    """Return the journeys and corridors between places on the map, each once."""
    at = {(view.lat, view.lon): view for view in drawn}
    named = {p.span: p for claim in index.whole_claims for p in claim.places}
    found: dict[tuple[PlaceView, PlaceView], int] = {}
    for claim in index.whole_claims:
        for one, other in (*_journeys(claim), *_corridors(claim, named)):
            start, end = (at.get((place.lat or 0.0, place.lon or 0.0)) for place in (one, other))
            if start and end and start is not end:
                found.setdefault((start, end), index.claim_number[claim.id])
    return tuple((*ends, number) for ends, number in found.items())


def _journeys(claim: Claim) -> Iterator[tuple[Place, Place]]:
    """Yield where each journey of a claim began, with each place that it led to."""
    starts = [place for place in claim.places if place.stop == 0]
    for place in claim.places:
        if place.stop and starts:
            yield min(starts, key=lambda s: abs(s.span.start - place.span.start)), place


def _corridors(claim: Claim, named: Mapping[Span, Place]) -> Iterator[tuple[Place, Place]]:
    """Yield the two ends of each stretch "between A and B"."""
    for place in claim.places:
        ends = [named.get(span) for span in place.derived_from]
        if place.relation == "between" and len(ends) == 2 and ends[0] and ends[1]:
            yield ends[0], ends[1]
