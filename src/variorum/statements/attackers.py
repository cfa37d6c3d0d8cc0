"""Reads which state is said to have made an attack, and which denies it, in all languages.

"Russian missiles struck the station", "frappe américaine", "denied that its forces fired on it": a
country is known by its name and by what is of it. Such a statement is only set against a denial
of the same state, as in a war each side makes attacks.
"""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from babel import Locale
from babel.core import get_global

from variorum.language.files import code_of
from variorum.language.spelling import fold
from variorum.language.words.body_names import meanings
from variorum.language.words.lexers import clauses
from variorum.language.words.patterns import Phrases, plain_phrases
from variorum.model import Claim, Document, Stance
from variorum.statements.doers import Doer
from variorum.statements.events_told import charges
from variorum.statements.statement import Statement
from variorum.statements.statement_phrases import Lexicon, Words, told
from variorum.yaml_files import word_file

FAMILY, TOPIC = "fired", "attack"
ATTACKS = frozenset({"attack", "missile", "shots"})
# How many words lie at most between an attacker and what he did, and behind "by".
NEAR = 5
BESIDE = 2
# An attack told further down a report may be any.
LEAD = 600


def state_of(name: str, language: str | None) -> str:
    """Return the country whose state a name is, its forces, ministries or capital; else ""."""
    if city := next((c for k in (language, "en") if k and (c := _cities(k).get(fold(name)))), ""):
        return _label(city)
    parts = meanings(name, language)
    codes = [part for part in parts if part.isupper()]
    rest = {part for part in parts if not part.isupper()}
    states = frozenset(_rows()["of_state"])
    return _label(codes[0]) if len(codes) == 1 and rest <= states else ""


@functools.cache
def _cities(language: str) -> Mapping[str, str]:
    """Return the countries of the cities that time zones are named for: mostly their capitals."""
    zones: dict[str, str] = dict(get_global("zone_territories"))
    zones |= {old: zones[new] for old, new in get_global("zone_aliases").items() if new in zones}
    local = Locale.parse(code_of(language) or "en").time_zones
    cities = [(zone.rpartition("/")[2], of) for zone, of in zones.items()]
    cities += [(local.get(zone, {}).get("city") or "", of) for zone, of in zones.items()]
    return {fold(city): of for city, of in cities if city and of.isalpha()}


@functools.cache
def _rows() -> Mapping[str, Sequence[str]]:
    rows: Mapping[str, Sequence[str]] = word_file(__package__, "attackers.yaml")
    return rows


@functools.cache
def _label(code: str) -> str:
    return str(Locale.parse("en").territories.get(code, code))


@functools.cache
def _phrases(name: str, language: str) -> Phrases[str]:
    return plain_phrases([(word, name) for word in told(_rows()[name], language)], clauses)


def read_attackers(
    claim: Claim, words: Words, document: Document, lexicon: Lexicon
) -> Iterator[Statement]:
    """Yield which state the words of one part of a claim say made the attack, or did not."""
    reader = _Reader(claim, words, document, lexicon)
    cue = claim.cue.exact.casefold().split() if claim.cue is not None else []
    if not charges().isdisjoint(cue) and claim.stance is Stance.ASSERTS:
        yield from reader.charged()
    elif words.denied:
        yield from reader.denied()
    elif claim.stance is Stance.ASSERTS:
        yield from reader.done()


