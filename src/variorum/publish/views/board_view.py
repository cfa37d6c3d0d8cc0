"""The dispute board: a card for each dispute, with its positions and who stands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.model import Contradiction, Dispute, Position
from variorum.publish.base.answer_ranges import common_unit, in_unit
from variorum.publish.base.index import COLOURS, Index, siglum
from variorum.publish.base.quoted_claims import Quotation, Run, quotation
from variorum.publish.base.vocabulary import RULE_WORDS, unit_words
from variorum.publish.views.overview.summary_view import by_size

__all__ = ["Board", "DisputeView", "Given", "PositionView", "board_view"]

# So many cards stand open; the further ones are behind "all disputes".
MOST_CARDS = 12
# So many positions of a card have a quotation under them before the card is opened.
MOST_QUOTED = 6
LONGEST_LEAD = 150
# How the last step of a proof begins; what a position follows from are the steps before it.
NO_VALUE = "No value fits"


@dataclass(frozen=True)
class Given:
    """A range that is answered; `reprint` where only reprints answer it."""

    low: float | None
    high: float | None
    reprint: bool


@dataclass(frozen=True)
class PositionView:
    """One of the answers that people stand by: who says so, since when, and in which words.

    `given` are the ranges of its answers and `low` and `high` its own bounds, in the first unit of
    the question's kind; null is open. `lead` are the words of the first to say it. What is
    `derived` follows by these steps from answers to other questions.
    """

    id: str
    letter: str
    colour: int
    label: str
    low: float | None
    high: float | None
    derived: tuple[str, ...]
    speakers: tuple[str, ...]
    origins: int
    reprints: int
    first: Quotation | None
    lead: tuple[Run, ...]
    given: tuple[Given, ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True)
class ContradictionView:
    """A contradiction with its quotations side by side."""

    number: int
    because: str
    rule: str
    derivation: tuple[str, ...]
    origins: int
    quotations: tuple[Quotation, ...]
    also: tuple[Quotation, ...]


@dataclass(frozen=True)
class DisputeView:
    """A dispute with its positions and proofs.

    `scale` is how many of the first unit of the question's kind make one `unit` of the axis.
    """

    id: str
    number: int
    label: str
    settled_by: str
    numeric: bool
    unit: str | None
    scale: float
    origins: int
    positions: tuple[PositionView, ...]
    proofs: tuple[ContradictionView, ...]
    further: tuple[Quotation, ...]
    claims: tuple[int, ...]


@dataclass(frozen=True)
class Board:
    """The disputes that are shown open, the further ones, and proofs that no dispute holds."""

    cards: tuple[DisputeView, ...]
    folded: tuple[DisputeView, ...]
    others: tuple[ContradictionView, ...]


def _given(position: Position) -> tuple[Given, ...]:
    """Return the ranges of a position, each once; an answer in other words has none."""
    reprinted: dict[tuple[float | None, float | None], bool] = {}
    for answer in position.answers:
        key = (answer.low, answer.high)
        reprinted[key] = reprinted.get(key, True) and answer.claim in position.reprints
    return tuple(Given(*key, reprint) for key, reprint in reprinted.items() if any_bound(*key))


def any_bound(low: float | None, high: float | None) -> bool:
    """Return whether a range has a number to draw."""
    return low is not None or high is not None


def _read_as(position: Position, said: Quotation) -> Quotation:
    """Return a quotation with the answer in words, such as "yes", that was read of it."""
    foreign = said.language not in ("", "en")
    return replace(said, gloss=position.label) if position.value and foreign else said


def _position(index: Index, position: Position, place: int, quoted: bool) -> PositionView:
    claims = index.case.claim_by_id
    said = {
        answer.claim: _read_as(position, quotation(index, claims[answer.claim], [answer.span]))
        for answer in reversed(position.answers)
    }
    first = said.get(position.first or "") or next(iter(reversed(said.values())), None)
    return PositionView(
        id=position.id,
        letter=siglum(place).lower(),
        colour=place % COLOURS + 1,
        label=position.label,
        low=position.low,
        high=position.high,
        derived=tuple(step for step in position.derived if not step.startswith(NO_VALUE)),
        speakers=position.speakers,
        origins=len(position.origins),
        reprints=len(position.reprints),
        first=first,
        lead=first.excerpt(LONGEST_LEAD) if first and quoted else (),
        given=_given(position),
        quotations=tuple(reversed(said.values())),
    )


def _scale(index: Index, dispute: Dispute) -> tuple[str | None, float]:
    """Return the unit of a dispute's axis, and how many first units of its kind it is."""
    question = index.case.question_by_id.get(dispute.questions[0])
    if question is None:
        return None, 1.0
    unit = common_unit(index, question)
    return unit_words(unit), 1.0 / (in_unit(1.0, question.kind, unit) or 1.0)


