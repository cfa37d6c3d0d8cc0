"""The place of each number: what its words say, else the town that its clause names nearest to it.

"8,000 people left Kafraya" and "3,800 left Zabadani" are two counts, in whichever language they are
told. What its reports are about, where one town stands out in them, needs no name.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.compare.happenings.incidents import HURT
from variorum.compare.quantities.answers import TOWNS, Reply
from variorum.compare.quantities.surroundings import clause_of, sentence_of
from variorum.compare.solver.constraints import UNKNOWN
from variorum.grouping import distinct
from variorum.language.name_keys import fold
from variorum.language.spelling import same_sound, sound
from variorum.model import Document, SceneRole, SpeakerKind
from variorum.statements.revisions import AREA, JOINING, SOURCE, TOWARD, is_marked

# A town is what reports are about where half of them name it, and that many times as many as name
# any other.
STANDS_OUT = 1.25
SHORTEST_WORD = 3
SHORTEST_SOUND = 2
# Arabic writes "and" and some prepositions as one word with the name behind them.
_PREFIXED = re.compile(r"^[وبلف](?=\w{3})")
_WORD = re.compile(r"[^\W\d_]+")
# Turkish tells by its ending where a way leads.
_DATIVE = re.compile(r"[^\W\d_]+['’]y?[ea]\b")
# Where a report was written: "DAMASCUS (Tasnim) - ".
_DATELINE = re.compile(r"\s*[^\W\d_][^.\n]{0,40}\s[-–—]\s")
LEAVING = frozenset({"left", "displaced"})
# What stands between the towns of a list.
LISTED = " & "
# How many words before a town may say that somebody comes from it.
ORIGIN_REACH = 6
MANY = 2


Placed = tuple[list[Reply], bool, bool]
"""Replies, and whether their reports are about one town, and whether about several."""


@dataclass(frozen=True)
class _Towns:
    """The towns of a group of reports by the sounds of their words."""

    named: Mapping[str, Mapping[str, str]]
    """The words that name towns by their sound, each with its town."""
    own: str = ""
    """The town that the reports are about; "" where none stands out."""
    unknown: frozenset[str] = frozenset()
    """Those of which no gazetteer knows whether they are towns."""
    several: bool = False
    """Whether they are about several, so that a number without a place is of nobody knows which."""

    def at(self, word: str) -> str | None:
        """Return the town that a word of a report names."""
        if len(word) < SHORTEST_WORD or word.islower():
            return None
        for form in dict.fromkeys((word, _PREFIXED.sub("", word))):
            for written, town in self.named.get(_key(form), {}).items():
                if same_sound(form, written):
                    return town
        return None


def placed(
    found: Sequence[Reply], documents: Mapping[str, Document]
) -> tuple[list[Reply], bool, bool]:
    """Return the replies with their places told, and whether reports are about one town or several.

    Where they are, and what happened did so in two of them, a number without a place is of nobody
    knows which: it is then its report's alone.
    """
    bodies = _bodies(found)
    found = [r.about(place="") if fold(r.variable.place) in bodies else r for r in found]
    towns = _towns(found, documents, bodies)
    told = [_placed(reply, documents[reply.claim.document], towns) for reply in found]
    if not towns.several:
        return told, bool(towns.own), False
    variables = [reply.variable for reply in told if reply.variable.place]
    places = distinct((variable.event, variable.place) for variable in variables)
    told = [_apart(reply, len(places.get(reply.variable.event, ()))) for reply in told]
    return told, False, True


def _apart(reply: Reply, places: int) -> Reply:
    """Return the reply with a place of its own where it has none and its event has several.

    Who died did so in one place, if no other is told.
    """
    variable = reply.variable
    alone = variable.event in HURT and places == 1
    if not variable.event or ((variable.place or places < MANY) and not alone):
        return reply
    place = "" if alone else f"{UNKNOWN}{reply.claim.document[:12]}"
    return reply.about(place=place)


def _bodies(found: Iterable[Reply]) -> set[str]:
    """Return the organisations whose names were taken for places that no gazetteer knows."""
    claims = {reply.claim.id: reply.claim for reply in found}.values()
    actors = [(c.speaker.name, c.speaker.kind) for c in claims]
    actors += [(m.full, m.kind) for c in claims for m in c.actors]
    named = {fold(name) for name, kind in actors if kind is SpeakerKind.ORGANISATION}
    return named & {fold(p.name) for c in claims for p in c.places if p.feature is None}


def _towns(
    found: Iterable[Reply], documents: Mapping[str, Document], bodies: Collection[str]
) -> _Towns:
    named: dict[str, dict[str, str]] = defaultdict(dict)
    known: set[str] = set()
    for reply in found:
        for place in reply.claim.places:
            if fold(place.name) in bodies:
                continue
            if place.feature in {*TOWNS, None} and place.relation is None:
                known |= {place.known_as or place.name} if place.feature else set()
                for word in _WORD.findall(place.name):
                    if not word.islower():
                        named[_key(word)].setdefault(word, place.known_as or place.name)
    told = {town for words in named.values() for town in words.values()}
    towns = _Towns(named, unknown=frozenset(told - known))
    holders = distinct(
        (town, document.id)
        for document in documents.values()
        for word in set(_WORD.findall(document.text))
        if (town := towns.at(word))
    )
    if not known & holders.keys():
        return towns
    own = max(known & holders.keys(), key=lambda town: (len(holders[town]), town))
    # What no gazetteer knows is a rival too: it may be a town as well.
    first, second = (
        len(holders[own]),
        max((len(h) for t, h in holders.items() if t != own), default=0),
    )
    if 2 * first < len(documents) or first < second * STANDS_OUT:
        return replace(towns, several=second > 1 and second * STANDS_OUT > first)
    return replace(towns, own=own)


def _key(word: str) -> str:
    """Return the sound of a name, or what sounds like too many others as it is written."""
    key = sound(word)
    return key if len(key) >= SHORTEST_SOUND else word.casefold()


def _placed(reply: Reply, document: Document, towns: _Towns) -> Reply:
    variable = reply.variable
    clause, at = clause_of(document, reply)
    start = reply.measure.span.start - at
    spoken = {p.span.start for p in reply.claim.places if p.role is SceneRole.SPEAKING}
    dateline = _DATELINE.match(clause)
    written = dateline.end() if dateline else 0
    rows = _near(clause, towns)
    near = [row for row in rows if row[0] >= written and start + row[0] not in spoken]
    scoped = [town for _, town in _near(variable.place or "", towns)]
    if towns.own and towns.own in {*scoped, *(town for _, town in near)}:
        return reply.about(place="")
    sentence, place = sentence_of(document, reply)
    if variable.event in LEAVING:
        near = [row for row in near if not _is_end(clause, row[0])]
        if not near and towns.several:
            named = (row for row in _near(sentence, towns) if not _is_end(sentence, row[0]))
            joined = (r for r in named if not {*";؛"} & {*sentence[slice(*sorted((r[0], place)))]})
            near = [(at + spot - place, town) for spot, town in joined]
        # A way begins at the town that is told first, not in the province behind it.
        variable = replace(variable, place="") if near else variable
    elif near and towns.several:
        origins = {town for at_town, town in near if _is_origin(clause, at_town)}
        near = [row for row in near if row[1] not in origins]
        variable = replace(variable, place="") if origins & {*scoped} else variable
    if variable.place in scoped or (towns.several and scoped and variable.place.isalpha()):
        variable = replace(variable, place=scoped[0])
    if variable.event in HURT and not variable.place and not near:
        happened = _happened(reply, towns)
        only = happened.pop() if len(happened) == 1 else ""
        return reply.about(place="" if only == towns.own else only)
    if variable.place or not near or not variable.event:
        return replace(reply, variable=variable)
    start, town = min(near, key=lambda row: (row[0] < at, abs(row[0] - at)))
    listed = _listed((start - at + place, town), _near(sentence, towns), sentence)
    return reply.about(place=listed)


def _happened(reply: Reply, towns: _Towns) -> set[str]:
    """Return the towns in which what a claim tells happened: "strikes in Hudaydah, killing 28"."""
    places = (p for p in reply.claim.places if p.role is SceneRole.HAPPENING and not p.relation)
    named = (p for p in places if p.feature in TOWNS)
    return {town for p in named for word in _WORD.findall(p.name) if (town := towns.at(word))}


def _is_end(words: str, start: int) -> bool:
    """Return whether the town at `start` is where a way leads: "to Idlib", "İdlib'e"."""
    before = words[:start].split()
    while before and is_marked(before[-1], AREA):
        before.pop()
    led = bool(before) and is_marked(before[-1], TOWARD)
    return led or _DATIVE.match(words, start) is not None


def _is_origin(words: str, start: int) -> bool:
    """Return whether people or things come from the town: "evacuees from two towns in Idlib"."""
    return any(is_marked(word, SOURCE) for word in words[:start].split()[-ORIGIN_REACH:])


def _listed(first: tuple[int, str], near: Sequence[tuple[int, str]], words: str) -> str:
    """Return a town with those that a list joins to it, which are one area: "Foua & Kefraya"."""
    listed, end = {first[1]}, first[0]
    for start, town in sorted(row for row in near if row[0] > first[0]):
        between = words[end:start].split()[1:]
        if _is_end(words, start) or not all(is_marked(word, JOINING) for word in between):
            break
        listed.add(town)
        end = start
    return LISTED.join(sorted(listed))


def _near(words: str, towns: _Towns) -> list[tuple[int, str]]:
    """Return the towns that words name, each with its place in them."""
    named = ((match.start(), towns.at(match[0])) for match in _WORD.finditer(words))
    left_out = frozenset() if towns.several else towns.unknown
    return [(start, town) for start, town in named if town and town not in left_out]
