"""Statements of all documents set in the case: actors by one name, topics that are not told filled.

Two statements meet where they have the same predicate and are of the same things; an argument that
is not told is that of the others.
"""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from variorum.compare.actors.case_actors import Cast
from variorum.compare.happenings.event_groups import ONE_EVENT, group_of_claim
from variorum.compare.statements.charged import charged
from variorum.edtf import one_day
from variorum.statements.charges import is_party
from variorum.statements.doers import Doer
from variorum.statements.statement import CAUSED, DEEDS, NO_YEAR_YET, OCCURRED, Statement, has_mark
from variorum.statements.states import state_of

# Topics that name no thing: "the incident" is what most others are about.
WEEK, HALF_WEEK = 7, 3
Days = tuple[date, date]
UNTOLD = frozenset({"", "event"})


def settled(
    found: Iterable[Statement],
    people: Cast,
    group_of: Mapping[str, str] = ONE_EVENT,
    charges: Iterable[Statement] = (),
) -> list[Statement]:
    """Return the statements with each actor under the label of the case, and each topic told.

    Args:
        found: the statements of all documents, in order.
        people: the actors of the case.
        group_of: the event that each document tells of.
        charges: whom claims charge, and who denies it; only what is answered is kept.
    """
    labels = {actor.id: actor.label for actor in people.actors}

    def shown(doer: Doer, document: str) -> Doer:
        if not doer.written:
            return doer
        label = labels.get(people.actor_of(doer.written, document), doer.written)
        alone = label.casefold() == doer.role  # "the Coalition" is the coalition
        return replace(doer, name=doer.role if alone else label, written="")

    def named(said: Statement) -> Statement:
        document = said.claim.document
        doers = tuple(dict.fromkeys(_as_state(shown(doer, document)) for doer in said.doers))
        actor = said.actor and shown(said.actor, document)
        group = group_of_claim(said.claim, group_of)
        by = "" if is_party(said.charge) else said.charge
        charge = _as_state(shown(Doer(said.charge, written=by), document)).name
        return replace(said, doers=doers, actor=actor, event_group=group, charge=charge)

    answered = charged(map(named, charges), people)
    known = {(said.claim.id, said.family, said.holds) for said in answered}
    others = (s for s in map(named, found) if (s.claim.id, s.family, s.holds) not in known)
    return _as_one_matter(_with_topics(_on_weekdays(_with_years([*others, *answered]))))


def _as_one_matter(found: Sequence[Statement]) -> list[Statement]:
    """Return what did it, and who, as answers to one question each.

    Who destroyed the one thing that is named was behind the attack; where reports name several
    causes, whether one of them occurred is an answer to what the cause was.
    """
    deeds: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    causes: dict[str, dict[str, str]] = defaultdict(dict)
    for each in found:
        deeds[each.event_group][each.family, each.topic] += each.family in DEEDS
        causes[each.event_group] |= {
            d.name: each.topic for d in each.doers if each.family == CAUSED
        }

    def asked(each: Statement) -> Statement:
        told, known = +deeds[each.event_group], causes[each.event_group]
        if each.family in DEEDS and len(told) == len(DEEDS):
            (family, topic), _ = told.most_common(1)[0]
            return replace(each, family=family, topic=topic)
        if each.family == OCCURRED and len(known) > 1 and each.topic in known:
            return replace(each, family=CAUSED, topic=known[each.topic], doers=(Doer(each.topic),))
        return each

    return [asked(each) for each in found]


def _as_state(doer: Doer) -> Doer:
    """Return who did it by the country, where it is a state or its forces."""
    state = "" if doer.name == doer.role else state_of(doer.name, "en")
    return replace(doer, name=state) if state else doer


def _with_years(found: Sequence[Statement]) -> list[Statement]:
    """Return them with each day that tells no year in the year that most of its event tell."""
    years: dict[str, Counter[int]] = defaultdict(Counter)
    for each in found:
        told = (
            [each.days[0]] if each.days else [d for w in each.claim.when if (d := one_day(w.edtf))]
        )
        years[each.event_group].update(d.year for d in told if d.year != NO_YEAR_YET)
    settled: list[Statement] = []
    for each in found:
        known = next((year for year, _ in years[each.event_group].most_common(1)), NO_YEAR_YET)
        days = each.days and (_in_year(each.days[0], known), _in_year(each.days[1], known))
        if days is None or days[0].year != NO_YEAR_YET:
            beside = frozenset(_in_year(day, known) for day in each.beside)
            settled.append(replace(each, days=days, beside=beside))
    return settled


def _in_year(day: date, year: int) -> date:
    """Return a day that tells no year in that year: 29 February of a short one as the 28th."""
    short = min(day.day, monthrange(year, day.month)[1])
    return day.replace(year=year, day=short) if day.year == NO_YEAR_YET else day


def main_days(found: Iterable[Statement]) -> dict[str, Days | None]:
    """Return the day that most reports tell of what the case is about, by event, if one does."""
    told: dict[str, dict[Days, set[str]]] = defaultdict(lambda: defaultdict(set))
    for said in found:
        if said.days and has_mark(said.family, "dated"):
            told[said.event_group][said.days].add(said.claim.document)
    mains: dict[str, Days | None] = {}
    for group, reports in told.items():
        ranked = sorted(reports, key=lambda day: (-len(reports[day]), day))
        most = [day for day in ranked if len(reports[day]) == len(reports[ranked[0]])]
        mains[group] = most[0] if len(most) == 1 and len(reports[most[0]]) > 1 else None
    return mains


def _on_weekdays(found: Sequence[Statement]) -> list[Statement]:
    """Return them with each day of the week as that next to the day that most reports tell."""
    mains = main_days(found)
    settled: list[Statement] = []
    for each in found:
        main = mains.get(each.event_group)
        if each.weekday is None:
            settled.append(each)
        elif main is not None:
            away = (each.weekday - main[0].weekday() + HALF_WEEK) % WEEK - HALF_WEEK
            day = main[0] + timedelta(days=away)
            settled.append(replace(each, days=main if main[0] <= day <= main[1] else (day, day)))
    return settled


def _with_topics(found: Sequence[Statement]) -> list[Statement]:
    """Return them with each topic that is not told set to the one most others are about.

    When it was is asked of the one thing that happened, whatever reports call it.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for each in found:
        counts[each.event_group, each.family][each.topic] += each.topic not in UNTOLD
    settled = []
    for each in found:
        ranked = counts[each.event_group, each.family].most_common()
        told = [topic for topic, _ in ranked if topic not in UNTOLD]
        one_thing = (each.days or each.hour) is not None and has_mark(each.family, "dated")
        known = (each.topic not in UNTOLD and not one_thing) or not told
        settled.append(each if known else replace(each, topic=told[0]))
    return [each for each in settled if each.topic]
