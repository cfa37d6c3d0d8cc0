"""UIMA CAS JSON 0.4 as `variorum export --format cas` and INCEpTION write it."""

import json
from collections import Counter
from itertools import accumulate

from variorum.case import Json
from variorum.decisions.annotations.marked_text import LAYERS, MarkedClaim, MarkedText, Marking
from variorum.errors import UsageError

STRUCTURES, TYPE, SOFA = "%FEATURE_STRUCTURES", "%TYPE", "uima.cas.Sofa"
CLAIM = "Claim"
BEYOND = 0xFFFF
"""Code points above this are two units of UTF-16, in which UIMA counts."""


def read_cas(name: str, content: str) -> MarkedText:
    """Return the marks of a CAS.

    A layer is known by the last part of its name, whatever a project has put before it. What was
    exported has the id of its claim in the feature `claim`; a new claim may have any name there,
    which the marks that belong to it share.

    Raises:
        UsageError: when it is no CAS JSON, or a mark lies outside the text.
    """
    structures = _structures(name, content)
    texts = [one["sofaString"] for one in structures if one.get(TYPE) == SOFA]
    if len(texts) != 1 or not isinstance(texts[0], str):
        raise UsageError(f"{name} has {len(texts)} texts; export the one that is annotated.")
    points = _points(texts[0])
    claims: dict[str, MarkedClaim] = {}
    others: list[tuple[str, Marking]] = []
    for number, one in enumerate(structures):
        layer = str(one.get(TYPE)).rpartition(".")[2]
        if layer not in {CLAIM, *LAYERS} or "begin" not in one:
            continue
        place = _place(name, one, points)
        facts = {key: value for key, value in one.items() if isinstance(value, str)}
        of = facts.get("claim", "")
        if layer != CLAIM:
            others.append((of, Marking(layer, place, facts)))
            continue
        told = claims.setdefault(of or f"new {number}", MarkedClaim(of or None))
        told.places.append(place)
        told.facts |= {n: facts[n] for n in ("speaker", "stance", "certainty") if n in facts}
    for of, marking in others:
        if of in claims:
            claims[of].marks.append(marking)
    loose = Counter(marking.layer for of, marking in others if of not in claims)
    return MarkedText(name, texts[0], list(claims.values()), {}, dict(loose))


def _structures(name: str, content: str) -> list[Json]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name} is no JSON; export it as UIMA CAS JSON 0.4.") from error
    told = found.get(STRUCTURES) if isinstance(found, dict) else None
    # By their ids, or in a list.
    told = list(told.values()) if isinstance(told, dict) else told
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise UsageError(f"{name} is no UIMA CAS JSON; export it as UIMA CAS JSON 0.4.")
    return told


def _points(text: str) -> dict[int, int]:
    """Return the code point that each unit of UTF-16 begins at."""
    units = [0, *accumulate(1 + (ord(char) > BEYOND) for char in text)]
    return {unit: point for point, unit in enumerate(units)}


def _place(name: str, one: Json, points: dict[int, int]) -> tuple[int, int]:
    ends = [one.get(end) for end in ("begin", "end")]
    start, end = (points.get(e) if isinstance(e, int) else None for e in ends)
    if start is None or end is None or start > end:
        raise UsageError(f"{name} marks {ends[0]} to {ends[1]}, which is not in its text.")
    return start, end
