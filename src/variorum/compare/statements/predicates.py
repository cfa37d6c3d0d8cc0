"""Statements of any verb: who did it, when, where it led, and whether it was done at all.

The lexicon of statements knows some twenty predicates in thirteen languages; this reads any verb,
in English, from the propositions of the claims. It is told only where two reports answer in
different ways, and of those only ways that exclude each other by the grammar: yes and no of the
same thing, two who each did what one body does, two days of what happens once, two ends of one way.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from variorum.compare.markers.revisions import FIRST, marks_in
from variorum.compare.markers.statement_phrases import lexicon
from variorum.compare.statements.agents import Doer
from variorum.compare.statements.statements import DID, WHEN, WHERE, WHO, Statement
from variorum.edtf import days
from variorum.model import Argument, Certainty, Claim, Document, Proposition, SpeakerKind, Stance

__all__ = ["general"]

STATED = frozenset({Stance.ASSERTS, Stance.DENIES})
SURE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE, Certainty.CERTAINLY_NOT})
ONE_DAY = 1
BESIDE = 12
# Minutes within which two accounts of a time agree.
SAME_TIME = 20
NOBODY = frozenset({"", SpeakerKind.UNNAMED.value})
NEAR = 40
LOOK_BACK = 100
Bucket = tuple[str, str]


@dataclass(frozen=True)
class _Rows:
    """The rows of `predicates.yaml`."""

    rows: Mapping[str, Mapping[str, Any]]
    row_of: Mapping[str, str]
    anybody: frozenset[str]
    unsaid: frozenset[str]


@dataclass(frozen=True)
class _Told:
    """A proposition of a claim, its row, and its agent and patient by name."""

    claim: Claim
    proposition: Proposition
    row: str
    agent: str
    patient: str
    holds: bool

    @property
    def it(self) -> str:
        """What it happens to: the patient, else the one who does it."""
        return self.patient or self.agent


@functools.cache
def _rows() -> _Rows:
    text = resources.files(__package__).joinpath("predicates.yaml").read_text("utf-8")
    raw = yaml.safe_load(text)
    return _Rows(
        rows=raw["predicates"],
        row_of={word: name for name, row in raw["predicates"].items() for word in row["said"]},
        anybody=frozenset(raw["anybody"]),
        unsaid=frozenset(raw["unsaid"]),
    )


def general(
    claims: Iterable[Claim], documents: Mapping[str, Document], known: Sequence[Statement]
) -> list[Statement]:
    """Return the statements of any verb to which two reports give different answers.

    Args:
        claims: the claims, in order.
        documents: the case's documents by id.
        known: the statements that the lexicon found; what it reads is not read again.
    """
    read = {(said.claim.document, said.span.start // NEAR) for said in known}
    told = [
        one
        for claim in claims
        for one in _told(claim)
        if not _is_read(one, read) and not _is_early(one, documents[claim.document])
    ]
    buckets: dict[Bucket, list[_Told]] = defaultdict(list)
    for one in _innermost(told):
        if one.it:
            buckets[one.row, one.it].append(one)
    found: list[Statement] = []
    for members in buckets.values():
        if len({one.claim.document for one in members}) > 1:
            found += [
                *_did(members),
                *_who(members),
                *_when(members),
                *_where(members),
                *_clocks(members),
            ]
    order = {claim: place for place, claim in enumerate(documents)}
    return sorted(found, key=lambda s: (order[s.claim.document], s.span.start, s.key))


def _is_early(one: _Told, document: Document) -> bool:
    """Return whether it is told as what was said at first, which nobody need say any more."""
    start, end = one.proposition.span.start, one.claim.content[-1].end
    return FIRST in marks_in(document.text[max(0, start - LOOK_BACK) : end])


def _is_read(one: _Told, read: set[tuple[str, int]]) -> bool:
    """Return whether the lexicon has read these words, or those right beside them."""
    place = one.proposition.span.start // NEAR
    return any((one.claim.document, place + step) in read for step in (-1, 0, 1))


def _told(claim: Claim) -> Iterator[_Told]:
    stated = claim.stance in STATED and claim.certainty in SURE
    # "It was reported that" is nobody's word.
    hearsay = claim.speaker.kind is SpeakerKind.UNNAMED and claim.speaker.name in NOBODY
    if claim.part_of is not None or not stated or hearsay:
        return
    known = _rows()
    for proposition in (p for p in claim.propositions if not p.present):
        row = known.row_of.get(proposition.predicate, proposition.predicate)
        counted = any(_is_counted(a, claim) for a in (proposition.agent, proposition.patient))
        if row in known.unsaid or counted:
            continue
        yield _Told(
            claim=claim,
            proposition=proposition,
            row=row,
            agent=_name(proposition.agent, claim),
            patient=_name(proposition.patient, claim),
            holds=proposition.negated == (claim.stance is Stance.DENIES),
        )


def _is_counted(argument: Argument | None, claim: Claim) -> bool:
    """Return whether a measure counts it: how many, or whether any, is compared as a number."""
    return argument is not None and any(
        m.span.start < argument.span.end and argument.span.start - m.span.end <= BESIDE
        for m in claim.measures
        if m.unit is None
    )


def _name(argument: Argument | None, claim: Claim) -> str:
    """Return by which word an argument is told: its noun, its name, or who speaks of himself."""
    if argument is None:
        return ""
    if argument.pronoun:
        spoken = claim.speaker.kind is not SpeakerKind.DOCUMENT
        words = claim.speaker.name.casefold().split()
        return words[-1] if spoken and words else ""
    return argument.head.casefold()


def _innermost(found: Sequence[_Told]) -> list[_Told]:
    """Return one for the same verb: that of the claim nearest to who says so."""
    best: dict[tuple[str, int], _Told] = {}
    for one in found:
        place = (one.claim.document, one.proposition.span.start)
        if place not in best or len(one.claim.text) < len(best[place].claim.text):
            best[place] = one
    return list(best.values())


def _said(one: _Told, family: str, topic: str, actor: str = "", **more: Any) -> Statement:
    described = one.proposition.patient.modifiers if one.proposition.patient else ()
    place = one.proposition.place or " ".join(described)
    return Statement(
        one.claim, family, topic, one.proposition.span, actor=actor, place=place, **more
    )


def _asked(template: str, members: Sequence[_Told]) -> str:
    """Return a question about what it happens to, as the first report calls it."""
    first = next((one.proposition.patient or one.proposition.agent for one in members), None)
    shown = first.span.exact.split()[-1] if first and not first.pronoun else members[0].it
    named = first is not None and first.named
    plural = first is not None and not named and shown.casefold() != first.head
    words = template.replace("the {it}", shown) if named else template.replace("{it}", shown)
    return words.replace("{was}", "were" if plural else "was")


def _did(members: Sequence[_Told]) -> Iterator[Statement]:
    """Yield yes and no, where one report says that somebody did it and another that not."""
    of_nobody = [one for one in members if _is_of_nobody(one)]
    by_agent: dict[str, list[_Told]] = defaultdict(list)
    for one in members:
        by_agent[one.agent].append(one)
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


def _is_of_nobody(one: _Told) -> bool:
    """Return whether it is told that nobody did it, so that no one agent did it either."""
    told = one.proposition.agent
    nobody = told is not None and told.nobody and told.head.casefold() in {"nobody", "none"}
    nothing = one.proposition.patient is not None and one.proposition.patient.nobody
    return not one.holds and (nobody or (nothing and not one.agent))


def _other_day(one: _Told, others: Sequence[_Told]) -> bool:
    when = one.proposition.when
    days_told = {other.proposition.when for other in others if other.proposition.when}
    return bool(when and days_told and when not in days_told)


def _who(members: Sequence[_Told]) -> Iterator[Statement]:
    """Yield who did to a certain thing what one body alone does."""
    known = _rows()
    question = known.rows.get(members[0].row, {}).get("who")
    named = [
        one
        for one in members
        if one.holds and one.agent and one.agent not in known.anybody and _is_certain(one)
    ]
    if question and len({one.agent for one in named}) > 1:
        for one in named:
            roles = lexicon(True).role_of(one.agent)
            doer = Doer(one.agent, next(roles, ""), known=True)
            yield _said(one, WHO, _asked(question, members), doers=(doer,))


def _is_certain(one: _Told) -> bool:
    patient = one.proposition.patient
    return patient is not None and patient.definite and not patient.pronoun


def _when(members: Sequence[_Told]) -> Iterator[Statement]:
    """Yield the days of what happens once."""
    question = _rows().rows.get(members[0].row, {}).get("when")
    dated = [(one, told) for one in members if one.holds and (told := _day(one))]
    if question and len({told for _, told in dated}) > 1:
        for one, told in dated:
            yield _said(one, WHEN, _asked(question, members), days=told)


def _clocks(members: Sequence[_Told]) -> Iterator[Statement]:
    """Yield the times of day of what happens once; times near each other are one."""
    question = _rows().rows.get(members[0].row, {}).get("when")
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


def _day(one: _Told) -> Any:
    told = days(one.proposition.when) if one.proposition.when else None
    return told if told and (told[1] - told[0]).days < ONE_DAY else None


def _where(members: Sequence[_Told]) -> Iterator[Statement]:
    """Yield the places to which the same thing was taken."""
    question = _rows().rows.get(members[0].row, {}).get("where")
    led = [one for one in members if one.holds and one.proposition.toward]
    if question and len({one.proposition.toward for one in led}) > 1:
        for one in led:
            doer = Doer(str(one.proposition.toward), "", known=True)
            yield _said(one, WHERE, _asked(question, members), doers=(doer,))
