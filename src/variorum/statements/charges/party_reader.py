"""Reads which parties the words of a claim name: who speaks, who is charged, who did a deed."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.language.words.lexers import clauses
from variorum.language.words.patterns import Match, Phrases
from variorum.model import Claim, Document, SpeakerKind
from variorum.statements.charges.named_parties import NEAR, SIDES, Party, listed, parties, party_of
from variorum.statements.doers import SUBORDINATORS
from variorum.statements.events_told import charges
from variorum.statements.statement_phrases import CLAUSES, ENGLISH, Lexicon, Place, Words, told
from variorum.yaml_files import word_file

# A denial that names no deed has no more words, nor what stands behind who is charged, nor lies
# between a verb and "by".
SHORT = 6
# In these the doer may stand right behind the verb.
VERB_FIRST = frozenset({"ar", "ru", "uk", "bg", "es"})
# Turkish names the doer before the word that says so.
BY_BEFORE = "tarafından"
BY_FIRST = frozenset({"ru", "uk", "tr"})
_OPENING = CLAUSES | SUBORDINATORS
_rows = functools.partial(word_file, __package__, "named_parties.yaml")


@functools.cache
def led(language: str) -> frozenset[str]:
    """Return what before a party makes it no doer."""
    return frozenset(told(_rows()["led"], language))


@dataclass(frozen=True)
class PartyReader:
    """Reads the parties that one part of a claim names."""

    words: Words
    document: Document
    lexicon: Lexicon
    bodies: Phrases[str]
    """The organisations that the document names, by each of their names."""

    @property
    def claim(self) -> Claim:
        """The claim whose words they are."""
        return self.words.claim

    @property
    def language(self) -> str:
        """The language of the document."""
        return self.document.language or ""

    @property
    def first(self) -> int:
        """The word with which the content begins."""
        return self.words.content_start

    def charges(self) -> bool:
        """Return whether the cue is one of charging somebody."""
        cue = self.claim.cue.exact.casefold().split() if self.claim.cue is not None else []
        return not charges().isdisjoint(cue)

    def own(self) -> str:
        """Return the party that speaks, or the body, or nothing of a person nobody places."""
        own = self.claim.speaker
        person = own.kind in {SpeakerKind.PERSON, SpeakerKind.UNNAMED}
        spans = (own.organisation, own.span, own.full_span) if person else (own.organisation,)
        for name in (own.name, *(span.exact for span in spans if span is not None)):
            known = party_of(name, self.language)
            if known != name or not person:
                return known
            found = [p for p in parties(clauses(name), self.language, self.bodies) if not p.city]
            if found:
                return min(found, key=lambda party: party.body).name
        return ""

    def named(self) -> list[Party]:
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

    def in_cue(self) -> list[Party]:
        """Return the parties between the cue and the content."""
        cue = self.claim.cue
        start = cue.start if cue is not None else self.words.part.start
        text = self.document.text[min(start, self.words.part.start) : self.words.part.start]
        return parties(clauses(text), self.language, self.bodies)

    def around(self, deed: Match[str]) -> Place:
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

    def agent(
        self, deed: Match[str], inside: Sequence[Party], place: Place, *, by_alone: bool
    ) -> str:
        """Return who did a deed: behind "by", else before an active verb, or right behind it."""
        words, first = self.words.words, place[0]
        low = deed.start - NEAR if self.language in BY_FIRST else deed.start
        reach = NEAR if by_alone else SHORT
        for k in range(max(first, low), min(place[1], deed.end + reach)):
            if words[k].form == BY_BEFORE:
                return next((p.name for p in inside if p.end == k), "")
            by = listed("by", self.language).at(self.words.cut, k)
            end = by.end if by is not None else place[1]
            near = [p for p in inside if end <= p.start < end + NEAR]
            if self.language == ENGLISH:  # "by shelling from Danish bases"
                near = [p for p in near if not self._is_led(p, end)]
            if near:
                return near[0].name
        lead = {word.form for word in words[max(first, deed.start - 2) : deed.start]}
        if by_alone or not lead.isdisjoint(_rows()["passive"]):
            return ""
        # "Danish civilians" did nothing.
        harmed = listed("bystanders", self.language)
        meek = {k for k in range(*place) if harmed.at(self.words.cut, k) is not None}
        free = [
            p
            for p in inside
            if not self._is_led(p, first) and meek.isdisjoint({p.start - 1, p.end})
        ]
        ahead = [p for p in free if p.end <= deed.start]
        behind = [p for p in free if deed.end <= p.start < deed.end + 2]
        told = ahead[-1:] or (behind[:1] if self.language in VERB_FIRST else [])
        return told[0].name if told else ""

    def _is_led(self, party: Party, first: int) -> bool:
        before = [w.form for w in self.words.words[max(first, party.start - 2) : party.start]]
        article = bool(before) and before[-1] in self.lexicon.definite
        near = before if article else before[-1:]
        return any(form in led(self.language) for form in near)

    def doer_of(self, place: Place) -> str:
        """Return who does what words tell: of a charge whoever is charged, not who is beside it."""
        around = self.around(Match("", *place, 0))
        inside = [p for p in self.named() if around[0] <= p.start < around[1]]
        ahead = [p for p in inside if p.end <= place[0]]
        if self.charges():
            own = self.own()
            told = (p.name for p in (*self.in_cue(), *ahead) if p.name != own)
            if accused := next(told, ""):
                return accused
        # "The truce that Norden brokered was broken": who stands within the words is beside it.
        last = Match("", place[1] - 1, place[1], 0)
        if by := self.agent(last, inside, around, by_alone=True):
            return by
        lead = {word.form for word in self.words.words[place[0] : place[1]]}
        several = len({p.name for p in ahead if not self._is_led(p, around[0])}) > 1
        if several or not lead.isdisjoint(_rows()["passive"]):
            return ""
        return self.agent(Match("", *place, 0), inside, around, by_alone=False)

    def is_of_both(self) -> bool:
        """Return whether all sides did it: "they accuse each other", "both sides broke it"."""
        cue, start = self.claim.cue, self.words.part.start
        start = min(cue.start, start) if cue is not None else start
        cut = clauses(self.document.text[start : self.words.part.end])
        both = listed("both", self.language).find(cut, 0, len(cut.words))
        return next(both, None) is not None
