"""Which of the places of one name is meant: by what else the document names, not by size alone.

Each place of the name is weighed: what it is and how many live there, the country and the region
that stand after the name, the countries that the document speaks of, and how near it lies to the
other places. The same name means one place throughout a document (Gale, Church and Yarowsky 1992).
Where nothing speaks for a small place, none is chosen: a name without a point does less harm than a
wrong point.
"""

import functools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.language.spelling import fold
from variorum.model import Document, Place, Span
from variorum.normalise.places.home_country import home_of
from variorum.normalise.places.place_tables import Entry, capitals, distance_km
from variorum.text import span
from variorum.yaml_files import yaml_file

RANK: dict[str, float] = yaml_file(__package__, "data", "ranks.yaml")
WIDE = frozenset({"country", "region", "continent", "island"})
ALIAS = -1.5
# A region known by its airfields alone mostly bears the name of its chief town, which is meant.
LESSER_REGION, LESSER = "region:", 5.4
CAPITAL = 2.0
# A town eight times as large as any other of its name is meant unless something speaks for another.
CHIEF, CHIEF_TIMES, CHIEF_LEAST = 0.8, 8, 15_000
# That its country is spoken of says less for a village than for a town.
VILLAGE, FOR_VILLAGE = 2_000, 0.6
TYPE = 3.0
WITHIN = 7.0
SPOKEN_OF = 2.5
SHARE = 1.5
NEAR = 2.5
NEAR_KM = 120.0
# Places further apart than this, in degrees of latitude, say nothing for each other.
FAR_DEGREES = 6.0
HOME = 0.6  # How much the paper's own country says that it is spoken of
GUESS = 0.4  # How much a guess says that its country is spoken of, beside a country's own name
# A country or region of which a town is named is meant rather than another of its name.
HOLDS = 4.0
TYPED = 3.0
# What ten times as many names in the gazetteer are worth against another place of the name.
FAME = 0.8
MANY_NAMES = 100  # As many names as a country or region has in its languages
# One is chosen where it is so far ahead of the next that lies elsewhere.
MARGIN, APART_KM = 0.9, 161.0
ENOUGH = 5.4
WIDER = 1.5


@dataclass
class Named:
    """All that the document says of the place of one name."""

    name: str
    entries: tuple[Entry, ...]
    typed: bool = False
    """Whether the entries are of the name without its last word, as with Scott in Scott County."""
    features: Counter[str] = field(default_factory=Counter)
    """The kinds of place that the words next to the name call it."""
    within: Counter[str] = field(default_factory=Counter)
    """The names of the larger places that it is said to lie in."""
    holds: Counter[str] = field(default_factory=Counter)
    """The names of the places that are said to lie in it."""
    times: int = 0


@dataclass(frozen=True)
class Mentioned:
    """A name at text[start:end], and what the words around it say of its place."""

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    typed: bool = False
    features: Sequence[str] = ()
    within: Sequence[str] = ()
    same: str = ""
    """The name that the text gives the place besides: "Bakhmut, which Russia calls Artemovsk"."""
    sure: bool = True
    """Whether it is a place even where none can be chosen."""


def placed(
    document: Document, mentions: Sequence[Mentioned], spoken_of: Mapping[str, float]
) -> list[Place]:
    """Return the places of the mentions in their order, with a point where one can be chosen.

    `spoken_of` tells how often it names each country by another word, such as "Chilean".
    """
    home = home_of(document)
    spoken = {home: HOME, **spoken_of} if home else spoken_of
    chosen = choose(_gathered(one for one in mentions if not one.same), spoken)
    chosen |= {one.name: chosen[one.same] for one in mentions if one.same in chosen}
    return [
        _place(span(document, one.start, one.end), chosen.get(one.name))
        for one in mentions
        if one.sure or one.name in chosen
    ]


def _place(where: Span, entry: Entry | None) -> Place:
    return Place(name=where.exact, span=where) if entry is None else entry.named(where)


def _gathered(mentions: Iterable[Mentioned]) -> dict[str, Named]:
    """Return what the document says of each name, all its mentions taken together."""
    named: dict[str, Named] = {}
    held: set[tuple[str, str]] = set()
    for one in mentions:
        own = named.setdefault(one.name, Named(one.name, one.entries, one.typed))
        own.times += 1
        own.features.update(one.features)
        own.within.update(one.within)
        held.update((one.name, outer) for outer in one.within)
    for name, outer in held:
        named[outer].holds[name] += 1
    return named


def choose(named: Mapping[str, Named], spoken_of: Mapping[str, float]) -> dict[str, Entry]:
    """Return the place of each name, of those that can be told.

    Args:
        named: the names of a document and what it says of them.
        spoken_of: how often the document names each country by another word, such as "Chilean".
    """
    chosen = {
        name: max(one.entries, key=lambda e: _rank(e) + _called(e, one))
        for name, one in named.items()
        if one.entries and not one.typed
    }
    for _ in range(3):
        tally = _tally(named, chosen, spoken_of)
        chosen = {
            name: best
            for name, one in named.items()
            if (best := _best(one, named, chosen, tally)) is not None
        }
    return chosen


def _tally(
    named: Mapping[str, Named], chosen: Mapping[str, Entry], spoken_of: Mapping[str, float]
) -> dict[str, float]:
    """Return how much the document speaks of each country."""
    tally: dict[str, float] = defaultdict(float, spoken_of)
    for name, entry in chosen.items():
        for code in entry.countries if len(entry.countries) == 1 else ():
            tally[code] += _told(entry, named[name])
    return tally


