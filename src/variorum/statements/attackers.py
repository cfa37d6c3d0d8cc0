"""Reads which state is said to have made an attack, and which denies it, in all languages.

"Russian missiles struck the station", "frappe américaine", "denied that its forces fired on it": a
country is known by its name and by what is of it. Such a statement is only set against a denial
of the same state, as in a war each side makes attacks.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from variorum.language.words.lexers import bare_words, clauses
from variorum.language.words.patterns import Phrases, plain_phrases
from variorum.model import Claim, Document, SpeakerKind, Stance
from variorum.statements.doers import Doer
from variorum.statements.events_told import charges, unseen
from variorum.statements.statement import ATTACKED, RUINED, Statement
from variorum.statements.statement_phrases import Lexicon, Words, told
from variorum.statements.states import BODIES, COALITION, body_of, speaks_for, state_of
from variorum.yaml_files import word_file

TOPIC = "attack"
# Who is no state, and goes by the role alone.
REBELS = "rebels"
SIDES = (REBELS, "protesters")
# What is destroyed and goes by no name; others of the case tell it.
UNNAMED = "event"
ATTACKS = frozenset({"attack", "missile", "shots"})
# Turkish names the doer before the word that says so.
BY_BEFORE = "tarafından"
NAMED = ("strikes", "killing", "striking", "firing", "operating", "guilt")
DENIED = ("strikes", "killing", "striking", "guilt")
# How many words lie at most between an attacker and what he did, and behind "by".
NEAR = 5
BESIDE = 2
_IN_BRACKETS = re.compile(r"[()|*]")
# An attack told further down a report may be any.
LEAD = 600
_rows = functools.partial(word_file, __package__, "attackers.yaml")


@functools.cache
def _phrases(name: str, language: str) -> Phrases[str]:
    return plain_phrases([(word, name) for word in told(_rows()[name], language)], clauses)


def bodies_in(claims: Iterable[Claim]) -> Phrases[str]:
    """Return the organisations that claims of one document name or let speak, by their names."""
    spoken = [(claim.speaker.name, claim.speaker.kind) for claim in claims]
    named = [(m.full, m.kind) for claim in claims for m in claim.actors]
    bodies = {name for name, kind in (*spoken, *named) if kind is SpeakerKind.ORGANISATION}
    split = [_IN_BRACKETS.split(name) for name in sorted(bodies)]
    parts = ((part.strip(), own[0].strip()) for own in split for part in own)
    return plain_phrases([(part, name) for part, name in parts if part], clauses)


def read_attackers(reader: "AttackReader") -> Iterator[Statement]:
    """Yield which state the words of one part of a claim say made the attack, or did not."""
    claim = reader.claim
    if reader.is_charge and claim.stance is Stance.ASSERTS:
        yield from reader.charged()
    elif reader.words.denied:
        yield from reader.denied()
    elif claim.stance is Stance.ASSERTS:
        yield from reader.done()


@dataclass(frozen=True)
class AttackReader:
    """Reads the words of one part of a claim: who did it, and who speaks."""

    claim: Claim
    words: Words
    document: Document
    lexicon: Lexicon
    bodies: Phrases[str]
    """The organisations that the document names, by each of their names."""

    @property
    def is_charge(self) -> bool:
        """Whether the cue is one of charging somebody."""
        cue = self.claim.cue.exact.casefold().split() if self.claim.cue is not None else []
        return not charges().isdisjoint(cue)

    def denied(self) -> Iterator[Statement]:
        """Read "denies responsibility", "denied that one of its missiles hit the station"."""
        first, last = self.words.content_start, len(self.words.words)
        named = self.lexicon.topics.meanings
        fights = (i for i in range(first, last) if self._is(i, "fighting"))
        attacks = [i for i in range(first, last) if TOPIC in named(self.words.cut, i)] or [*fights]
        reach = range(first, last)
        at = next((i for i in reach if self._tells(i, *DENIED)), None)
        if at is None or self._is_general(at, attacks, last):
            return
        told = (c for i in range(first, at) if (c := self._country(i)) and not self._charges(i))
        guilt = any(self._is(i, "guilt") for i in reach)
        state = ([*told] or [self.party_of_speaker() if guilt else self.state_of_speaker()])[-1]
        if state:
            thing = self._destroyed(first, last) if guilt else ""
            yield self._said(state, first, last, holds=False, thing=thing)

    def _is_general(self, at: int, attacks: Sequence[int], last: int) -> bool:
        """Return whether what is denied is no certain attack: "involvement in attacks on them"."""
        if self._is(at, "killing"):
            # Who denies a number of dead denies no deed.
            return any(not measure.polarity for measure in self.claim.measures)
        # "That the attack had anything to do with a wedding."
        tied = (i + BESIDE for i in range(at + 1, last) if self._is(i, "guilt"))
        if any(self._is(i, "bystanders") for i in range(at, min(last, max([at, *tied]) + NEAR))):
            return True
        if not attacks and self._is(at, "guilt"):  # "denies responsibility"
            first = self.words.content_start
            short = last - first <= NEAR or any(self._is(i, "happened") for i in range(first, last))
            return not short or self.words.place(at, at + 1)[0] > LEAD
        if not attacks or any(measure.scope.event for measure in self.claim.measures):
            return False  # "an air strike that killed 70"
        return self.document.language == "en" and not self._is_certain(attacks[0])

    def charged(self) -> Iterator[Statement]:
        """Read "blamed Ukraine for shelling the prison", "a accusé Israël de la frappe"."""
        first, last = self.words.content_start, len(self.words.words)
        reach = range(first, last)
        deeds = (*DENIED, "firing", "destroying", "happened")
        told = [i for i in reach if self._tells(i, *deeds)]
        named = [(i, n) for i in reach if (n := self._country(i))] or [
            (i, self._one(i)) for i in reach
        ]
        at, state = next(((i, name) for i, name in named if name), (first, ""))
        if accused := self._accused():
            at, state = first, accused
        # "For the attack" may stand far off, but not "of hiding the traces of the attack".
        blamed = any(self._is(k, "for") for i in told for k in range(max(0, i - BESIDE - 1), i))
        near = blamed or any(abs(i - at) < NEAR for i in told)
        if near and state and state != self.party_of_speaker():
            thing = self._destroyed(first, last)
            certain = thing or any(self._is(i, "happened") or self._is_certain(i) for i in reach)
            charge = self.party_of_speaker() if certain else ""
            yield self._said(state, first, last, holds=True, thing=thing, charge=charge)

    def done(self) -> Iterator[Statement]:
        """Read "Russian troops shelled it", "it did not launch any strike" near the beginning."""
        first, last = self.words.content_start, len(self.words.words)
        yield from self._laid(first, last)
        for i in range(first, last):
            clause = self.words.clause(i, i + 1)
            start = self.words.place(i, i + 1)[0]
            if start > LEAD or self.lexicon.is_open(self.words, clause) or self._unseen(i):
                continue
            negator = self.lexicon.negator(self.words, i, first)
            unfired = self._is(i, "unfired")
            if negator is not None and self._is(i, "operating"):
                itself = self.words.words[first].form in self.lexicon.pronouns
                state = self._before(i, first) or (self.state_of_speaker() if itself else "")
            elif negator is not None and self._is(i, "guilt"):
                state = self._own_part(i, max(first, clause.first))
            elif negator is None and not unfired and self._is(i, "strikes", "killing"):
                state = self._before(i, max(first, clause.first))
            else:
                aim = any(map(self._is_attack, range(i + 1, min(last, i + 1 + NEAR))))
                struck = self._is(i, "firing") or (aim and self._is(i, "striking"))
                own = unfired or (negator is not None and struck)
                state = (self._before(i, first) or self.state_of_speaker()) if own else ""
            reach = range(i, min(last, i + NEAR))
            general = negator is not None and any(self._is(k, "bystanders") for k in reach)
            if state and not general:
                end = max(i + 1, *(self._end(i, name) for name in NAMED))
                yield self._said(state, i, end, holds=negator is None and not unfired)

    def _unseen(self, i: int) -> bool:
        """Return whether nothing speaks for what follows: "nothing showed that a raid hit it"."""
        first = max(self.words.content_start, self.words.clause(i, i + 1).first)
        start, end = (self.words.words[k].start for k in (first, i))
        return unseen(self.words.text[start:end], self.document.language or "")

    def _own_part(self, i: int, first: int) -> str:
        """Return who had no part in the attack: "it was not behind the raid"."""
        behind = range(i + 1, min(len(self.words.words), i + 1 + NEAR + BESIDE))
        told = any(self._is_certain(k) or self._is(k, "destroying") for k in behind)
        named = next(filter(None, map(self._country, range(first, i))), "")
        return (named or self.party_of_speaker()) if told else ""

    def _laid(self, first: int, last: int) -> Iterator[Statement]:
        """Read "Russia says that the dam was destroyed by Ukrainian shelling"."""
        thing, speaker = self._destroyed(first, last), self.party_of_speaker()
        if not thing or self.lexicon.is_open(self.words, self.words.clause(first, last)):
            return
        for i in filter(self._is_attack, range(first, last)):
            beside = (k for k in (i - 1, i + 1, i - BESIDE) if first <= k < last)
            state = next(filter(None, map(self._country, beside)), "")
            turned = self._unseen(i) or self.lexicon.negator(self.words, i, first) is not None
            if state not in {"", speaker} and not turned:
                yield self._said(state, first, last, holds=True, thing=thing, charge=speaker)
                return

    def _destroyed(self, first: int, last: int) -> str:
        """Return which of the things that are destroyed words say was, or ""."""
        reach = range(first, last)
        gone = any(self._is(i, "destroying") for i in reach)
        if not gone and not any(self._is(i, "strikes", "striking") for i in reach):
            return ""
        things = self.lexicon.families[RUINED]["topics"]
        near, words = self.lexicon.near, self.words.words
        own = (i for i in reach if near.isdisjoint(w.form for w in words[max(0, i - BESIDE) : i]))
        named = (m for i in own for m in self.lexicon.topics.meanings(self.words.cut, i))
        # "The machine was shot down": what others name. What planes strike is no plane.
        struck = (t for t in named if t in things and (gone or t != "aircraft"))
        return next(struck, UNNAMED if gone else "")

    def _is_certain(self, i: int) -> bool:
        """Return whether word `i` names an attack that is taken for known: "the attack"."""
        words = self.words.words
        plural = self.document.language == "en" and words[i].form.endswith("s")
        before = words[max(0, i - BESIDE - 1 + plural) : i]
        known = any(word.form in self.lexicon.definite for word in before)
        return (self._is_attack(i) or self._is(i, "fighting")) and known

    def _accused(self) -> str:
        """Return who stands in a cue or behind it: "beschuldigte Russland, ..."."""
        cue = self.claim.cue if self.claim.cue is not None else self.words.part
        between = self.document.text[min(cue.start, self.words.part.start) : self.words.part.start]
        plain, language = bare_words(between), self.document.language
        told = [*(state_of(word, language) for word in plain), *self._named_in(between)]
        told += [body_of(word, language) for word in plain]
        return next((name for name in told if name not in {"", self.party_of_speaker()}), "")

    def _named_in(self, text: str) -> list[str]:
        """Return the bodies of the report that a text names, and then those told by a role."""
        cut, roles = clauses(text), {r: _phrases(r, self.document.language or "") for r in SIDES}
        named = [self._body(m.meaning) for m in self.bodies.find(cut, 0, len(cut.words))]
        return named + [r for r in SIDES for _ in roles[r].find(cut, 0, len(cut.words))]

    def state_of_speaker(self) -> str:
        """Return whom the speaker is of, by the name or by what describes him beside it."""
        told = (speaks_for(name, self.document.language) for name in self._names())
        return next(filter(None, told), "")

    def _names(self) -> list[str]:
        """Return what the speaker is called, and what describes him."""
        own = self.claim.speaker
        spans = (own.organisation, own.span, own.full_span)
        return [own.name, *(span.exact for span in spans if span is not None)]

    def party_of(self, first: int, last: int) -> str:
        """Return who does what words[first:last] tell: behind "by", else the one before them.

        Of a charge it is whoever is charged, not who is named beside it: "accused the rebels of
        breaking the truce that Norden brokered".
        """
        if self.is_charge and (accused := self._accused()):
            return accused
        words, end = self.words.words, min(len(self.words.words), last + NEAR)
        by = next((k for k in range(last - 1, end - 1) if self._is(k, "by")), None)
        if by is not None and not self._is_manner(by + 1):
            return next(iter(self._parties(range(by + 1, min(end, by + NEAR)))), "")
        for k in range(first + 1, end):
            if words[k].form == BY_BEFORE:
                return self._one(k - 1)
        if any(word.form in _rows()["passive"] for word in words[first:last]):
            return ""
        led = {k for k in range(1, end) if words[k - 1].form in self.lexicon.linking}
        ahead = (k for k in range(self.words.content_start, first) if k not in led)
        before = {*self._parties(ahead)} or {*filter(None, [self._accused()])}
        behind = range(last, min(end, last + BESIDE)) if self.document.language != "en" else ()
        after = next(iter(self._parties(behind)), "")
        return "" if len(before) > 1 else next(iter(before), after)

    def _is_manner(self, i: int) -> bool:
        """Return whether it is told how it was done, and not by whom: "by shelling the town"."""
        return self.document.language == "en" and self.words.words[i].form.endswith("ing")

    def _parties(self, reach: Iterable[int]) -> list[str]:
        """Return who is named at these words, each once; what is of a state goes by the state."""
        told: dict[int, str] = {}
        end = 0
        for i in reach:
            named = self.bodies.at(self.words.cut, i) if i >= end else None
            end = named.end if named is not None else end
            name = self._body(named.meaning) if named is not None else ""
            if (i >= end and (name := self._by_role(i))) or name:
                told[i] = name
        states = {i for i in told if self._country(i)}

        def of_state(i: int) -> bool:
            near = BESIDE if told[i] in BODIES else 1
            return i not in states and any(abs(i - k) <= near for k in states)

        return list(dict.fromkeys(told[i] for i in told if not of_state(i)))

    def _one(self, i: int) -> str:
        """Return whom the words from `i` on name, or ""."""
        return next(iter(self._parties([i])), "")

    def _body(self, name: str) -> str:
        """Return a body by its state, by what it is where it has no name of its own, or by name."""
        language, cut = self.document.language, clauses(name)
        # "The insurgents" go by no name.
        alone = SIDES if len(cut.words) == 1 else ()
        roles = (r for r in alone if any(_phrases(r, language or "").meanings(cut, 0)))
        return state_of(name, language) or body_of(name, language) or next(roles, name)

    def _by_role(self, i: int) -> str:
        """Return whom word `i` names by no name: a state, its forces, rebels, protesters."""
        body = self._country(i) or body_of(self._written(i), self.document.language)
        return body or next((role for role in SIDES if self._is(i, role)), "")

    def is_of_both(self) -> bool:
        """Return whether all sides did it: "they accuse each other", "both sides broke it"."""
        cue = self.claim.cue
        start = min(cue.start if cue is not None else self.words.part.start, self.words.part.start)
        cut = clauses(self.document.text[start : self.words.part.end])
        both = _phrases("both", self.document.language or "")
        return next(both.find(cut, 0, len(cut.words)), None) is not None

    def party_of_speaker(self) -> str:
        """Return whom the speaker is of: a state, else a body that no report places."""
        language, names = self.document.language, self._names()
        told = (body_of(n, language) or next(iter(self._named_in(n)), "") for n in names)
        return self.state_of_speaker() or next(filter(None, told), "")

    def _said(  # noqa: PLR0913  (what is said of an attack)
        self, state: str, first: int, last: int, *, holds: bool, thing: str = "", charge: str = ""
    ) -> Statement:
        place = self.words.span(self.document, first, last)
        said = Statement(
            self.claim, RUINED if thing else ATTACKED, thing or TOPIC, place, holds=holds
        )
        doers = (Doer(state, known=False, written=state),)
        return replace(said, doers=doers, charge=charge, certain=bool(charge))

    def _is(self, i: int, *names: str) -> bool:
        return any(self._end(i, name) for name in names)

    def _end(self, i: int, name: str) -> int:
        """Return where the words of a list that begin at word `i` end, 0 if none do."""
        found = _phrases(name, self.document.language or "").all_at(self.words.cut, i)
        match = next(found, None)
        return match.end if match is not None and not self._is_another(match.end) else 0

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
        if self.document.language == "en" and not self.words.cut.is_capital(i):
            return COALITION if words[i].form == COALITION else ""  # "green" is of no Greece
        written = (self._written(i, i + 2), self._written(i))
        return next(filter(None, (state_of(w, self.document.language) for w in written)), "")

    def _written(self, i: int, end: int = 0) -> str:
        """Return word `i`, or words[i:end], as they are written."""
        words = self.words.words
        return self.words.text[words[i].start : words[min(end or i + 1, len(words)) - 1].end]

    def _charges(self, i: int) -> bool:
        """Return whether a country only makes the charge, or is the place: "Ukrainian claims"."""
        near = range(i + 1, min(len(self.words.words), i + 1 + BESIDE))
        before = range(max(0, i - BESIDE), i)
        led = any(self.words.words[k].form in self.lexicon.linking for k in before)
        led |= any(self._end(k, "within") == i for k in before)
        return led or any(self._is(k, "charging") for k in near)

    def _before(self, i: int, first: int) -> str:
        """Return the country before an active verb, behind "by" of a passive one."""
        words = self.words.words
        near = range(i + 1, min(len(words), i + 1 + NEAR))
        by = next((k for k in near if self._is(k, "by")), None)
        far = 1 if self.document.language == "en" else NEAR
        passive = any(w.form in _rows()["passive"] for w in words[max(first, i - far) : i])
        if by is not None or passive:
            # What is of a country stands behind its noun but in English.
            far = BESIDE + (self.document.language != "en")
            far = NEAR + BESIDE if by and self._is_attack(by + BESIDE) else far
            behind = range(by + 1, min(len(words), by + 1 + far)) if by is not None else ()
            rebels = self._harms(i) and any(self._is(k, REBELS) for k in behind)
            return next(filter(None, map(self._country, behind)), REBELS if rebels else "")
        for k in range(i - 1, max(first, i - 1 - NEAR) - 1, -1):
            if words[k].form in self.lexicon.linking or words[k].form in _rows()["apart"]:
                return ""
            led = k > 0 and words[k - 1].form in self.lexicon.linking
            if state := self._country(k):
                # "Palestinians killed in a raid", "palästinensische Zivilisten getötet".
                of_them = far == 1 or not self.words.cut.is_capital(k)
                slain = self._is(i, "slain") and i - k <= (BESIDE if of_them else 1)
                return "" if led or slain else state
            if self._is(k, REBELS) and not led and self._harms(i):
                return REBELS
        return ""

    def _harms(self, i: int) -> bool:
        """Return whether the deed of word `i` is one against civilians, or a massacre."""
        near = range(max(0, i - NEAR - BESIDE), min(len(self.words.words), i + NEAR + BESIDE))
        return self._is(i, "killing") and any(self._is(k, "bystanders", "fighting") for k in near)
