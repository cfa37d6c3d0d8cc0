"""Which numbers of an event answer one question, and which of them cannot all be true.

Two models weigh every pair of numbers of a kind by what they have in common (`number_pairs`). They
learned it from events of which people wrote down who answers what, and what is in conflict. By the
one, questions are joined where their answers are alike on average (average linkage, Sokal and
Michener 1958); by the other, numbers that leave nothing in common are held against each other.
"""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from variorum.compare.quantities.agreement import ends_meet
from variorum.compare.quantities.answers import Reply, Standing, tells_size
from variorum.compare.quantities.likeness.forest import forest
from variorum.compare.quantities.likeness.number_pairs import Table, number_pairs
from variorum.compare.quantities.whereabouts.count_days import bounds_of
from variorum.compare.quantities.whose import Whose
from variorum.compare.solver.constraints import Variable
from variorum.grouping import distinct, grouped
from variorum.taxonomy import Taxonomy

# Questions are one where their answers are so alike on average.
ALIKE = 0.35
# So likely must it be that two numbers are in conflict.
IN_CONFLICT = 0.85
# Of fewer reports, nothing was learned; of more numbers of a kind, not every two are weighed.
FEWEST, MOST = 6, 400
# What is told of the same people in other words: bodies are found, convoys are made up and leave.
LIKE = (
    frozenset({"killed", "recovered"}),
    frozenset({"left", "released", "returned", "composed", "aboard"}),
    frozenset({"detained", "surrendered"}),
)
Question = Variable | None
"""What a reply answers by itself; None where that is nothing that anybody would ask."""


class NumbersAlike:
    """The numbers of a case, weighed two by two."""

    def __init__(
        self,
        found: Sequence[Reply],
        asked: Sequence[Question],
        whose: Whose,
        taxonomy: Taxonomy,
        several: Collection[str] = (),
    ) -> None:
        """Weigh the replies.

        Args:
            found: every reply.
            asked: what each answers by itself.
            whose: whose people they count.
            taxonomy: the kinds.
            several: claims of reports that may be of several events, joined with nothing.
        """
        self._whose = whose
        self.question_of: dict[str, Variable] = {}
        self._in_conflict: dict[str, set[str]] = {}
        groups = grouped(
            ((r.variable.event_group, r.variable.kind.partition(".")[0]), (r, key))
            for r, key in zip(found, asked, strict=True)
        )
        for own in groups.values():
            self.question_of |= {r.key: key for r, key in own if key is not None}
            known = [(r, key) for r, key in own if r.claim.id not in several and _is_told(r)]
            reports = {r.claim.document for r, _ in known}
            counts = taxonomy.countable(own[0][0].variable.kind)
            if counts and len(reports) >= FEWEST and len(known) <= MOST:
                joined = self._weigh(known, taxonomy)
                self.question_of |= {
                    r.key: joined[key] for r, key in own if key and key.event and key in joined
                }

    def _weigh(
        self,
        known: Sequence[tuple[Reply, Question]],
        taxonomy: Taxonomy,
    ) -> dict[Question, Variable]:
        """Weigh the numbers of a kind, and return which question each of theirs belongs to."""
        joined: dict[Question, Variable] = {}
        rows, asked = [r for r, _ in known], [key for _, key in known]
        keys = [n if key is None else key for n, key in enumerate(asked)]
        signs = number_pairs(rows, keys, self._whose.documents, taxonomy)
        above = np.triu_indices(len(rows), 1)
        alike, conflict = (_weighed(name, signs, above) for name in ("alike", "in_conflict"))
        other = _differ(_befallen(known)) | _differ([self._whose.side.get(r.key) for r in rows])
        for members in _joined(np.where(other, 0, alike), keys):
            told = distinct((key, rows[n].claim.document) for n in members if (key := asked[n]))
            if told:
                most = min(told, key=lambda key: (-len(told[key]), len(key.population), key.key))
                joined |= dict.fromkeys(told, most)
                self.question_of |= {rows[n].key: most for n in members}
        for i, j in zip(*np.nonzero(conflict >= IN_CONFLICT), strict=True):
            if may_conflict(rows[i], rows[j], taxonomy):
                self._in_conflict.setdefault(rows[i].key, set()).add(rows[j].key)
        return joined

    def in_conflict(self, one: Reply, other: Reply) -> bool:
        """Return whether two numbers cannot both be true."""
        return other.key in self._in_conflict.get(one.key, ())

    def as_one(self, found: Sequence[Reply]) -> list[Reply]:
        """Return the replies with numbers in conflict, and those like them, of one quantity."""
        against = {key for one, others in self._in_conflict.items() for key in (one, *others)}
        told = distinct(
            (self.question_of[r.key], r.ends)
            for r in found
            if r.key in against and r.key in self.question_of
        )

        def settled(reply: Reply) -> Reply:
            key = self.question_of.get(reply.key)
            if not _is_fact(reply) or key is None or reply.ends not in told.get(key, ()):
                return reply
            return replace(reply, variable=replace(key, as_of=""))

        return [settled(reply) for reply in found]


