"""Settling what each answer is about, so that only what measures the same thing is compared.

A report seldom repeats the place or the day in every sentence. An answer without one is taken to
speak of the place and day that most answers to its question name; an answer that names another
place or day differs in scope, and is kept apart.
"""

from __future__ import annotations

import functools
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from variorum.compare.happenings.event_groups import ONE_EVENT
from variorum.compare.quantities.answers import Reply
from variorum.compare.quantities.comparability import echoed
from variorum.compare.solver.constraints import Variable
from variorum.edtf import days, ends
from variorum.language.name_keys import fold
from variorum.model import Document
from variorum.statements.revisions import FIRST, marks_in
from variorum.statements.statement_phrases import lexicon
from variorum.taxonomy import Taxonomy

__all__ = ["happening_of", "question_key", "settle"]

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
# Where so many of the days lie together, long before the reports, the reports look back on them.
ONE_TIME = 0.8
FEW_DAYS = 3
# States that hold at a time, before or after what the case is about.
STATES = frozenset({"remained"})
BEFORE = "before"
ANOTHER = "in another such event"
STOPS = (". ", ".\n", "\n\n", "؟", "! ", "? ")
_NAME = re.compile(r"[^\W\d_]{3,}")


def question_key(variable: Variable) -> Variable:
    """Return the variable without the day it was counted on: what people call one question."""
    return replace(variable, as_of="")


def happening_of(variable: Variable) -> tuple[str, tuple[str, str, str]]:
    """Return the event that a variable belongs to, and how it differs from what that is about."""
    return variable.event_group, (variable.place, variable.window, variable.phase)


def settle(
    found: Sequence[Reply],
    documents: dict[str, Document],
    taxonomy: Taxonomy,
    group_of: Mapping[str, str] = ONE_EVENT,
) -> list[Reply]:
    """Return the replies with their events, places and days made comparable.

    Args:
        found: every reply.
        documents: the documents of the case by id.
        taxonomy: the kinds.
        group_of: the event that each document tells of; each is settled by itself.
    """
    reports: dict[str, dict[str, Document]] = defaultdict(dict)
    for document in documents.values():
        reports[group_of.get(document.id, "")][document.id] = document
    told: dict[str, list[Reply]] = defaultdict(list)
    for reply in found:
        group = group_of.get(reply.claim.document, "")
        told[group].append(replace(reply, variable=replace(reply.variable, event_group=group)))
    settled = [r for group, own in told.items() for r in _settled(own, reports[group], taxonomy)]
    order = {id(reply.measure): place for place, reply in enumerate(found)}
    return sorted(settled, key=lambda reply: order[id(reply.measure)])


def _settled(
    found: Sequence[Reply], documents: dict[str, Document], taxonomy: Taxonomy
) -> list[Reply]:
    """Return the replies of the reports of one event."""
    moved = echoed(_lasting([_moved(reply, taxonomy) for reply in found]), taxonomy)
    moved = _phased(_counted_for_rates(moved, taxonomy), documents)
    place = _Aspect(
        lambda v: v.place,
        _same_place,
        lambda v, x: replace(v, place=x),
        _known_places(documents),
        _openings,
    )
    window = _Aspect(
        lambda v: v.window,
        _same_days,
        lambda v, x: replace(v, window=x),
        _known_days(moved, documents),
    )
    windowed = _clustered(_clustered(moved, place), window)
    moving = taxonomy.growing | taxonomy.changing
    settled = [r for r in windowed if r.variable.event not in moving]
    return settled + _dated([r for r in windowed if r.variable.event in moving], documents)


def _moved(reply: Reply, taxonomy: Taxonomy) -> Reply:
    """Return the reply under the event and subject by which it compares.

    Who is in a convoy, moves: a container may imply an event. A length of time or way is that of
    its subject, whichever verb tells it.
    """
    variable = reply.variable
    if taxonomy.countable(variable.kind):
        event = taxonomy.implied_event(variable.event, variable.subject, variable.kind)
        subject = variable.subject if event in taxonomy.owned else ""
        return replace(reply, variable=replace(variable, event=event, subject=subject))
    if variable.kind.startswith(WITH_EVENT):
        return reply
    return replace(reply, variable=replace(variable, event=""))


