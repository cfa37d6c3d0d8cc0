"""Claims get the measures, times, places and names that stand in their words."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from spacy.tokens import Doc

from variorum.language import parsing
from variorum.language.backends import Readers
from variorum.model import (
    Claim,
    Document,
    FigureRole,
    Measure,
    Mention,
    Place,
    Proposition,
    Stance,
    When,
)
from variorum.normalise.actors.actors import actors
from variorum.normalise.measures.measures import measures
from variorum.normalise.measures.parts import parted
from variorum.normalise.measures.quantity_measures import PEOPLE, UNSAID, with_event
from variorum.normalise.places.places import places
from variorum.normalise.places.routes import with_stops
from variorum.normalise.propositions import propositions
from variorum.normalise.scene.scene_roles import in_scene
from variorum.normalise.times.dates import dates
from variorum.taxonomy import load

PROPOSITIONS = Readers({"english": propositions})

DENIED_WITHIN = 6  # A denial denies the numbers among so many words of its beginning

Found = TypeVar("Found", Measure, Place, When, Mention, Proposition)


@dataclass(frozen=True)
class Values:
    """What the words of one document mean, wherever they stand in it."""

    measures: tuple[Measure, ...]
    whens: tuple[When, ...]
    places: tuple[Place, ...]
    actors: tuple[Mention, ...]
    propositions: tuple[Proposition, ...]


def normalise(claims: Iterable[Claim], document: Document, doc: Doc | None = None) -> list[Claim]:
    """Return the claims with the measures, whens, places and names that lie in their content.

    A measure inside nested claims belongs to the inner and the outer one alike. A claim that counts
    several things is followed by a part for each further one.
    """
    doc = parsing.parse(document) if doc is None else doc
    return in_parts(in_scene(with_values(claims, values(document, doc)), document, doc))


def values(document: Document, doc: Doc | None = None) -> Values:
    """Return the values that stand in a document; `doc` is its parse, made here where None."""
    doc = parsing.parse(document) if doc is None else doc
    times = [when for when in dates(document, doc) if when.dated or when.timex_type != "DURATION"]
    whens = [when for when in times if when.dated]
    named = with_stops(places(document, doc), document, doc)
    told = PROPOSITIONS.of(document)
    return Values(
        measures=tuple(measures(document, doc, times, named)),
        whens=tuple(whens),
        places=tuple(named),
        actors=tuple(actors(document, doc, named)),
        propositions=tuple(told(document, doc, whens, named)) if told else (),
    )


def with_values(claims: Iterable[Claim], values: Values) -> list[Claim]:
    """Return the claims, without parts, each with the values that lie in its content."""
    counted, timed, placed = (
        _Mentions(values.measures),
        _Mentions(values.whens),
        _Mentions(values.places),
    )
    people, stated = _Mentions(values.actors), _Mentions(values.propositions)
    whole = [claim for claim in claims if claim.part_of is None]
    made = _of_halves([_counting(claim, counted.within(claim)) for claim in whole])
    made = [_in_own_time(claim, timed) for claim in made]
    return [
        claim.model_copy(
            update={
                "when": timed.within(claim),
                "places": placed.within(claim),
                "actors": people.within(claim),
                "propositions": stated.within(claim),
            }
        )
        for claim in made
    ]


def _counting(claim: Claim, found: tuple[Measure, ...]) -> Claim:
    """Return a claim with its measures, whose noun is not who tells it."""
    teller = claim.speaker.span.exact if claim.speaker.span else ""
    told = " ".join(span.exact for span in claim.content)
    own = (
        m.model_copy(update={"noun": "", "kind": _plain(m)})
        if m.noun and m.noun in teller and m.noun not in told
        else m
        for m in found
    )
    denies = claim.stance is Stance.DENIES
    told_of = (_given(claim, m) if denies else m for m in own)
    return claim.model_copy(update={"measures": tuple(told_of)})


def _given(claim: Claim, measure: Measure) -> Measure:
    """Return a number of a denial as known where it stands too far on to be what is denied.

    "Denied that 40 had died" denies the 40; "denied a role in the raid in which 40 died" does not.
    """
    part = next(s for s in claim.content if s.start <= measure.span.start < s.end)
    before = part.exact[: measure.span.start - part.start].split()
    if len(before) <= DENIED_WITHIN or measure.role is not FigureRole.FIGURE:
        return measure
    return measure.model_copy(update={"role": FigureRole.WHOLE})


def _in_own_time(claim: Claim, timed: _Mentions[When]) -> Claim:
    """Return a claim whose measures have no window by the day on which it was told."""
    own = {when.edtf for when in timed.within(claim)}
    told = {when.edtf for when in timed.beside(claim)} - own if claim.cue else set()
    if not any(measure.scope.window in told for measure in claim.measures):
        return claim
    kept = (
        m.model_copy(update={"scope": m.scope.model_copy(update={"window": None})})
        if m.scope.window in told
        else m
        for m in claim.measures
    )
    return claim.model_copy(update={"measures": tuple(kept)})


def _of_halves(claims: list[Claim]) -> list[Claim]:
    """Return the claims: in "X counted 30 dead and the police 45" both count the same."""
    made = list(claims)
    for i, (one, two) in enumerate(pairwise(claims)):
        both = [*one.measures, *two.measures]
        single = [len(one.measures), len(two.measures)] == [1, 1]
        if one.cue is None or one.cue != two.cue or not single or any(m.unit for m in both):
            continue
        bare, full = (i, both[1]) if not both[0].noun and both[1].noun else (i + 1, both[0])
        if not made[bare].measures[0].noun:
            told = with_event(made[bare].measures[0], full.scope.event, kind=full.kind)
            made[bare] = made[bare].model_copy(update={"measures": (told,)})
    return made


def _plain(measure: Measure) -> str:
    """Return the kind of a measure without its noun: people where it happens to people."""
    event = measure.scope.event
    return PEOPLE if event and load().can_befall(event, PEOPLE) else UNSAID


def in_parts(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims; a part for each further thing follows one that counts several."""
    return parted(list(claims), load())


class _Mentions(Generic[Found]):
    """Mentions by where they start, so that each claim looks at its own stretch of text only."""

    def __init__(self, mentions: Iterable[Found]) -> None:
        self._mentions: list[Found] = sorted(mentions, key=lambda m: (m.span.start, m.span.end))
        self._starts: list[int] = [mention.span.start for mention in self._mentions]

    def beside(self, claim: Claim) -> list[Found]:
        """Return the mentions within forty characters of the cue and speaker of `claim`."""
        told = [span for span in (claim.cue, claim.speaker.span) if claim.cue and span]
        low, high = min((s.start for s in told), default=0), max((s.end for s in told), default=0)
        first = bisect.bisect_left(self._starts, low - 40)
        return self._mentions[first : bisect.bisect_left(self._starts, high + 40)] if told else []

    def within(self, claim: Claim) -> tuple[Found, ...]:
        """Return the mentions that lie in the content of `claim`, in order of their place."""
        found: list[Found] = []
        for part in sorted(claim.content, key=lambda span: span.start):
            first = bisect.bisect_left(self._starts, part.start)
            last = bisect.bisect_left(self._starts, part.end)
            found += [m for m in self._mentions[first:last] if m.span.end <= part.end]
        return tuple(dict.fromkeys(found))