@dataclass(frozen=True)
class _Reader:
    claim: Claim
    words: Words
    document: Document
    lexicon: Lexicon

    def denied(self) -> Iterator[Statement]:
        """Read "denies responsibility", "denied that one of its missiles hit the station"."""
        first, last = self.words.content_start, len(self.words.words)
        named = self.lexicon.topics.meanings
        attacks = [i for i in range(first, last) if TOPIC in named(self.words.cut, i)]
        reach = range(first, last)
        at = next((i for i in reach if self._tells(i, "strikes", "striking", "guilt")), None)
        if at is None or self._is_general(at, attacks, last):
            return
        told = (c for i in range(first, at) if (c := self._country(i)) and not self._charges(i))
        state = ([*told] or [self._speaker()])[-1]
        if state:
            yield self._said(state, first, last, holds=False)

    def _is_general(self, at: int, attacks: Sequence[int], last: int) -> bool:
        """Return whether what is denied is no certain attack: "involvement in attacks on them"."""
        if any(self._is(i, "bystanders") for i in range(at, min(last, at + NEAR))):
            return True
        if not attacks and self._is(at, "guilt"):  # "denies responsibility"
            short = last - self.words.content_start <= NEAR
            return not short or self.words.place(at, at + 1)[0] > LEAD
        if not attacks:
            return False
        words = self.words.words
        certain = any(w.form in _rows()["definite"] for w in words[attacks[0] - BESIDE : last])
        plural = words[attacks[0]].form.endswith("s")
        return self.document.language == "en" and (plural or not certain)

    def charged(self) -> Iterator[Statement]:
        """Read "blamed Ukraine for shelling the prison", "a accusé Israël de la frappe"."""
        first, last = self.words.content_start, len(self.words.words)
        reach = range(first, last)
        told = [i for i in reach if self._tells(i, "strikes", "striking", "guilt")]
        at = next((i for i in reach if self._country(i)), first)
        state = self._accused() or self._country(at) if at < last else ""
        near = any(abs(i - at) < NEAR for i in told)  # not "of hiding the traces of the attack"
        if near and state and state != self._speaker():
            yield self._said(state, first, last, holds=True)

    def done(self) -> Iterator[Statement]:
        """Read "Russian troops shelled it", "it did not launch any strike" near the beginning."""
        first, last = self.words.content_start, len(self.words.words)
        for i in range(first, last):
            clause = self.words.clause(i, i + 1)
            if self.words.place(i, i + 1)[0] > LEAD or self.lexicon.is_open(self.words, clause):
                continue
            negator = self.lexicon.negator(self.words, i, first)
            if negator is None and self._is(i, "strikes"):
                state = self._before(i, max(first, clause.first))
            else:
                aim = any(map(self._is_attack, range(i + 1, min(last, i + 1 + NEAR))))
                own = aim and negator is not None and self._is(i, "striking")
                state = (self._before(i, first) or self._speaker()) if own else ""
            if state:
                yield self._said(state, i, i + 1, holds=negator is None)

    def _accused(self) -> str:
        """Return the country between a cue and its content: "beschuldigte Russland, ..."."""
        end = self.claim.cue.end if self.claim.cue is not None else self.words.part.start
        between = self.document.text[end : self.words.part.start].split()
        states = (state_of(word.strip(","), self.document.language) for word in between)
        return next(filter(None, states), "")

    def _speaker(self) -> str:
        return state_of(self.claim.speaker.name, self.document.language)

    def _said(self, state: str, first: int, last: int, *, holds: bool) -> Statement:
        place = self.words.span(self.document, first, last)
        doers = (Doer(state, known=False),)
        return Statement(self.claim, FAMILY, TOPIC, place, doers=doers, holds=holds)

    def _is(self, i: int, *names: str) -> bool:
        language = self.document.language or ""
        found = (m for name in names for m in _phrases(name, language).all_at(self.words.cut, i))
        match = next(found, None)
        return match is not None and not self._is_another(match.end)

    def _is_attack(self, i: int) -> bool:
        found = (m for m in self.lexicon.topics.all_at(self.words.cut, i) if m.meaning in ATTACKS)
        match = next(found, None)
        return match is not None and not self._is_another(match.end)

    def _is_another(self, end: int) -> bool:
        """Return whether words go on as another deed: "struck down", "a hit squad"."""
        return any(w.form in _rows()["another"] for w in self.words.words[end : end + 1])

    def _tells(self, i: int, *names: str) -> bool:
        return self._is_attack(i) or self._is(i, *names)

    def _country(self, i: int) -> str:
        """Return the country that word `i` names; "Russian-held" and "US-made" name none."""
        words = self.words.words
        glued = i + 1 < len(words) and words[i + 1].form in {"-", "–"}
        if glued or "-" in words[i].form:
            return ""
        written = self.words.text[words[i].start : words[i].end]
        return state_of(written, self.document.language)

    def _charges(self, i: int) -> bool:
        """Return whether a country only makes the charge: "denied Ukrainian claims that"."""
        near = range(i + 1, min(len(self.words.words), i + 1 + BESIDE))
        led = i > 0 and self.words.words[i - 1].form in self.lexicon.linking
        return led or any(self._is(k, "charging") for k in near)

    def _before(self, i: int, first: int) -> str:
        """Return the country before an active verb, behind "by" of a passive one."""
        words = self.words.words
        if i > first and words[i - 1].form in _rows()["passive"]:
            reach = range(i + 1, min(len(words), i + 1 + NEAR))
            by = next((k for k in reach if words[k].form == "by"), None)
            behind = range(by + 1, min(len(words), by + 1 + BESIDE)) if by is not None else ()
            return next(filter(None, map(self._country, behind)), "")
        for k in range(i - 1, max(first, i - 1 - NEAR) - 1, -1):
            if words[k].form in self.lexicon.linking or words[k].form in _rows()["apart"]:
                return ""
            led = k > 0 and words[k - 1].form in self.lexicon.linking
            if state := self._country(k):
                return "" if led else state
        return ""
