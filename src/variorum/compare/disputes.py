"""Questions of yes or no, and which of them are answered both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from variorum.compare.contradictions import gravity
from variorum.compare.labels import says
from variorum.compare.propositions import Proposition, label
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

Key = tuple[str, str, str]


def disputes(
    found: Sequence[Proposition],
    origin_of: Mapping[str, str],
    documents: Mapping[str, Document],
    copied: frozenset[str],
) -> tuple[tuple[Question, ...], tuple[Contradiction, ...]]:
    """Return the questions that the propositions answer, and one contradiction for each disputed.

    Args:
        found: what the claims say.
        origin_of: the origin of each claim; nobody is set against a copy of himself.
        documents: the case's documents by id.
        copied: the claims of documents that repeat another; an original speaks before them.
    """
    groups: dict[Key, list[Proposition]] = defaultdict(list)
    for each in found:
        groups[each.key].append(each)
    questions, contradictions = [], []
    for key, members in sorted(groups.items()):
        pair = _sides(members, origin_of, documents, copied)
        questions.append(_question(key, members, pair is not None, origin_of))
        if pair is not None:
            contradictions.append(_contradiction(key, members, pair, origin_of, documents))
    return tuple(questions), tuple(contradictions)


def _id(key: Key) -> str:
    return content_id("question", *key)


def _answer(said: Proposition) -> Answer:
    number = float(said.holds)
    return Answer(claim=said.claim.id, span=said.span, low=number, high=number, standing="fact")


def _question(
    key: Key, members: Sequence[Proposition], disputed: bool, origin_of: Mapping[str, str]
) -> Question:
    alone = len({origin_of[m.claim.id] for m in members}) < 2
    agreed = QuestionStatus.SINGLE if alone else QuestionStatus.AGREED
    return Question(
        id=_id(key),
        label=label(key),
        kind=f"statement.{key[0]}",
        scope=Scope(subject=key[1] or None),
        claims=tuple(dict.fromkeys(m.claim.id for m in members)),
        answers=tuple(_answer(m) for m in members),
        status=QuestionStatus.DISPUTED if disputed else agreed,
    )


def _sides(
    members: Sequence[Proposition],
    origin_of: Mapping[str, str],
    documents: Mapping[str, Document],
    copied: frozenset[str],
) -> tuple[Proposition, Proposition] | None:
    """Return one who says yes and one of another origin and report who says no, or None."""

    def rank(said: Proposition) -> tuple[bool, bool, str, str, int]:
        claim = said.claim
        published = documents[claim.document].published or "9999"
        narrated = claim.form == "narrated"
        return (claim.id in copied, narrated, published, claim.id, said.span.start)

    ordered = sorted(members, key=rank)
    for yes in (m for m in ordered if m.holds):
        for no in (m for m in ordered if not m.holds):
            apart = origin_of[yes.claim.id] != origin_of[no.claim.id]
            if apart and yes.claim.document != no.claim.document:
                return yes, no
    return None


def _contradiction(
    key: Key,
    members: Sequence[Proposition],
    pair: tuple[Proposition, Proposition],
    origin_of: Mapping[str, str],
    documents: Mapping[str, Document],
) -> Contradiction:
    chosen = tuple(said.claim.id for said in pair)
    also = tuple(dict.fromkeys(m.claim.id for m in members if m.claim.id not in chosen))
    origins = [
        {origin_of[m.claim.id] for m in members if m.holds is side} for side in (True, False)
    ]
    told = [says(said.claim, said.span.exact, documents) for said in pair]
    return Contradiction(
        id=content_id("contradiction", Rule.POLARITY, *key, *sorted(chosen)),
        questions=(_id(key),),
        claims=chosen,
        answers=tuple(_answer(said) for said in pair),
        rule=Rule.POLARITY,
        because=f"{label(key)} {joined(told)}: it cannot be both so and not so.",
        derivation=(
            *(f"{line}: {'yes' if s.holds else 'no'}" for line, s in zip(told, pair, strict=True)),
            "The same cannot be both so and not so.",
        ),
        also=also,
        origins=len(set().union(*origins)),
        severity=gravity(Rule.POLARITY, origins, 1.0, len(members), 0.0),
    )
