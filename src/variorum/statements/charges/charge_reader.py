"""Reads whom somebody charges with a deed of violence, and who denies one, in all languages.

"The army said that the rebels opened fire", "Kyiv blamed the separatists", "denied that they had
done it": a charge tells of a party that is not the speaker's own.
"""

import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from variorum.language.files import LANGUAGES
from variorum.language.words.lexers import clauses
from variorum.language.words.patterns import Match, Phrases, plain_phrases
from variorum.model import Claim, Document, Form, SpeakerKind, Stance
from variorum.statements.attackers import bodies_in
from variorum.statements.charges.parties import (
    NEAR,
    REBELS,
    SIDES,
    Party,
    is_party,
    parties,
    party_of,
)
from variorum.statements.doers import SUBORDINATORS, Doer
from variorum.statements.events_told import charges, unseen, untrue
from variorum.statements.statement import CHARGED, Statement
from variorum.statements.statement_phrases import (
    CLAUSES,
    ENGLISH,
    Clause,
    Lexicon,
    Place,
    Words,
    lexicon,
    told,
)
from variorum.yaml_files import word_file

# A deed that is not named.
UNTOLD = "event"
# A denial that names no deed has no more words, nor what stands behind who is charged, nor lies
# between a verb and "by".
SHORT = 6
# In these the doer may stand right behind the verb.
VERB_FIRST = frozenset({"ar", "ru", "uk", "bg", "es"})
BY_FIRST = frozenset({"ru", "uk", "tr"})
_INFINITIVES = ("ar", "er", "ir", "re", "ing", "ción", "tion")
_OPENING = CLAUSES | SUBORDINATORS
_rows = functools.partial(word_file, __package__, "charges.yaml")
_attackers = functools.partial(word_file, "variorum.statements", "attackers.yaml")


def read_charges(
    claims: Iterable[Claim], document: Document, states: frozenset[str]
) -> list[Statement]:
    """Return whom the claims of a document charge with a deed of violence, and who denies one.

    Args:
        claims: all claims of the document.
        document: the document.
        states: the ids of the claims that state something surely enough.

    Returns:
        Statements of the family `charged`: the party that did it, or did not, by `doers`, the
        party that says so by `charge`, whom it harmed by `target`.
    """
    own = list(claims)
    language = document.language or ""
    if language not in {ENGLISH, *LANGUAGES}:
        return []
    words, bodies = lexicon(language), bodies_in(own)
    return [
        said
        for claim in own
        if claim.id in states and _is_voiced(claim)
        for part in Words.of(claim, document)
        if part.content_start < len(part.words)
        for said in _ChargeReader(part, document, words, bodies).read()
    ]


def _is_voiced(claim: Claim) -> bool:
    """Return whether somebody who can be told says it."""
    nobody = claim.speaker.kind is SpeakerKind.UNNAMED and claim.speaker.name == SpeakerKind.UNNAMED
    return claim.form is not Form.NARRATED and not nobody


@functools.cache
def _phrases(name: str, language: str) -> Phrases[str]:
    return plain_phrases([(word, name) for word in told(_rows()[name], language)], clauses)


@functools.cache
def _as_before(name: str, language: str) -> Phrases[str]:
    """Return a list of those that tell who attacked."""
    return plain_phrases([(word, name) for word in told(_attackers()[name], language)], clauses)


@functools.cache
def _deeds(name: str, language: str) -> Phrases[str]:
    """Return the verbs of deeds ("deeds") or their nouns ("done"), each with its topic."""
    rows = [(w, topic) for topic, own in _rows()[name].items() for w in told(own, language)]
    return plain_phrases(rows, clauses)


@functools.cache
def _led(language: str) -> frozenset[str]:
    return frozenset(told(_rows()["led"], language))


