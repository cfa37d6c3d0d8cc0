"""Which numbers in conflict are sure enough to be held against each other: those borne out.

Two reports of one event tell numbers that differ for many reasons: a toll rises, one counts a part,
or of another day, and a word may be misread. Where a report sets both side by side, its writer
takes them for answers to one question. Else each is told by somebody named, or, of what does not
change from hour to hour, by several reports. Of the dead of one day, only that there were none may
be held against several reports of some; of two days, only what is more than a correction.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from variorum.compare.happenings.incidents import HURT
from variorum.compare.quantities.agreement import ends_meet
from variorum.compare.quantities.answers import PLAN, Reply, Standing, tells_size
from variorum.compare.quantities.whereabouts.count_days import LAST, bounds_of
from variorum.compare.solver.constraints import Variable
from variorum.model import Claim, Form, SpeakerKind
from variorum.statements.revisions import FIRST, RISEN, is_marked
from variorum.taxonomy import Taxonomy

# So many reports tell a number that is not misread, nor of a part that only one of them knows.
SEVERAL = 2
# Of fewer reports none can be expected to bear out another.
FEWEST = 6
# What goes on for days: each counts up to his own hour.
GOES_ON = frozenset({"remained", "left"})
# Who comes and goes does so for days, so that a later report may count more of them; those of whom
# reports tell so many days apart went at two times.
COME_AND_GO = frozenset({"left", "arrived"})
AT_ONCE = timedelta(days=30)
# A later toll that is lower by less than this was put right, or is a rounded one.
CORRECTED = 1.2
# How far from a toll another may be told with it, and how far before one what says that it rose;
# a toll that is higher by more than so many times is another count, and not a later one.
BESIDE, RISEN_REACH, RISING = 60, 40, 1.5
_PAUSE = re.compile(r"[.,;:!?،؛؟]")
Days = tuple[date, date]
UNDATED: Mapping[str, Days] = MappingProxyType({})
Number = tuple[Variable, float | None, float | None]


class BorneOut:
    """What the reports of a case bear out."""

    def __init__(
        self,
        found: Sequence[Reply],
        repeated: Collection[str],
        taxonomy: Taxonomy,
        day_of: Mapping[str, Days] = UNDATED,
    ) -> None:
        """Take every reply, the claims of reports that repeat another, and the days of reports."""
        self.day_of = day_of
        self.passing = {*taxonomy.growing, *taxonomy.changing, *GOES_ON}
        self.reports: set[str] = set()
        self.some: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.tellers: dict[Number, set[str]] = defaultdict(set)
        self.days: dict[tuple[str, float | None], set[str]] = defaultdict(set)
        self.beside: dict[str, list[Reply]] = defaultdict(list)
        for reply in found:
            if reply.claim.id not in repeated:
                variable = reply.variable
                self.reports.add(reply.claim.document)
                self.tellers[_number(reply)].add(reply.claim.document)
                if variable.event in HURT and reply.standing is Standing.FACT:
                    self.days[reply.measure.kind, reply.measure.low].add(variable.as_of)
                    self.beside[reply.claim.document].append(reply)
                if reply.low and reply.standing is Standing.FACT:
                    self.some[variable.event_group, variable.event].add(reply.claim.document)

    def holds(self, sides: Sequence[Sequence[Reply]]) -> bool:
        """Return whether numbers in conflict may be held against each other.

        Args:
            sides: the replies that give each answer, or agree with it.
        """
        if len(self.reports) < FEWEST or side_by_side(sides):
            return not _is_somebody(sides)
        groups = {reply.variable.event_group for own in sides for reply in own}
        events = {reply.variable.event for own in sides for reply in own}
        none = [own for own in sides if all(map(_says_none, own))]
        if none and events & HURT:
            some = set().union(*(self.some[group, event] for group in groups for event in events))
            named = any(reply.claim.form is not Form.NARRATED for own in none for reply in own)
            return named and len(some) >= SEVERAL
        as_of = {reply.variable.as_of for own in sides for reply in own}
        put_right = len(as_of) == 1 or _is_corrected(sides) or _is_somebody(sides)
        of_two_days = len(as_of) > 1 and events.isdisjoint(HURT)
        if (events & HURT and put_right) or of_two_days or _is_loose(sides):
            return False
        if self._with_fewer(sides) or (events & HURT and self._told_before(sides)):
            return False
        if events <= COME_AND_GO and self._of_two_times(sides):
            return False
        alone = [own for own in sides if not any(map(_is_sure, own))]
        told = (set().union(*(self.tellers[_number(reply)] for reply in own)) for own in alone)
        done = {r.variable.event for own in sides for r in own if r.variable.phase != PLAN}
        stays = done.isdisjoint(self.passing)
        return not alone or (stays and all(len(own) >= SEVERAL for own in told))

    def _told_before(self, sides: Sequence[Sequence[Reply]]) -> bool:
        """Return whether the lower toll was told by the day of the higher: it is reprinted."""
        fewer, more = _by_number(sides)
        first = min(bounds_of(reply.variable.as_of)[0] for reply in more)
        days = {day for r in fewer for day in self.days[r.measure.kind, r.measure.low]}
        return bool(first) and any("" < bounds_of(day)[1] <= first for day in days)

    def _with_fewer(self, sides: Sequence[Sequence[Reply]]) -> bool:
        """Return whether the lower toll is told with a few less dead or hurt: of an hour before.

        "Ten died and 13 were hurt" was counted before "12 died and 17 were hurt".
        """
        fewer, more = (
            [b for r in own for b in self.beside[r.claim.document] if _is_beside(r, b)]
            for own in _by_number(sides)
        )
        pairs = [(a, b) for a in fewer for b in more if a.variable.event == b.variable.event]
        return any((a.high or 0) < (b.low or 0) < RISING * (a.high or 0) for a, b in pairs)

    def _of_two_times(self, sides: Sequence[Sequence[Reply]]) -> bool:
        """Return whether the lower of two numbers is told on earlier days, or long after."""
        fewer, more = (
            [day for r in own if (day := self.day_of.get(r.claim.document))]
            for own in _by_number(sides)
        )
        if not (fewer and more):
            return False
        first, last = max(day for day, _ in fewer), min(day for _, day in more)
        return first < last or max(day for _, day in more) + AT_ONCE < min(d for d, _ in fewer)


def _is_loose(sides: Sequence[Sequence[Reply]]) -> bool:
    """Return whether the lowest of the numbers is but an order of size, or a single one in words.

    Who writes of "the killing of dozens" does not deny that hundreds were killed, nor does "a
    wound" that several were hurt.
    """
    lowest = _by_number(sides)[0][0]
    single = lowest.ends == (1, 1) and not any(c.isdigit() for c in lowest.measure.text)
    return single or tells_size(lowest.measure)


def _is_somebody(sides: Sequence[Sequence[Reply]]) -> bool:
    """Return whether one side tells of one dead or hurt, and another of several of some kind.

    "Five officers were killed", and "one death" that the other side claims: that is one of its own.
    """
    kinds = {(r.variable.kind, r.variable.population) for own in sides for r in own}
    one = any(all(r.ends == (1, 1) and r.variable.event in HURT for r in own) for own in sides)
    return one and len(kinds) > 1


def _is_sure(reply: Reply) -> bool:
    """Return whether somebody who can be told relays a number, or it is told long after."""
    claim = reply.claim
    _outlet, *told_by = claim.relay
    told = claim.speaker.kind is not SpeakerKind.UNNAMED or len(told_by) > 1
    return (claim.form is not Form.NARRATED and told) or reply.variable.as_of.startswith(LAST)


def _is_beside(one: Reply, other: Reply) -> bool:
    """Return whether another toll is told with one: of others, in the same words."""
    far = abs(one.measure.span.start - other.measure.span.start)
    return one.variable.event != other.variable.event and far <= BESIDE


def side_by_side(sides: Sequence[Sequence[Reply]]) -> list[list[Reply]]:
    """Return the answers of a report that has all of them from others, with no number in common.

    Of several such reports the first by name; of none no answers.
    """
    told = [[r for r in own if _is_of_another(r.claim)] for own in sides]
    for report in sorted(set.intersection(*({r.claim.document for r in own} for own in told))):
        both = [[r for r in own if r.claim.document == report] for own in told]
        one, *others = both
        # More than two numbers conflict together, as do a sum and its parts.
        if len(others) != 1:
            return both
        apart = [(a, b) for a in one for b in others[0] if not ends_meet(a.ends, b.ends)]
        told_apart = [[a for a in own if any(a in pair for pair in apart)] for own in both]
        if apart and not all(map(_came_to, _by_number(told_apart)[1])):
            return told_apart
    return []


def _is_of_another(claim: Claim) -> bool:
    """Return whether somebody else tells a report this: no "first reports", which it gives up."""
    return claim.form is not Form.NARRATED and not is_marked(claim.speaker.name, FIRST)


def _came_to(reply: Reply) -> bool:
    """Return whether it is told of a toll that it came to that: "12 dead already"."""
    at = reply.measure.span.start - reply.claim.content[0].start
    before = reply.claim.text[max(0, at - RISEN_REACH) : max(0, at)]
    return reply.variable.event in HURT and is_marked(_PAUSE.split(before)[-1], RISEN)


def _by_number(sides: Sequence[Sequence[Reply]]) -> list[Sequence[Reply]]:
    return sorted((sides[0], sides[-1]), key=lambda own: own[0].low or 0)


def _is_corrected(sides: Sequence[Sequence[Reply]]) -> bool:
    """Return whether tolls of two days are told so near that one may be the other put right."""
    told = (reply.variable for own in sides for reply in own)
    if len({replace(v, as_of="", kind="", population=()) for v in told}) > 1:
        return False
    # Of one kind by the widest words of each side, else by the answer itself.
    own = len({reply.variable.kind for side in sides for reply in side}) > 1
    fewer, more = (side[:1] if own else side for side in _by_number(sides))
    most = max(reply.high or reply.low or 0 for reply in fewer)
    return min(reply.low or 0 for reply in more) < CORRECTED * most


def _number(reply: Reply) -> Number:
    """Return a number with what it counts, whatever the day."""
    return replace(reply.variable, as_of="", window=""), reply.low, reply.high


def _says_none(reply: Reply) -> bool:
    return reply.standing is Standing.DENIAL or reply.ends == (0, 0)