def _is_told(reply: Reply) -> bool:
    """Return whether enough is told of a number: of "some" or "a few" with no event, it is not."""
    return not reply.polarity and bool(reply.variable.event or not tells_size(reply.measure))


def may_conflict(one: Reply, other: Reply, taxonomy: Taxonomy) -> bool:
    """Return whether two numbers leave nothing in common, and the higher counts no more things.

    Fewer civilians than people died in any case. A count that only grew between two days
    contradicts nobody, nor do others on top of somebody.
    """
    facts = _is_fact(one) and _is_fact(other)
    apart = facts and not ends_meet(one.ends, other.ends) and not _grew(one, other)
    lower, higher = sorted((one, other), key=lambda reply: reply.figure)
    return apart and taxonomy.within(higher.variable.kind, lower.variable.kind)


def _is_fact(reply: Reply) -> bool:
    """Return whether a reply states how many there were, and not how many more."""
    added = reply.variable.event.endswith("+")
    return reply.standing is Standing.FACT and not (reply.polarity or added)


def _grew(one: Reply, other: Reply) -> bool:
    """Return whether the higher of two counts is surely of a later day."""
    lower, higher = sorted((one, other), key=lambda reply: reply.figure)
    last, first = bounds_of(lower.variable.as_of)[1], bounds_of(higher.variable.as_of)[0]
    return bool(last) and last < first


def _befallen(known: Sequence[tuple[Reply, Question]]) -> list[Hashable]:
    """Return what befell those of each question; what is like it is one."""
    events = [(key or r.variable).event.rstrip("+") for r, key in known]
    return [next((own for own in LIKE if e in own), e) for e in events]


def _differ(told: Sequence[Hashable]) -> npt.NDArray[np.bool_]:
    """Return for each pair whether something is told of both, and not the same."""
    return np.array([[bool(a and b) and a != b for a in told] for b in told])


def _weighed(name: str, signs: Table, above: tuple[np.ndarray, np.ndarray]) -> Table:
    """Return how likely it is of each pair, of shape (replies, replies)."""
    found = np.zeros(signs.shape[:2], dtype=np.float32)
    found[above] = forest(name).weigh(signs[above])
    return np.maximum(found, found.T)


def _joined(alike: Table, keys: Sequence[Hashable]) -> list[list[int]]:
    """Return the places of the replies of each question, joined where they are alike."""
    parts = list(grouped((key, n) for n, key in enumerate(keys)).values())
    held = np.zeros((len(parts), len(keys)), dtype=np.float32)
    for n, members in enumerate(parts):
        held[n, members] = 1 / len(members)
    mean, size = held @ alike @ held.T, np.array([len(members) for members in parts])
    np.fill_diagonal(mean, 0)
    while mean.size:
        i, j = np.unravel_index(mean.argmax(), mean.shape)
        if mean[i, j] < ALIKE:
            break
        both = (size[i] * mean[i] + size[j] * mean[j]) / (size[i] + size[j])
        mean[i], mean[:, i], mean[j], mean[:, j] = both, both, 0, 0
        mean[i, i] = 0
        size[i] += size[j]
        parts[i], parts[j] = [*parts[i], *parts[j]], []
    return [members for members in parts if members]
