"""Places told from others: "five miles north-east of Homs", "between Lyon and Dijon", "near Kyiv".

Each gets a point and a radius reckoned on the sphere from the points of the places it is told from.
They are rough on purpose: the radius says how rough.
"""

import functools
import itertools
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.language.word_lists import alternatives
from variorum.model import Document, Place
from variorum.normalise.numbers.quantities import quantities
from variorum.normalise.numbers.quantity import Quantity
from variorum.normalise.places.place_tables import EARTH_KM, adjectives, distance_km, rows, world
from variorum.text import span

KILOMETRES = {"kilometre": 1.0, "mile": 1.609344, "nautical mile": 1.852, "metre": 0.001}
NEAR_KM = 15.0
OFFSET_KM = 15.0
TOWN_KM = 5.0
# A distance given in words is seldom better than a quarter, and a direction than 20 degrees.
LOOSE = 0.25
REACH = 90
NEXT_TO = 8
_TYPES = rf"(?:{alternatives('normalise', 'settlement')}) "
_LEAD = rf"(?:the )?(?:{_TYPES}(?:of )?)?$"
_NEAR = re.compile(rf"\b({alternatives('normalise', 'near')}) {_LEAD}")
_FROM = re.compile(rf"\b(?:(?:away )?from|outside(?: of)?|off) {_LEAD}")
_BETWEEN = re.compile(
    rf"\b(?:({alternatives('normalise', 'borders')}) )?between (?:the )?(?:\w+ of )?$"
)
_AND = re.compile(r" and (?:the )?$")
_BORDER_WITH = re.compile(r"\b(?:border|frontier|boundary) with (?:the )?$")
_TWO_LANDS = re.compile(r"\b([A-Z]\w+)[-–]([A-Z]\w+) (?:border|frontier)\b")
_BACK = re.compile(rf"\b(?:the|this|that) {_TYPES.strip()}(?!\w)(?! of\b)")
_TALKS = re.compile(
    rf"\b(?:{alternatives('normalise', 'meeting')}) between (?:the )?$", re.IGNORECASE
)


@functools.cache
def _winds() -> dict[str, float]:
    """Return the bearing of each word for a direction, in degrees."""
    return {word: float(bearing) for word, bearing, *_ in rows("winds")}


@functools.cache
def _of_wind() -> re.Pattern[str]:
    """Return the pattern of "north-east of the city of", before a name."""
    words = "|".join(sorted(_winds(), key=len, reverse=True))
    return re.compile(rf"\b(?:to the )?({words}) (?:of|from) {_LEAD}", re.IGNORECASE)


@functools.cache
def _wind_part() -> re.Pattern[str]:
    """Return the pattern of "northern", right before a name."""
    words = "|".join(sorted((w for w in _winds() if w.endswith("ern")), key=len, reverse=True))
    return re.compile(rf"\b({words}) $", re.IGNORECASE)


def moved(point: tuple[float, float], bearing: float, km: float) -> tuple[float, float]:
    """Return the point that lies `km` from `point` towards `bearing` degrees, on a great circle."""
    lat, lon = map(math.radians, point)
    angle, course = km / EARTH_KM, math.radians(bearing)
    north = math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(angle) * math.cos(course)
    to = math.asin(max(-1.0, min(1.0, north)))
    east = math.atan2(
        math.sin(course) * math.sin(angle) * math.cos(lat), math.cos(angle) - math.sin(lat) * north
    )
    return round(math.degrees(to), 4), round((math.degrees(lon + east) + 540) % 360 - 180, 4)


@dataclass(frozen=True)
class _Anchor:
    """A place that others are told from, and where the words for it stand."""

    place: Place
    start: int
    end: int

    @property
    def point(self) -> tuple[float, float]:
        return self.place.lat or 0.0, self.place.lon or 0.0


def derived(document: Document, named: Sequence[Place]) -> list[Place]:
    """Return the places that the text tells from those `named`, in order of their start."""
    anchors = [
        _Anchor(p, p.span.start, p.span.end)
        for p in named
        if p.lat is not None and p.feature not in {"continent", "ocean"}
    ]
    found = [
        place
        for anchor in (*anchors, *_meant_again(document.text, anchors))
        if (place := _told_from(document, anchor)) is not None
    ]
    found += _between(document, anchors)
    found += _borders(document, anchors)
    return sorted(found, key=lambda p: (p.span.start, p.span.end))


