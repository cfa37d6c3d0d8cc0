"""Phrases found in the words of claims: the lexicon of statements, indexed by first word."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from variorum.language import code_of, section
from variorum.language.files import table
from variorum.language.word_lists import words
from variorum.language.words.lexers import clauses
from variorum.language.words.patterns import Match, Phrases, Reader, plain_phrases
from variorum.language.words.tokens import Text, Word
from variorum.model import Claim, Document, Span, Stance
from variorum.text import span
from variorum.yaml_files import word_file

# How many words behind what is said hold what it is of, and how many before may turn it around.
ARGUMENT_REACH = 7
NEGATION_REACH = 4
# How many words the subject of a clause may have, when its first makes it nobody.
SUBJECT_REACH = 10
OTHER_REACH = 3
PLACE_REACH = 3
# How many words may stand at G and at A of a pattern: "fighters were shooting G from A hospital".
GAPS = {"G": 8, "A": 2}
CLAUSES = words("statements", "clauses")
# What there may be several of in one report.
EVENTS = frozenset({"attack", "disaster", "violence"})
CUE_GAP = 2
DATE_REACH = 10
# How many characters before a clause may name who it is about.
LOOK_BACK = 300
_BREAKS = frozenset(".,;:!?()،؛؟")
_STOPS = frozenset(".;!?؛؟")
ENGLISH = "en"
Family = Mapping[str, Any]
Place = tuple[int, int]
Named = tuple[str, str]
"""A family, and which of its lists."""
Listed = Sequence[str] | Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Clause:
    """The words from `first` up to `last` of a part that no comma, stop or bracket parts."""

    first: int
    last: int


def told(listed: Listed, language: str) -> Sequence[str]:
    """Return the phrases of a list for one language; a plain list is English.

    What stands under `other` is of every language but English, beside what it has of its own.
    """
    english = language == ENGLISH
    if isinstance(listed, Mapping):
        return [*listed.get(language, ()), *(() if english else listed.get("other", ()))]
    return listed if english else ()


@dataclass(frozen=True)
class Lexicon:
    """The statements of one language: which phrases say what."""

    families: Mapping[str, Mapping[str, Any]]
    said: Phrases[Named]
    filled: Phrases[Named]
    """Those of families whose patterns have slots, and what reads these."""
    slots: Mapping[str, Reader]
    deeds: Phrases[str]
    """What tells that something of a family that is asked when happened."""
    begins: Phrases[str]
    """The same of a noun: "the shooting took place"."""
    starts: Phrases[str]
    """What tells when that began."""
    weekdays: Phrases[int]
    elsewhen: Phrases[bool]
    after: Phrases[bool]
    topics: Phrases[str]
    roles: Phrases[str]
    negators: frozenset[str]
    none: frozenset[str]
    by_cause: frozenset[str]
    referring: frozenset[str]
    passed_over: frozenset[str]
    linking: frozenset[str]
    pronouns: frozenset[str]
    others: Phrases[bool] = field(repr=False)
    around: frozenset[str]
    joining: frozenset[str]
    near: frozenset[str]
    parting: frozenset[str]
    indefinite: frozenset[str]
    definite: frozenset[str]
    but: frozenset[str]
    dating: frozenset[str]
    _affirming: Phrases[bool] = field(repr=False)
    _before: Phrases[bool] = field(repr=False)
    _open: Phrases[bool] = field(repr=False)

    def topic(self, words: Words, place: Place, family: Family, before: bool = True) -> str:
        """Return what words[first:last] are said of: the first noun behind, else the last before.

        Only nouns of the clause count, and only those the family is asked of.
        """
        clause = words.clause(*place)
        reach = min(clause.last, place[1] + int(family.get("reach", ARGUMENT_REACH)))
        behind = range(place[1], self._up_to(words, place[1], reach))
        ahead = range(place[0] - 1, clause.first - 1, -1) if before else ()
        for i in (*behind, *ahead):
            ahead_of = (k for k in range(max(0, i - CUE_GAP), i) if not place[0] <= k < place[1])
            near = any(words.words[k].form in self.near for k in ahead_of)  # "was behind it"
            near |= any(w.form in self.parting for w in words.words[i + 1 : i + 2])
            for topic in () if near else self.topics.meanings(words.cut, i):
                if topic in family["topics"]:
                    return str(family.get("same", {}).get(topic, topic))
        return ""

    def named(self, words: Words, place: Place, family: Family) -> str:
        """Return which topic of the family words[first:last] name, else the one it has itself."""
        found = (m for i in range(*place) for m in self.topics.meanings(words.cut, i))
        told = next((topic for topic in found if topic in family["topics"]), family["itself"])
        return str(family.get("same", {}).get(told, told))

    @staticmethod
    def _up_to(words: Words, first: int, last: int) -> int:
        """Return where another clause begins: "was at the gate when the shooting began"."""
        return next((i for i in range(first, last) if words.words[i].form in CLAUSES), last)

    def place_of(self, words: Words, place: Place, family: Family, claim: Claim) -> str:
        """Return the place named right behind the topic: Lyon of "the talks in Lyon"."""
        clause = words.clause(*place)
        topics = (
            match.end
            for i in range(clause.first, clause.last)
            for match in self.topics.all_at(words.cut, i)
            if match.meaning in family["topics"]
        )
        behind = next(topics, None)
        if behind is None:
            return ""
        reach = range(behind, min(clause.last, behind + PLACE_REACH))
        starts = {words.offset + words.words[i].start for i in reach}
        return next((p.name for p in claim.places if p.span.start in starts), "") or next(
            (
                words.words[i].form
                for i in reach
                if words.cut.is_capital(i) and words.words[i - 1].form in {"in", "at"}
            ),
            "",
        )

    def told_before(self, document: Document, offset: int, family: Family) -> str:
        """Return the topic of the family that the text named last, not far before `offset`."""
        return self.told_in(document.text[max(0, offset - LOOK_BACK) : offset], family)

    def told_in(self, text: str, family: Family) -> str:
        """Return the topic of the family that a text names last."""
        words = clauses(text)
        for i in range(len(words.words) - 1, -1, -1):
            for topic in self.topics.meanings(words, i):
                if topic in family["topics"]:
                    return topic
        return ""

    def tells_before(self, text: str) -> bool:
        """Return whether a sentence is about the time before what the case is about."""
        words = clauses(text)
        return any(True for i in range(len(words.words)) for _ in self._before.all_at(words, i))

    def tells_another(self, text: str) -> bool:
        """Return whether a clause is of another event than the case's: "a similar flood"."""
        words = clauses(text)
        near = {
            k
            for i in range(len(words.words))
            for topic in self.topics.meanings(words, i)
            if topic in EVENTS
            for k in range(max(0, i - OTHER_REACH), i)
        }
        return any(True for k in near for _ in self.others.all_at(words, k))

    def is_open(self, words: Words, clause: Clause) -> bool:
        """Return whether the clause leaves it open whether it is so."""
        return any(
            True
            for i in range(clause.first, clause.last)
            if not (words.cut.is_capital(i) and i > clause.first)  # the month of May
            for _ in self._open.all_at(words.cut, i)
        )

    def is_another(self, words: Words, place: Place, clause: Clause, topic: str) -> bool:
        """Return whether the clause is about another or an earlier thing of the same kind."""
        nouns = (
            i
            for i in range(clause.first, clause.last)
            for name in self.topics.meanings(words.cut, i)
            if name == topic
        )
        near = (k for i in nouns for k in range(max(clause.first, i - OTHER_REACH), i))
        outside = (k for k in near if not place[0] <= k < place[1])
        return any(True for k in outside for _ in self.others.all_at(words.cut, k))

    def is_any(self, words: Words, place: Place, family: Family) -> bool:
        """Return whether the clause tells of any such thing: "shelled a hospital"."""
        clause = words.clause(*place)
        return any(
            word.form in self.indefinite
            for i in range(clause.first, clause.last)
            if {*self.topics.meanings(words.cut, i)} & {*family["topics"]}
            for word in words.words[max(clause.first, i - OTHER_REACH) : i]
        )

    def refers(self, words: Words, first: int, last: int) -> bool:
        """Return whether words[first:last] take up what was named before: "it", "there"."""
        return any(word.form in self.referring for word in words.words[first:last])

    def tells(self, words: Words, place: Place, start: int) -> bool:
        """Return whether no other clause begins between words[first:last] and offset `start`."""
        at = words.at(start)
        between = words.words[min(at, place[1]) : max(at, place[0])]
        near = len(between) <= DATE_REACH
        return near and not any(word.form in self.joining for word in between)

    def noun_beside(self, words: Words, first: int, last: int) -> Match[str] | None:
        """Return the noun whose day words[first:last] are, with only words of dates between."""
        behind = next((i for i in range(last, len(words.words)) if not self._dates(words, i)), -1)
        near = words.words[max(last, behind - CUE_GAP) : max(last, behind)]
        beside = behind >= 0 and not any(  # "grief Wednesday at the tragedy"
            word.form in self.linking for word in near
        )
        found = next(self.topics.all_at(words.cut, behind), None) if beside else None
        ahead = next((i for i in range(first - 1, -1, -1) if not self._dates(words, i)), -1)
        starts = range(ahead, max(-1, ahead - OTHER_REACH), -1)
        named = (m for i in starts for m in self.topics.all_at(words.cut, i) if m.end == ahead + 1)
        return next(named, None) or found

    def _dates(self, words: Words, i: int) -> bool:
        form = words.words[i].form
        shortened = form == "." and i > 0 and self._dates(words, i - 1)  # "p.m."
        return shortened or form in self.dating or form[:1].isdigit()

    def is_around(self, words: Words, start: int) -> bool:
        """Return whether the words before a date at offset `start` make it no day of its own."""
        before = [w.form for w in words.words if words.offset + w.start < start]
        return bool(before) and before[-1] in self.around

    def role_of(self, word: str) -> Iterator[str]:
        """Yield the roles that a word by itself names."""
        return self.roles.meanings(Text(word, (Word(0, len(word), ((word, ""),)),)), 0)

    def negator(self, words: Words, first: int, floor: int = 0) -> int | None:
        """Return the first of the negators before word `first`, from `floor` on, that turn it."""
        found: list[int] = []
        for i in range(first - 1, max(floor, first - NEGATION_REACH) - 1, -1):
            if words.words[i].form in _BREAKS:
                break
            if words.words[i].form in self.negators and not self.affirms(words, i, first):
                found.append(i)
        return found[-1] if len(found) % 2 == 1 else None

    def affirms(self, words: Words, i: int, last: int) -> bool:
        """Return whether the negator at word `i` turns a noun of its own: "no doubt they left"."""
        own = any(True for _ in self._affirming.all_at(words.cut, i + 1))
        apart = any(word.form in self.linking for word in words.words[i + 1 : last])
        return own or (words.words[i].form in self.none and apart)

    def nobody(self, words: Words, first: int, floor: int = 0) -> bool:
        """Return whether the clause of word `first` is of nobody: "No member of the unit left"."""
        start = max(floor, words.clause(first, first + 1).first)
        far = NEGATION_REACH < first - start <= SUBJECT_REACH
        plain = words.words[start:first]
        apart = any(word.form in self.joining for word in plain)
        return far and plain[0].form in self.none and not apart


