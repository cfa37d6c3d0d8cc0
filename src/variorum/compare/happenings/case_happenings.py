"""The happenings of a case: what each group of reports is about, and what they tell beside it.

What a group of reports is about is one happening. What they tell of another place, another time or
an event before it is a happening of its own, and part of what those reports tell.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.compare.happenings.event_groups import DECIDED, group_of_claim
from variorum.edtf import one_day
from variorum.grouping import distinct, grouped
from variorum.model import Actor, Claim, Document, Happening, content_id
from variorum.wording import count, joined

# Who takes part is named by half of the reports; so many of them are shown.
MOST_SHOWN = 4
EVENT = "event"
Aside = tuple[str, str, str]
"""How something differs from what its reports are about: its place, its days, its phase."""
PLAIN: Aside = ("", "", "")
BY_HAND = "A person decided that its claims tell of it."


@dataclass(frozen=True)
class Told:
    """What one claim tells of: the event of its report, and how it differs from it."""

    claim: str
    group: str
    aside: Aside
    kind: str


def happening_id(group: str, aside: Aside = PLAIN) -> str:
    """Return the id of what is told in a group of reports, or beside it."""
    return content_id("happening", group, *aside)


def happenings(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    group_of: Mapping[str, str],
    told: Iterable[Told],
    actors: Iterable[Actor],
) -> tuple[Happening, ...]:
    """Return the happenings, the main one first; every claim belongs to one.

    Args:
        documents: the documents of the case.
        claims: their claims.
        group_of: the event of each document; that of the main one is "".
        told: what the numbers of the claims tell of.
        actors: the actors of the case.
    """
    of_claim = grouped((one.claim, one) for one in told)
    members: dict[tuple[str, Aside], list[Claim]] = defaultdict(list)
    kinds: dict[tuple[str, Aside], Counter[str]] = defaultdict(Counter)
    order = {document.id: place for place, document in enumerate(documents)}
    tellers: dict[str, set[int]] = defaultdict(set)
    for document in documents:
        members.setdefault((group_of[document.id], PLAIN), [])
        tellers[group_of[document.id]].add(order[document.id])
    for claim in claims:
        group = group_of_claim(claim, group_of)
        asides = {one.aside for one in of_claim.get(claim.id, ())}
        # A claim that tells of several things is one of those its reports are about.
        key = (group, asides.pop() if len(asides) == 1 else PLAIN)
        members[key].append(claim)
        tellers[group].add(order[claim.document])
        kinds[key].update(one.kind for one in of_claim.get(claim.id, ()) if one.kind)
    reports = {group: [documents[place] for place in sorted(t)] for group, t in tellers.items()}
    named = _named(actors)
    found = [
        _happening(key, own, kinds[key], reports[key[0]], named) for key, own in members.items()
    ]
    return tuple(sorted(found, key=lambda h: (not h.main, -len(h.documents), -len(h.claims), h.id)))


def _named(actors: Iterable[Actor]) -> dict[str, list[str]]:
    """Return the labels of the actors that each document names."""
    by_label = {actor.label: {span.document for span in actor.mentions} for actor in actors}
    return grouped((document, label) for label, own in by_label.items() for document in own)


def _happening(
    key: tuple[str, Aside],
    claims: Sequence[Claim],
    kinds: Counter[str],
    reports: Sequence[Document],
    named: Mapping[str, Sequence[str]],
) -> Happening:
    group, aside = key
    own = {claim.document for claim in claims} if aside != PLAIN else {d.id for d in reports}
    place, window, phase = aside
    places = (place,) if place else _places(claims, len(own))
    when = window or _when(claims)
    least = max(2, len(own) / 2)
    often = Counter(label for document in own for label in named.get(document, ()))
    ranked = sorted((-times, label) for label, times in often.items() if times >= least)
    participants = tuple(label for _, label in ranked[:MOST_SHOWN])
    told = [*places[:1], *([when] if when else []), *([phase] if phase else [])]
    named_by_hand = group.removeprefix(DECIDED) if group.startswith(DECIDED) else ""
    return Happening(
        id=happening_id(group, aside),
        kind=kinds.most_common(1)[0][0] if kinds else EVENT,
        label=named_by_hand or ", ".join(told) or (reports[0].title or reports[0].name),
        main=not group and aside == PLAIN,
        part_of=happening_id(group) if aside != PLAIN else None,
        when=when,
        places=places,
        participants=participants,
        documents=tuple(d.id for d in reports if d.id in own),
        claims=tuple(claim.id for claim in claims),
        because=BY_HAND if named_by_hand else _because(aside, len(own)),
    )


def _because(aside: Aside, reports: int) -> str:
    if aside == PLAIN:
        return f"{count(reports, 'report')} share words, names, places, days and numbers."
    place, window, phase = aside
    other = [part for part in (place and f"in {place}", window and f"at {window}", phase) if part]
    return f"Its words say that it was {joined(other)}, not what its reports are about."


def _places(claims: Sequence[Claim], reports: int) -> tuple[str, ...]:
    """Return the places that most of the reports name, the most told first."""
    told = distinct(
        (place.known_as or place.name, claim.document) for claim in claims for place in claim.places
    )
    ranked = sorted(told, key=lambda name: (-len(told[name]), name))
    return tuple(name for name in ranked if len(told[name]) * 2 >= reports)[:MOST_SHOWN]


def _when(claims: Sequence[Claim]) -> str | None:
    """Return the day that most reports tell, if two tell it."""
    told = distinct(
        (when.edtf, claim.document)
        for claim in claims
        for when in claim.when
        if one_day(when.edtf) is not None
    )
    best = min(told, key=lambda day: (-len(told[day]), day), default=None)
    return best if best and len(told[best]) > 1 else None
