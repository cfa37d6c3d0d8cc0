"""Where an agreement holds, and whether a place or a row of a data set lies there."""

import math
from collections.abc import Mapping

from variorum.language.word_lists import pattern
from variorum.model import Agreement, Claim, Event, Place

# A place of the gazetteer is a point; what is agreed for it holds for so many km around.
LEAST_KM = 75.0
EARTH_KM = 6371.0
# "A ceasefire for the towns of", "a zone around".
_SCOPE = pattern("compare", r"(?i)\b{scoped}\b(?: \w+){0,4} {scoping}(?: [\w,-]+){0,3} ?$")
_SIGNED = pattern(
    "compare", r"(?i)\b{signing}\w*\b(?! (?:on|to)\b).* (?:at|in)(?: [\w,-]+){0,3} ?$"
)


def area_of(agreement: Agreement, claims: Mapping[str, Claim]) -> list[Place]:
    """Return the places for which it is told that an agreement holds: "a truce around Corr".

    Where it was signed says nothing of where it holds.
    """
    found = []
    for telling in agreement.tellings:
        place, pact = telling.pact.span, telling.pact
        claim = claims.get(telling.claim)
        for named in claim.places if claim is not None else ():
            inside = place.start <= named.span.start < place.end
            before = place.exact[: max(0, named.span.start - place.start)]
            if named.lat is not None and inside and named.name != pact.place:
                found += [named] if _SCOPE.search(before) and not _SIGNED.search(before) else []
    return found


def places_of(agreement: Agreement, claims: Mapping[str, Claim]) -> tuple[Place, ...]:
    """Return every place on the map that the tellings of an agreement and of its terms name."""
    told = [t.claim for t in agreement.tellings]
    told += [t.claim for term in agreement.terms for t in term.tellings]
    named = (place for i in dict.fromkeys(told) if i in claims for place in claims[i].places)
    return tuple({(p.lat, p.lon): p for p in named if p.lat is not None}.values())


def is_near(one: Event | Place, place: Place) -> bool:
    """Return whether one lies within the reach of a place, on a round earth (haversine)."""
    if place.lat is None or place.lon is None or one.lat is None or one.lon is None:
        return False
    a, b = math.radians(place.lat), math.radians(one.lat)
    across = math.radians(one.lon - place.lon)
    chord = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(across / 2) ** 2
    km = 2 * EARTH_KM * math.asin(math.sqrt(chord))
    return km <= max(LEAST_KM, place.radius_km or 0.0)
