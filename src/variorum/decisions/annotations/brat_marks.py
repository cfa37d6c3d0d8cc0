"""brat standoff as `variorum export --format brat` writes it, and people change it (brat 1.3)."""

import re
from collections import Counter

from variorum.decisions.annotations.marked_text import LAYERS, MarkedClaim, MarkedText, Marking
from variorum.errors import UsageError

Bound = tuple[str, tuple[tuple[int, int], ...], str]
Groups = tuple[str, ...]
CLAIM, OF, NOTES = "Claim", "Of", "AnnotatorNotes"
_BOUND = re.compile(r"T(\w+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
_OF = re.compile(r"R\w+\t(\S+) \w+:T(\w+) \w+:T(\w+)\s*")
_FACT = re.compile(r"[AM]\w+\t(\S+) T(\w+)(?: (\S+))?")
_NOTE = re.compile(r"#\w*\t(\S+) T(\w+)\t(.*)")
_TOLD = re.compile(r"(claim-\w+); speaker: (.+)")
# Events, normalisations, sets of equals, and notes on these are none of ours.
_OTHER = re.compile(r"[ENA#MR*]\S*\t.*|\*\t.*")


def read_brat(name: str, lines: str, text: str | None) -> MarkedText:
    """Return the marks of an .ann file.

    Args:
        name: what it is called in errors.
        lines: what it holds.
        text: the text of the .txt file beside it, or None where there is none.

    Raises:
        UsageError: naming the line that is none of brat's.
    """
    bounds, relations, facts, notes = _lines(name, lines)
    claims = {k: MarkedClaim(None, [*b[1]]) for k, b in bounds.items() if b[0] == CLAIM}
    for fact, of, value in facts:
        if of in claims and value:
            claims[of].facts[fact.lower()] = value
    for kind, of, told in notes:
        if of in claims and kind == NOTES and (said := _TOLD.fullmatch(told)):
            claims[of].key, claims[of].facts["speaker"] = said.groups()
    linked = set()
    for kind, one, of in relations:
        if kind == OF and of in claims and one in bounds and bounds[one][0] in LAYERS:
            layer, places, _ = bounds[one]
            claims[of].marks.append(Marking(layer, (places[0][0], places[-1][1])))
            linked.add(one)
    loose = Counter(b[0] for key, b in bounds.items() if key not in {*claims, *linked})
    words = {places: said for _, places, said in bounds.values()}
    return MarkedText(name, text, list(claims.values()), words, dict(loose))


def _lines(
    name: str, lines: str
) -> tuple[dict[str, Bound], list[Groups], list[Groups], list[Groups]]:
    """Return the places that are marked, by their numbers, and what is said of them."""
    bounds: dict[str, Bound] = {}
    rest: dict[re.Pattern[str], list[Groups]] = {_OF: [], _FACT: [], _NOTE: []}
    for number, line in enumerate(lines.split("\n"), 1):
        told = line.removesuffix("\r")  # as Windows ends lines
        if found := _BOUND.fullmatch(told):
            bounds[found[1]] = found[2], _places(found[3]), found[4]
            continue
        matches = ((kind, kind.fullmatch(told)) for kind in rest)
        kind, match = next((pair for pair in matches if pair[1]), (_OF, None))
        if match:
            rest[kind].append(match.groups())
        elif told.strip() and not _OTHER.fullmatch(told):
            raise UsageError(f"{name}, line {number}: It is no line of brat; export the text anew.")
    return bounds, rest[_OF], rest[_FACT], rest[_NOTE]


def _places(told: str) -> tuple[tuple[int, int], ...]:
    pairs = (part.split(" ") for part in told.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)
