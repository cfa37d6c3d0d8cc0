"""Statements that need no number: was it secret, who did it, when was it.

They are read by a lexicon of predicates, `statements.yaml`. What leaves it open whether it is so
("may be a forgery") states nothing. Two statements meet where they have the same predicate and are
of the same things; an argument that is not told is that of the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from variorum.compare.markers.statement_phrases import Lexicon, Words, lexicon
from variorum.compare.statements.agents import Doers, Naming
from variorum.edtf import days
from variorum.model import Certainty, Claim, Document, Span, Stance, When
from variorum.text import span
from variorum.wording import joined

__all__ = [
    "DID",
    "WHEN",
    "WHERE",
    "WHO",
    "Key",
    "Statement",
    "changes",
    "fades",
    "follows",
    "question_of",
    "statements",
]

STATED = frozenset({Stance.ASSERTS, Stance.DENIES})
SURE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE, Certainty.CERTAINLY_NOT})
# How far into its content a claim may name what it flatly denies or confirms.
HEAD = 6
# A day is told by a time no longer than this.
LONGEST_DAY = 3
APART = 2
REACH = 6
# Statements of any verb: whether it was done, by whom, when, and where it led.
DID, WHO, WHEN, WHERE = "did", "who", "when", "where"
GENERAL = frozenset({DID, WHO, WHEN, WHERE})
# Topics of which there are several.
MANY = frozenset({"talks", "shots", "deals"})
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Statement:
    """What one claim says without a number, and the words by which it says so."""

    claim: Claim
    family: str
    topic: str
    span: Span
    actor: str = ""
    holds: bool = True
    doers: Doers = ()
    days: tuple[date, date] | None = None
    place: str = ""
    """Where that was of which it is said, if the words right behind it tell."""
    became: bool = False
    """Whether its words tell that it has become otherwise: "was made public"."""

    @property
    def words(self) -> str:
        """What it answers, in a word or two: yes, a day, or who."""
        if self.days is not None:
            first, last = (day.isoformat() for day in self.days)
            return first if first == last else f"{first} to {last}"
        if self.doers:
            named = joined(doer.name for doer in self.doers)
            return named if self.holds else f"not {named}"
        return "yes" if self.holds else "no"

    @property
    def key(self) -> Key:
        """What makes two of them answers to one question."""
        return (self.family, self.topic, self.actor)


def question_of(key: Key) -> str:
    """Return the question that statements of that key answer, as a person would ask it."""
    family, topic, actor = key
    if family == DID:
        who = actor if actor[:1].isupper() else f"the {actor}"
        return f"Did {who} {topic}?" if actor else f"Did anybody {topic}?"
    if family in GENERAL:
        return topic
    asked = str(lexicon(True).families[family]["question"])
    words = asked.format(topic=topic or "matter", actor=actor).replace("the the ", "the ")
    return words.replace("Was the ", "Were the ") if topic in MANY else words


def changes(family: str) -> bool:
    """Return whether it may become so with time, so that a no may come before a yes."""
    return family == DID or bool(_family(family).get("changes"))


def fades(family: str) -> bool:
    """Return whether it may cease with time, so that a yes may come before a no."""
    return bool(_family(family).get("fades"))


def follows(family: str) -> str | None:
    """Return the family of what cannot have happened later than this, if any."""
    told: str | None = _family(family).get("follows")
    return told


def _family(family: str) -> Mapping[str, Any]:
    """Return the row of the lexicon; statements of any verb have none."""
    return {} if family in GENERAL else lexicon(True).families[family]


def statements(
    claims: Iterable[Claim], documents: Mapping[str, Document], naming: Naming
) -> list[Statement]:
    """Return what the claims state, in their order; of nested claims only the innermost counts."""
    found: list[Statement] = []
    for claim in claims:
        if claim.part_of is None and claim.stance in STATED and claim.certainty in SURE:
            document = documents[claim.document]
            reader = _Reader(claim, document, lexicon(document.language == "en"), naming)
            found += reader.read()
    return _with_topics(_innermost(found))


@dataclass(frozen=True)
class _Reader:
    claim: Claim
    document: Document
    lexicon: Lexicon
    naming: Naming

    def read(self) -> Iterable[Statement]:
        """Return the statements of the claim."""
        for words in Words.of(self.claim, self.document):
            flat = list(self._flat(words))
            yield from flat
            taken = {statement.family for statement in flat}
            for (name, which), first, last in self._said(words):
                if name not in taken:
                    yield from self._statement(words, name, which, (first, last))

    def _said(self, words: Words) -> Iterable[tuple[tuple[str, str], int, int]]:
        """Yield each phrase of the lexicon, the longer before what it holds."""
        matches = [
            (meaning, first, last)
            for first in range(len(words.words))
            for meaning, last in self.lexicon.said.at(words.words, first)
        ]
        matches.sort(key=lambda m: (m[1] - m[2], m[1], m[0]))
        taken: dict[str, set[int]] = {}
        for (name, which), first, last in matches:
            places = taken.setdefault(name, set())
            if places.isdisjoint(range(first, last)):
                places.update(range(first, last))
                yield (name, which), first, last

    def _flat(self, words: Words) -> Iterable[Statement]:
        """Read "rejected the report" and "blamed rebels for the attack" by their cue."""
        cue = self.claim.cue.exact.casefold() if self.claim.cue else ""
        begin = words.content_start
        for name, family in self.lexicon.families.items():
            if cue in family.get("blamed", ()):
                yield from self._blamed(words, name, family, begin)
            denied = cue in family.get("denied", ()) and self.claim.stance is Stance.DENIES
            if denied or cue in family.get("affirmed", ()):
                topic = self.lexicon.topic(words, (begin, begin), {**family, "reach": HEAD})
                if topic and len(words.words) > begin:
                    place = words.span(self.document, begin, min(begin + HEAD, len(words.words)))
                    yield Statement(self.claim, name, topic, place, holds=not denied)

    def _blamed(
        self, words: Words, name: str, family: Mapping[str, Any], begin: int
    ) -> Iterable[Statement]:
        opened = range(begin, len(words.words))
        end = next((i for i in opened if words.words[i].text in {"for", "of"}), None)
        if end is None or end == begin:
            return
        topic = self.lexicon.topic(words, (end, end + 1), family, before=False)
        doers = self.naming.before(words, begin, end, self.lexicon)
        if topic and doers:
            place = words.span(self.document, begin, end)
            yield Statement(self.claim, name, topic, place, doers=doers)

    def _statement(
        self, words: Words, name: str, which: str, place: tuple[int, int]
    ) -> Iterable[Statement]:
        family = self.lexicon.families[name]
        first, last = place
        clause = words.clause(first, last)
        in_cue = first < words.content_start
        if not in_cue:
            clause = replace(clause, first=max(clause.first, words.content_start))
        # "The Secret" within a sentence is a title.
        titled = first > clause.first and words.words[first].capital and self.document_in_english
        if titled or self.lexicon.is_open(words, clause):
            return
        itself = which == "says_itself"
        topic = str(family["itself"]) if itself else self.lexicon.topic(words, place, family)
        if self.lexicon.is_another(words, place, clause, topic):
            return
        floor = words.content_start
        turned = not in_cue and (
            self.lexicon.negated(words, first, floor) or self.lexicon.nobody(words, first, floor)
        )
        denies = not in_cue and self.claim.stance is Stance.DENIES
        said = Statement(
            self.claim,
            name,
            topic,
            words.span(self.document, first, last),
            holds=(which != "says_not") ^ turned ^ denies,
            place=self.lexicon.place_of(words, place, family, self.claim),
            became=self._became(words, which, first),
        )
        match family["asks"]:
            case "who":
                yield from self._who(words, said, which, place, family)
            case "when":
                yield from self._when(words, said, place)
            case _:
                yield from self._whether(words, said, which, place, family)

    def _became(self, words: Words, which: str, first: int) -> bool:
        """Read "was made public", "is no longer secret"."""
        longer = any(word.text == "longer" for word in words.words[max(0, first - 2) : first])
        return which == "says_not" or longer

    @property
    def document_in_english(self) -> bool:
        """Whether capitals within a sentence are names."""
        return self.document.language == "en"

    def _whether(
        self,
        words: Words,
        said: Statement,
        which: str,
        place: tuple[int, int],
        family: Mapping[str, Any],
    ) -> Iterable[Statement]:
        clause = words.clause(*place)
        if not said.topic and family.get("near"):
            at, _ = words.place(clause.first, clause.last)
            said = replace(said, topic=self.lexicon.told_before(self.document, at, family))
        if not said.topic and not self.lexicon.refers(words, clause.first, place[0]):
            return
        if not family.get("actor"):
            yield said
            return
        doers = self._doers(words, which, place)
        if said.topic or self.lexicon.refers(words, place[1], clause.last):
            for doer in doers[:1]:
                yield replace(said, actor=doer.name)

    def _doers(self, words: Words, which: str, place: tuple[int, int]) -> Doers:
        clause = words.clause(*place)
        if not self.document_in_english:
            return self.naming.beside(words, place, self.lexicon)
        if which == "by":
            named = self.naming.within(words, place[1], clause.last, self.lexicon)
            if named or place[1] >= clause.last:
                return named
            end = min(clause.last, place[1] + APART)
            return tuple(
                doer
                for i in range(place[1] + 1, end + 1)
                for doer in self.naming.before(words, place[1], i, self.lexicon)
                if doer.role
            )[:1]
        first = max(clause.first, words.content_start if place[0] >= words.content_start else 0)
        if first == place[0] and first > words.content_start:
            # "The front, backed by others, struck a deal": of several the first.
            first = words.sentence_start(place[0])
            return self.naming.heading(words, first, place[0], self.lexicon)
        return self.naming.before(words, first, place[0], self.lexicon)

    def _who(
        self,
        words: Words,
        said: Statement,
        which: str,
        place: tuple[int, int],
        family: Mapping[str, Any],
    ) -> Iterable[Statement]:
        topic = said.topic
        if which not in {"by", "says_itself"}:
            # "Drivers whom the front hired": what it is done to stands first.
            clause = words.clause(*place)
            turned = any(w.text == "whom" for w in words.words[clause.first : place[0]])
            topic = self.lexicon.topic(words, place, family, before=turned)
        if not topic:
            return
        doers = self._doers(words, which, place)
        if doers:
            clause = words.clause(*place)
            first, last = (
                (place[0], min(clause.last, place[1] + REACH))
                if which == "by"
                else (max(clause.first, words.content_start), place[1])
            )
            told = words.span(self.document, min(first, place[0]), max(last, place[1]))
            yield replace(said, topic=topic, doers=doers, span=told)

    def _when(self, words: Words, said: Statement, place: tuple[int, int]) -> Iterable[Statement]:
        clause = words.clause(*place)
        start, end = words.place(clause.first, clause.last)
        at, _ = words.place(*place)
        near = [
            when
            for when in self.claim.when
            if start <= when.span.start
            and when.span.end <= end
            and self.lexicon.tells(words, place, when.span.start)
        ]
        if not said.topic or not said.holds or not near:
            return
        when = min(near, key=lambda w: (abs(w.span.start - at), w.span.start))
        told = _day(when)
        if told is not None and not self.lexicon.is_around(words, when.span.start):
            where = span(self.document, when.span.start, when.span.end)
            yield replace(said, span=where, days=told)


def _day(when: When) -> tuple[date, date] | None:
    told = days(when.edtf)
    if told is None or (told[1] - told[0]).days >= LONGEST_DAY:
        return None
    return told


def _innermost(found: Sequence[Statement]) -> list[Statement]:
    """Return one statement for the same words: that of the claim nearest to who says so."""
    best: dict[tuple[str, str, int], Statement] = {}
    for each in found:
        place = (each.family, each.span.document, each.span.start)
        if place not in best or _size(each) < _size(best[place]):
            best[place] = each
    return list(best.values())


def _size(statement: Statement) -> tuple[int, int, str]:
    claim = statement.claim
    return (sum(len(part.exact) for part in claim.content), -len(claim.relay), claim.id)


def _with_topics(found: Sequence[Statement]) -> list[Statement]:
    """Return them with each topic that is not told set to the one most others are about."""
    counts: dict[str, Counter[str]] = {}
    for each in found:
        counts.setdefault(each.family, Counter())[each.topic] += bool(each.topic)
    settled = []
    for each in found:
        told = [topic for topic, _ in counts[each.family].most_common() if topic]
        settled.append(each if each.topic or not told else replace(each, topic=told[0]))
    return [each for each in settled if each.topic]
