"""Agreements across reports: what many tell of one deal, its terms side by side."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from babel import Locale

from variorum.compare.actors.case_actors import Cast
from variorum.compare.actors.sides import Sides, content_words
from variorum.compare.compliance.authenticity import Doubts, authenticity, doubts
from variorum.compare.compliance.joined_terms import (
    bans_attacks,
    first_told,
    joined_term,
    joined_terms,
)
from variorum.edtf import days
from variorum.grouping import grouped
from variorum.language.word_lists import words
from variorum.language.words.nations import state_named
from variorum.model import (
    Agreement,
    AgreementForm,
    AgreementStage,
    AgreementTelling,
    AgreementType,
    Claim,
    Clause,
    Document,
    Domain,
    Modality,
    Pact,
    Place,
    Term,
    content_id,
)

# Types that reports of one deal may give it: a withdrawal of fighters is an evacuation to others.
FAMILIES = (
    frozenset({"evacuation", "withdrawal", "access", "other"}),
    frozenset({"exchange", "release", "other"}),
    frozenset({"shipment", "access", "other"}),
    frozenset({"ceasefire", "de-escalation"}),
    frozenset({"inspection", "other"}),
)
NEAR = timedelta(days=90)
STATES = words("language", "state_words")
SAME_DAY = timedelta(days=7)
# So many letters of a word are the same however it is spelled.
KEY = 4
COUNTRIES = Locale("en").territories
UNKNOWN_STAGE, UNKNOWN_FORM = AgreementStage.UNCLEAR, AgreementForm.UNCLEAR
# Of these the first telling that has it counts.
FIRST_TOLD = ("reached", "start", "duration", "entry", "renewal", "place")


@dataclass(frozen=True)
class _Told:
    """One claim's telling of an agreement, with what else the case knows of the report."""

    claim: Claim
    pact: Pact
    document: Document
    terms: tuple[tuple[Claim, Clause], ...]
    places: tuple[Place, ...]
    """All places that the claims of its report name."""

    @property
    def key(self) -> tuple[str, int]:
        return self.document.id, self.pact.number


def agreements(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    origin_of: Mapping[str, str],
    people: Cast,
) -> tuple[Agreement, ...]:
    """Return the agreements that the claims tell of, each with its terms, without compliance.

    Two reports tell of one agreement where its kind, its parties and its dates, as far as they are
    told, fit together and at least one of them is shared. Terms that state one thing differently
    are kept side by side.
    """
    told = _gathered(claims, documents)
    sides = Sides(people.actors)
    doubted = doubts(claims)
    found = [_agreement(group, origin_of, sides, doubted) for group in _joined(told, sides)]
    return tuple(sorted(found, key=lambda a: (-len(a.terms), -len(a.documents), a.id)))


def _gathered(claims: Sequence[Claim], documents: Mapping[str, Document]) -> list[_Told]:
    terms = grouped(
        ((claim.document, clause.agreement or 0), (claim, clause))
        for claim in claims
        if claim.part_of is None
        for clause in claim.clauses
    )
    places: dict[str, tuple[Place, ...]] = defaultdict(tuple)
    for claim in claims:
        places[claim.document] += claim.places
    for row in terms.values():
        row.sort(key=lambda pair: pair[1].span.start)
    return [
        _Told(
            claim,
            pact,
            documents[claim.document],
            tuple(terms.get((claim.document, pact.number), ())),
            places[claim.document],
        )
        for claim in claims
        if claim.part_of is None
        for pact in claim.pacts
    ]


def _joined(told: Sequence[_Told], sides: Sides) -> list[list[_Told]]:
    """Return the tellings by agreement; a telling joins a group where it fits every one of it.

    Only groups that share a word of a party, a name or a day with a telling are asked.
    """
    groups: list[list[_Told]] = []
    by_key: dict[str, set[int]] = defaultdict(set)
    for one in sorted(told, key=lambda one: -_knows(one.pact)):
        keys = _keys(one)
        asked = sorted({n for key in keys for n in by_key.get(key, ())})
        fits = [n for n in asked if _fits(one, groups[n], sides)]
        if fits:
            groups[max(fits, key=lambda n: len(groups[n]))].append(one)
        else:
            at = len(groups)
            groups.append([one])
        for key in keys:
            by_key[key].add(at)
    return groups


