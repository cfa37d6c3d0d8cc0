"""A map of the places that claims name, on the outline of coasts and of borders as they are held.

The outline is Natural Earth's, as the package world-atlas has it (see `outline/`): TopoJSON, whose
arcs are told in whole steps, each from the one before.
"""

import functools
import importlib.resources
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from markupsafe import Markup

from variorum.publish.charts.drawing import element, svg
from variorum.publish.views.places_view import KM_PER_DEGREE, PlacesView, PlaceView, WayView

WIDTH, HEIGHT = 900, 600
# The box is so much wider than its places, and at least so many kilometres to each side.
MARGIN, NARROWEST_KM = 1.25, 40.0
# Names that would lie over each other are left to the list: sizes in a wide and a narrow drawing.
LETTER, LINE, DOT, WIDE, NARROW = 7.2, 17, 4.5, 690, 350
Point = tuple[float, float]


@functools.cache
def outline() -> tuple[tuple[bool, tuple[Point, ...]], ...]:
    """Return the lines of the world as longitudes and latitudes, and whether each is a coast."""
    file = importlib.resources.files(__package__).joinpath("outline", "countries-50m.json")
    atlas = json.loads(file.read_text("utf-8"))
    (x_scale, y_scale), (x0, y0) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    coasts = {n if n >= 0 else ~n for n in _flat(atlas["objects"]["land"])}
    return tuple(
        (
            number in coasts,
            tuple(
                (x * x_scale + x0, y * y_scale + y0)
                for x, y in accumulate(arc, lambda a, b: (a[0] + b[0], a[1] + b[1]))
            ),
        )
        for number, arc in enumerate(atlas["arcs"])
    )


def _flat(found: object) -> Iterator[int]:
    """Yield the numbers of the arcs of a geometry."""
    if isinstance(found, int):
        yield found
    elif isinstance(found, dict):
        yield from _flat(found.get("geometries") or found.get("arcs") or [])
    elif isinstance(found, list):
        for one in found:
            yield from _flat(one)


@dataclass(frozen=True)
class _Box:
    """What the map shows: its centre, and how many pixels a kilometre has."""

    lon: float
    lat: float
    scale: float

    def at(self, lon: float, lat: float) -> Point:
        """Return where a place lies, in a drawing of `WIDTH` by `HEIGHT`."""
        east = (lon - self.lon) * KM_PER_DEGREE * math.cos(math.radians(self.lat))
        north = (lat - self.lat) * KM_PER_DEGREE
        return WIDTH / 2 + east * self.scale, HEIGHT / 2 - north * self.scale


def _box(places: Sequence[PlaceView]) -> _Box:
    lons, lats = [p.lon for p in places], [p.lat for p in places]
    lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    shrink = math.cos(math.radians(lat))
    wide = max(NARROWEST_KM, *(abs(x - lon) * KM_PER_DEGREE * shrink for x in lons)) * MARGIN
    high = max(NARROWEST_KM, *(abs(y - lat) * KM_PER_DEGREE for y in lats)) * MARGIN
    return _Box(lon, lat, min(WIDTH / 2 / wide, HEIGHT / 2 / high))


def _lines(box: _Box, coast: bool) -> Markup:
    """Return the coasts or the borders that cross the box, as one path."""
    runs = []
    for is_coast, line in outline():
        if is_coast is not coast:
            continue
        points = [box.at(*point) for point in line]
        near = [-WIDTH < x < 2 * WIDTH and -HEIGHT < y < 2 * HEIGHT for x, y in points]
        for shown, group in groupby(range(len(points)), key=near.__getitem__):
            run = [(round(points[n][0]), round(points[n][1])) for n in group] if shown else []
            kept = [p for n, p in enumerate(run) if n == 0 or p != run[n - 1]]
            runs += ["M" + "L".join(f"{x} {y}" for x, y in kept)] if len(kept) > 1 else []
    return element("path", class_="coast" if coast else "border", d="".join(runs))


def _labelled(places: Sequence[tuple[PlaceView, Point]], width: int) -> frozenset[PlaceView]:
    """Return the places whose names have room in a drawing of a width, those most named first."""
    taken: list[tuple[float, float, float, float]] = []
    found = set()
    for place, (x, y) in places:
        left, top = x / WIDTH * width + DOT, y / WIDTH * width - LINE / 2
        spot = (left, top, left + LETTER * len(place.name), top + LINE)
        free = all(
            spot[0] > t[2] or spot[2] < t[0] or spot[1] > t[3] or spot[3] < t[1] for t in taken
        )
        if free and spot[2] < width:
            taken.append(spot)
            found.add(place)
    return frozenset(found)


def _percent(point: Point) -> tuple[str, str]:
    return f"{point[0] / WIDTH:.2%}", f"{point[1] / HEIGHT:.2%}"


def _way(way: WayView, box: _Box) -> Markup:
    """Draw a journey or a corridor as a straight line, which is not the road that was taken."""
    start, end, _ = way
    (x1, y1), (x2, y2) = (_percent(box.at(place.lon, place.lat)) for place in (start, end))
    title = element("title", f"{start.name} to {end.name}")
    return element("line", title, class_="way", x1=x1, y1=y1, x2=x2, y2=y2)


def _area(place: PlaceView, at: Point, box: _Box) -> Markup:
    x, y, km = round(at[0]), round(at[1]), place.radius_km
    return element("circle", class_="area", cx=x, cy=y, r=round(km * box.scale), data_km=km)


def map_chart(view: PlacesView) -> Markup:
    """Draw the places with a dot and a name, and those that are an area with their circle too."""
    box = _box(view.drawn)
    places = [(place, box.at(place.lon, place.lat)) for place in view.drawn]
    circles = [_area(place, at, box) for place, at in places if place.radius_km]
    land = Markup("").join([_lines(box, True), _lines(box, False), *circles])
    frame = {"width": "100%", "height": "100%", "viewBox": f"0 0 {WIDTH} {HEIGHT}"}
    parts = [element("svg", land, class_="land", preserveAspectRatio="none", **frame)]
    parts += [_way(way, box) for way in view.ways]
    narrow, wide = _labelled(places, NARROW), _labelled(places, WIDE)
    for place, point in places:
        x, y = _percent(point)
        title = element("title", place.name)
        where = {"data_lon": place.lon, "data_lat": place.lat}
        parts.append(element("circle", title, class_="place", cx=x, cy=y, r=DOT, **where))
        if place in wide:
            looks = "place-name" if place in narrow else "place-name wide"
            parts.append(element("text", place.name, class_=looks, x=x, y=y, dx=7, dy=4))
    return svg(parts, HEIGHT, f"Map of {len(places)} places; all are named in the list.", "map")
