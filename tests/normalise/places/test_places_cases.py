"""The marked-up gold of places: what is marked is found, with its point, and nothing else is."""

from pathlib import Path

import pytest

from variorum.model import Place
from variorum.normalise.places.place_tables import distance_km
from variorum.normalise.places.places import places
from variorum.testing import marked_document

CASES = Path(__file__).parents[2] / "cases"
WITHIN_KM = 161.0


def lines(name: str) -> list[str]:
    rows = (CASES / name).read_text("utf-8").splitlines()
    return [row for row in rows if row and not row.startswith("#")]


def away(place: Place, lat: float, lon: float) -> float:
    assert place.lat is not None, f"{place.name} has no point"
    assert place.lon is not None
    return distance_km((place.lat, place.lon), (lat, lon))


@pytest.mark.parametrize("line", lines("places.txt"))
def test_names_are_found_with_their_points(line: str) -> None:
    document, marks = marked_document(line)
    found = {(p.span.start, p.span.end): p for p in places(document) if p.relation is None}
    assert sorted(p.name for p in found.values()) == sorted(mark.words for mark in marks)
    for mark in marks:
        place = found[mark.start, mark.end]
        if mark.value == "?":
            assert (place.geonames, place.lat) == (None, None)
        else:
            lat, lon = map(float, str(mark.value).split(","))
            assert away(place, lat, lon) <= WITHIN_KM, f"{place.name} is {place.lat}, {place.lon}"


@pytest.mark.parametrize("line", lines("places-derived.txt"))
def test_places_told_from_others_have_a_point_reckoned_from_theirs(line: str) -> None:
    document, marks = marked_document(line)
    told = [mark for mark in marks if mark.label == "d"]
    found = {(p.span.start, p.span.end): p for p in places(document) if p.relation is not None}
    assert sorted(p.name for p in found.values()) == sorted(mark.words for mark in told)
    for mark in told:
        lat, lon, within = map(float, str(mark.value).split(","))
        place = found[mark.start, mark.end]
        assert away(place, lat, lon) <= within
        assert place.derived_from
        assert place.radius_km