class Words:
    """The words of one part of a claim's content, its cue before them where that is one text."""

    def __init__(self, claim: Claim, part: Span, offset: int, text: str) -> None:
        self.claim = claim
        self.part = part
        self.offset = offset
        self.text = text
        self.cut = clauses(text)
        self.words = self.cut.words

    @classmethod
    def of(cls, claim: Claim, document: Document) -> Iterator[Words]:
        """Yield the words of each part of a claim; a cue right before a part is read with it."""
        for part in claim.own:
            cue = claim.cue
            close = cue is not None and cue.end < part.start <= cue.end + CUE_GAP
            start = cue.start if cue is not None and close else part.start
            yield cls(claim, part, start, document.text[start : part.end])

    @property
    def denied(self) -> bool:
        """Whether the claim denies what these words say; behind a colon stands its own account."""
        cue = self.claim.cue
        told = self.text[cue.end - self.offset : self.part.start - self.offset] if cue else ""
        return self.claim.stance is Stance.DENIES and ":" not in told

    def clause(self, first: int, last: int) -> Clause:
        """Return the clause around words[first:last]."""
        while first > 0 and not self._breaks(first - 1):
            first -= 1
        while last < len(self.words) and not self._breaks(last):
            last += 1
        return Clause(first, last)

    def _breaks(self, i: int) -> bool:
        word = self.words[i]
        if word.form not in _BREAKS:
            return False
        # "Oct. 14" is no end of a sentence.
        after = self.words[i + 1].form if i + 1 < len(self.words) else ""
        return not (word.form == "." and after[:1].isdigit())

    @property
    def content_start(self) -> int:
        """The first word of the content, behind a cue that is read with it."""
        return self.at(self.part.start)

    def sentence_start(self, i: int) -> int:
        """Return the first word of the sentence that word `i` stands in."""
        while i > self.content_start and not (
            self.words[i - 1].form in _STOPS and self._breaks(i - 1)
        ):
            i -= 1
        return i

    def at(self, offset: int) -> int:
        """Return the first word that begins at an offset of the document, or behind it."""
        starts = (i for i, w in enumerate(self.words) if self.offset + w.start >= offset)
        return next(starts, len(self.words))

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets in the document of words[first:last]."""
        return self.offset + self.words[first].start, self.offset + self.words[last - 1].end

    def span(self, document: Document, first: int, last: int) -> Span:
        """Return words[first:last] as a span of the document."""
        return span(document, *self.place(first, last))


@functools.cache
def indefinite_words() -> frozenset[str]:
    """Return the words for "a" in all languages that are read."""
    rows: Mapping[str, Sequence[str]] = word_file(__package__, "statements.yaml")["indefinite"]
    return frozenset(word for own in rows.values() for word in own)


@functools.cache
def lexicon(language: str = ENGLISH) -> Lexicon:
    """Return the statements of one language that is read."""
    raw: dict[str, Any] = word_file(__package__, "statements.yaml")
    told_so = ("says_so", "says_not", "says_itself", "says_itself_not", "says_itself_denied")
    lists = (*told_so, "says_own", "by")

    def said(filled: bool) -> Phrases[Named]:
        own = [(n, f) for n, f in raw["families"].items() if bool(f.get("filled")) == filled]
        rows = [(w, (n, k)) for n, f in own for k in lists for w in told(f.get(k, ()), language)]
        return plain_phrases(rows, clauses)

    def named(table: str) -> Phrases[str]:
        rows = raw[table].items()
        named = [(w, name) for name, listed in rows for w in told(listed, language)]
        return plain_phrases(named, clauses)

    def done(key: str) -> Phrases[str]:
        rows = raw["families"].items()
        own = [(w, n) for n, f in rows for w in told(f.get(key, ()), language)]
        return plain_phrases(own, clauses)

    def flags(listed: Listed) -> Phrases[bool]:
        return plain_phrases([(word, True) for word in told(listed, language)], clauses)

    return Lexicon(
        families=raw["families"],
        said=said(filled=False),
        filled=said(filled=True),
        slots=_slots(raw, language),
        deeds=done("deeds"),
        begins=done("begins"),
        starts=done("starts"),
        weekdays=plain_phrases(_weekdays(language), clauses),
        elsewhen=flags(raw["elsewhen"]),
        after=flags(raw["after"]),
        topics=named("topics"),
        roles=named("roles"),
        negators=frozenset(told(raw["negators"], language)),
        none=frozenset(told(raw["nobody"], language)),
        by_cause=frozenset(told(raw["by_cause"], language)),
        referring=frozenset(told(raw["referring"], language)),
        passed_over=frozenset([*raw["auxiliaries"], *told(raw["negators"], language)]),
        linking=frozenset(raw["linking"]),
        pronouns=frozenset(raw["pronouns"]),
        others=flags(raw["others"]),
        around=frozenset(told(raw["around"], language)),
        joining=frozenset(raw["joining"]),
        near=frozenset(told(raw["near"], language)),
        parting=frozenset(told(raw["parting"], language)),
        indefinite=frozenset(told(raw["indefinite"], language)),
        definite=frozenset(told(word_file(__package__, "event_words.yaml")["definite"], language)),
        but=frozenset(told(raw["but"], language)),
        dating=frozenset(told(raw["dating"], language)),
        _affirming=flags(raw["affirming"]),
        _before=flags(raw["before"]),
        _open=flags(raw["open"]),
    )


def _weekdays(language: str) -> list[tuple[str, int]]:
    """Return the names of the days of the week, each with its number from Monday on."""
    if language == ENGLISH:
        return list(table("times")[ENGLISH]["words"]["WDAY"].items())
    listed = section(language, "dates")["weekdays"] if code_of(language) else []
    rows = (
        (word.replace(" - ", "-"), i) for i, row in enumerate(listed) for word in row.split("|")
    )
    return list(rows)


def _slots(raw: Mapping[str, Any], language: str) -> Mapping[str, Reader]:
    """Return what reads the capitals of patterns: nouns of a kind, and words between."""

    def nouns(listed: Listed) -> Reader:
        topics = listed.get("topics", ()) if isinstance(listed, Mapping) else ()
        own = [word for topic in topics for word in told(raw["topics"][topic], language)]
        found = plain_phrases([(w, "") for w in own or told(listed, language)], clauses)
        return lambda text, i: ((m.meaning, m.end) for m in found.all_at(text, i))

    def between(most: int) -> Reader:
        def reader(text: Text, i: int) -> Iterator[tuple[str, int]]:
            near = [w.form in _BREAKS or w.form[0].isdigit() for w in text.words[i : i + most]]
            return (("", i + n) for n in range(len(near) + 1) if not any(near[:n]))

        return reader

    gaps = {letter: between(most) for letter, most in GAPS.items()}
    return {letter: nouns(listed) for letter, listed in raw["slots"].items()} | gaps
