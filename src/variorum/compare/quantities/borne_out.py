"""Which numbers in conflict may be held against each other: those that a report opposes.

Two reports of one event tell numbers that differ for many reasons: a toll rises, one counts a part,
or of another day, and a word may be misread. Where a report sets one voice against another, "the
union counted 40, the police however 12", its writer takes the two for answers to one question. All
else may disagree, and is suggested. That there were none is held against several reports of some,
and a product against what it comes to.
"""

import itertools
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence

from variorum.compare.happenings.incidents import HURT
from variorum.compare.quantities.agreement import ends_meet
from variorum.compare.quantities.answers import Reply, Standing
from variorum.compare.quantities.same_voice import may_be_one
from variorum.compare.quantities.surroundings import numbers_of
from variorum.compare.quantities.whose import Whose
from variorum.model import Claim, Form, Role, SpeakerKind
from variorum.statements import revisions
from variorum.statements.revisions import is_marked, marks_in
from variorum.text import STOPS, words_around

# So many reports tell a number that is not misread, nor of a part that only one of them knows.
SEVERAL = 2
# Of fewer reports none can be expected to bear out another.
FEWEST = 6
# Two numbers that a report sets against each other lie no further apart.
REACH = 400
# What says that one of two numbers came first, or is not so.
_ROSE = (revisions.CORRECTED, revisions.EARLIER, revisions.FIRST, revisions.RISEN, revisions.SO_FAR)
_GIVEN_UP = frozenset({*_ROSE, revisions.UNTRUE})


class BorneOut:
    """What the reports of a case bear out."""

    def __init__(
        self,
        found: Sequence[Reply],
        repeated: Collection[str],
        whose: Whose,
        in_conflict: Callable[[Reply, Reply], bool] = lambda _one, _other: False,
        several: Collection[str] = (),
    ) -> None:
        """Take every reply, claims of reports that repeat another, and whose people are counted.

        `in_conflict` tells of two numbers whether they are likely to be in conflict.

        `several` are the claims of reports that tell of one attack after another.
        """
        self.whose, self.in_conflict, self.several = whose, in_conflict, several
        self.reports: set[str] = set()
        self.some: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.numbers = numbers_of(found)
        for reply in found:
            if reply.claim.id not in repeated:
                variable = reply.variable
                self.reports.add(reply.claim.document)
                if reply.low and reply.standing is Standing.FACT:
                    self.some[variable.event_group, variable.event].add(reply.claim.document)

    def holds(self, sides: Sequence[Sequence[Reply]]) -> bool:
        """Return whether numbers in conflict may be held against each other.

        Args:
            sides: the replies that give each answer, or agree with it.
        """
        if len(sides) == 2 and all(self.whose.apart(*p) for p in itertools.product(*sides)):
            return False
        if len(self.reports) < FEWEST:
            return not _is_somebody(sides)
        if len(sides) > 2:  # of what is added up, one part may hold another
            times = any(reply.variable.per for own in sides for reply in own)
            return times and all(any(map(is_sure, own)) for own in sides)
        if self.opposed(sides):
            return True
        groups = {reply.variable.event_group for own in sides for reply in own}
        events = {reply.variable.event for own in sides for reply in own}
        none = [own for own in sides if all(map(_says_none, own))]
        some = set().union(*(self.some[group, event] for group in groups for event in events))
        named = any(reply.claim.form is not Form.NARRATED for own in none for reply in own)
        return named and len(some) >= SEVERAL

    def opposed(self, sides: Sequence[Sequence[Reply]]) -> list[list[Reply]]:
        """Return two answers in conflict: those of one report, if any, the first of several."""
        if len(sides) != 2:
            return []
        pairs = [p for p in itertools.product(*sides) if not self.whose.apart(*p)]
        opposed = [p for p in pairs if self._is_opposed(*p)] or [
            p for p in pairs if self.in_conflict(*p)
        ]
        ordered = sorted(
            opposed,
            key=lambda p: (
                len({r.claim.document for r in p}),
                [(r.claim.document, r.measure.span.start) for r in p],
            ),
        )
        return [[reply] for reply in ordered[0]] if ordered else []

    def _is_opposed(self, one: Reply, other: Reply) -> bool:
        if one.claim.document != other.claim.document:
            return False
        first, last = sorted((r.measure.span for r in (one, other)), key=lambda span: span.start)
        third = any(
            first.end <= r.measure.span.start < last.start and _is_of_a_third(r, one, other)
            for r in self.numbers[one.claim.document]
        )
        apart = not ends_meet(one.ends, other.ends) and not third
        text, several = self.whose.documents[one.claim.document].text, one.claim.id in self.several
        return apart and is_set_against(text, one, other, sides=not several)


def is_set_against(text: str, one: Reply, other: Reply, *, sides: bool = False) -> bool:
    """Return whether a report sets the counts of two voices against each other.

    With `sides`, no word of contrast is needed between what officials count and what others do.
    """
    first, last = sorted((r.measure.span for r in (one, other)), key=lambda span: span.start)
    voices = all(_is_of_another(r.claim) for r in (one, other))
    if last.start - first.end > REACH or not voices or may_be_one(one.claim, other.claim):
        return False
    start, _ = words_around(text, first.start, first.end, STOPS)
    own, end = words_around(text, last.start, last.end, STOPS)
    given_up = not _GIVEN_UP.isdisjoint(marks_in(text[start:end]))
    return not given_up and (
        own <= first.start
        or is_marked(text[start : last.start], revisions.AGAINST)
        or (sides and len({r.claim.speaker.role is Role.OFFICIAL for r in (one, other)}) > 1)
    )


def _is_of_a_third(reply: Reply, one: Reply, other: Reply) -> bool:
    """Return whether a voice that gives neither of two numbers counts what befell the same."""
    told, asked = ((r.variable.event_group, r.variable.event) for r in (reply, one))
    same = told == asked and reply.standing is Standing.FACT
    return same and not any(may_be_one(reply.claim, r.claim) for r in (one, other))


def is_sure(reply: Reply) -> bool:
    """Return whether somebody who can be told relays a number."""
    _outlet, *told_by = reply.claim.relay
    told = reply.claim.speaker.kind is not SpeakerKind.UNNAMED or len(told_by) > 1
    return reply.claim.form is not Form.NARRATED and told


def _is_of_another(claim: Claim) -> bool:
    """Return whether somebody else tells a report this: no "first reports", which it gives up."""
    return claim.form is not Form.NARRATED and not is_marked(claim.speaker.name, revisions.FIRST)


def _is_somebody(sides: Sequence[Sequence[Reply]]) -> bool:
    """Return whether one side tells of one dead or hurt, and another of several of some kind.

    "Five officers were killed", and "one death" that the other side claims: that is one of its own.
    """
    kinds = {(r.variable.kind, r.variable.population) for own in sides for r in own}
    one = any(all(r.ends == (1, 1) and r.variable.event in HURT for r in own) for own in sides)
    return one and len(kinds) > 1


def _says_none(reply: Reply) -> bool:
    return reply.standing is Standing.DENIAL or reply.ends == (0, 0)
