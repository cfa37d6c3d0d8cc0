"""Blanket denials, each set beside the claims that it may be about: "disputed by?".

Nearness is the cosine of the words of two claims in one language, the rarer the heavier. What a
model of sentences would find across languages is not looked for.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from variorum.compare.happenings.event_groups import group_of_claim
from variorum.language.words.lexers import letters
from variorum.model import Claim, Document, Form, Stance, Suggestion
from variorum.statements.blanket_words import blanket_word
from variorum.statements.statement_reader import states

__all__ = ["suggestions"]

# Words of fewer letters say little, and of so many the first letters tell the word in any form.
LONG_WORD, STEM = 4, 6
# How near a claim must be, in how many words, and how many are shown with one denial.
NEAREST, SHARED, SHOWN = 0.25, 2, 3
# A word of more claims than this share of them tells nothing.
COMMON = 0.25
FEW_CLAIMS = 20

Bag = Mapping[str, float]


def suggestions(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    group_of: Mapping[str, str],
    origin_of: Mapping[str, str],
    proved: Iterable[Collection[str]] = (),
) -> tuple[Suggestion, ...]:
    """Return the blanket denials, each with the claims that may say the contrary.

    Args:
        claims: the claims of the case.
        documents: its documents, by id.
        group_of: the event of each document, or claim; those on one event are set side by side.
        origin_of: the origin of each claim; nobody is set beside himself.
        proved: claims that contradict each other, or that a person found not to: none is suggested.
    """
    told = [claim for claim in claims if states(claim)]
    denials = {c.id: word for c in told if (word := blanket_word(c, documents[c.document]))}
    bags = _bags(told)
    plain = [c for c in told if c.id not in denials and c.stance is Stance.ASSERTS]
    index: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in plain:
        for word in bags[claim.id]:
            index[(*_block(claim, documents, group_of), word)].append(claim)
    known = {frozenset(pair) for pair in proved}
    found = []
    once = {(c.document, c.content[-1].end, denials[c.id]): c for c in told if c.id in denials}
    for denial in once.values():
        block = _block(denial, documents, group_of)
        near = _nearest(denial, bags, [index[(*block, word)] for word in bags[denial.id]])
        voices = {origin_of[denial.id]}
        chosen = []
        for score, claim in near:
            new = origin_of[claim.id] not in voices and {denial.id, claim.id} not in known
            if new and not _is_one_report(denial, claim):
                voices.add(origin_of[claim.id])
                chosen.append((score, claim))
        if chosen:
            found.append(_suggestion(denial, denials[denial.id], chosen[:SHOWN]))
    return tuple(sorted(found, key=lambda s: (-s.score, s.claims)))


def _is_one_report(one: Claim, other: Claim) -> bool:
    """Return whether a report tells both, one of them in its own words: it sees no dispute."""
    return one.document == other.document and Form.NARRATED in {one.form, other.form}


def _block(
    claim: Claim, documents: Mapping[str, Document], group_of: Mapping[str, str]
) -> tuple[str, str]:
    return documents[claim.document].language or "", group_of_claim(claim, group_of)


def _bags(claims: Sequence[Claim]) -> dict[str, Bag]:
    """Return the words of each claim with their weights, which make a vector of length one."""
    told = {c.id: Counter(_stems(c.text)) for c in claims}
    holders = Counter(word for bag in told.values() for word in bag)
    most = max(FEW_CLAIMS, COMMON * len(told))
    bags: dict[str, Bag] = {}
    for claim, bag in told.items():
        kept = {w: math.log(1 + len(told) / holders[w]) for w in bag if holders[w] <= most}
        norm = math.hypot(*kept.values()) or 1.0
        bags[claim] = {word: weight / norm for word, weight in kept.items()}
    return bags


def _stems(text: str) -> Iterator[str]:
    return (w.casefold()[:STEM] for w in letters(text) if len(w) >= LONG_WORD)


def _nearest(
    denial: Claim, bags: Mapping[str, Bag], candidates: Iterable[Sequence[Claim]]
) -> list[tuple[float, Claim]]:
    """Return the claims that share words with a denial, the nearest first."""
    own = bags[denial.id]
    found = {claim.id: claim for claims in candidates for claim in claims}
    near = []
    for claim in found.values():
        shared = own.keys() & bags[claim.id].keys()
        score = sum(own[word] * bags[claim.id][word] for word in shared)
        if len(shared) >= SHARED and score >= NEAREST:
            near.append((round(score, 3), claim))
    return sorted(near, key=lambda row: (-row[0], row[1].id))


def _suggestion(denial: Claim, word: str, near: Sequence[tuple[float, Claim]]) -> Suggestion:
    said = "denies it as a whole" if denial.stance is Stance.DENIES else "speaks of all or nothing"
    return Suggestion(
        claims=(denial.id, *(claim.id for _, claim in near)),
        why=f"“{word}” {said}, and the others tell of the like.",
        score=near[0][0],
    )
