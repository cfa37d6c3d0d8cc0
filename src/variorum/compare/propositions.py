"""Statements that are so or not so, without a number: was it secret, is it genuine, who took part.

They are read by a lexicon of predicates with their negations, `propositions.yaml`. What leaves it
open whether it is so ("may be a forgery") states nothing. Two statements meet where they have the
same predicate and are of the same things; an argument that is not told is that of the others.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from typing import Any

import yaml

from variorum.compare.names import fold
from variorum.model import Certainty, Claim, Span, Stance
from variorum.taxonomy import Taxonomy

__all__ = ["Proposition", "label", "propositions"]

STATED = frozenset({Stance.ASSERTS, Stance.DENIES})
SURE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE, Certainty.CERTAINLY_NOT})
# How many words before a predicate may turn it around, and how many after it hold its argument.
NEGATION_REACH = 4
ARGUMENT_REACH = 7
_WORD = re.compile(r"n't\b|\w+(?:-\w+)*?(?=n't)|\w+(?:-\w+)*|[.,;:!?()]")
_BREAKS = frozenset(".,;:!?()")


@dataclass(frozen=True)
class Proposition:
    """What one claim says to a question of yes or no, and the words by which it says so."""

    claim: Claim
    family: str
    topic: str
    actor: str
    holds: bool
    span: Span

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two of them answers to one question."""
        return (self.family, self.topic, self.actor)


@dataclass(frozen=True)
class _Word:
    text: str
    start: int
    end: int
    capital: bool


@functools.cache
def _lexicon() -> dict[str, Any]:
    text = resources.files("variorum.compare").joinpath("propositions.yaml").read_text("utf-8")
    lexicon: dict[str, Any] = yaml.safe_load(text)
    return lexicon


def label(key: tuple[str, str, str]) -> str:
    """Return the question that propositions of that key answer."""
    family, topic, actor = key
    question: str = _lexicon()["families"][family]["question"]
    return question.format(topic=topic or "matter", actor=actor)


def propositions(claims: Iterable[Claim], taxonomy: Taxonomy) -> list[Proposition]:
    """Return what the claims say to questions of yes or no, in their order."""
    found: list[Proposition] = []
    for claim in claims:
        if claim.part_of is None and claim.stance in STATED and claim.certainty in SURE:
            for part in claim.content:
                found += _in_part(claim, part, taxonomy)
    return _with_topics(_innermost(found))


def _in_part(claim: Claim, part: Span, taxonomy: Taxonomy) -> Iterable[Proposition]:
    words = [
        _Word(m[0].casefold(), m.start(), m.end(), m[0][:1].isupper())
        for m in _WORD.finditer(part.exact)
    ]
    for name, family in _lexicon()["families"].items():
        for holds, first, last in _told(words, family):
            clause = _clause(words, first, last)
            if _is_open(words[clause[0] : clause[1]]):
                continue
            topic = _topic(words, (first, last), clause, family, taxonomy)
            actor = _actor(words[clause[0] : first], claim) if family.get("actor") else ""
            if family.get("actor") and not (topic and actor):
                continue
            if not topic and not _refers(words[clause[0] : first]):
                continue
            turned = holds ^ (claim.stance is Stance.DENIES)
            span = _span(part, words[first].start, words[last - 1].end)
            yield Proposition(claim, name, topic, actor, turned, span)


def _told(words: Sequence[_Word], family: dict[str, Any]) -> Iterable[tuple[bool, int, int]]:
    """Yield whether it holds, and the first and one past the last word that say so."""
    taken: set[int] = set()
    for holds, phrases in ((False, family["says_not"]), (True, family["says_so"])):
        for phrase in phrases:
            wanted = phrase.split()
            for first in range(len(words) - len(wanted) + 1):
                last = first + len(wanted)
                same = [word.text for word in words[first:last]] == wanted
                # "The Secret" within a sentence is a title.
                titled = first > 0 and words[first].capital
                if same and not titled and taken.isdisjoint(range(first, last)):
                    taken |= set(range(first, last))
                    yield holds ^ _negated(words, first), first, last


def _negated(words: Sequence[_Word], first: int) -> bool:
    negators = _lexicon()["negators"]
    turns = 0
    for word in reversed(words[max(0, first - NEGATION_REACH) : first]):
        if word.text in _BREAKS:
            break
        turns += word.text in negators
    return turns % 2 == 1


def _clause(words: Sequence[_Word], first: int, last: int) -> tuple[int, int]:
    while first > 0 and words[first - 1].text not in _BREAKS:
        first -= 1
    while last < len(words) and words[last].text not in _BREAKS:
        last += 1
    return first, last


def _is_open(clause: Sequence[_Word]) -> bool:
    said = " " + " ".join(word.text for word in clause) + " "
    return any(f" {word} " in said for word in _lexicon()["open"])


def _refers(before: Sequence[_Word]) -> bool:
    """Return whether what it is said of was named before: "there was any", "it was no"."""
    return any(word.text in _lexicon()["referring"] for word in before)


def _topic(
    words: Sequence[_Word],
    told: tuple[int, int],
    clause: tuple[int, int],
    family: dict[str, Any],
    taxonomy: Taxonomy,
) -> str:
    """Return what it is said of: the first noun after the words, else the last one before."""
    after = words[told[1] : min(clause[1], told[1] + ARGUMENT_REACH)]
    for word in (*after, *reversed(words[clause[0] : told[0]])):
        for form in (word.text, word.text.removesuffix("s")):
            if form in family.get("things", ()):
                return form
            if taxonomy.subjects.get(form) in family.get("subjects", ()):
                return taxonomy.subjects[form]
    return ""


def _actor(before: Sequence[_Word], claim: Claim) -> str:
    """Return who it is said of, by the last word of the name; the speaker for a pronoun."""
    passed = {*_lexicon()["auxiliaries"], *_lexicon()["negators"]}
    named = [word.text for word in before if word.text not in passed]
    if not named or named[-1] in _lexicon()["pronouns"]:
        return fold(claim.speaker.name)
    return named[-1]


def _span(part: Span, start: int, end: int) -> Span:
    first, last = part.start + start, part.start + end
    return Span(document=part.document, start=first, end=last, exact=part.exact[start:end])


def _innermost(found: Sequence[Proposition]) -> list[Proposition]:
    """Return one proposition for the same words: that of the claim nearest to who says so."""
    best: dict[tuple[str, str, int], Proposition] = {}
    for each in found:
        place = (each.family, each.span.document, each.span.start)
        if place not in best or _size(each) < _size(best[place]):
            best[place] = each
    return list(best.values())


def _size(proposition: Proposition) -> tuple[int, int, str]:
    claim = proposition.claim
    return (sum(len(span.exact) for span in claim.content), -len(claim.relay), claim.id)


def _with_topics(found: Sequence[Proposition]) -> list[Proposition]:
    """Return them with each topic that is not told set to the one most others are about."""
    counts: dict[str, Counter[str]] = {}
    for each in found:
        counts.setdefault(each.family, Counter())[each.topic] += bool(each.topic)
    settled = []
    for each in found:
        told = [topic for topic, _ in counts[each.family].most_common() if topic]
        settled.append(each if each.topic or not told else replace(each, topic=told[0]))
    return settled
