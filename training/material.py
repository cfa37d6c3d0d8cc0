"""The corpora as batches of numbers."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

import factappeal
from variorum.extract.document.reading import Reading
from variorum.extract.model.segments import LONGEST, Window, distances, ties, windows
from variorum.language.parsers.pipelines import ENGLISH
from variorum.model import Document

STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@dataclass
class Relation:
    """One attribution as indices of tokens."""

    cue: list[int]
    source: list[int]
    content: list[int]


@dataclass
class Article:
    """A document laid open, with its relations."""

    reading: Reading
    relations: list[Relation]


@dataclass
class Sentence:
    """A sentence of FactAppeal in one window, with the tokens of its facts and sources."""

    window: Window
    fact: list[int]
    sources: list[tuple[list[int], int, int]] = field(default_factory=list)


def lay_open(text: str) -> Reading:
    document = Document.from_text(text)
    return Reading(document, ENGLISH.load().make_doc(text))


def _tokens(reading: Reading, places: Sequence[Sequence[int]]) -> list[int]:
    found: list[int] = []
    for start, end in places:
        found += [t.i for t in reading.tokens_in(start, end) if not t.is_space]
    return sorted(set(found))


def articles(path: Path, straight: bool = False) -> list[Article]:
    """Return the articles of a PolNeAR part; `straight` turns curly quotation marks straight."""
    found = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = row["text"].translate(STRAIGHT) if straight else row["text"]
            reading = lay_open(text)
            relations = [_relation(reading, r) for r in row["attributions"]]
            found.append(Article(reading, [r for r in relations if r.cue and r.content]))
    return found


def _relation(reading: Reading, row: dict[str, Any]) -> Relation:
    cue, source, content = (
        _tokens(reading, row.get(key) or ()) for key in ("cue", "source", "content")
    )
    taken = set(source) - set(content)
    return Relation(cue, sorted(taken), content)


def sentences(path: Path) -> list[Sentence]:
    """Return the sentences of a FactAppeal part that fit one window."""
    found = []
    for text, places in factappeal.read(path):
        sentence = _sentence(text, places)
        if sentence is not None:
            found.append(sentence)
    return found


def _sentence(text: str, places: list[factappeal.Place]) -> Sentence | None:
    reading = lay_open(text)
    made = windows(reading)
    if len(made) != 1:
        return None
    fact = _tokens(reading, [(s, e) for name, s, e in places if name == "Fact_No_Appeal"])
    sentence = Sentence(made[0], fact)
    for name, start, end in places:
        kind, *rest = name.split(":")
        if kind == "Source" and len(rest) == 2:
            tokens = _tokens(reading, [(start, end)])
            sentence.sources.append(
                (tokens, factappeal.NAMES.index(rest[1]), int(rest[0] == "Named"))
            )
    return sentence


@dataclass
class Batch:
    """Windows, and one row for each cue in them: the words of its paragraph."""

    pieces: Tensor
    features: Tensor
    firsts: Tensor
    words: Tensor  # (windows, words) whether there is a word
    tags: Tensor
    rows: Tensor  # (cues, words) index into the flattened words, of the cue's paragraph
    known: Tensor
    cues: Tensor  # (cues, words of the flattened) averaging weights are made from these
    cue_of: list[list[int]]
    near: Tensor
    tie: Tensor
    roles: Tensor


def pad(arrays: Sequence[Any], width: int | None = None) -> Tensor:
    width = width or max(len(a) for a in arrays)
    out = np.zeros((len(arrays), width), dtype=np.int64)
    for i, array in enumerate(arrays):
        out[i, : len(array)] = array
    return torch.from_numpy(out)


def batch(made: Sequence[Window], relations: Sequence[Sequence[Relation]]) -> Batch:
    wide = max(len(w.tokens) for w in made)
    tags = np.zeros((len(made), wide), dtype=np.int64)
    rows, near, tie, roles, cue_of = [], [], [], [], []
    for b, (window, found) in enumerate(zip(made, relations, strict=True)):
        at = {int(t): i for i, t in enumerate(window.tokens)}
        for relation in found:
            cue = [at[t] for t in relation.cue if t in at]
            if not cue:
                continue
            tags[b, cue[0]] = 1
            for i in cue[1:]:
                tags[b, i] = tags[b, i] or 2
            inside = np.flatnonzero(window.paragraphs == window.paragraphs[cue[0]])
            first, last = inside[0], inside[-1]
            role = np.zeros(len(inside), dtype=np.int64)
            for name, tokens in ((1, relation.source), (2, relation.content)):
                for t in tokens:
                    i = at.get(t, -1)
                    if first <= i <= last:
                        role[i - first] = name
            rows.append(inside + b * wide)
            near.append(distances(inside, cue[0], cue[-1]))
            tie.append(ties(window.quotes[inside], int(window.quotes[cue[0]])))
            roles.append(role)
            cue_of.append([i + b * wide for i in cue])
    words = np.zeros((len(made), wide), dtype=bool)
    for b, window in enumerate(made):
        words[b, : len(window.tokens)] = True
    if not rows:
        rows, near, tie, roles, cue_of = [[0]], [[0]], [[0]], [[0]], [[0]]
    near_t = pad(near)
    return Batch(
        pieces=pad([w.pieces for w in made]),
        features=pad([w.features for w in made]),
        firsts=pad([w.firsts for w in made], wide),
        words=torch.from_numpy(words),
        tags=torch.from_numpy(tags),
        rows=pad(rows),
        known=near_t > 0,
        cues=torch.zeros(0),
        cue_of=cue_of,
        near=near_t,
        tie=pad(tie),
        roles=pad(roles),
    )


def epoch(
    found: Sequence[Article], size: int, chance: random.Random, longest: int = LONGEST
) -> Iterator[Batch]:
    """Yield the batches of one pass, with windows cut elsewhere each time."""
    pool: list[tuple[Window, list[Relation]]] = []
    for article in found:
        first = chance.randint(60, longest)
        pool += split(article, longest, first)
    chance.shuffle(pool)
    # Windows of like length share a batch, so that little of it is padding.
    chunk = size * 16
    order = []
    for start in range(0, len(pool), chunk):
        part = sorted(pool[start : start + chunk], key=lambda w: len(w[0].pieces))
        order += [part[i : i + size] for i in range(0, len(part), size)]
    chance.shuffle(order)
    for part in order:
        yield batch([w for w, _ in part], [r for _, r in part])


def split(
    article: Article, longest: int = LONGEST, first: int | None = None
) -> list[tuple[Window, list[Relation]]]:
    """Return the windows of an article, each with the relations whose cue it holds."""
    made = windows(article.reading, longest, first)
    home = {int(t): i for i, w in enumerate(made) for t in w.tokens}
    held: list[list[Relation]] = [[] for _ in made]
    for relation in article.relations:
        held[home[relation.cue[0]]].append(relation)
    return list(zip(made, held, strict=True))
