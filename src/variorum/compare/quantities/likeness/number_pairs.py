"""What the numbers of an event have in common, two by two, as figures that a model weighs.

Whether "24 passengers died" and "34 bodies" answer one question, no single sign tells. So each sign
is measured for every pair: what is counted and what befell it, how large the numbers are, how many
reports tell them, and how each is put.
"""

import itertools
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from variorum.compare.happenings.incidents import DIED
from variorum.compare.quantities.agreement import ends_meet
from variorum.compare.quantities.answers import Reply, comparable, tells_size
from variorum.compare.quantities.borne_out import is_set_against
from variorum.compare.quantities.surroundings import clause_of, sentence_of
from variorum.compare.solver.constraints import UNKNOWN
from variorum.edtf import days
from variorum.grouping import grouped
from variorum.language.words.nations import nations_told
from variorum.model import Document, Form
from variorum.statements import revisions
from variorum.statements.revisions import marks_in
from variorum.taxonomy import Taxonomy

T = TypeVar("T")
Table = npt.NDArray[np.float32]
"""Figures of pairs: replies by replies, or replies by replies by signs."""

# Numbers no further apart than this share are the same one.
SAME = 0.02
MARKS = (
    revisions.PARTIAL,
    revisions.AMONG,
    revisions.OTHERS,
    revisions.OF_SOME,
    revisions.AGAINST,
    revisions.VICTIMS,
    revisions.LISTING,
)


def number_pairs(
    rows: Sequence[Reply],
    keys: Sequence[Hashable],
    documents: Mapping[str, Document],
    taxonomy: Taxonomy,
) -> Table:
    """Return what each two replies have in common, of shape (replies, replies, signs).

    Args:
        rows: replies of one event.
        keys: what each of them is held to answer by itself.
        documents: their documents, by id.
        taxonomy: the kinds.
    """
    held = [documents[r.claim.document] for r in rows]
    signs = [
        *_scopes(rows),
        *_words(rows, held),
        *_figures(rows),
        *_told_often(rows, keys),
        *_places(rows, held),
        _opposed_somewhere(rows, documents),
        _both([r.claim.form is Form.NARRATED for r in rows]),
        _both([comparable(r, taxonomy) for r in rows]),
        *_nations(rows, held),
    ]
    return np.stack(signs, axis=-1).astype(np.float32)


def _same(values: Sequence[Hashable]) -> npt.NDArray[np.bool_]:
    """Return for each pair whether both have the same value."""
    number = {value: n for n, value in enumerate(dict.fromkeys(values))}
    codes = np.array([number[value] for value in values])
    return np.asarray(np.equal.outer(codes, codes))


def _both(values: npt.ArrayLike) -> Table:
    """Return the sum of the values of each pair."""
    told = np.array(values, dtype=np.float32)
    return told[:, None] + told[None, :]


def _ends(values: Sequence[float]) -> tuple[Table, Table]:
    """Return the lower and the higher value of each pair."""
    told = np.array(values, dtype=np.float32)
    return np.minimum.outer(told, told), np.maximum.outer(told, told)


def _each(rows: Sequence[T], test: Callable[[T, T], bool]) -> Table:
    """Return for each pair whether the test holds."""
    found = np.zeros((len(rows), len(rows)), dtype=np.float32)
    for i, j in itertools.combinations(range(len(rows)), 2):
        found[i, j] = found[j, i] = test(rows[i], rows[j])
    return found


def _near(rows: Sequence[Reply]) -> npt.NDArray[np.bool_]:
    """Return for each pair whether both tell the same number."""
    low, high = _ends([r.figure for r in rows])
    return np.asarray(high - low <= SAME * high)


def _scopes(rows: Sequence[Reply]) -> list[npt.NDArray[np.generic]]:
    """Return what is counted, and what befell it."""
    variables = [r.variable for r in rows]
    events = [v.event.rstrip("+") for v in variables]
    return [
        _same([v.kind for v in variables]),
        _both(["." not in v.kind for v in variables]),
        _same(events),
        _both([bool(event) for event in events]),
        _both([event == DIED for event in events]),
        _both([event == "injured" for event in events]),
        _same([v.population for v in variables]),
        _both([bool(v.population) for v in variables]),
        _both([v.place.startswith(UNKNOWN) for v in variables]),
    ]