def _meant_again(text: str, anchors: Sequence[_Anchor]) -> Iterator[_Anchor]:
    """Yield "the city" and the like as the town that was named last before it."""
    towns = [anchor for anchor in anchors if anchor.place.feature == "town"]
    for match in _BACK.finditer(text) if towns else ():
        before = [town for town in towns if town.end <= match.start()]
        if before:
            yield _Anchor(before[-1].place, match.start(), match.end())


def _told_from(document: Document, anchor: _Anchor) -> Place | None:
    """Return the place told from one anchor by distance, direction or nearness, if any."""
    first = max(0, anchor.start - REACH)
    left = document.text[first : anchor.start]
    own = _from_wind(left, anchor) or _from_distance(left, anchor) or _from_words(left, anchor)
    if own is None:
        return None
    start, relation, feature, point, radius = own
    return _place(
        document, (first + start, anchor.end), relation, feature, point, radius, (anchor,)
    )


_Told = tuple[int, str, str, tuple[float, float], float]


def _length(left: str, until: int) -> tuple[int, float, float] | None:
    """Return the distance that ends just before `until`: its start, its middle, its half range."""
    lengths = [q for q in quantities(left[:until]) if q.unit in KILOMETRES]
    if not lengths or until - lengths[-1].end > NEXT_TO:
        return None
    last: Quantity = lengths[-1]
    unit = KILOMETRES[last.unit or ""]
    low, high = last.nominal_low * unit, last.nominal_high * unit
    return last.start, (low + high) / 2, (high - low) / 2


def _from_wind(left: str, anchor: _Anchor) -> _Told | None:
    """Read "five miles north-east of" and "south of"."""
    match = _of_wind().search(left)
    if match is None:
        return None
    word = match[1].lower()
    bearing, relation = _winds()[word], f"{word} of"
    reach = anchor.place.radius_km or TOWN_KM
    length = _length(left, match.start())
    if length is None:
        far = reach + OFFSET_KM if anchor.place.feature == "town" else reach * 0.6
        point = moved(anchor.point, bearing, far)
        return match.start(), relation, "surroundings", point, round(far, 1)
    start, far, half = length
    point = moved(anchor.point, bearing, far)
    return start, relation, "point", point, round(max(2.0, far * LOOSE + half), 1)


def _from_distance(left: str, anchor: _Anchor) -> _Told | None:
    """Read "20 km from", which may be in any direction."""
    match = _FROM.search(left)
    length = _length(left, match.start()) if match is not None else None
    if length is None:
        return None
    start, far, half = length
    return start, "from", "surroundings", anchor.point, round(far + half, 1)


def _from_words(left: str, anchor: _Anchor) -> _Told | None:
    """Read "near" and "northern"."""
    if (match := _NEAR.search(left)) is not None:
        reach = NEAR_KM + (anchor.place.radius_km or 0.0)
        return match.start(), match[1], "surroundings", anchor.point, round(reach, 1)
    match = _wind_part().search(left)
    if match is None:
        return None
    half = (anchor.place.radius_km or TOWN_KM) / 2
    point = moved(anchor.point, _winds()[match[1].lower()], half)
    return match.start(), match[1].lower(), "surroundings", point, round(half, 1)


def _between(document: Document, anchors: Sequence[_Anchor]) -> Iterator[Place]:
    """Yield the corridors "between A and B", and the borders; talks between them are no place."""
    text = document.text
    for one, two in itertools.pairwise(anchors):
        first = max(0, one.start - REACH)
        lead = _BETWEEN.search(text[first : one.start])
        if lead is None or not _AND.fullmatch(text[one.end : two.start]):
            continue
        lands = "country" in {one.place.feature, two.place.feature}
        if lead[1] is None and (lands or _TALKS.search(text[first : one.start])):
            continue
        where = (first + lead.start(), two.end)
        yield (
            _border(document, where, one, two)
            if lead[1] and lands
            else _corridor(document, where, one, two)
        )


