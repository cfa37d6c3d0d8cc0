"""What a claim says without a number: the record, the question it answers, how it may change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from variorum.language.words.hours import Hour
from variorum.model import Claim, Span
from variorum.statements.doers import Doer, Doers
from variorum.statements.statement_phrases import lexicon
from variorum.wording import days_words, joined

# Statements of any verb: whether it was done, by whom, when, and where it led.
DID, WHO, WHEN, WHERE = "did", "who", "when", "where"
GENERAL = frozenset({DID, WHO, WHEN, WHERE})
OCCURRED, CAUSED, CHARGED = "occurred", "caused", "charged"
EVENTS = {
    OCCURRED: "Was there {topic}?",
    CAUSED: "What caused the {topic}?",
    CHARGED: "Who was behind the {topic}?",
}
# Who attacked, and who destroyed something by it.
DEEDS = (ATTACKED, RUINED) = ("fired", "destroyed")
CAUSES = frozenset({"an air strike", "a collision"})
# The year of a day whose report tells none.
NO_YEAR_YET = 4
# Topics of which there are several.
MANY = frozenset(
    {"talks", "shots", "deals", "chemical weapons", "rubber bullets", "cluster munitions"}
)
Key = tuple[str, ...]
"""Family, topic and actor; and the event, where it is not the main one of the case."""


@dataclass(frozen=True)
class Statement:
    """What one claim says without a number, and the words by which it says so."""

    claim: Claim
    family: str
    topic: str
    span: Span
    actor: Doer | None = None
    holds: bool = True
    doers: Doers = ()
    days: tuple[date, date] | None = None
    weekday: int | None = None
    """The day of the week, Monday being 0, where nothing tells of which week."""
    hour: Hour | None = None
    began: bool = False
    """Whether its words tell when it began."""
    beside: frozenset[date] = frozenset()
    """The days that its report tells besides, where it tells a day or hour."""
    place: str = ""
    """Where that was of which it is said, if the words right behind it tell."""
    event_group: str = ""
    """The event that its report tells of; the one most of the case is about has no name."""
    became: bool = False
    """Whether its words tell that it has become otherwise: "was made public"."""
    charge: str = ""
    """The state that lays it at another's door, where it is about something certain."""
    target: str = ""
    """The party that a deed was done to, where its words tell of people."""
    certain: bool = False
    """Whether it is told that somebody began it, or as one certain deed."""

    @property
    def words(self) -> str:
        """What it answers, in a word or two: yes, a day, or who."""
        if self.days is not None:
            return days_words(*self.days)
        if self.hour is not None:
            return self.hour.words
        if self.doers:
            named = joined(doer.name for doer in self.doers)
            return named if self.holds else f"not {named}"
        return "yes" if self.holds else "no"

    def of(self, *doers: Doer) -> Statement:
        """Return it as told of these."""
        return replace(self, doers=doers)

    @property
    def key(self) -> Key:
        """What makes two of them answers to one question."""
        group = (self.event_group,) if self.event_group else ()
        return (self.family, self.topic, self.actor.name if self.actor else "", *group)


def question_of(key: Key) -> str:
    """Return the question that statements of that key answer, as a person would ask it."""
    family, topic, actor, *_ = key
    if family == DID:
        who = actor if actor[:1].isupper() else f"the {actor}"
        return f"Did {who} {topic}?" if actor else f"Did anybody {topic}?"
    if family in GENERAL:
        return topic
    if family in EVENTS:
        return EVENTS[family].format(topic=topic or "disaster")
    asked = str(lexicon().families[family]["question"])
    words = asked.format(topic=topic or "matter", actor=actor).replace("the the ", "the ")
    return words.replace("Was ", "Were ", 1) if topic in MANY else words


def asks_what_did_it(family: str, topic: str) -> bool:
    """Return whether a question is of what caused something, or of who did it."""
    return family in {CAUSED, CHARGED, *DEEDS} or (family == OCCURRED and topic in CAUSES)


def answers_charge(one: Statement, other: Statement) -> bool:
    """Return whether one is what a party says whom the other makes the doer: it names another."""
    accused = {doer.name for doer in other.doers}
    return one.charge in accused and all(doer.name != one.charge for doer in one.doers)


def are_of_one_deed(one: Statement, other: Statement) -> bool:
    """Return whether two charges may be of one deed, or of who began.

    Each side of a war may have fired at the other: only one has begun it.
    """
    mutual = other.charge in {doer.name for doer in one.doers} and one.topic == "attack"
    return one.certain or other.certain or (not mutual and one.target == other.target)


def has_mark(family: str, mark: str) -> bool:
    """Return whether a family has a mark: it `fades`, `recurs` or is `dated`, or has its `own`."""
    return bool(_family(family).get(mark))


def changes(family: str) -> bool:
    """Return whether it may become so with time, so that a no may come before a yes."""
    return family == DID or bool(_family(family).get("changes"))


def is_of_one(family: str) -> bool:
    """Return whether one body alone did it, so that two who are named exclude each other.

    A truce may be broken by both of its parties.
    """
    row = _family(family)
    return row.get("asks", "who") == "who" and row.get("party") != "own"


def follows(family: str) -> str | None:
    """Return the family of what cannot have happened later than this, if any."""
    told: str | None = _family(family).get("follows")
    return told


def _family(family: str) -> Mapping[str, Any]:
    """Return the row of the lexicon; statements of any verb have none."""
    return {} if family in GENERAL or family in EVENTS else lexicon().families[family]
