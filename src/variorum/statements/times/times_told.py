"""The day and the hour of what happened, as a report tells it: "At 2 p.m. they opened fire".

A time is that of the deed whose words stand nearest, with no other clause between; it is told of
the one thing that the reports are about, which `compare` judges by what most of them tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from variorum.edtf import one_day
from variorum.language.words.hours import hours_in
from variorum.language.words.patterns import Match
from variorum.model import Claim, Document, SceneRole, Span
from variorum.statements.statement import Statement
from variorum.statements.statement_phrases import EVENTS, Clause, Lexicon, Words
from variorum.text import span

# The topic of what is not named: it is what the case is about.
WHATEVER = "event"
# How many words may stand between a deed and its time, and how near stands what dates another.
REACH, APART, BESIDE = 24, 3, 5
ENDS = frozenset(".;:!?؛؟")
# What a report is about stands among its first characters.
LEAD = 400
# What shots and the downing of a plane are besides an attack.
ALSO = frozenset({"downing", "shots"})


@dataclass(frozen=True)
class Deed:
    """What happened, words[first:last], and the family that asks when."""

    first: int
    last: int
    family: str
    began: bool = False
    topic: str = WHATEVER


@dataclass(frozen=True)
class TimeReader:
    """Reads the times that a part of a claim tells."""

    claim: Claim
    words: Words
    document: Document
    lexicon: Lexicon

    def read(self, days: Iterable[tuple[Span, tuple[date, date]]]) -> Iterator[Statement]:
        """Yield when it happened, as the claim says; `days` are those it tells, by their words."""
        if self.words.denied:
            return
        deeds = list(self._deeds())
        for place, told in days:
            for said in self._said(deeds, place):
                yield replace(said, days=told)
        if not self.document.published:
            for place, weekday in self._weekdays():
                for said in self._said(deeds, place):
                    yield replace(said, weekday=weekday)
        for hour in hours_in(self.words.text, self.document.language or ""):
            start, end = self.words.offset + hour.start, self.words.offset + hour.end
            for said in self._said(deeds, span(self.document, start, end)):
                asked = str(self.lexicon.families[said.family]["hour"])
                yield replace(said, family=asked, hour=hour)

    def _weekdays(self) -> Iterator[tuple[Span, int]]:
        """Yield the days of the week that stand by themselves, with no date beside them."""
        words = self.words
        dated = [range(w.span.start - APART, w.span.end + 1) for w in self.claim.when]
        for i in range(words.content_start, len(words.words)):
            for match in self.lexicon.weekdays.all_at(words.cut, i):
                place = words.span(self.document, match.start, match.end)
                if not any(place.start in own or place.end in own for own in dated):
                    yield place, match.meaning

    def _deeds(self) -> Iterator[Deed]:
        """Yield what the words tell to have happened."""
        words, lexicon = self.words, self.lexicon
        found = [
            (Deed(match.start, match.end, match.meaning, began), named)
            for phrases, began, named in (
                (lexicon.deeds, False, True),
                (lexicon.begins, False, False),
                (lexicon.starts, True, False),
            )
            for i in range(words.content_start, len(words.words))
            for match in phrases.all_at(words.cut, i)
        ]
        return self._of_it(found)

    def _of_it(self, found: Iterable[tuple[Deed, bool]]) -> Iterator[Deed]:
        """Yield what is sure, and of the report's own event; what names nothing is of a noun."""
        words, lexicon = self.words, self.lexicon
        for deed, named in found:
            clause = words.clause(deed.first, deed.last)
            clause = Clause(max(clause.first, words.content_start), clause.last)
            off = lexicon.is_open(words, clause) or self._is_another(deed, clause)
            off |= lexicon.negator(words, deed.first, words.content_start) is not None
            off |= any(w.form in lexicon.none for w in words.words[deed.last : deed.last + 1])
            if not off and (named or self._names_it(deed, clause)):
                yield deed

    def _is_another(self, deed: Deed, clause: Clause) -> bool:
        """Return whether its sentence is about another event than the report's, or about any."""
        words, lexicon = self.words, self.lexicon
        first = words.sentence_start(deed.first)
        any_of_them = words.place(first, deed.last)[0] >= LEAD and any(
            word.form in lexicon.indefinite
            for i in range(first + 1, clause.last)
            if EVENTS & {*lexicon.topics.meanings(words.cut, i)}
            for word in words.words[max(first, i - APART) : i]
        )
        end = words.words[clause.last - 1].end
        return any_of_them or lexicon.tells_another(words.text[words.words[first].start : end])

    def _names_it(self, deed: Deed, clause: Clause) -> bool:
        """Return whether something that happens is what took place, or "it"."""
        words, topics = self.words, {*self.lexicon.families[deed.family]["topics"], *ALSO}
        near = range(words.sentence_start(deed.first), min(clause.last, deed.last + APART))
        named = any(topics & {*self.lexicon.topics.meanings(words.cut, k)} for k in near)
        before = words.part != self.claim.own[0]
        named |= before and bool(self.lexicon.told_in(self.claim.own[0].exact, {"topics": topics}))
        it = not deed.began and self.lexicon.refers(words, clause.first, deed.first)
        return named or it

    def _said(self, deeds: Sequence[Deed], place: Span) -> Iterator[Statement]:
        """Yield the deed that the words at `place` date."""
        words, lexicon = self.words, self.lexicon
        inside = words.part.start <= place.start < words.part.end
        if not inside or lexicon.is_around(words, place.start):
            return
        first, last = words.at(place.start), words.at(place.end)
        noun = lexicon.noun_beside(words, first, last)
        near = []
        for deed in (*deeds, *self._named_beside(noun, last - first)):
            between = range(min(last, deed.last), max(first, deed.first))
            if len(between) <= REACH and not any(map(self._parts, between)):
                near.append((len(between), deed.first, deed))
        beside = range(
            max(words.content_start, first - BESIDE), min(last + APART - 1, len(words.words))
        )
        of_another = any(True for i in beside for _ in lexicon.elsewhen.all_at(words.cut, i))
        if near and not of_another:
            *_, deed = min(near, key=lambda row: row[:2])
            yield Statement(self.claim, deed.family, deed.topic, place, began=deed.began)

    def _named_beside(self, noun: Match[str] | None, dated: int) -> Iterator[Deed]:
        """Yield what the noun beside a time names: "the Oct. 17 blast"."""
        words = self.words
        if noun is None or noun.start < words.content_start:
            return
        before = words.words[max(0, noun.start - APART) : noun.start]
        at, _ = words.place(noun.start, noun.end)
        # "Condemned the attack on Sunday" says nothing of when it was.
        alone = len(words.words) - words.content_start <= noun.end - noun.start + dated + APART - 1
        own = at < LEAD or any(word.form in self.lexicon.definite for word in before)
        # "attacks on Tuesday": one of several
        several = self.document.language == "en" and words.words[noun.end - 1].form.endswith("s")
        for name, family in self.lexicon.families.items():
            deed = Deed(noun.start, noun.end, name, topic=noun.meaning)
            if (
                own
                and not (several or alone)
                and "deeds" in family
                and noun.meaning in family["topics"]
            ):
                yield from self._of_it([(deed, True)])

    def _parts(self, i: int) -> bool:
        """Return whether a word begins another clause or sentence, or what was before or after."""
        words = self.words.words
        # "Oct. 3", "p.m.", "3:20": no end of a sentence.
        dotted = any(word.form[:1].isdigit() for word in words[max(0, i - 1) : i + 2])
        dotted |= i > 0 and len(words[i - 1].form) == 1
        lists = (self.lexicon.elsewhen, self.lexicon.after)
        another = any(True for phrases in lists for _ in phrases.all_at(self.words.cut, i))
        ends = words[i].form in ENDS and not (words[i].form in {".", ":"} and dotted)
        return another or ends or words[i].form in self.lexicon.joining


def days_of(claim: Claim) -> Iterator[date]:
    """Yield the days that a claim tells, but for those on which it was said."""
    whens = (when for when in claim.when if when.role is not SceneRole.SPEAKING)
    return (day for when in whens if (day := one_day(when.edtf)) is not None)