def _words(rows: Sequence[Reply], held: Sequence[Document]) -> list[npt.NDArray[np.generic]]:
    """Return how alike the clauses of two numbers are, and which marks stand around them."""
    told = list(zip(held, rows, strict=True))
    clauses = [clause_of(*one)[0] for one in told]
    alike = process.cdist(clauses, clauses, scorer=fuzz.token_set_ratio)
    marks = [marks_in(sentence_of(*one)[0]) for one in told]
    return [
        _both([not r.measure.noun for r in rows]),
        np.where(_same([d.language for d in held]), alike, -1),
        *(_both([mark in found for found in marks]) for mark in MARKS),
    ]


def _nations(rows: Sequence[Reply], held: Sequence[Document]) -> list[Table]:
    """Return whether the sentences of two numbers name one nation, or each another."""
    told = [
        nations_told(sentence_of(d, r)[0], d.language) | set(r.variable.population)
        for d, r in zip(held, rows, strict=True)
    ]
    shared = _each(told, lambda one, other: not one.isdisjoint(other))
    return [shared, _each(told, lambda one, other: bool(one and other)) - shared]


def _figures(rows: Sequence[Reply]) -> list[npt.NDArray[np.generic]]:
    """Return how large two numbers are, and how far apart."""
    low, high = _ends([r.figure for r in rows])
    return [
        _each(rows, lambda a, b: ends_meet(a.ends, b.ends)),
        _near(rows),
        np.log((high + 1) / (low + 1)),
        np.log(low + 1),
        np.log(high + 1),
        _both([r.measure.approximate for r in rows]),
        _both([tells_size(r.measure) for r in rows]),
    ]


def _told_often(rows: Sequence[Reply], keys: Sequence[Hashable]) -> list[npt.NDArray[np.generic]]:
    """Return in which share of the reports what either tells is told, and whether one tells both.

    A report that tells the other's number as well means something else by its own.
    """
    reports = [r.claim.document for r in rows]
    report, near, key = _same(reports), _near(rows), _same(keys)
    event = _same([(r.variable.kind, r.variable.event.rstrip("+")) for r in rows])
    own = list(grouped((name, n) for n, name in enumerate(reports)).values())

    def share(told: npt.NDArray[np.bool_]) -> Sequence[float]:
        held = np.stack([told[:, members].any(axis=1) for members in own])
        return list(held.mean(axis=0))

    figures = [r.figure for r in rows]
    lower = event & report & np.less.outer(figures, figures)
    others = (near & ~np.eye(len(rows), dtype=bool)).astype(np.float32)
    also = (others @ report > 0).astype(np.float32)
    return [
        *_ends(share(event)),
        *_ends(share(key)),
        *_ends(share(near & ~report)),
        key,
        _both(1 - np.asarray(lower.any(axis=1), dtype=np.float32)),
        also + also.T,
    ]


def _places(rows: Sequence[Reply], held: Sequence[Document]) -> list[npt.NDArray[np.generic]]:
    """Return how far down two numbers stand in their reports, and when these came out."""
    out = [d[0].toordinal() if (d := days(x.published or "")) else 0 for x in held]
    first = min((day for day in out if day), default=0)
    early, later = _ends([max(0.0, day - first) for day in out])
    return [*_ends([r.measure.span.start for r in rows]), later - early, later]


def _opposed_somewhere(rows: Sequence[Reply], documents: Mapping[str, Document]) -> Table:
    """Return for each pair whether some report sets these two numbers against each other."""

    def opposed(one: Reply, other: Reply) -> bool:
        same = one.claim.document == other.claim.document and not ends_meet(one.ends, other.ends)
        return same and is_set_against(documents[one.claim.document].text, one, other)

    near = _near(rows).astype(np.float32)
    return (near @ _each(rows, opposed) @ near > 0).astype(np.float32)
