"""Settling what each answer is about, so that only what measures the same thing is compared.

A report seldom repeats the place or the day in every sentence. An answer without one is taken to
speak of the place and day that most answers to its question name; an answer that names another
place or day differs in scope, and is kept apart.
"""

import functools
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rapidfuzz import fuzz

from variorum.compare.happenings.event_groups import ONE_EVENT, group_of_claim
from variorum.compare.happenings.incidents import FOUND, HURT, Incidents
from variorum.compare.kept import NOTHING_KEPT, Kept
from variorum.compare.quantities.agreement import ends_meet
from variorum.compare.quantities.answers import PLAN, Reply
from variorum.compare.quantities.comparability import MARCHED, listed
from variorum.compare.quantities.surroundings import clause_of, paragraph_of
from variorum.compare.quantities.whereabouts.count_days import dated
from variorum.compare.quantities.whereabouts.phases import ANOTHER, phased
from variorum.compare.quantities.whereabouts.placed import LISTED, placed
from variorum.compare.solver.constraints import UNKNOWN, Variable
from variorum.edtf import days, ends
from variorum.grouping import distinct, grouped
from variorum.language.name_keys import fold
from variorum.language.spelling import sound
from variorum.model import Document, SceneRole
from variorum.taxonomy import Taxonomy

ONE_INCIDENT = Incidents()
SAME_PLACE = 80.0
OPENING = 2
# A place that is told by a common noun, such as "the east".
UNNAMED = "the "
# Amounts to which things happen, as they do to what is counted: so much arrived, was paid.
WITH_EVENT = ("money", "weight", "volume", "area")
# A place is the case's own where so large a share of its reports names it.
PLACE_SHARE = 1 / 3
# Days further than this before the first report belong to another event than the news.
LONG_AGO = 60
# Days told by two reports belong to what most tell of if they lie no further apart than this.
EXTENT = 5
MOST_DAYS = 12
# What most answers mean is told that many times as often as anything else.
STANDS_OUT = 2
BROAD = "battle"
# What is timed so few characters away "it" may be.
TIMED_NEAR = 300
_NAME = re.compile(r"[^\W\d_]{3,}")


def question_key(variable: Variable) -> Variable:
    """Return the variable without the day it was counted on: what people call one question."""
    return replace(variable, as_of="", place=variable.where)


def happening_of(variable: Variable) -> tuple[str, tuple[str, str, str]]:
    """Return the event that a variable belongs to, and how it differs from what that is about."""
    phase = "" if variable.phase == PLAN else variable.phase
    return variable.event_group, (variable.where, variable.window, phase)


def settle(  # noqa: PLR0913, PLR0917  (the case, and what is known of it already)
    found: Sequence[Reply],
    documents: dict[str, Document],
    taxonomy: Taxonomy,
    group_of: Mapping[str, str] = ONE_EVENT,
    beside: Incidents = ONE_INCIDENT,
    kept: Kept = NOTHING_KEPT,
) -> list[Reply]:
    """Return the replies with their events, places and days made comparable.

    Args:
        found: every reply.
        documents: the documents of the case by id.
        taxonomy: the kinds.
        group_of: the event that each document tells of; each is settled by itself.
        beside: what claims tell of beside what their reports are about.
        kept: what was found of each event before.
    """
    reports: dict[str, dict[str, Document]] = defaultdict(dict)
    for document in documents.values():
        reports[group_of.get(document.id, "")][document.id] = document
    told: dict[str, list[Reply]] = defaultdict(list)
    for reply in found:
        group = group_of_claim(reply.claim, group_of)
        reports[group].setdefault(reply.claim.document, documents[reply.claim.document])
        told[group].append(reply.about(event_group=group) if group else reply)
    each = (
        kept.found(("settled", group), _settled, own, reports[group], taxonomy)
        for group, own in told.items()
    )
    settled = [reply for own in each for reply in own]
    settled = [
        _alone(reply, documents) if _may_be_others(reply, beside) else reply for reply in settled
    ]
    order = {(reply.claim.id, reply.measure): place for place, reply in enumerate(found)}
    return sorted(settled, key=lambda reply: order[reply.claim.id, reply.measure])


def _may_be_others(reply: Reply, beside: Incidents) -> bool:
    """Return whether those counted may be others than all that are told elsewhere."""
    hurt = reply.variable.event.rstrip("+") in {*HURT, FOUND}
    return reply.claim.id in (beside.aside if hurt else beside.alone)


