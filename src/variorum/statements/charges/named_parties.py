"""Parties that words name: nations by their states, sides by what they are, bodies by their names.

"Tajik border guards" are Tajikistan, "pro-Russian separatists" rebels, "the police" forces of the
government that the case is of. In all languages that are read.
"""

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.language.files import table
from variorum.language.words.body_names import meanings
from variorum.language.words.lexers import clauses
from variorum.language.words.nations import nation_names
from variorum.language.words.patterns import Phrases, plain_phrases
from variorum.language.words.tokens import Text
from variorum.model import Claim, SpeakerKind
from variorum.statements.statement_phrases import ENGLISH, told
from variorum.statements.states import COALITION, capital_of, state_of
from variorum.yaml_files import word_file

# What is of the state that the case is of.
STATE = "government forces"
# Who goes by what they are.
REBELS = "rebels"
SIDES = (REBELS, "protesters", "peasants", "prisoners")
# How many words lie at most between a nation and what is of its state.
NEAR = 3
# What is a party only beside a nation: "the Tajik side".
_BESIDE = ""
_IN_BRACKETS = re.compile(r"[()|*]")
_OWNER = re.compile(r"['’]s\b")
_rows = functools.partial(word_file, __package__, "named_parties.yaml")


def bodies_in(claims: Iterable[Claim]) -> Phrases[str]:
    """Return the organisations that claims of one document name or let speak, by their names."""
    spoken = [(claim.speaker.name, claim.speaker.kind) for claim in claims]
    named = [(m.full, m.kind) for claim in claims for m in claim.actors]
    bodies = {name for name, kind in (*spoken, *named) if kind is SpeakerKind.ORGANISATION}
    split = [_IN_BRACKETS.split(name) for name in sorted(bodies)]
    parts = ((part.strip(), own[0].strip()) for own in split for part in own)
    return plain_phrases([(part, name) for part, name in parts if part], clauses)


@dataclass(frozen=True)
class Party:
    """A party named at text.words[start:end]."""

    start: int
    end: int
    name: str
    body: bool = False
    """Whether it goes by a name of its own."""
    people: bool = False
    """Whether words tell that people are meant, and no place."""
    city: bool = False
    """Whether it is told by a capital: "Bogota's ombudsman" speaks for no state."""


@functools.cache
def listed(name: str, language: str) -> Phrases[str]:
    """Return the words of one list of `named_parties.yaml` in a language."""
    return plain_phrases([(word, name) for word in told(_rows()[name], language)], clauses)


def is_party(name: str) -> bool:
    """Return whether a name is one of a nation, of a side or of the state: no body's own."""
    return name in {STATE, COALITION, *SIDES} or is_nation(name)


def is_nation(name: str) -> bool:
    """Return whether a party is a nation or its state."""
    return name in _countries()


@functools.lru_cache(maxsize=1 << 12)
def party_of(name: str, language: str) -> str:
    """Return the party of a body: its state, a side, or itself where its name tells neither."""
    if named := state_of(name, language):
        return named
    plain = _OWNER.sub("", name) if language == ENGLISH else name
    cut = clauses(plain)
    end = len(cut.words)
    sides = list(_sides(language).find(cut, 0, end))
    if sides and end <= NEAR:
        return sides[0].meaning
    nations = list(_nations(language).find(cut, 0, end))
    forces = [m for n in ("forces", "beside") for m in listed(n, language).find(cut, 0, end)]
    taken = {i for m in (*nations, *forces) for i in range(m.start, m.end)}
    rest = " ".join(plain[w.start : w.end] for i, w in enumerate(cut.words) if i not in taken)
    known = {_country(m.meaning) for m in nations}
    if sides or len(known) > 1 or (rest and not meanings(rest, language) <= {*_rows()["of_state"]}):
        return name
    return known.pop() if known else STATE if forces or rest else name


def parties(cut: Text, language: str, bodies: Phrases[str]) -> list[Party]:
    """Return the parties that words name, in order, those of `bodies` by their names."""
    found: list[Party] = []
    i = 0
    while i < len(cut.words):
        party = _party_at(cut, i, language, bodies)
        found += [party] if party is not None else []
        i = party.end if party is not None else i + 1
    return [party for party in _joined(found) if party.name != _BESIDE]


def _party_at(cut: Text, i: int, language: str, bodies: Phrases[str]) -> Party | None:
    if (body := bodies.at(cut, i)) is not None:
        name = party_of(body.meaning, language)
        return Party(i, body.end, name, body=name == body.meaning)
    if (side := _sides(language).at(cut, i)) is not None:
        return Party(i, side.end, side.meaning, people=True)
    named = language != ENGLISH or cut.is_capital(i)  # a "polish" is of no nation
    if named and (nation := _nations(language).at(cut, i)) is not None:
        return Party(i, nation.end, _country(nation.meaning))
    word = cut.words[i]
    if cut.is_capital(i) and (state := capital_of(cut.text[word.start : word.end], language)):
        return Party(i, i + 1, state, city=True)
    for words, name in (("forces", STATE), ("beside", _BESIDE)):
        if (match := listed(words, language).at(cut, i)) is not None:
            return Party(i, match.end, name, people=True)
    return None


def _joined(found: Sequence[Party]) -> list[Party]:
    """Return the parties, each with what stands beside it: "separatists of Russia" are rebels."""
    joined: list[Party] = []
    for party in found:
        last = joined[-1] if joined else party
        pair = [last.name, party.name]
        nations = [p.name for p in (last, party) if is_nation(p.name) and not p.people]
        sides = [name for name in pair if name in SIDES]
        rest = [name for name in pair if name in {STATE, _BESIDE}]
        apart = party.start - last.end >= NEAR or last.body or party.body or last is party
        if apart or not (len(rest) == len(pair) or (len(nations) == 1 and (sides or rest))):
            joined.append(party)
            continue
        name = next(iter((*sides, *nations, *sorted(rest, reverse=True))))
        joined[-1] = Party(last.start, party.end, name, people=True)
    return joined


@functools.cache
def _sides(language: str) -> Phrases[str]:
    """Return what sides are called: by the roles of statements and here."""
    lists = (word_file("variorum.statements", "statements.yaml")["roles"], _rows())
    rows = [
        (w, n) for own in lists for n in (*SIDES, COALITION) for w in told(own.get(n, ()), language)
    ]
    return plain_phrases(rows, clauses)


@functools.cache
def _nations(language: str) -> Phrases[str]:
    if language != ENGLISH:
        return nation_names(language)
    rows = table("populations")[ENGLISH]["nations"].items()
    named = [(n, adj) for adj, names in rows for n in (adj, f"{adj}s", *names) if n]
    return plain_phrases(named, clauses)


@functools.cache
def _country(nation: str) -> str:
    """Return the country of a nation by its name in English, or the nation where it has none."""
    names = table("populations")[ENGLISH]["nations"].get(nation) or [nation]
    name = str(names[0] or nation)
    return state_of(name, ENGLISH) or name


@functools.cache
def _countries() -> frozenset[str]:
    return frozenset(map(_country, table("populations")[ENGLISH]["nations"]))
