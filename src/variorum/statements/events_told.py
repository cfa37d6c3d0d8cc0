"""Reads whether something occurred, and what caused it: typed slots that nouns fill.

"There was no massacre" and "called it a massacre", "an air strike did not cause the blast" and
"the fire was arson": the nouns, the words that join them and which causes exclude each other stand
in `event_words.yaml`, in all languages that are read.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from variorum.language.words.lexers import clauses
from variorum.language.words.patterns import Match, Phrases, plain_phrases
from variorum.model import Certainty, Claim, Document, Stance
from variorum.statements.doers import Doer
from variorum.statements.statement import CAUSED, OCCURRED, Statement
from variorum.statements.statement_phrases import Clause, Lexicon, Words, told
from variorum.yaml_files import word_file

# How many words lie at most between what occurred and the words that say so.
NEAR = 5
UNSEEN_REACH = 8
# How many words a flat denial has before what it denies, and behind it.
LEAD, REST = 4, 5
SHORT_WORD = 3
Found = Match[str]


@dataclass(frozen=True)
class _Slots:
    """The words of `event_words.yaml` in one language, each list by its name."""

    occurs: Phrases[str]
    effects: Phrases[str]
    causes: Phrases[str]
    lists: Mapping[str, Phrases[str]]

    def has(self, name: str, words: Words, first: int, last: int) -> bool:
        """Return whether a phrase of a list begins in words[first:last]."""
        return next(self.found(name, words, first, last), None) is not None

    def found(self, name: str, words: Words, first: int, last: int) -> Iterator[Found]:
        """Yield the phrases of a list that begin in words[first:last] and end there."""
        for i in range(max(0, first), last):
            yield from (m for m in self.lists[name].all_at(words.cut, i) if m.end <= last)


_rows = functools.partial(word_file, __package__, "event_words.yaml")


@functools.cache
def _slots(language: str) -> _Slots:
    raw = _rows()

    def named(table: str) -> Phrases[str]:
        rows = raw[table].items()
        return plain_phrases([(w, n) for n, own in rows for w in told(own, language)], clauses)

    plain = [name for name, own in raw.items() if isinstance(own, dict) and "en" in own]
    lists = {
        name: plain_phrases([(word, name) for word in told(raw[name], language)], clauses)
        for name in plain
    }
    return _Slots(named("occurs"), named("effects"), named("causes"), lists)


def causes_exclude(one: str, other: str) -> bool:
    """Return whether what was caused by the one cannot have been caused by the other."""

    def against(cause: str) -> set[str]:
        listed = _rows()["causes"][cause].get("against", ())
        return {each for name in listed for each in _rows()["sides"].get(name, [name])}

    return one != other and (other in against(one) or one in against(other))


def answering(words: Iterable[str]) -> bool:
    """Return whether words only take up what was said before: "it", "the claim"."""
    return {*words} <= {*_rows()["answering"]["en"], *_rows()["answering"]["other"]}


@functools.cache
def charges() -> frozenset[str]:
    """Return the words for a charge and for charging somebody, in all languages that are read."""
    return frozenset([*_rows()["accusing"]["en"], *_rows()["accusing"]["other"]])


def charged_in(text: str, language: str) -> bool:
    """Return whether words name a charge or a report: "claims by the rebels that"."""
    words = clauses(text)
    found = _slots(language).lists["charges"].find(words, 0, len(words.words))
    return any(words.words[match.start].form != "any" for match in found)


def unseen(text: str, language: str = "en") -> bool:
    """Return whether words say that nothing speaks for what follows: "found no evidence of"."""
    words = clauses(text)
    return next(_slots(language).lists["unseen"].find(words, 0, len(words.words)), None) is not None


def untrue(text: str, language: str = "en") -> bool:
    """Return whether words call what they tell untrue: "does not correspond to the facts"."""
    words = clauses(text)
    return next(_slots(language).lists["untrue"].find(words, 0, len(words.words)), None) is not None


def calls_untrue(words: Words, language: str) -> bool:
    """Return whether the words of a claim name a report and end by calling it untrue."""
    slots, first, last = _slots(language), words.content_start, len(words.words)
    end = max(first, last - LEAD)
    return slots.has("charges", words, first, end) and slots.has("untrue", words, end, last)


def names_it(claim: Claim) -> bool:
    """Return whether a claim says what something is to be called."""
    return claim.cue is not None and claim.cue.exact.casefold() in _rows()["naming"]


def read_events(
    claim: Claim, words: Words, document: Document, lexicon: Lexicon
) -> Iterator[Statement]:
    """Yield what the words of one part of a claim say occurred, and what they say caused it."""
    reader = _Reader(claim, words, document, lexicon, _slots(document.language or ""))
    yield from reader.occurrences()
    yield from reader.causes()


@dataclass(frozen=True)
class _Reader:
    claim: Claim
    words: Words
    document: Document
    lexicon: Lexicon
    slots: _Slots

    def occurrences(self) -> Iterator[Statement]:
        """Yield each thing that is said to have occurred, or not to."""
        seen: set[str] = set()
        for noun in self._longest(self.slots.occurs):
            holds = self._occurred(noun)
            # Who doubts it says at least that nothing speaks for it.
            told = holds is False or (holds and not self._doubts)
            if holds is not None and told and noun.meaning not in seen:
                seen.add(noun.meaning)
                yield self._said(OCCURRED, noun.meaning, noun.start, noun.end, holds)

    @property
    def _doubts(self) -> bool:
        unlikely = self.claim.certainty is Certainty.PROBABLY_NOT
        return self.claim.stance is Stance.DOUBTS or unlikely

    def causes(self) -> Iterator[Statement]:
        """Yield each cause that is told of something, or ruled out."""
        if self._doubts:
            return
        seen: set[tuple[str, str]] = set()
        for cause, effect, turned in self._caused():
            key = (cause.meaning, effect.meaning)
            if cause.meaning == effect.meaning or key in seen:
                continue
            seen.add(key)
            first, last = min(cause.start, effect.start), max(cause.end, effect.end)
            holds = turned == self.words.denied
            yield self._said(CAUSED, effect.meaning, first, last, holds).of(Doer(cause.meaning))
            if holds and cause.meaning in _rows()["occurs"]:
                yield self._said(OCCURRED, cause.meaning, cause.start, cause.end, holds)

    def _said(self, family: str, topic: str, first: int, last: int, holds: bool) -> Statement:
        return Statement(
            self.claim, family, topic, self.words.span(self.document, first, last), holds=holds
        )

    def _longest(self, phrases: Phrases[str]) -> Iterator[Found]:
        """Yield what the content names, the longest phrase at each place."""
        yield from phrases.find(self.words.cut, self.words.content_start, len(self.words.words))

    def _clause(self, first: int, last: int) -> Clause | None:
        """Return the clause of the content around some words, None if it leaves all open."""
        clause = self.words.clause(first, last)
        own = Clause(max(clause.first, self.words.content_start), clause.last)
        return None if self.lexicon.is_open(self.words, own) else own

    def _occurred(self, noun: Found) -> bool | None:
        """Return whether words say that a thing occurred, or None where they do not tell."""
        clause = self._clause(noun.start, noun.end)
        if clause is None or self._is_of_another(noun, clause):
            return None
        if self._has("unreal", clause.first, clause.last, clause):
            turned = self.words.denied or self.lexicon.negator(
                self.words, clause.last, clause.first
            )
            return None if turned else False
        none = self._has("none", noun.start - 3, noun.start, clause)
        taken_for_granted = self._has("definite", noun.start - 2, noun.start, clause)
        first = max(clause.first, noun.start - UNSEEN_REACH)
        saw = self.slots.found("unseen", self.words, first, clause.last)
        unseen = any(cue.start < noun.start for cue in saw)
        took_place = self._nearest("took_place", noun, clause)
        cue = took_place or self._nearest("did", noun, clause)
        # "It killed ten in an air strike": who denies that leaves open whether there was one.
        within = took_place is None and cue is not None and cue.end <= noun.start
        done = self._nearest("done", noun, clause)
        by_some = done is not None and done.end <= noun.start
        fused = self._nearest("took_no_place", noun, clause) is not None
        if cue is None and not unseen and not fused and not (by_some and self.words.denied):
            return self._flat(noun, clause, none)
        at = self.lexicon.negator(self.words, cue.start, clause.first) if cue else None
        turned = none or unseen or fused or at is not None
        negative = turned or self.words.denied
        # "Its planes did not carry out a strike", and who denies it, leave open who did.
        nobody = at is None or self.words.words[at].form in self.lexicon.none
        open_who = by_some and (self.words.denied or not nobody)
        granted = negative and (within or taken_for_granted or self._tells_more(clause))
        if open_who or granted or (turned and self.words.denied):
            return None
        return not negative

    def _is_of_another(self, noun: Found, clause: Clause) -> bool:
        near = range(max(clause.first, noun.start - 3), noun.start)
        others = (m for k in near for m in self.lexicon.others.all_at(self.words.cut, k))
        return any(self.words.words[m.start].form != "any" for m in others)

    def _has(self, name: str, first: int, last: int, clause: Clause) -> bool:
        return self.slots.has(name, self.words, max(first, clause.first), min(last, clause.last))

    def _nearest(self, name: str, noun: Found, clause: Clause) -> Found | None:
        first, last = max(clause.first, noun.start - NEAR), min(clause.last, noun.end + NEAR)
        cues = [
            cue
            for cue in self.slots.found(name, self.words, first, last)
            if cue.end <= noun.start or cue.start >= noun.end
        ]
        return min(cues, key=lambda c: (abs(c.start - noun.start), -c.end), default=None)

    def _tells_more(self, clause: Clause) -> bool:
        """Return whether a clause is of all time, or of what caused it, and not of this alone."""
        lists = ("ever", "causes_it", "caused_by")
        return any(self.slots.has(name, self.words, clause.first, clause.last) for name in lists)

    def _flat(self, noun: Found, clause: Clause, none: bool) -> bool | None:
        """Read "denied a massacre", "rejects the accusations of fraud", "called it a massacre"."""
        first = self.words.content_start
        lead = range(first, noun.start)
        charged = self.slots.has("charges", self.words, first, noun.start)
        short = all(
            len(self.words.words[i].form) <= SHORT_WORD
            or self.slots.has("charges", self.words, i, i + 1)
            or self.words.cut.is_capital(i)
            for i in lead
        )
        granted = self._has("definite", noun.start - 1, noun.start, clause) and not charged
        bare = len(lead) <= LEAD and short and clause.last - noun.end <= REST and not granted
        if self.words.denied and clause.first == first and bare and not self._tells_more(clause):
            return none
        named = names_it(self.claim) and noun.end == len(self.words.words)
        return True if named and not self.words.denied and not none else None

    def _caused(self) -> Iterator[tuple[Found, Found, bool]]:
        """Yield each cause with what it caused, and whether that is denied by its own words."""
        yield from self._attributed()
        yield from self._called()
        end = len(self.words.words)
        for name in ("causes_it", "caused_by", "uncaused"):
            for cue in self.slots.found(name, self.words, self.words.content_start, end):
                clause = self._clause(cue.start, cue.end)
                pair = self._slots_beside(cue, clause, name == "causes_it") if clause else None
                if clause is not None and pair is not None:
                    yield *pair, self._turned(cue, clause) or name == "uncaused"

    def _called(self) -> Iterator[tuple[Found, Found, bool]]:
        """Read "it was an air strike, not a bomb" and "disputed claims of a failed launch"."""
        for noun in self._longest(self.slots.causes):
            clause = self._clause(noun.start, noun.end)
            first = max(clause.first, noun.start - NEAR) if clause else 0
            cues = self.slots.found("is", self.words, first, noun.start)
            cue = max(cues, key=lambda m: m.end, default=None)
            near = self.words.words[cue.end if cue else first : noun.start]
            joined = any(w.form in {*self.lexicon.linking, *self.lexicon.joining} for w in near)
            if clause is None or joined:
                continue
            whole = self._effect(clause.first, cue.start, noun) if cue else None
            apart = self.words.words[whole.end : cue.start] if cue and whole else ()
            joined = any(w.form in self.lexicon.joining for w in apart)
            if cue and whole and len(apart) <= LEAD and not joined:  # "the fire at the mill was"
                negated = any(word.form in self.lexicon.negators for word in near)
                yield noun, whole, negated or self._turned(cue, clause)
            elif not cue and self.words.denied and self._flat(noun, clause, none=False) is False:
                yield noun, Match("", noun.start, noun.end, 0), False

    def _turned(self, cue: Found, clause: Clause) -> bool:
        negated = self.lexicon.negator(self.words, cue.start, clause.first) is not None
        return negated or self.slots.has("unseen", self.words, clause.first, cue.start)

    def _attributed(self) -> Iterator[tuple[Found, Found, bool]]:
        """Read "attributed the blast to a rocket", "blames an air strike"."""
        cue = self.claim.cue.exact.casefold() if self.claim.cue else ""
        first, end = self.words.content_start, len(self.words.words)
        if cue not in _rows()["attributes"] or self._clause(first, first + 1) is None:
            return
        forms = [word.form for word in self.words.words]
        parted = next((i for i in range(first, end) if forms[i] in {"to", "for"}), None)
        sides = [(first, parted or end), (parted or end, end)]
        if parted is not None and forms[parted] == "to":
            sides.reverse()
        cause = self._in(self.slots.causes, *sides[0])
        effect = self._in(self.slots.effects, *sides[1]) if parted else None
        if cause is not None and (effect is not None or parted is None):
            yield cause, effect or Match("", cause.start, cause.end, 0), False

    def _in(self, phrases: Phrases[str], first: int, last: int) -> Found | None:
        return next((m for m in phrases.find(self.words.cut, first, last) if m.end <= last), None)

    def _slots_beside(self, cue: Found, clause: Clause, active: bool) -> tuple[Found, Found] | None:
        """Return the cause on one side of a cue and its effect on the other.

        English tells them by their order; elsewhere the nouns themselves must tell them.
        """
        left, right = (clause.first, cue.start), (cue.end, clause.last)
        ways = [(left, right) if active else (right, left)]
        if self.document.language != "en":
            # The verb may stand last: "patlamaya kaza neden oldu".
            ways += [ways[0][::-1], (left, left), (right, right)] if active else [ways[0][::-1]]
        for of_cause, of_effect in ways:
            cause = self._in(self.slots.causes, *of_cause)
            effect = self._effect(*of_effect, cause) if cause else None
            if cause and effect:
                return cause, effect
        return None

    def _effect(self, first: int, last: int, cause: Found | None) -> Found | None:
        """Return what is caused in words[first:last]; "the disaster" goes by no name."""
        found = self._in(self.slots.effects, first, last)
        if found is not None and not (cause and cause.start <= found.start < cause.end):
            return found
        whole = next(self.slots.found("whole", self.words, first, last), None)
        return Match("", whole.start, whole.end, 0) if whole else None
