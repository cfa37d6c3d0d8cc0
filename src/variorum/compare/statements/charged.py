"""Charges that the parties of a case make against each other, and what is denied of them.

Only what somebody who is charged answers is kept: "the army blames the rebels" and "the rebels
blame the army" are two answers to one question, while one who saw it may have seen another deed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from variorum.compare.actors.case_actors import Cast
from variorum.grouping import grouped
from variorum.statements.charges import STATE, UNTOLD, is_nation
from variorum.statements.statement import (
    ATTACKED,
    CHARGED,
    Statement,
    answers_charge,
    are_of_one_deed,
)

# What is destroyed is so by an attack.
_ONE = frozenset({"attack", "destruction"})


def charged(found: Iterable[Statement], people: Cast) -> list[Statement]:
    """Return the charges and denials that one of the parties charged answers.

    Args:
        found: all charges, with actors and events under the labels of the case.
        people: the actors of the case.
    """
    all_of = list(found)
    spoken: dict[str, Counter[str]] = defaultdict(Counter)
    for said in all_of:
        spoken[_voice(said, people)][said.charge] += bool(said.charge)
    placed = (
        said if said.charge else replace(said, charge=_most(+spoken[_voice(said, people)]))
        for said in all_of
    )
    groups = grouped((said.event_group, said) for said in placed)
    return [said for own in groups.values() for said in _answered(_of_topics(_of_parties(own)))]


def _voice(said: Statement, people: Cast) -> str:
    claim = said.claim
    return people.actor_of(claim.speaker.name, claim.document) or claim.speaker.name


def _most(counts: Counter[str]) -> str:
    return next((name for name, _ in counts.most_common(1)), "")


def _parties(said: Statement) -> set[str]:
    return {said.charge, *(doer.name for doer in said.doers)} - {""}


def _of_parties(own: Sequence[Statement]) -> list[Statement]:
    """Return the charges of one event with the state of its one nation as "government forces".

    Where it is of several nations, nobody tells whose "the army" is: such charges are left out.
    """
    nations = {name for said in own for name in _parties(said) if is_nation(name)}
    if len(nations) > 1:
        return [said for said in own if STATE not in _parties(said)]
    same = dict.fromkeys(nations, STATE)
    return [
        replace(
            said,
            charge=same.get(said.charge, said.charge),
            doers=tuple(replace(doer, name=same.get(doer.name, doer.name)) for doer in said.doers),
            target=same.get(said.target, said.target),
        )
        for said in own
    ]


def _of_topics(own: Sequence[Statement]) -> list[Statement]:
    """Return charges under the deed that most name, a denial under that charged with most."""
    counts = Counter(said.topic for said in own if said.holds and said.topic != UNTOLD)
    # Of two things that were destroyed, nobody says which the attack was.
    several = len({said.place for said in own if said.place}) > 1
    first = (not several and _most(counts)) or "attack"
    struck = _most(Counter({topic: n for topic, n in counts.items() if topic in _ONE}))
    as_one = {UNTOLD: first} | (dict.fromkeys(_ONE, struck) if struck and not several else {})
    named = [replace(said, topic=as_one.get(said.topic, said.topic)) for said in own]
    against: dict[str, Counter[str]] = defaultdict(Counter)
    for said in named:
        for doer in said.doers if said.holds else ():
            against[doer.name][said.topic] += 1

    def settled(said: Statement) -> Statement:
        known = against[said.doers[0].name]
        answers = not (said.holds or several) and known and said.topic not in known
        topic = _most(known) if answers else said.topic
        return replace(said, topic=topic, family=ATTACKED if topic == "attack" else CHARGED)

    return [settled(said) for said in named]


def _answered(own: Sequence[Statement]) -> list[Statement]:
    """Return those of which one is a charge and another the answer of whom it charges."""
    alike = {_what(said): said for said in own}
    accused = grouped(
        ((said.topic, doer.name), said) for said in alike.values() for doer in said.doers
    )
    kept: set[object] = set()
    for one in alike.values():
        named = {one.charge} if one.holds else {doer.name for doer in one.doers}
        for other in (o for name in named for o in accused.get((one.topic, name), ())):
            denied = not one.holds and one.doers == other.doers
            blames = one.holds and answers_charge(one, other) and are_of_one_deed(one, other)
            if other.holds and one.charge != other.charge and (denied or blames):
                kept |= {_what(one), _what(other)}
    return [said for said in own if _what(said) in kept or _stands(said)]


def _stands(said: Statement) -> bool:
    """Return whether it is told of a nation as one certain deed, which need not be answered."""
    return said.certain and all(is_nation(doer.name) for doer in said.doers)


def _what(said: Statement) -> tuple[object, ...]:
    """Return all that decides whether a charge is answered: few of many reports differ in it."""
    return (said.topic, said.holds, said.charge, said.doers, said.target, said.certain)
