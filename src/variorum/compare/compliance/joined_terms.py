"""Terms of one agreement across reports: what states the same obligation is one term."""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from variorum.compare.actors.sides import Sides
from variorum.compare.compliance.action_lexicon import load, stems
from variorum.compare.compliance.action_reading import meant, with_particle
from variorum.compare.compliance.obligations import MUTUAL
from variorum.language.word_lists import words
from variorum.model import Claim, Clause, Domain, Span, Telling, Term, content_id

ALIKE = 0.5
ALIKE_IN_DEED = 0.2
SETTING_UP, TELLING = words("agreements", "setting_up"), words("compare", "telling_others")
COMMON = words("compare", "stop_words") | words("compare", "common_bodies")
Told = tuple[Claim, Clause]
# Of these the first telling that has it counts.
FIRST_TOLD = ("quantity", "place", "condition", "exception", "due", "sequence")


def term_id(place: Span) -> str:
    """Return the id of a term by where it is told, whatever else the case holds."""
    return content_id("term", place.document, place.start, place.end)


def bans_attacks(term: Term) -> bool:
    """Return whether a term bans attacks, or orders what stops them."""
    clause = term.tellings[0].clause
    act = clause.gloss or clause.act
    deeds, _ = meant(with_particle(clause.predicate, act), act)
    return bool(deeds & {"fire", "hold_fire"})


def first_told(values: Iterable[Any]) -> Any:
    """Return the first value that is told, or None."""
    return next((value for value in values if value), None)


def joined_terms(
    told: Iterable[Sequence[Told]],
    origin_of: Mapping[str, str],
    sides: Sides,
    parties: tuple[str, ...],
) -> tuple[Term, ...]:
    """Return the terms of one agreement, those that several reports tell once.

    Args:
        told: the terms of each telling, each with the claim that holds it.
        origin_of: the origin of each claim.
        sides: tells which names are one side's.
        parties: who agreed.
    """
    groups: list[list[Told]] = []
    for terms in told:
        own: list[list[Told]] = []
        for pair in terms:
            fits = next((g for g in groups if _is_one_term(pair[1], g[0][1], sides)), None)
            if fits is None:
                own.append([pair])
            else:
                fits.append(pair)
        groups += own
    return tuple(joined_term(group, origin_of, sides, parties) for group in groups)


def _is_one_term(one: Clause, other: Clause, sides: Sides) -> bool:
    """Return whether two clauses of different reports state the same obligation."""
    told = one.obligors and other.obligors
    bound = not told or any(sides.any(name, other.obligors) for name in one.obligors)
    if not bound:
        return False
    a, b = stems(one.act), stems(other.act)
    if not a or not b:
        return False
    setting = one.predicate.split()[0] in SETTING_UP | TELLING
    if setting and one.modality is other.modality and _is_one_setting(one, other):
        return True
    alike = len(a & b) / min(len(a), len(b))
    union = len(a & b) / len(a | b)
    shared = load().of_verb(one.predicate) & load().of_verb(other.predicate)
    same_deed = bool(shared) or one.predicate == other.predicate
    if one.modality is not other.modality:
        return same_deed and union >= ALIKE
    if _is_one_going(one, other):
        return True
    return (alike >= ALIKE and union >= ALIKE_IN_DEED and len(a & b) > 1) or (
        same_deed and union >= ALIKE_IN_DEED
    )


def _is_one_setting(one: Clause, other: Clause) -> bool:
    """Return whether two tell of one thing that is set up, or that each tells the other.

    "Establish a hotline" and "set up a hot line and a joint room" are one term.
    """
    mutual = one.predicate == other.predicate and all(MUTUAL.search(c.act) for c in (one, other))
    things = [
        {*words_of, *(a + b for a, b in itertools.pairwise(words_of))}
        for words_of in (re.findall(r"\w{3,}", c.act.lower())[1:] for c in (one, other))
    ]
    set_up = other.predicate.split()[0] in SETTING_UP
    return mutual or bool(set_up and (things[0] & things[1]) - COMMON)


def _is_one_going(one: Clause, other: Clause) -> bool:
    """Return whether two tell the going of the same people, from and to no other place or day.

    "May leave", "may get out of Corr" and "may leave the capital" are one right.
    """
    acts = [meant(with_particle(c.predicate, c.act), c.act) for c in (one, other)]
    going = all("withdraw" in deeds and not turned for deeds, turned in acts)
    told = ("place", "due", "quantity")
    apart = any(
        (a := getattr(one, field)) and (b := getattr(other, field)) and a != b for field in told
    )
    return going and bool(one.obligors and other.obligors) and not apart


def joined_term(
    group: Sequence[Told], origin_of: Mapping[str, str], sides: Sides, parties: tuple[str, ...]
) -> Term:
    """Return the term that clauses tell, the first of them in its words."""
    claim, clause = group[0]
    others = [c for _, c in group]
    named = first_told(c.obligors for c in others) or ()
    names = tuple(sides.any(name, parties) or name for name in named)
    rival = [
        field
        for field in ("modality", "quantity", "due", "condition", "exception")
        if len({getattr(c, field) for c in others} - {None}) > 1
    ]
    return Term(
        id=term_id(clause.span),
        obligor=clause.obligor,
        obligors=names,
        beneficiary=clause.beneficiary,
        modality=clause.modality,
        act=clause.act,
        object=clause.object,
        **{name: first_told(getattr(c, name) for c in others) for name in FIRST_TOLD},
        domain=next((c.domain for c in others if c.domain is not Domain.UNCLEAR), Domain.UNCLEAR),
        span=clause.span,
        claim=claim.id,
        tellings=tuple(
            Telling(claim=c.id, origin=origin_of.get(c.id), clause=told) for c, told in group
        ),
        rival=tuple(rival),
    )