def _lasting(found: Sequence[Reply]) -> list[Reply]:
    """Return the replies with "it took three days" told of what else the report times, if one."""
    timed: dict[str, set[str]] = defaultdict(set)
    for reply in found:
        if reply.variable.kind == "duration" and reply.variable.subject:
            timed[reply.claim.document].add(reply.variable.subject)

    def told(reply: Reply) -> Reply:
        subjects = timed[reply.claim.document]
        lasted = reply.measure.scope.event == "lasted" and reply.variable.kind == "duration"
        if reply.variable.subject or not lasted or len(subjects) != 1:
            return reply
        return replace(reply, variable=replace(reply.variable, subject=next(iter(subjects))))

    return [told(reply) for reply in found]


def _phased(found: Sequence[Reply], documents: dict[str, Document]) -> list[Reply]:
    """Return who was there before told apart from who remained after, and another such event's."""

    def told(reply: Reply) -> Reply:
        document = documents[reply.claim.document]
        words = lexicon(document.language == "en")
        if reply.variable.event in STATES and words.tells_before(_sentence(document, reply)):
            return replace(reply, variable=replace(reply.variable, phase=BEFORE))
        if reply.variable.event and words.tells_another(_clause(document, reply)):
            return replace(reply, variable=replace(reply.variable, phase=ANOTHER))
        return reply

    return [told(reply) for reply in found]


def _sentence(document: Document, reply: Reply) -> str:
    """Return the words around a number up to the stops on either side."""
    start, end = reply.measure.span.start, reply.measure.span.end
    first = max(document.text.rfind(stop, 0, start) for stop in STOPS) + 1
    after = [at for stop in STOPS if (at := document.text.find(stop, end)) >= 0]
    return document.text[first : min(after, default=len(document.text))]


def _clause(document: Document, reply: Reply) -> str:
    """Return the words around a number up to the commas and stops on either side."""
    start, end = reply.measure.span.start, reply.measure.span.end
    stops = (*STOPS, ", ", "; ", "، ")
    first = max(document.text.rfind(stop, 0, start) for stop in stops) + 1
    after = [at for stop in stops if (at := document.text.find(stop, end)) >= 0]
    return document.text[first : min(after, default=len(document.text))]


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
    told: dict[tuple[str, str], set[tuple[float | None, float | None]]] = defaultdict(set)
    for r in found:
        if is_bare(r):
            told[r.claim.document, r.variable.kind].add((r.low, r.high))

    def settled(reply: Reply) -> Reply:
        variable, document = reply.variable, reply.claim.document
        bare = is_bare(reply) and len(told[document, variable.kind]) == 1
        needed = any(
            document == where and taxonomy.within(variable.kind, per) for where, per in rates
        )
        if bare and needed:
            return replace(reply, variable=replace(variable, subject=document))
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
    keys: Callable[[str], Sequence[str]] = lambda _value: ("",)
    """What values held to be one have in common, so that not every two are compared."""

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
    labels = {group: _labels(values, everywhere, aspect) for group, values in told.items()}

    def labelled(reply: Reply) -> Reply:
        value = aspect.read(reply.variable)
        if not value:
            return reply
        label = labels[aspect.bare(reply.variable)][value]
        return replace(reply, variable=aspect.write(reply.variable, label))

    return [labelled(reply) for reply in found]