def _corridor(document: Document, where: tuple[int, int], one: _Anchor, two: _Anchor) -> Place:
    """Return the stretch from one place to the other."""
    far = distance_km(one.point, two.point)
    point = moved(one.point, _bearing(one.point, two.point), far / 2)
    radius = round(max(far / 2, TOWN_KM), 1)
    return _place(document, where, "between", "corridor", point, radius, (one, two))


def _border(document: Document, where: tuple[int, int], one: _Anchor, two: _Anchor) -> Place:
    """Return where two countries meet: between their middles, nearer to the smaller one."""
    sizes = [anchor.place.radius_km or TOWN_KM for anchor in (one, two)]
    far = distance_km(one.point, two.point) * sizes[0] / sum(sizes)
    point = moved(one.point, _bearing(one.point, two.point), far)
    return _place(document, where, "border", "border", point, round(min(sizes), 1), (one, two))


def _bearing(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Return the bearing from one point to the other, in degrees."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *two))
    east = math.sin(lon2 - lon1) * math.cos(lat2)
    north = math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(
        lon2 - lon1
    )
    return math.degrees(math.atan2(east, north))


def _borders(document: Document, anchors: Sequence[_Anchor]) -> Iterator[Place]:
    """Yield "the border with B", taken from the country spoken of, and "the A-B border"."""
    text = document.text
    for i, anchor in enumerate(anchors):
        first = max(0, anchor.start - REACH)
        lead = _BORDER_WITH.search(text[first : anchor.start])
        if lead is None or anchor.place.feature != "country":
            continue
        lands = [a for a in (*reversed(anchors[:i]), *anchors[i + 1 :]) if a.place.country]
        home = next((a for a in lands if a.place.country != anchor.place.country), None)
        land = _land(document, str(home.place.country), home) if home is not None else None
        if land is not None:
            yield _border(document, (first + lead.start(), anchor.end), land, anchor)
    for match in _TWO_LANDS.finditer(text):
        lands_told = [_land_called(document, match, side) for side in (1, 2)]
        if lands_told[0] is not None and lands_told[1] is not None:
            yield _border(document, match.span(), lands_told[0], lands_told[1])


def _land_called(document: Document, match: re.Match[str], side: int) -> _Anchor | None:
    """Return the country that one side of "Chilean-Peruvian border" names."""
    word = match[side]
    code = adjectives().get(word)
    if code is None:
        code = next((e.countries[0] for e in world().get(word, ()) if e.feature == "country"), None)
    where = span(document, *match.span(side))
    return _land(document, code, _Anchor(Place(name=word, span=where), *match.span(side)))


@functools.cache
def _middles() -> dict[str, tuple[float, float, float | None]]:
    """Return the middle and the radius of each country."""
    lands = (e for entries in world().values() for e in entries if e.feature == "country")
    return {e.countries[0]: (e.lat, e.lon, e.radius_km) for e in lands}


def _land(document: Document, code: str | None, named: _Anchor) -> _Anchor | None:
    """Return the country of that code, standing where `named` stands."""
    if code is None or code not in _middles():
        return None
    lat, lon, radius = _middles()[code]
    place = Place(
        name=named.place.name,
        lat=lat,
        lon=lon,
        radius_km=radius,
        country=code,
        feature="country",
        span=span(document, named.start, named.end),
    )
    return _Anchor(place, named.start, named.end)


def _place(  # noqa: PLR0913, PLR0917  (a place has that many sides)
    document: Document,
    where: tuple[int, int],
    relation: str,
    feature: str,
    point: tuple[float, float],
    radius: float,
    anchors: tuple[_Anchor, ...],
) -> Place:
    own = span(document, *where)
    lands = {anchor.place.country for anchor in anchors}
    return Place(
        name=own.exact,
        lat=point[0],
        lon=point[1],
        radius_km=radius,
        feature=feature,
        country=next(iter(lands)) if len(lands) == 1 else None,
        relation=relation,
        derived_from=tuple(span(document, a.start, a.end) for a in anchors),
        span=own,
    )
