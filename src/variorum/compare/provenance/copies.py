"""Which texts repeat which, cut or whole.

Near-copies are found with MinHash and locality-sensitive hashing (Broder 1997) over five-word
shingles and confirmed by containment, so that a cut reprint is found too, and one whose paragraphs
were moved.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from datasketch import MinHash, MinHashLSH

from variorum.bylines import credit
from variorum.compare.kept import NOTHING_KEPT, Kept
from variorum.language.name_keys import fold
from variorum.language.words.lexers import bare_places, bare_words
from variorum.model import Document, Span
from variorum.text import span

SHINGLE_WORDS = 5
PERMUTATIONS = 128
SCHEME = "affine32"
# Low, because the hashes measure resemblance while a cut copy is found by containment: half a story
# resembles the whole by 0.5 at best.
CANDIDATE = 0.2
MOST_ALIKE = 40


@dataclass(frozen=True)
class Copy:
    """One text that repeats another: which, how much of it, and from where to where."""

    copy: str
    original: str
    share: float
    declared: bool = False


def copies(
    documents: Sequence[Document], threshold: float, kept: Kept = NOTHING_KEPT
) -> list[Copy]:
    """Return each document that repeats another, with the share of it that is repeated.

    A mail that quotes another is no copy of it: what it quotes is its writer's.

    Args:
        documents: the documents to compare.
        threshold: the share of the shorter text's shingles from which it is a copy.
        kept: what was found of each document before.
    """
    index = MinHashLSH(threshold=CANDIDATE, num_perm=PERMUTATIONS)
    each = ((d.id, kept.found(("hash", d.id), _hash, d)) for d in documents)
    hashes = {key: _read(value) for key, value in each if value}
    for key, value in hashes.items():
        index.insert(key, value)
    by_id = {document.id: document for document in documents}
    # Of few texts at a time: their shingles take more than they do.
    shingles_of = functools.lru_cache(MOST_ALIKE)(lambda key: _shingles(by_id[key]))

    def link(one: Document, other: Document, threshold: float) -> Copy | None:
        shingles = {key: shingles_of(key) for key in (one.id, other.id)}
        told = list(map(frozenset, shingles.values()))
        share = len(frozenset.intersection(*told)) / (min(map(len, told)) or 1)
        original, copy = _directed(one, other, shingles) if share >= threshold else (one, one)
        return None if copy is original else Copy(copy.id, original.id, share)

    pairs = ((key, [by_id[one] for one in key]) for key in sorted(_candidates(index, hashes)))
    links = [kept.found(("copy", *key), link, *pair, threshold) for key, pair in pairs]
    return [one for one in links if one is not None] + _declared(documents)


def _candidates(index: MinHashLSH, hashes: Mapping[str, MinHash]) -> set[tuple[str, str]]:
    """Return the pairs that may repeat each other, smaller id first.

    Of very many that resemble one text, as dispatches made from one form do, only those that
    resemble it most: a family of reprints hangs together all the same.
    """
    found: set[tuple[str, str]] = set()
    for key, value in hashes.items():
        others = [other for other in index.query(value) if other != key]
        if len(others) > MOST_ALIKE:
            values = np.array([hashes[other].hashvalues for other in others])
            alike = (values == value.hashvalues).sum(axis=1)
            order = np.lexsort((np.array(others), -alike))
            others = [others[i] for i in order[:MOST_ALIKE]]
        found |= {(min(key, other), max(key, other)) for other in others}
    return found


def _directed(
    one: Document, other: Document, shingles: dict[str, list[str]]
) -> tuple[Document, Document]:
    """Return the original and the copy.

    The earlier is the original; where the dates do not say, the one that the other credits, then
    the one that credits an agency at all; else the one with more after the first words they share,
    for reprints are cut at the end and add their lines at the top; else the longer.
    """
    a, b = one.published, other.published
    if a and b and a[:10] != b[:10]:
        return (one, other) if a < b else (other, one)

    def rank(document: Document, against: Document) -> tuple[bool, bool, int, int, str]:
        given = credit(document)
        own = shingles[document.id]
        theirs = set(shingles[against.id])
        first = next((i for i, words in enumerate(own) if words in theirs), 0)
        extra = sum(words not in theirs for words in own[first:])
        named = {fold(given.name), fold(given.outlet)} if given is not None else set()
        credits_it = fold(against.name) in named
        return (credits_it, given is None, -extra, -len(document.text), document.id)

    return (one, other) if rank(one, other) < rank(other, one) else (other, one)


def _declared(documents: Sequence[Document]) -> list[Copy]:
    by_name = {fold(document.name): document.id for document in documents}
    pairs = ((d.id, by_name.get(fold(d.copy_of))) for d in documents if d.copy_of)
    return [Copy(copy, source, 1.0, declared=True) for copy, source in pairs if source]


def _shingles(document: Document) -> list[str]:
    words = bare_words(document.own_text.casefold())
    return [" ".join(words[i : i + SHINGLE_WORDS]) for i in range(len(words) - SHINGLE_WORDS + 1)]


def _hash(document: Document) -> bytes:
    """Return the hashes of a text as they are kept."""
    shingles = _shingles(document)
    if not shingles:
        return b""
    value = MinHash(num_perm=PERMUTATIONS, seed=1, scheme=SCHEME)
    value.update_batch([shingle.encode() for shingle in shingles])
    return bytes(np.asarray(value.hashvalues, np.uint64).tobytes())


def _read(kept: bytes) -> MinHash:
    values = np.frombuffer(kept, np.uint64)
    return MinHash(num_perm=PERMUTATIONS, seed=1, hashvalues=values, scheme=SCHEME)


def shared_passage(copy: Document, original: Document) -> tuple[Span, ...]:
    """Return the first words that stand in both, in the copy and in the original."""
    theirs = {words: at for at, words in reversed(_placed(original.text))}
    for (start, end), words in _placed(copy.text):
        if words in theirs:
            return span(copy, start, end), span(original, *theirs[words])
    return ()


def _placed(text: str) -> list[tuple[tuple[int, int], str]]:
    """Return each shingle of a text with where it stands."""
    found = bare_places(text)
    runs = [found[i : i + SHINGLE_WORDS] for i in range(len(found) - SHINGLE_WORDS + 1)]
    return [
        ((run[0][0], run[-1][1]), " ".join(text[a:b].casefold() for a, b in run)) for run in runs
    ]