def _alone(reply: Reply, documents: Mapping[str, Document]) -> Reply:
    """Return the reply as of a place of which nobody tells outside its paragraph."""
    place = f"{UNKNOWN}{paragraph_of(documents[reply.claim.document], reply)}"
    return reply.about(place=place)


def _settled(
    found: Sequence[Reply], documents: dict[str, Document], taxonomy: Taxonomy
) -> list[Reply]:
    """Return the replies of the reports of one event."""
    moved = _lasting([_moved(reply, taxonomy) for reply in found])
    full = _counted_for_rates(listed(moved, documents, taxonomy), taxonomy)
    moved, one_town, several = placed(phased(full, documents, taxonomy), documents)
    place = _Aspect(
        lambda v: v.place,
        _same_place,
        lambda v, x: replace(v, place=x),
        (lambda _places: False) if one_town or several else _known_places(documents),
        keys=_openings,
    )
    own = own_days(moved)
    moved = [_of_before(reply, own, documents) for reply in moved]
    window = _Aspect(
        lambda v: v.window,
        _same_days,
        lambda v, x: replace(v, window=x),
        _known_days(own, documents),
        MOST_DAYS if own else 1,
        by_day=taxonomy.joint - {MARCHED} if several and not own else frozenset(),
    )
    windowed = _clustered(_clustered(moved, place), window)
    moving = taxonomy.growing | taxonomy.changing
    still = [r.variable.event not in moving or r.variable.phase == PLAN for r in windowed]
    settled = [r for r, stays in zip(windowed, still, strict=True) if stays]
    counts = [r for r, stays in zip(windowed, still, strict=True) if not stays]
    return settled + dated(counts, documents)


def _moved(reply: Reply, taxonomy: Taxonomy) -> Reply:
    """Return the reply under the event and subject by which it compares.

    Who is in a convoy, moves: a container may imply an event. A length of time or way is that of
    its subject, whichever verb tells it.
    """
    variable = reply.variable
    if taxonomy.countable(variable.kind):
        event = taxonomy.implied_event(variable.event, variable.subject, variable.kind)
        subject = variable.subject if event in taxonomy.owned else ""
        return reply.about(event=event, subject=subject)
    if variable.kind.startswith(WITH_EVENT):
        return reply
    # An assault, the fighting in it and the siege around it need not last as long.
    broad = variable.subject == BROAD and reply.measure.noun
    subject = reply.measure.noun.casefold() if broad else variable.subject
    return reply.about(event="", subject=subject, window="")


def _lasting(found: Sequence[Reply]) -> list[Reply]:
    """Return the replies with "it took three days" told of what is timed near it, if one."""
    timed = grouped(
        (reply.claim.document, (reply.measure.span.start, reply.variable.subject))
        for reply in found
        if reply.variable.kind == "duration" and reply.variable.subject
    )

    def told(reply: Reply) -> Reply:
        near = {
            subject
            for at, subject in timed.get(reply.claim.document, ())
            if abs(at - reply.measure.span.start) <= TIMED_NEAR
        }
        lasted = reply.measure.scope.event == "lasted" and reply.variable.kind == "duration"
        if reply.variable.subject or not lasted or len(near) != 1:
            return reply
        return reply.about(subject=near.pop())

    return [told(reply) for reply in found]


def _counted_for_rates(found: Sequence[Reply], taxonomy: Taxonomy) -> list[Reply]:
    """Return the replies with each bare count that a rate of its report is per made comparable.

    "We were six boats" says nothing of what the boats did, but with "nine in every boat" it counts:
    within that report only, hence under its name.
    """
    rates = {(r.claim.document, r.variable.per) for r in found if r.variable.per}

    def is_bare(reply: Reply) -> bool:
        variable = reply.variable
        return not (variable.event or variable.subject or variable.per)

    # Several numbers of the same thing in one report: nobody can tell which the rate is times.
    bare_ones = filter(is_bare, found)
    told = distinct(((r.claim.document, r.variable.kind), r.ends) for r in bare_ones)

    def settled(reply: Reply) -> Reply:
        variable, document = reply.variable, reply.claim.document
        bare = is_bare(reply) and len(told[document, variable.kind]) == 1
        needed = any(
            document == where and taxonomy.within(variable.kind, per) for where, per in rates
        )
        if bare and needed:
            return reply.about(subject=document)
        return reply

    return [settled(reply) for reply in found]