def _fits(one: _Told, group: Sequence[_Told], sides: Sides) -> bool:
    return all(
        _may_be(one, other) and other.document.id != one.document.id for other in group
    ) and any(_is_same(one, other, sides) for other in group)


def _keys(one: _Told) -> frozenset[str]:
    """Return what tellings of one agreement share one of, in spite of spellings and short names."""
    pact = one.pact
    days_told = {f"{name} {day}" for name, day in (("from", pact.start), ("to", pact.end)) if day}
    words = {word for party in pact.parties for word in content_words(party)}
    words |= {word for name in _names(one) for word in content_words(name)}
    initials = {"".join(w[0] for w in re.findall(r"\b[A-Z]\w*", p)).lower() for p in pact.parties}
    return frozenset(days_told | {word[:KEY] for word in words} | initials - {""})


def _knows(pact: Pact) -> int:
    known = sum(bool(v) for v in (pact.reached, pact.start, pact.end))
    return known * 2 + len(pact.parties) + (pact.type is not AgreementType.OTHER)


def _may_be(one: _Told, other: _Told) -> bool:
    """Return whether nothing told keeps two tellings from being of one agreement."""
    a, b = one.pact, other.pact
    if a.type is not b.type and not any({a.type.value, b.type.value} <= row for row in FAMILIES):
        return False
    renewed = AgreementStage.RENEWAL in {a.stage, b.stage}
    for x, y in ((a.start, b.start), (None, None) if renewed else (a.end, b.end)):
        if x and y and _apart(x, y) > SAME_DAY:
            return False
    return not (a.reached and b.reached and _apart(a.reached, b.reached) > SAME_DAY)


def _is_same(one: _Told, other: _Told, sides: Sides) -> bool:
    """Return whether something told shows that two tellings are of one agreement."""
    a, b = one.pact, other.pact
    if any(x and x == y for x, y in ((a.start, b.start), (a.end, b.end))):
        return True
    told = [[d for d in (t.pact.reached, t.document.published) if d] for t in (one, other)]
    if all(told) and min(_apart(x, y) for x in told[0] for y in told[1]) > NEAR:
        return False
    shared = sum(any(_is_one(x, y, sides) for y in b.parties) for x in a.parties)
    known = _names(one) & _names(other)
    if shared > 1 or (shared == 1 and known):
        return True
    if min(len(a.parties), len(b.parties)) > 1:
        return len(known) > 1
    return bool(known)


def _is_one(one: str, other: str, sides: Sides) -> bool:
    """Return whether two parties may be one: "the federal government" is any state's own."""
    plain = ["government" in (told := content_words(n)) and told <= STATES for n in (one, other)]
    return sides.same(one, other) or (
        any(plain) and all(p or state_named(n) for p, n in zip(plain, (one, other), strict=True))
    )


def _names(one: _Told) -> frozenset[str]:
    """Return the actors and places that the claim about an agreement names."""
    told = [one.claim, *(claim for claim, _ in one.terms)]
    named = {mention.full.lower() for claim in told for mention in claim.actors}
    placed = {(p.known_as or p.name).lower() for claim in told for p in claim.places}
    return frozenset(named | placed)


def _apart(one: str, other: str) -> timedelta:
    a, b = days(one), days(other)
    if a is None or b is None:
        return timedelta(0)
    return max(timedelta(0), a[0] - b[1], b[0] - a[1])


