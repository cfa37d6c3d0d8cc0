"""Questions that need no number, and which of them are answered in ways that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.compare.contradictions import gravity
from variorum.compare.doers import excludes
from variorum.compare.labels import says
from variorum.compare.scopes import days
from variorum.compare.statements import Key, Statement, changes, question_of
from variorum.model import (
    Answer,
    Contradiction,
    Document,
    Question,
    QuestionStatus,
    Rule,
    Scope,
    content_id,
)
from variorum.wording import joined

__all__ = ["disputes"]

Pair = tuple[Statement, Statement]
MOST_PAIRS = 2
WHY = {
    "yes": "it cannot be both so and not so",
    "who": "they name different doers, and can both be right only if these acted together",
    "when": "it cannot have been on both days",
}


@dataclass(frozen=True)
class _Case:
    origin_of: Mapping[str, str]
    documents: Mapping[str, Document]
    copied: frozenset[str]
    """The claims of documents that repeat another; an original speaks before them."""

    def rank(self, said: Statement) -> tuple[bool, bool, bool, str, str, int]:
        """Order speakers: an original before its copies, who says nothing else, who is named."""
        claim = said.claim
        published = self.documents[claim.document].published or "9999"
        more, narrated = bool(claim.measures), claim.form == "narrated"
        return (claim.id in self.copied, more, narrated, published, claim.id, said.span.start)

    def origin(self, said: Statement) -> str:
        return self.origin_of[said.claim.id]


def disputes(
    found: Sequence[Statement],
    origin_of: Mapping[str, str],
    documents: Mapping[str, Document],
    copied: frozenset[str],
) -> tuple[tuple[Question, ...], tuple[Contradiction, ...]]:
    """Return the questions that the statements answer, and the contradictions among the answers.

    Each contradiction names new voices, one on either side, and at most `MOST_PAIRS` are told of a
    question; whoever else gives one of their answers is listed with it.

    Args:
        found: what the claims say.
        origin_of: the origin of each claim; nobody is set against a copy of himself.
        documents: the case's documents by id.
        copied: the claims of documents that repeat another.
    """
    case = _Case(origin_of, documents, copied)
    groups: dict[Key, list[Statement]] = defaultdict(list)
    for each in found:
        groups[each.key].append(each)
    questions, contradictions = [], []
    for key, members in sorted(groups.items()):
        pairs = _pairs(members, case)
        questions.append(_question(key, members, bool(pairs), case))
        contradictions += [_contradiction(key, members, pair, case) for pair in pairs]
    return tuple(questions), tuple(contradictions)


def _pairs(members: Sequence[Statement], case: _Case) -> list[Pair]:
    """Return pairs that exclude each other, each of voices that no pair before it has."""
    free = sorted(members, key=case.rank)
    pairs: list[Pair] = []
    while len(pairs) < MOST_PAIRS:
        found = ((a, b) for a in free for b in free if a is not b and _conflict(a, b, case))
        pair = next(found, None)
        if pair is None:
            break
        told = {case.origin(said) for said in pair}
        free = [said for said in free if case.origin(said) not in told]
        pairs.append(pair if pair[0].holds else (pair[1], pair[0]))
    return pairs


def _conflict(one: Statement, other: Statement, case: _Case) -> bool:
    """Return whether two of different origins and reports exclude each other."""
    if case.origin(one) == case.origin(other) or one.claim.document == other.claim.document:
        return False
    if one.days is not None and other.days is not None:
        return one.days[1] < other.days[0] or other.days[1] < one.days[0]
    if one.doers or other.doers:
        if one.holds and other.holds:
            return excludes(one.doers, other.doers)
        # "The army did it" against "the army did not".
        return one.holds != other.holds and set(one.doers) == set(other.doers)
    return one.holds != other.holds and not _came_later(one, other, case)


def _came_later(one: Statement, other: Statement, case: _Case) -> bool:
    """Return whether what was not so when one said it may have become so before the other spoke."""
    if not changes(one.family):
        return False
    no, yes = (one, other) if other.holds else (other, one)
    told = [days(case.documents[said.claim.document].published or "") for said in (no, yes)]
    return told[0] is None or told[1] is None or told[0][1] < told[1][1]


def _id(key: Key) -> str:
    return content_id("question", *key)


def _answer(said: Statement) -> Answer:
    worded = said.doers or said.days is not None
    number = None if worded else float(said.holds)
    return Answer(claim=said.claim.id, span=said.span, low=number, high=number, standing="fact")


def _question(key: Key, members: Sequence[Statement], disputed: bool, case: _Case) -> Question:
    alone = len({case.origin(m) for m in members}) < 2
    agreed = QuestionStatus.SINGLE if alone else QuestionStatus.AGREED
    if not disputed and not alone and not _one_answer(members):
        agreed = QuestionStatus.INCOMPARABLE
    return Question(
        id=_id(key),
        label=question_of(key),
        kind=f"statement.{key[0]}",
        scope=Scope(subject=key[1] or None),
        claims=tuple(dict.fromkeys(m.claim.id for m in members)),
        answers=tuple(_answer(m) for m in members),
        status=QuestionStatus.DISPUTED if disputed else agreed,
    )


def _one_answer(members: Sequence[Statement]) -> bool:
    """Return whether all say the same, in so many words."""
    first = members[0]
    return all(
        (m.holds, m.doers, m.days) == (first.holds, first.doers, first.days) for m in members
    )


def _contradiction(
    key: Key, members: Sequence[Statement], pair: Pair, case: _Case
) -> Contradiction:
    chosen = tuple(said.claim.id for said in pair)
    sides = [_side(said, members) for said in pair]
    also = tuple(
        dict.fromkeys(m.claim.id for side in sides for m in side if m.claim.id not in chosen)
    )
    origins = [{case.origin(m) for m in side} for side in sides]
    asks = _asks(pair)
    rule = Rule.POLARITY if asks == "yes" else Rule.IDENTITY
    told = [says(said.claim, said.span.exact, case.documents) for said in pair]
    return Contradiction(
        id=content_id("contradiction", rule, *key, *sorted(chosen)),
        questions=(_id(key),),
        claims=chosen,
        answers=tuple(_answer(said) for said in pair),
        rule=rule,
        because=f"{question_of(key)} {joined(told)}: {WHY[asks]}.",
        derivation=(
            *(f"{line}: {_value(said)}" for line, said in zip(told, pair, strict=True)),
            f"{WHY[asks][:1].upper()}{WHY[asks][1:]}.",
        ),
        also=also,
        origins=len(set().union(*origins)),
        severity=gravity(rule, origins, 1.0, len(members), 0.0),
    )


def _asks(pair: Pair) -> str:
    if pair[0].days is not None:
        return "when"
    return "who" if pair[0].doers and pair[0].holds == pair[1].holds else "yes"


def _side(said: Statement, members: Sequence[Statement]) -> list[Statement]:
    """Return all that give the same answer."""
    return [m for m in members if _same(m, said)]


def _same(one: Statement, other: Statement) -> bool:
    a, b = ((said.holds, set(said.doers), said.days) for said in (one, other))
    return a == b


def _value(said: Statement) -> str:
    if said.days is not None:
        first, last = (day.isoformat() for day in said.days)
        return first if first == last else f"{first} to {last}"
    if said.doers:
        named = joined(doer.name for doer in said.doers)
        return named if said.holds else f"not {named}"
    return "yes" if said.holds else "no"
