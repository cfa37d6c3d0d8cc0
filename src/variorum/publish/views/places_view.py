"""The places that claims name: those near the centre of the case, and those too far or too wide."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from variorum.model import Place
from variorum.publish.base.index import Index

__all__ = ["KM_PER_DEGREE", "PlaceView", "PlacesView", "places_view"]

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


@dataclass(frozen=True)
class PlacesView:
    """The places on the map, those most named first, and those that are not on it."""

    drawn: tuple[PlaceView, ...]
    beside: tuple[PlaceView, ...]
    unplaced: int
    """How many names no gazetteer places."""


def _distance(one: PlaceView, other: PlaceView) -> float:
    """Return about how many kilometres lie between two places that are not far apart."""
    east = (one.lon - other.lon) * math.cos(math.radians((one.lat + other.lat) / 2))
    return KM_PER_DEGREE * math.hypot(east, one.lat - other.lat)


def _name(place: Place) -> str:
    """Return a place's name in the gazetteer; one told from others is as it is written."""
    return place.span.exact if place.relation else place.known_as or place.name


def places_view(index: Index) -> PlacesView:
    """Return the places of a case, each once."""
    named: dict[tuple[float, float, float], list[tuple[str, int]]] = defaultdict(list)
    unplaced = set()
    for claim in index.whole_claims:
        for place in claim.places:
            if place.lat is None or place.lon is None:
                unplaced.add(place.name)
                continue
            key = (place.lat, place.lon, place.radius_km or 0.0)
            named[key].append((_name(place), index.claim_number[claim.id]))
    views = [
        PlaceView(told[0][0], *key, tuple(dict.fromkeys(number for _, number in told)))
        for key, told in named.items()
    ]
    views.sort(key=lambda view: (-len(view.claims), view.name))
    points = [view for view in views if view.radius_km <= WIDEST_KM]
    drawn = [view for view in points if _distance(view, points[0]) <= FARTHEST_KM]
    beside = tuple(view for view in views if view not in drawn)
    return PlacesView(tuple(drawn), beside, len(unplaced))