def _agreement(
    group: Sequence[_Told], origin_of: Mapping[str, str], sides: Sides, doubted: Doubts
) -> Agreement:
    ordered = sorted(group, key=lambda one: (-_knows(one.pact), one.document.path or "", one.key))
    mediators, pacts = _brought_together([one.pact for one in ordered], sides)
    parties = max(
        (pact.parties for pact in pacts),
        key=lambda names: (len(names), sum(map(_is_proper, names))),
    )
    terms = joined_terms([one.terms for one in ordered], origin_of, sides, parties)
    if _type(pacts) is AgreementType.CEASEFIRE and not any(map(bans_attacks, terms)):
        places = [place for one in ordered for place in one.places]
        if len(parties) > 1 and not _is_held_by_others(places, parties):
            terms = (*terms, _implied(ordered[0], origin_of, sides, parties))
    return Agreement(
        id=content_id("agreement", ordered[0].claim.id, ordered[0].pact.number),
        label=_label(pacts, parties),
        type=_type(pacts),
        parties=parties,
        mediators=mediators,
        end=max((p.end for p in pacts if p.end and p.stage is AgreementStage.RENEWAL), default=None)
        or first_told(pact.end for pact in pacts),
        stage=next((p.stage for p in pacts if p.stage is not UNKNOWN_STAGE), UNKNOWN_STAGE),
        form=next((p.form for p in pacts if p.form is not UNKNOWN_FORM), UNKNOWN_FORM),
        **{name: first_told(getattr(pact, name) for pact in pacts) for name in FIRST_TOLD},
        monitoring=tuple(place for pact in pacts for place in pact.monitoring),
        claims=tuple(dict.fromkeys(one.claim.id for one in ordered)),
        documents=tuple(dict.fromkeys(one.document.id for one in ordered)),
        tellings=tuple(
            AgreementTelling(claim=one.claim.id, origin=origin_of.get(one.claim.id), pact=pact)
            for one, pact in zip(ordered, pacts, strict=True)
        ),
        rival=tuple(
            name
            for name in ("reached", "start", "end")
            if len({getattr(pact, name) for pact in pacts} - {None}) > 1
        ),
        terms=terms,
        **authenticity(doubted, (one.key for one in ordered)),
    )


def _is_proper(name: str) -> bool:
    """Return whether a name is one's own: not "the terrorist organization"."""
    return any(word[0].isupper() and word not in {"The", "A"} for word in name.split())


def _brought_together(pacts: Sequence[Pact], sides: Sides) -> tuple[tuple[str, ...], list[Pact]]:
    """Return the mediators that any telling knows, and the tellings without them as parties."""
    mediators: tuple[str, ...] = ()
    for name in (name for pact in pacts for name in pact.mediators):
        mediators = mediators if sides.any(name, mediators) else (*mediators, name)
    own = [tuple(p for p in pact.parties if sides.any(p, mediators) is None) for pact in pacts]
    return mediators, [
        pact.model_copy(update={"parties": parties})
        for pact, parties in zip(pacts, own, strict=True)
    ]


def _implied(
    one: _Told, origin_of: Mapping[str, str], sides: Sides, parties: tuple[str, ...]
) -> Term:
    """Return the term that a truce between named parties implies: they do not attack each other."""
    place = one.pact.span
    clause = Clause(
        agreement=one.pact.number,
        obligor="the parties",
        obligors=parties,
        modality=Modality.MUST_NOT,
        act="attack each other",
        predicate="attack",
        domain=Domain.MILITARY,
        span=place,
    )
    told = joined_term([(one.claim, clause)], origin_of, sides, parties)
    own = content_id("term", "implied", place.document, place.start, place.end)
    return told.model_copy(update={"id": own, "obligors": parties, "implied": True})


def _is_held_by_others(places: Iterable[Place], parties: tuple[str, ...]) -> bool:
    """Return whether states agreed on a truce elsewhere: the reports name no town of theirs."""
    states = {state_named(party) for party in parties}
    towns = {p.country for p in places if p.country and state_named(p.known_as or p.name) is None}
    around = {state_named(COUNTRIES.get(code, code)) for code in towns}
    return None not in states and bool(around) and around.isdisjoint(states)


def _type(pacts: Sequence[Pact]) -> AgreementType:
    told = Counter(pact.type for pact in pacts if pact.type is not AgreementType.OTHER)
    return told.most_common(1)[0][0] if told else AgreementType.OTHER


def _label(pacts: Sequence[Pact], parties: Sequence[str]) -> str:
    kind = _type(pacts)
    name = "agreement" if kind is AgreementType.OTHER else kind.value
    name = name if kind in {AgreementType.CEASEFIRE, AgreementType.OTHER} else f"{name} agreement"
    if len(parties) > 1:
        return f"{name[0].upper()}{name[1:]} between {', '.join(parties[:-1])} and {parties[-1]}"
    return f"{name[0].upper()}{name[1:]}" + (f" of {parties[0]}" if parties else "")
