"""Blanket denials, each set beside the claims that it may be about: "disputed by?".

Nearness is the cosine of the words of two claims in one language, the rarer the heavier. What a
model of sentences would find across languages is not looked for.
"""

import functools
import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from variorum.compare.happenings.event_groups import group_of_claim
from variorum.compare.kept import NOTHING_KEPT, Kept
from variorum.language.words.lexers import letters
from variorum.model import Claim, Document, Form, Stance, Suggestion
from variorum.statements.blanket_words import blanket_word
from variorum.statements.statement_reader import states

# Words of fewer letters say little, and of so many the first letters tell the word in any form.
LONG_WORD, STEM = 4, 6
# How near a claim must be, in how many words, and how many are shown with one denial.
NEAREST, SHARED, SHOWN = 0.25, 2, 3
# A word of more claims than this share of them tells nothing.
COMMON = 0.25
FEW_CLAIMS = 20

Bag = Mapping[str, float]


class _Told(NamedTuple):
    """A claim that states something, the words by which it speaks of all, and its stems."""

    claim: Claim
    blanket: str
    words: Counter[str]


def suggestions(  # noqa: PLR0913  (the case, and what is known of it already)
    claims: Mapping[str, Sequence[Claim]],
    documents: Mapping[str, Document],
    group_of: Mapping[str, str],
    origin_of: Mapping[str, str],
    proved: Iterable[Collection[str]] = (),
    *,
    kept: Kept = NOTHING_KEPT,
) -> tuple[Suggestion, ...]:
    """Return the blanket denials, each with the claims that may say the contrary.

    Args:
        claims: the claims of each document, by its id.
        documents: the documents of the case, by id.
        group_of: the event of each document, or claim; those on one event are set side by side.
        origin_of: the origin of each claim; nobody is set beside himself.
        proved: claims that contradict each other, or that a person found not to: none is suggested.
        kept: what was found of each document before.
    """
    each = [kept.found(("told", key), _told, own, documents[key]) for key, own in claims.items()]
    read = {one.claim.id: one for own in each for one in own}
    bag_of = _weighed(read)
    once = {
        (t.claim.document, t.claim.content[-1].end, t.blanket): t.claim
        for t in read.values()
        if t.blanket
    }
    words = {word for denial in once.values() for word in bag_of(denial.id)}
    index: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for one in read.values():
        if not one.blanket and one.claim.stance is Stance.ASSERTS:
            block = _block(one.claim, documents, group_of)
            for word in words & one.words.keys():
                index[(*block, word)].append(one.claim)
    known = {frozenset(pair) for pair in proved}
    found = []
    for denial in once.values():
        block = _block(denial, documents, group_of)
        near = _nearest(denial, bag_of, [index[(*block, word)] for word in bag_of(denial.id)])
        voices = {origin_of[denial.id]}
        chosen = []
        for score, claim in near:
            new = origin_of[claim.id] not in voices and {denial.id, claim.id} not in known
            if new and not _is_one_account(denial, claim):
                voices.add(origin_of[claim.id])
                chosen.append((score, claim))
        if chosen:
            found.append(_suggestion(denial, read[denial.id].blanket, chosen[:SHOWN]))
    return tuple(sorted(found, key=lambda s: (-s.score, s.claims)))


def _is_one_account(denial: Claim, claim: Claim) -> bool:
    """Return whether a report sees no dispute in them: one is its own words, or holds the other."""
    both = itertools.product(denial.content, claim.content)
    within = any(a.start < b.end and b.start < a.end for a, b in both)
    told = Form.NARRATED in {denial.form, claim.form}
    return denial.document == claim.document and (told or within)


def _block(
    claim: Claim, documents: Mapping[str, Document], group_of: Mapping[str, str]
) -> tuple[str, str]:
    return documents[claim.document].language or "", group_of_claim(claim, group_of)


def _told(claims: Iterable[Claim], document: Document) -> list[_Told]:
    told = [(c, (w for w in letters(c.text) if len(w) >= LONG_WORD)) for c in claims if states(c)]
    return [
        _Told(claim, blanket_word(claim, document), Counter(w.casefold()[:STEM] for w in own))
        for claim, own in told
    ]


def _weighed(told: Mapping[str, _Told]) -> Callable[[str], Bag]:
    """Return what gives the words of a claim with their weights, a vector of length one."""
    holders = Counter(word for one in told.values() for word in one.words)
    most = max(FEW_CLAIMS, COMMON * len(told))

    @functools.cache
    def bag_of(claim: str) -> Bag:
        own = told[claim].words
        kept = {w: math.log(1 + len(told) / holders[w]) for w in own if holders[w] <= most}
        norm = math.hypot(*kept.values()) or 1.0
        return {word: weight / norm for word, weight in kept.items()}

    return bag_of


def _nearest(
    denial: Claim, bag_of: Callable[[str], Bag], candidates: Iterable[Sequence[Claim]]
) -> list[tuple[float, Claim]]:
    """Return the claims that share words with a denial, the nearest first."""
    own = bag_of(denial.id)
    found = {claim.id: claim for claims in candidates for claim in claims}
    near = []
    for claim in found.values():
        theirs = bag_of(claim.id)
        shared = own.keys() & theirs.keys()
        score = math.fsum(own[word] * theirs[word] for word in shared)
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