@dataclass
class _Cluster:
    """Values that are held to be the same, with how often each was written here and in the case."""

    values: Counter[str]
    everywhere: int

    @property
    def rank(self) -> tuple[int, int, str]:
        return (-sum(self.values.values()), -self.everywhere, self.label)

    @property
    def label(self) -> str:
        return min(self.values, key=lambda value: (-self.values[value], value))


@dataclass(frozen=True)
class _Aspect:
    """A side of the scope, its place or its days: how to read it, to compare it and to set it."""

    read: Callable[[Variable], str]
    same: Callable[[str, str], bool]
    write: Callable[[Variable, str], Variable]
    of_case: Callable[[tuple[str, ...]], bool]
    """Whether values held to be one are the case's own, so that a reply without one means it."""
    most_meant: int = 1
    """How many groups of values may be the case's own: it may last for days."""
    keys: Callable[[str], Sequence[str]] = lambda _value: ("",)
    """What values held to be one have in common, so that not every two are compared."""
    by_day: frozenset[str] = frozenset()
    """Events of which no value is the case's own, as they go on from day to day."""

    def bare(self, variable: Variable) -> Variable:
        """Return the question that the values are gathered under."""
        return replace(self.write(variable, ""), window="", as_of="")


def _clustered(found: Sequence[Reply], aspect: _Aspect) -> list[Reply]:
    """Return the replies with each value replaced by its cluster's, the commonest by nothing."""
    told: dict[Variable, Counter[str]] = defaultdict(Counter)
    for reply in found:
        if value := aspect.read(reply.variable):
            told[aspect.bare(reply.variable)][value] += 1
    everywhere = Counter(fold(aspect.read(reply.variable)) for reply in found)
    several = _told_apart(found, aspect) | {g for g in told if g.event in aspect.by_day}
    labels = {
        group: _labels(values, everywhere, aspect, group in several)
        for group, values in told.items()
    }

    def labelled(reply: Reply) -> Reply:
        value = aspect.read(reply.variable)
        if not value:
            return reply
        label = labels[aspect.bare(reply.variable)][value]
        return replace(reply, variable=aspect.write(reply.variable, label))

    return [labelled(reply) for reply in found]


def _told_apart(found: Iterable[Reply], aspect: _Aspect) -> set[Variable]:
    """Return the questions to which one voice gives several numbers, each of its own value.

    "5,000 left on Friday, 3,000 on Wednesday": an answer without a day is of nobody knows which.
    Numbers that can be one do not tell days or places apart.
    """
    told: dict[tuple[Variable, str], dict[str, set[tuple[float | None, float | None]]]]
    told = defaultdict(lambda: defaultdict(set))
    for reply in found:
        value = aspect.read(reply.variable)
        voice = f"{reply.claim.document} {reply.claim.speaker.name}"
        told[aspect.bare(reply.variable), voice][value].add(reply.ends)
    return {
        group
        for (group, _), by_value in told.items()
        if any(
            not any(ends_meet(a, b) for a in own for b in others)
            for own, others in itertools.combinations(by_value.values(), 2)
        )
    }


def _labels(
    values: Counter[str], everywhere: Counter[str], aspect: _Aspect, told_apart: bool
) -> dict[str, str]:
    """Return what each value of one question is called: those of one cluster by one name.

    The case's own goes by no name, unless a report tells several apart.
    """
    clusters: list[_Cluster] = []
    near: dict[str, list[_Cluster]] = defaultdict(list)
    home_of: dict[str, _Cluster] = {}
    for value, often in values.items():
        keys = aspect.keys(value)
        candidates = (c for key in keys for c in near[key])
        home = next((c for c in candidates if aspect.same(c.label, value)), None)
        if home is None:
            home = _Cluster(Counter(), everywhere[fold(value)])
            clusters.append(home)
        for key in keys:
            if home not in near[key]:
                near[key].append(home)
        home.values[value] += often
        home_of[value] = home
    clusters.sort(key=lambda c: c.rank)
    meant = [c for c in clusters if aspect.of_case(tuple(sorted(c.values)))][: aspect.most_meant]
    if told_apart or any(_rivals(c, meant[0]) for c in clusters if meant and c not in meant):
        meant = []  # an answer without one may be of either, or of both together
    return {value: "" if home in meant else home.label for value, home in home_of.items()}


def _rivals(one: _Cluster, meant: _Cluster) -> bool:
    """Return whether a value is told so often that another is not what everybody means."""
    often, most = one.values.total(), meant.values.total()
    return often > 1 and often * STANDS_OUT > most


