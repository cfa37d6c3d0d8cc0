"""Statements of any verb: who did it, when, where it led, and whether it was done at all.

A verb gives a question only where two reports answer in different ways, and of those only ways that
exclude each other by the grammar: yes and no of the same thing, two who each did what one body
does, two days of what happens once, two ends of one way.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from variorum.compare.happenings.event_groups import ONE_EVENT, group_of_claim
from variorum.edtf import days
from variorum.grouping import grouped
from variorum.language.word_lists import words
from variorum.statements.doers import Doer
from variorum.statements.predications import Predication, predicate_rows
from variorum.statements.statement import DID, WHEN, WHERE, WHO, Statement, has_mark
from variorum.statements.statement_phrases import lexicon

# Minutes within which two accounts of a time agree.
SAME_TIME = 20
NEAR = 40
UNNAMED_THINGS = words("compare", "unnamed_things")
Bucket = tuple[str, str, str]
"""An event of the case, what was done, and to what."""


def general(
    found: Iterable[Predication],
    known: Sequence[Statement],
    group_of: Mapping[str, str] = ONE_EVENT,
) -> list[Statement]:
    """Return the statements of any verb to which two reports give different answers.

    Args:
        found: what the verbs of all documents say was done, in the order of the documents.
        known: the statements that the lexicon found; what it reads is not read again.
        group_of: the event that each document tells of.
    """
    places = grouped(
        (has_mark(said.family, "dated"), (said.claim.document, said.span.start // NEAR))
        for said in known
    )
    read, timed = ({*places.get(dated, ())} for dated in (False, True))
    order: dict[str, int] = {}
    buckets: dict[Bucket, list[Predication]] = defaultdict(list)
    for one in found:
        order.setdefault(one.claim.document, len(order))
        if not _is_read(one, read) and one.it not in UNNAMED_THINGS:
            buckets[group_of_claim(one.claim, group_of), one.row, one.it].append(one)
    told: list[Statement] = []
    for (group, *_), members in buckets.items():
        # Whether it was done is asked of words as well that the lexicon has read for their time.
        undated = [one for one in members if not _is_read(one, timed)]
        rows = [(_did, members), (_who, undated), (_where, undated)]
        rows += [(_when, members), (_clocks, members)] if undated else []
        for way, own in rows:
            if len({one.claim.document for one in own}) > 1:
                told += [replace(said, event_group=group) for said in way(own)]
    return sorted(told, key=lambda s: (order[s.claim.document], s.span.start, s.key))


def _is_read(one: Predication, read: set[tuple[str, int]]) -> bool:
    """Return whether the lexicon has read these words, or those right beside them."""
    place = one.proposition.span.start // NEAR
    return any((one.claim.document, place + step) in read for step in (-1, 0, 1))


def _said(one: Predication, family: str, topic: str, actor: str = "", **more: Any) -> Statement:
    described = one.proposition.patient.modifiers if one.proposition.patient else ()
    place = one.proposition.place or " ".join(described)
    doer = Doer(actor) if actor else None
    return Statement(
        one.claim, family, topic, one.proposition.span, actor=doer, place=place, **more
    )


def _asked(template: str, members: Sequence[Predication]) -> str:
    """Return a question about what it happens to, as the first report calls it."""
    first = next((one.proposition.patient or one.proposition.agent for one in members), None)
    shown = first.span.exact.split()[-1] if first and not first.pronoun else members[0].it
    named = first is not None and first.named
    plural = first is not None and not named and shown.casefold() != first.head
    words = template.replace("the {it}", shown) if named else template.replace("{it}", shown)
    return words.replace("{was}", "were" if plural else "was")


def _did(members: Sequence[Predication]) -> Iterator[Statement]:
    """Yield yes and no, where one report says that somebody did it and another that not."""
    of_nobody = [one for one in members if _is_of_nobody(one)]
    by_agent = grouped((one.agent, one) for one in members)
    for agent, own in sorted(by_agent.items()):
        same = [*own, *(one for one in of_nobody if one.agent != agent)]
        yes = [one for one in same if one.holds]
        no = [one for one in same if not one.holds and not _other_day(one, yes)]
        if yes and no and len({one.claim.document for one in (*yes, *no)}) > 1:
            row = members[0].row
            template = f"{row} the {{it}}" if members[0].patient else row
            topic = _asked(template, yes)
            does = next((o.proposition.agent for o in yes if o.proposition.agent), None)
            shown = does.head if does is not None and does.named else agent
            for one in (*yes, *no):
                yield _said(one, DID, topic, shown, holds=one.holds)


def _is_of_nobody(one: Predication) -> bool:
    """Return whether it is told that nobody did it, so that no one agent did it either."""
    told = one.proposition.agent
    nobody = told is not None and told.nobody and told.head.casefold() in {"nobody", "none"}
    nothing = one.proposition.patient is not None and one.proposition.patient.nobody
    return not one.holds and (nobody or (nothing and not one.agent))


def _other_day(one: Predication, others: Sequence[Predication]) -> bool:
    when = one.proposition.when
    days_told = {other.proposition.when for other in others if other.proposition.when}
    return bool(when and days_told and when not in days_told)


def _who(members: Sequence[Predication]) -> Iterator[Statement]:
    """Yield who did to a certain thing what one body alone does."""
    known = predicate_rows()
    question = known.rows.get(members[0].row, {}).get("who")
    named = [
        one
        for one in members
        if one.holds and one.agent and one.agent not in known.anybody and _is_certain(one)
    ]
    # "The officer who shot him" may be the one whom others name.
    if any(_is_named(one) for one in named):
        named = [one for one in named if _is_named(one) or any(lexicon().role_of(one.agent))]
    if question and len({one.agent for one in named}) > 1:
        for one in named:
            roles = lexicon().role_of(one.agent)
            doer = Doer(one.agent, next(roles, ""), known=True)
            yield _said(one, WHO, _asked(question, members), doers=(doer,))


def _is_named(one: Predication) -> bool:
    return one.proposition.agent is not None and one.proposition.agent.named


def _is_certain(one: Predication) -> bool:
    """Return whether it is done to a certain thing: "the bridge"."""
    patient = one.proposition.patient
    return patient is not None and patient.definite and not patient.pronoun


def _happens_once(one: Predication) -> bool:
    """Return whether it is done to, or by a certain thing: "the bridge fell", "she resigned"."""
    agent = one.proposition.agent
    if one.proposition.patient or agent is None:
        return _is_certain(one)
    again = predicate_rows().rows.get(one.row, {}).get("again")
    return agent.definite and not agent.pronoun if again else agent.definite or agent.pronoun


def _when(members: Sequence[Predication]) -> Iterator[Statement]:
    """Yield the days of what happens once."""
    question = predicate_rows().rows.get(members[0].row, {}).get("when")
    held = (one for one in members if one.holds and _happens_once(one))
    dated = [(one, told) for one in held if (told := _day(one))]
    if question and len({told for _, told in dated}) > 1:
        for one, told in dated:
            yield _said(one, WHEN, _asked(question, members), days=told)


def _clocks(members: Sequence[Predication]) -> Iterator[Statement]:
    """Yield the times of day of what happens once; times near each other are one."""
    question = predicate_rows().rows.get(members[0].row, {}).get("when")
    timed = sorted(
        ((_minutes(one.proposition.clock), one) for one in members if one.proposition.clock),
        key=lambda row: (row[0], row[1].claim.id),
    )
    told = [(minutes, one) for minutes, one in timed if one.holds]
    if not question or not told or told[-1][0] - told[0][0] <= SAME_TIME:
        return
    first = told[0][0]
    for minutes, one in told:
        first = minutes if minutes - first > SAME_TIME else first
        doer = Doer(f"{first // 60:02d}:{first % 60:02d}", "", known=True)
        asked = _asked(question, members).replace("When ", "At what time ", 1)
        yield _said(one, WHEN, asked, doers=(doer,))


def _minutes(clock: str | None) -> int:
    hour, _, minute = (clock or "0:0").partition(":")
    return int(hour) * 60 + int(minute)


def _day(one: Predication) -> Any:
    told = days(one.proposition.when) if one.proposition.when else None
    return told if told and told[0] == told[1] else None


def _where(members: Sequence[Predication]) -> Iterator[Statement]:
    """Yield the places to which the same thing was taken."""
    question = predicate_rows().rows.get(members[0].row, {}).get("where")
    led = [one for one in members if one.holds and one.proposition.toward]
    if question and len({one.proposition.toward for one in led}) > 1:
        for one in led:
            doer = Doer(str(one.proposition.toward), "", known=True)
            yield _said(one, WHERE, _asked(question, members), doers=(doer,))