def _dispute(index: Index, dispute: Dispute) -> DisputeView:
    numeric = all(p.value is None for p in dispute.positions) and any(
        any_bound(p.low, p.high) for p in dispute.positions
    )
    positions = by_size(dispute.positions)
    ranked = sorted(positions, key=lambda p: (-len(p.origins), -len(p.reprints)))
    quoted = {position.id for position in ranked[:MOST_QUOTED]}
    views = tuple(_position(index, p, n, p.id in quoted) for n, p in enumerate(positions))
    proofs = _proofs(index, dispute)
    shown = {said.id for view in views for said in view.quotations}
    further = {q.id: q for proof in proofs for q in (*proof.quotations, *proof.also)}
    unit, scale = _scale(index, dispute)
    told = [said.number for view in views for said in view.quotations]
    return DisputeView(
        id=dispute.id,
        number=dispute.rank,
        label=dispute.label,
        settled_by=dispute.settled_by or "",
        numeric=numeric,
        unit=unit,
        scale=scale,
        origins=len({origin for position in positions for origin in position.origins}),
        positions=views,
        proofs=proofs,
        further=tuple(said for key, said in further.items() if key not in shown),
        claims=tuple(dict.fromkeys((*told, *(said.number for said in further.values())))),
    )


def _quoted(index: Index, found: Contradiction, claim_id: str) -> Quotation:
    """Return a claim of a contradiction with only the measures marked that it turns on."""
    claim = index.case.claim_by_id[claim_id]
    own = [answer for answer in found.answers if answer.claim == claim_id]
    if not own:
        asked = [index.case.question_by_id[question] for question in found.questions]
        own = [a for question in asked for a in question.answers if a.claim == claim_id]
    return quotation(index, claim, [answer.span for answer in own])


def _contradiction(index: Index, number: int, found: Contradiction) -> ContradictionView:
    """Return a contradiction with its quotations; `number` is its place among those of the case."""
    return ContradictionView(
        number=number,
        because=found.because,
        rule=RULE_WORDS.get(found.rule, found.rule),
        derivation=found.derivation,
        origins=found.origins,
        quotations=tuple(_quoted(index, found, claim) for claim in found.claims),
        also=tuple(_quoted(index, found, claim) for claim in found.also),
    )


def _proofs(index: Index, dispute: Dispute) -> tuple[ContradictionView, ...]:
    numbered = {found.id: n for n, found in enumerate(index.case.contradictions, start=1)}
    return tuple(
        _contradiction(index, numbered[proof], index.case.contradictions[numbered[proof] - 1])
        for proof in dispute.proofs
        if proof in numbered
    )


def board_view(index: Index) -> Board:
    """Return the disputes of a case by rank, and the contradictions that no dispute holds."""
    ranked: Sequence[Dispute] = sorted(index.case.disputes, key=lambda dispute: dispute.rank)
    views = tuple(_dispute(index, dispute) for dispute in ranked)
    held = {proof for dispute in ranked for proof in dispute.proofs}
    others = tuple(
        _contradiction(index, number, found)
        for number, found in enumerate(index.case.contradictions, start=1)
        if found.id not in held
    )
    return Board(views[:MOST_CARDS], views[MOST_CARDS:], others)