def _labels(values: Counter[str], everywhere: Counter[str], aspect: _Aspect) -> dict[str, str]:
    """Return what each value of one question is called: those of one cluster by one name.

    The case's own goes by no name.
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
    meant = next((c for c in clusters if aspect.of_case(tuple(sorted(c.values)))), None)
    return {value: "" if home is meant else home.label for value, home in home_of.items()}


def _known_places(documents: dict[str, Document]) -> Callable[[tuple[str, ...]], bool]:
    """Return the test of whether a place is the case's own: enough of its reports name it.

    A report names it in any of its spellings, "Aleppo" within "Aleppo city" being one; reports in
    another script than the place's name neither name it nor fail to.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    readable: dict[bool, set[str]] = {True: set(), False: set()}
    for document in documents.values():
        words = {fold(word) for word in _NAME.findall(document.text)}
        readable[_latin(words)].add(document.id)
        for word in words:
            holders[word].add(document.id)
    by_initial: dict[str, list[str]] = defaultdict(list)
    for word in holders:
        by_initial[word[:1]].append(word)

    @functools.cache
    def known(places: tuple[str, ...]) -> bool:
        if all(place.startswith(UNNAMED) for place in places):
            return False  # "the east" is a part of whatever the case is about
        names = {fold(name) for place in places for name in _NAME.findall(place)[:1]}
        able = readable[_latin(names)]
        naming: set[str] = set()
        for name in names:
            words = by_initial.get(name[:1], [])
            for word, *_ in process.extract(
                name, words, scorer=fuzz.ratio, score_cutoff=SAME_PLACE, limit=None
            ):
                naming |= holders[word]
        return len(naming & able) >= max(1.0, len(able) * PLACE_SHARE)

    return known


def _known_days(
    found: Sequence[Reply], documents: dict[str, Document]
) -> Callable[[tuple[str, ...]], bool]:
    """Return the test of whether days are the case's own: not long before the news of them.

    "The bombing of last November" told among the news of June is another event, unless the reports
    look back on that time.
    """
    published = [d for d in (days(x.published or "") for x in documents.values()) if d]
    first = min((d[0] for d in published), default=None)

    @functools.cache
    def near(windows: tuple[str, ...]) -> bool:
        return any(map(recent, windows))

    def recent(window: str) -> bool:
        told = days(window)
        return first is None or told is None or (first - told[1]).days <= LONG_AGO

    ends = sorted(d[1] for r in found if r.variable.window and (d := days(r.variable.window)))
    if len(ends) < FEW_DAYS or first is None:
        return near
    middle = ends[len(ends) // 2]
    together = sum(abs((end - middle).days) <= LONG_AGO for end in ends) >= len(ends) * ONE_TIME
    late = together and (first - middle).days > LONG_AGO
    return (lambda _windows: True) if late else near


def _latin(names: Iterable[str]) -> bool:
    """Return whether most of the names are written in Latin letters."""
    return statistics.fmean(name.isascii() for name in names or [""]) >= 1 / 2


def _same_place(one: str, other: str) -> bool:
    a, b = fold(one), fold(other)
    if one.startswith(UNNAMED) or other.startswith(UNNAMED):
        return a == b  # "the north stand" is spelled much like the south one
    return a in b or b in a or fuzz.ratio(a, b) >= SAME_PLACE


def _openings(place: str) -> Sequence[str]:
    """Return how the words of a place begin: spellings of one place share one of them."""
    return tuple({word[:OPENING] for word in re.split(r"\W+", fold(place)) if word}) or ("",)


def _same_days(one: str, other: str) -> bool:
    (first, last), (begun, over) = ends(one), ends(other)
    return not ((first and over and first > over) or (begun and last and begun > last))


def _dated(found: Sequence[Reply], documents: dict[str, Document]) -> list[Reply]:
    """Return counts that grow with time under the day they were given on.

    A toll is a count up to a day: the day the claim says it stood at ("by Monday"), else that of
    its section or report. The day on which people died is another matter: the event's own.
    """
    dated = []
    for reply in found:
        document = documents[reply.claim.document]
        section = document.section_at(reply.measure.span.start)
        scope = reply.measure.scope
        told = (section and section.published) or document.published
        earlier = scope.window and FIRST in marks_in(_sentence(document, reply))
        stated = scope.as_of or (scope.window if earlier else None) or told
        span = days(stated) if stated else None
        dated.append((reply, span[1].isoformat() if span else ""))
    latest = max((day for _, day in dated), default="")
    return [
        replace(reply, variable=replace(reply.variable, as_of=day or latest))
        for reply, day in dated
    ]