def _known_places(documents: dict[str, Document]) -> Callable[[tuple[str, ...]], bool]:
    """Return the test of whether a place is the case's own: enough of its reports name it.

    A report names it in any spelling that sounds like it, "Aleppo" within "Aleppo city" being one.
    """
    holders = distinct(
        (sound(word), document.id)
        for document in documents.values()
        for word in set(_NAME.findall(document.text))
    )

    def known(places: tuple[str, ...]) -> bool:
        # "The east" is a part of whatever the case is about.
        named = {name for p in places if not p.startswith(UNNAMED) for name in _NAME.findall(p)[:1]}
        naming = set().union(*(holders.get(sound(name), ()) for name in named))
        return len(naming) >= max(1.0, len(documents) * PLACE_SHARE)

    return known


def _known_days(
    own: tuple[date, date] | None, documents: Mapping[str, Document]
) -> Callable[[tuple[str, ...]], bool]:
    """Return the test of whether days are the case's own.

    They are where they meet the days that several reports tell of what they are about. Where no day
    is told twice, they are if they lie not long before the news of them, or the reports look back.
    """
    published = [d for d in (days(x.published or "") for x in documents.values()) if d]
    first = min((d[0] for d in published), default=None)

    @functools.cache
    def near(windows: tuple[str, ...]) -> bool:
        return any(map(recent, windows))

    def recent(window: str) -> bool:
        begun, over = ends(window)
        if own is not None and begun:
            # "Since March" and "in the past month" count more than an event of some days.
            if over is None:
                return own[0] - timedelta(days=EXTENT) <= begun <= own[1]
            longer = "/" in window and over - begun > own[1] - own[0] + timedelta(days=EXTENT)
            return not longer and begun <= own[1] and own[0] <= over
        told = days(window)
        return first is None or told is None or (first - told[1]).days <= LONG_AGO

    return near


def own_days(found: Iterable[Reply]) -> tuple[date, date] | None:
    """Return from which day to which the reports tell of what they are about, if two tell one.

    The day that most tell, with those that two reports tell within some days of it.
    """
    holders: dict[date, set[str]] = defaultdict(set)
    for claim in {reply.claim.id: reply.claim for reply in found}.values():
        for when in claim.when:
            told = days(when.edtf) if when.role is not SceneRole.SPEAKING else None
            if told and (told[1] - told[0]).days <= 1:
                holders[told[0]].add(claim.document)
    shared = sorted(day for day, held in holders.items() if len(held) > 1)
    if not shared:
        return None
    most = max(shared, key=lambda day: (len(holders[day]), -day.toordinal()))
    near = [day for day in shared if abs((day - most).days) <= EXTENT]
    night = timedelta(days=1)  # what happens at night is told under either day
    return min(near) - night, max(near) + night


def _of_before(
    reply: Reply, own: tuple[date, date] | None, documents: Mapping[str, Document]
) -> Reply:
    """Return who was hurt on days that all lie before the case's own as of another event."""
    variable, document = reply.variable, documents[reply.claim.document]
    if own is None or variable.window or variable.event not in HURT:
        return reply
    clause, at = clause_of(document, reply)
    first = reply.measure.span.start - at
    told = [
        days(when.edtf)
        for when in reply.claim.when
        if when.role is not SceneRole.SPEAKING and first <= when.span.start < first + len(clause)
    ]
    before = told and all(d is not None and d[1] < own[0] for d in told)
    return reply.about(phase=ANOTHER) if before else reply


def _same_place(one: str, other: str) -> bool:
    a, b = fold(one), fold(other)
    if (LISTED in one) != (LISTED in other):
        return False  # a town is a part of two together
    if one.startswith(UNNAMED) or other.startswith(UNNAMED):
        return a == b  # "the north stand" is spelled much like the south one
    return a in b or b in a or fuzz.ratio(a, b) >= SAME_PLACE


def _openings(place: str) -> Sequence[str]:
    """Return how the words of a place begin: spellings of one place share one of them."""
    return tuple({word[:OPENING] for word in re.split(r"\W+", fold(place)) if word}) or ("",)


def _same_days(one: str, other: str) -> bool:
    (first, last), (begun, over) = ends(one), ends(other)
    if bool(last) != bool(over) and first != begun:
        return False  # "on Tuesday" is a part of "since March"
    return not ((first and over and first > over) or (begun and last and begun > last))