@dataclass(frozen=True)
class _ChargeReader:
    """Reads the words of one part of a claim."""

    words: Words
    document: Document
    lexicon: Lexicon
    bodies: Phrases[str]

    @property
    def claim(self) -> Claim:
        return self.words.claim

    @property
    def language(self) -> str:
        return self.document.language or ""

    @property
    def first(self) -> int:
        return self.words.content_start

    def read(self) -> Iterator[Statement]:
        """Yield whom the words charge, or who denies it."""
        words, whole = self.words, (self.first, len(self.words.words))
        slots, cut = self.lexicon.slots, words.cut
        verbs = list(_deeds("deeds", self.language).find(cut, *whole, slots))
        nouns = list(_deeds("done", self.language).find(cut, *whole))
        blamed = list(_phrases("blame", self.language).find(cut, *whole))
        topic = next((m.meaning for m in (*verbs, *nouns)), UNTOLD)
        known = bool(verbs or nouns or blamed)
        if words.denied:
            bound = len(self.claim.content) > 1  # "it" with what it answers before it
            short = len(words.words) - self.first <= SHORT and (bound or self._has("unsaid", whole))
            harmed = _as_before("bystanders", self.language).find(cut, *whole)
            # "Denied that it hit civilians" leaves the attack standing.
            if (known or short) and next(harmed, None) is None:
                yield self._denied(topic, whole)
        elif self.claim.stance is not Stance.ASSERTS:
            return
        elif self._charges():
            yield from self._charged(topic, [*verbs, *nouns], whole)
        elif self._has("undone", whole):
            yield self._denied(topic, whole)
        elif known:
            near = [m for m in nouns[:1] if m.start - self.first <= NEAR]
            by = [*(replace(m, meaning=UNTOLD) for m in blamed), *near]
            yield from itertools.islice(self._done(sorted(verbs, key=_start), by), 1)

    def _charges(self) -> bool:
        """Return whether the cue is one of charging somebody."""
        cue = self.claim.cue.exact.casefold().split() if self.claim.cue is not None else []
        return not charges().isdisjoint(cue)

    def _charged(
        self, topic: str, deeds: Sequence[Match[str]], whole: Place
    ) -> Iterator[Statement]:
        """Read "blamed the rebels for the attack", "accused the army of shelling the town"."""
        own = self._own()
        inside = [p for p in self._named() if p.name != own and self._is_target(p, deeds)]
        told = [p for p in self._in_cue() if p.name != own] or inside
        # "Accused the rebels of holding back the water" is of another deed.
        known = topic != UNTOLD or self._has("blame", whole)
        if told and (known or (told is inside and self._is_alone(told[0]))):
            yield self._said(told[0].name, topic, own, whole, holds=True)

    def _done(self, verbs: Sequence[Match[str]], by: Sequence[Match[str]]) -> Iterator[Statement]:
        """Read who did what verbs tell, or who stands behind "by" of a noun."""
        own, named = self._own(), self._named()
        for deed in (*verbs, *by):
            place = self._around(deed)
            if self._is_idle(deed, place, noun=deed in by):
                continue
            inside = [p for p in named if place[0] <= p.start < place[1]]
            agent = self._agent(deed, inside, place, by_alone=deed in by)
            target = next((p.name for p in inside if p.people and p.name != agent), "")
            if self.lexicon.negator(self.words, deed.start, self.first) is not None:
                if agent == own if agent else not inside:
                    yield self._denied(deed.meaning, place)
                    return
                continue
            others = [p for p in inside if p.name != own]
            if not agent and own and len(others) == 1 < len(inside) and deed not in by:
                agent, target = others[0].name, own
            behind = any(p.name == agent and p.start >= deed.end for p in inside)
            # Who tells of a blow against rebels lays no deed at anybody's door.
            fought = target == REBELS and agent not in SIDES
            if agent and agent != own and not fought:
                struck = target or (own if behind else "")
                yield self._said(agent, deed.meaning, own, place, holds=True, target=struck)

    def _is_idle(self, deed: Match[str], place: Place, *, noun: bool) -> bool:
        """Return whether a deed is left open, told untrue, or only what befell those before it."""
        words, text = self.words.words, self.words.text
        lead = text[words[place[0]].start : words[deed.start].start]
        doubted = unseen(lead, self.language) or untrue(
            text[words[deed.start].start :], self.language
        )
        before = words[deed.start - 1].form if deed.start > place[0] else ""
        known = not noun and before in self.lexicon.definite  # "the bombing"
        bare = self.language == ENGLISH and (
            deed.end >= len(words)
            or words[deed.end].form in ",.;:)"
            or _as_before("slain", ENGLISH).at(self.words.cut, deed.start) is not None
        )
        slain = bare and deed.meaning == "killing" and not noun  # "soldiers killed in the raid"
        return doubted or known or slain or self.lexicon.is_open(self.words, Clause(*place))

    def _own(self) -> str:
        """Return the party that speaks, or the body, or nothing of a person nobody places."""
        own = self.claim.speaker
        person = own.kind in {SpeakerKind.PERSON, SpeakerKind.UNNAMED}
        spans = (own.organisation, own.span, own.full_span) if person else (own.organisation,)
        for name in (own.name, *(span.exact for span in spans if span is not None)):
            known = party_of(name, self.language)
            if known != name or not person:
                return known
            found = parties(clauses(name), self.language, self.bodies)
            if found:
                return min(found, key=lambda party: party.body).name
        return ""

    def _named(self) -> list[Party]:
        """Return the parties of the content, and whoever else is named there."""
        found = parties(self.words.cut, self.language, self.bodies)
        found = [party for party in found if party.start >= self.first]
        taken = {i for p in found for i in range(p.start, p.end)}
        for mention in self.claim.actors:
            if not self.words.part.start <= mention.span.start < self.words.part.end:
                continue
            start, end = self.words.at(mention.span.start), self.words.at(mention.span.end)
            # "The rebel commander Ivan Koval" is of the rebels.
            near = any(0 <= start - p.end < NEAR and p.name in SIDES for p in found)
            if start < end and taken.isdisjoint(range(start, end)) and not near:
                found.append(Party(start, end, mention.full, body=True))
        return sorted(found, key=lambda party: party.start)

    def _in_cue(self) -> list[Party]:
        cue = self.claim.cue
        start = cue.start if cue is not None else self.words.part.start
        text = self.document.text[min(start, self.words.part.start) : self.words.part.start]
        return parties(clauses(text), self.language, self.bodies)

    def _has(self, name: str, place: Place) -> bool:
        return next(_phrases(name, self.language).find(self.words.cut, *place), None) is not None

    def _around(self, deed: Match[str]) -> Place:
        """Return the clause of a deed, with what brackets part from it, behind what opens it."""
        words = self.words.words
        clause = self.words.clause(deed.start, deed.end)
        first = clause.first
        while first > 1 and words[first - 1].form == ")":
            opened = (k for k in range(first - 1, 0, -1) if words[k].form == "(")
            at = next(opened, 1)
            first = min(first - 1, self.words.clause(at - 1, at).first)
        opened = (i for i in range(deed.start - 1, first, -1) if words[i].form in _OPENING)
        return max(self.first, next(opened, first)), clause.last

    def _is_target(self, party: Party, deeds: Sequence[Match[str]]) -> bool:
        """Return whether a party is charged, and not what the deed was done to."""
        before = not deeds or party.start < min(map(_start, deeds))
        lead = self.words.words[max(self.first, party.start - NEAR - 1) : party.start]
        return before or any(word.form in _rows()["charged_on"] for word in lead)

    def _is_alone(self, party: Party) -> bool:
        """Return whether a party is all that is charged, and no other deed is told behind it."""
        end = self.words.clause(party.start, party.end).last
        behind, small = self.words.words[party.end : end], _led(self.language)
        other = any(
            (a.form in small and b.form.endswith(_INFINITIVES))
            or (a.form == "of" and self.words.text[b.start].islower())
            for a, b in itertools.pairwise(behind)
        )
        return 0 <= party.start - self.first <= NEAR and len(behind) <= SHORT and not other

    def _agent(
        self, deed: Match[str], inside: Sequence[Party], place: Place, *, by_alone: bool
    ) -> str:
        """Return who did a deed: behind "by", else before an active verb, or right behind it."""
        words, first = self.words.words, place[0]
        low = deed.start - NEAR if self.language in BY_FIRST else deed.start
        reach = NEAR if by_alone else SHORT
        for k in range(max(first, low), min(place[1], deed.end + reach)):
            by = _as_before("by", self.language).at(self.words.cut, k)
            near = [p for p in inside if by is not None and by.end <= p.start < by.end + NEAR]
            if near:
                return near[0].name
        lead = {word.form for word in words[max(first, deed.start - 2) : deed.start]}
        if by_alone or not lead.isdisjoint(_attackers()["passive"]):
            return ""
        free = [p for p in inside if not self._is_led(p, first)]
        ahead = [p for p in free if p.end <= deed.start]
        behind = [p for p in free if deed.end <= p.start < deed.end + 2]
        told = ahead[-1:] or (behind[:1] if self.language in VERB_FIRST else [])
        return told[0].name if told else ""

    def _is_led(self, party: Party, first: int) -> bool:
        before = [w.form for w in self.words.words[max(first, party.start - 2) : party.start]]
        article = bool(before) and before[-1] in self.lexicon.definite
        near = before if article else before[-1:]
        return any(form in _led(self.language) for form in near)

    def _denied(self, topic: str, place: Place) -> Statement:
        own = self._own()
        return self._said(own or self.claim.speaker.name, topic, own, place, holds=False)

    def _said(  # noqa: PLR0913  (what is said of a deed)
        self, who: str, topic: str, own: str, place: Place, *, holds: bool, target: str = ""
    ) -> Statement:
        doer = Doer(who, known=False, written="" if is_party(who) else who)
        return Statement(
            self.claim,
            CHARGED,
            topic,
            self.words.span(self.document, *place),
            holds=holds,
            doers=(doer,),
            charge=own,
            target=target,
            certain=self._is_certain(topic, place),
        )

    def _is_certain(self, topic: str, place: Place) -> bool:
        """Return whether words are of who began, or of one certain deed: "the attack"."""
        blamed = self._charges() and topic == UNTOLD
        nouns = _deeds("done", self.language).find(self.words.cut, *place)
        before = {self.words.words[m.start - 1].form for m in nouns if m.start > place[0]}
        certain = not before.isdisjoint(self.lexicon.definite)
        return blamed or certain or self._has("began", place)


def _start(match: Match[str]) -> int:
    return match.start
