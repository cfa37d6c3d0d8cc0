"""What the learned model sees in a document: relations of cue, source and content, and facts.

A cue reaches as far as its words are likely enough to be in one, and counts where one of them is
very likely to be, as edges are linked by hysteresis (Canny 1986); for each cue the words of its
paragraph are then labelled as source, content or neither along the best path (Viterbi 1967) of a
linear-chain conditional random field.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.extract.document.reading import Reading
from variorum.extract.model.encoder import OWN, Encoder, Floats, Read
from variorum.extract.model.segments import Ints, distances, ties, windows
from variorum.model import Role

IN_CUE, CUE, CUE_OF_NOBODY = 0.3, 0.55, 0.7
BATCH_CUES = 48
CHUNK = 64
SOURCE, CONTENT = 1, 2
ROLES = (
    None,
    Role.ACTIVE_PARTICIPANT,
    Role.WITNESS,
    Role.DIRECT_EVIDENCE,
    Role.OFFICIAL,
    Role.EXPERT,
    Role.EXPERT_DOCUMENT,
    Role.NEWS_REPORT,
)


@dataclass(frozen=True)
class Relation:
    """Indices of tokens, sorted; `score` is the probability of the cue.

    `role` is the source's most likely role in the scheme of FactAppeal, None where it has none.
    """

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    score: float
    role: Role | None = None


@dataclass(frozen=True)
class Tagged:
    """What the model sees in a document.

    `relations` stand in the order of their cues; `facts` says for each token how likely it is part
    of a factual statement that appeals to no source.
    """

    relations: list[Relation]
    facts: Floats


@dataclass(frozen=True)
class _Cue:
    read: Read
    words: range
    first: int
    last: int
    score: float


def tag(reading: Reading, encoder: Encoder) -> Tagged:
    """Return what the model sees in a document.

    Only the words of the document and its quotation marks are looked at, not the parse. The work
    goes on in stretches, so that a long document takes no more memory than a short one.
    """
    facts = np.zeros(len(reading.doc), dtype=np.float32)
    found: list[Relation] = []
    cut = windows(reading)
    for start in range(0, len(cut), CHUNK):
        cues: list[_Cue] = []
        for read in encoder.read(cut[start : start + CHUNK]):
            facts[read.window.tokens] = 1 / (1 + np.exp(-read.own[:, OWN["fact"]][:, 0]))
            cues += _cues(read)
        found += _relations(encoder, cues)
    return Tagged(found, facts)


def _relations(encoder: Encoder, cues: Sequence[_Cue]) -> list[Relation]:
    """Return the relations of cues that have content, in their order."""
    order = sorted(range(len(cues)), key=lambda i: len(cues[i].words))
    found: dict[int, Relation] = {}
    for start in range(0, len(order), BATCH_CUES):
        indices = order[start : start + BATCH_CUES]
        part = [cues[i] for i in indices]
        for i, cue, path in zip(indices, part, _paths(encoder, part), strict=True):
            found[i] = _relation(cue, path)
    return [found[i] for i in range(len(cues)) if _counts(found[i])]


def _counts(relation: Relation) -> bool:
    """Whether a relation has content and a cue that is likely enough, more so without a source."""
    least = CUE if relation.source else CUE_OF_NOBODY
    return bool(relation.content) and relation.score >= least


def _softmax(values: Floats) -> Floats:
    raised = np.exp(values - values.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), dtype=np.float32)


def _cues(read: Read) -> Iterator[_Cue]:
    """Yield the runs of words likely to be in a cue; a likely beginning starts another run."""
    chances = _softmax(read.own[:, :3])
    inside = 1 - chances[:, 0]
    begins = (chances[:, 1] > chances[:, 2]) & (inside > IN_CUE)
    paragraphs = read.window.paragraphs
    i = 0
    while i < len(inside):
        if inside[i] <= IN_CUE:
            i += 1
            continue
        end = i + 1
        while end < len(inside) and inside[end] > IN_CUE and not begins[end]:
            if paragraphs[end] != paragraphs[i]:
                break
            end += 1
        low = int(np.searchsorted(paragraphs, paragraphs[i], "left"))
        high = int(np.searchsorted(paragraphs, paragraphs[i], "right"))
        score = float(inside[i:end].max())
        if score >= CUE:
            yield _Cue(read, range(low, high), i, end - 1, score)
        i = end


def _paths(encoder: Encoder, cues: Sequence[_Cue]) -> list[Ints]:
    """Return the best roles of the words around each cue."""
    wide = max(len(cue.words) for cue in cues)
    size = cues[0].read.shared.shape[1]
    shared = np.zeros((len(cues), wide, size), dtype=np.float32)
    means = np.zeros((len(cues), size), dtype=np.float32)
    near = np.zeros((len(cues), wide), dtype=np.int64)
    tie = np.zeros((len(cues), wide), dtype=np.int64)
    for row, cue in enumerate(cues):
        words = np.arange(cue.words.start, cue.words.stop)
        shared[row, : len(words)] = cue.read.shared[words]
        means[row] = cue.read.shared[cue.first : cue.last + 1].mean(0)
        near[row, : len(words)] = distances(words, cue.first, cue.last)
        quotes = cue.read.window.quotes
        tie[row, : len(words)] = ties(quotes[words], int(quotes[cue.first]))
    emissions, moves = encoder.roles(shared, means, near, tie)
    return [
        path[: len(cue.words)]
        for cue, path in zip(cues, _viterbi(emissions, moves, near > 0), strict=True)
    ]


def _viterbi(emissions: Floats, moves: Floats, known: NDArray[np.bool_]) -> Ints:
    """Return the best path of each row; where a row has ended its last role is kept."""
    rows, steps, count = emissions.shape
    back = np.zeros((rows, steps, count), dtype=np.int64)
    stay = np.arange(count)
    score = emissions[:, 0]
    for i in range(1, steps):
        ways = score[:, :, None] + moves[:, i] + emissions[:, i, None]
        on = known[:, i, None]
        back[:, i] = np.where(on, ways.argmax(1), stay)
        score = np.where(on, ways.max(1), score)
    path = np.zeros((rows, steps), dtype=np.int64)
    path[:, -1] = score.argmax(1)
    every = np.arange(rows)
    for i in range(steps - 1, 0, -1):
        path[:, i - 1] = back[every, i, path[:, i]]
    return path


def _relation(cue: _Cue, path: Ints) -> Relation:
    tokens, own = cue.read.window.tokens, cue.read.own

    def of(role: int) -> list[int]:
        found = np.flatnonzero(path == role) + cue.words.start
        return [int(i) for i in found if not cue.first <= i <= cue.last]

    source, content = of(SOURCE), of(CONTENT)
    # The scores are linear in the states of the words, so that their mean is that of the source.
    said = own[source].mean(0) if source else None
    role = None if said is None else ROLES[int(said[OWN["role"]].argmax())]
    return Relation(
        tuple(int(t) for t in tokens[cue.first : cue.last + 1]),
        tuple(int(tokens[i]) for i in source),
        tuple(int(tokens[i]) for i in content),
        cue.score,
        role,
    )
