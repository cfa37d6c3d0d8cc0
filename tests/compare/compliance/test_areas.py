"""What is agreed for a place holds around it, and no further."""

import pytest

from variorum.compare.compliance.areas import is_near
from variorum.model import Place, Span

HERE = Span(document="d", start=0, end=5, exact="Arden")


def at(lat: float | None, lon: float | None, radius: float | None = None) -> Place:
    return Place(name="Arden", lat=lat, lon=lon, radius_km=radius, span=HERE)


@pytest.mark.parametrize(
    ("one", "place", "near"),
    [
        (at(36.0, 38.0), at(36.0, 38.0), True),
        (at(36.6, 38.0), at(36.0, 38.0), True),
        (at(36.7, 38.0), at(36.0, 38.0), False),
        (at(36.7, 38.0), at(36.0, 38.0, 90.0), True),
        (at(0.0, 179.9), at(0.0, -179.9), True),
        (at(None, None), at(36.0, 38.0), False),
        (at(36.0, 38.0), at(None, None), False),
    ],
)
def test_a_place_within_seventy_five_kilometres_or_the_radius_is_near(one, place, near):
    assert is_near(one, place) is near