def _told(entry: Entry, one: Named) -> float:
    """Return how much the name of a place says that its country is spoken of."""
    sure = entry.feature == "country" or len(one.entries) == 1
    return (1.0 if sure else GUESS) * math.sqrt(one.times)


def _rank(entry: Entry) -> float:
    """Return how likely the place is to be meant when nothing else is known."""
    if entry.key.startswith(LESSER_REGION):
        return LESSER
    rank = RANK.get(entry.feature) or math.log10(entry.population + 1)
    rank += CAPITAL if (fold(entry.name), entry.countries[:1]) in _capitals() else 0.0
    return rank + (ALIAS if entry.alias else 0.0)


@functools.cache
def _capitals() -> frozenset[tuple[str, tuple[str, ...]]]:
    return frozenset((fold(name), (code,)) for name, code in capitals())


def _called(entry: Entry, one: Named) -> float:
    """Return what the words next to the name, such as "province of", say for the place."""
    total = 0.0
    for feature, times in one.features.items():
        alike = entry.feature == feature or (feature == "region" and entry.feature in WIDE)
        total += TYPE * (1 if alike else -0.5) * min(times, 2)
    return total


def _best(
    one: Named, named: Mapping[str, Named], chosen: Mapping[str, Entry], tally: Mapping[str, float]
) -> Entry | None:
    """Return the place that the most speaks for, or None where too little does."""
    larger = [chosen[name] for name in one.within if name in chosen]
    others = [
        entry
        for name, entry in chosen.items()
        if name != one.name and entry.feature not in {"country", "continent", "ocean"}
    ]
    own = chosen.get(one.name)
    spoken = dict(tally)
    if own is not None and len(own.countries) == 1:
        # What a guess adds to the tally of its country must not confirm the guess; the only place
        # of a name speaks for itself where no other country is spoken of.
        code = own.countries[0]
        alone = len(one.entries) == 1 and all(w < 1 for c, w in tally.items() if c != code)
        spoken[code] -= (GUESS * math.sqrt(one.times)) if alone else _told(own, one)
    weighed = [
        (
            _rank(e)
            + _chief(e, one)
            + (-TYPED if one.typed else _called(e, one))
            + _holds(e, one, named)
            + _support(e, larger, others, spoken),
            e,
        )
        for e in one.entries
    ]
    ranked = sorted(weighed, key=lambda row: (_known(*row), _rank(row[1])), reverse=True)
    if not ranked or ranked[0][0] < ENOUGH:
        return None
    best = ranked[0]
    rival = next((row for row in ranked[1:] if _apart(best[1], row[1])), None)
    ahead = rival is None or _known(*best) - _known(*rival) >= MARGIN
    return best[1] if ahead else None


def _known(weight: float, entry: Entry) -> float:
    """Return the weight of a place with how far it is known, by which two of a name are told."""
    names = entry.names if entry.feature == "town" else MANY_NAMES
    return weight + FAME * math.log10(names + 1)


def _apart(one: Entry, other: Entry) -> bool:
    """Return whether two places of one name lie apart, and none in the other, as New York does."""
    far = distance_km((one.lat, one.lon), (other.lat, other.lon)) > APART_KM
    return far and not (lies_in(one, other) or lies_in(other, one))


def _chief(entry: Entry, one: Named) -> float:
    """Return what it is worth to be by far the largest town of the name."""
    if entry.feature != "town":
        return 0.0
    most = max((e.population for e in one.entries if e.key != entry.key), default=0)
    return CHIEF if entry.population > max(CHIEF_TIMES * most, CHIEF_LEAST) else 0.0


def _holds(entry: Entry, one: Named, named: Mapping[str, Named]) -> float:
    """Return what the smaller places that are said to lie in it say for the place."""
    inner = (e for name in one.holds for e in named[name].entries)
    return WITHIN * any(lies_in(e, entry) for e in inner if e.key != entry.key)


def _support(
    entry: Entry, larger: Sequence[Entry], others: Iterable[Entry], tally: Mapping[str, float]
) -> float:
    """Return what the rest of the document says for the place."""
    others = list(others)
    total = WITHIN * any(lies_in(entry, one) for one in larger if one.key != entry.key)
    if entry.feature in {"country", "region"} and not entry.key.startswith(LESSER_REGION):
        total += HOLDS * any(o.feature == "town" and lies_in(o, entry) for o in others)
    spoken = max((tally.get(code, 0.0) for code in entry.countries), default=0.0)
    if spoken > 0:
        small = entry.feature == "town" and entry.population < VILLAGE
        said = SPOKEN_OF * min(1.0, spoken) + SHARE * spoken / max(sum(tally.values()), 1.0)
        total += said * (FOR_VILLAGE if small else 1.0)
    nearest = min(
        (
            distance_km((entry.lat, entry.lon), (other.lat, other.lon))
            for other in others
            if other.key != entry.key and abs(other.lat - entry.lat) < FAR_DEGREES
        ),
        default=math.inf,
    )
    return total + NEAR * math.exp(-nearest / NEAR_KM)


def lies_in(entry: Entry, larger: Entry) -> bool:
    """Return whether the place lies in the larger one, as far as the gazetteer can tell."""
    if larger.feature == "country":
        return larger.countries[0] in entry.countries
    if larger.countries and entry.countries and not set(larger.countries) & set(entry.countries):
        return False
    if larger.region and entry.feature == "town" and larger.feature == "region":
        return larger.region == entry.region
    reach = (larger.radius_km or 30.0) * WIDER + 30.0
    return distance_km((entry.lat, entry.lon), (larger.lat, larger.lon)) <= reach
