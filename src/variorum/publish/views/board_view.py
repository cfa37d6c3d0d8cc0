"""The dispute board: a card for each dispute, with its positions and who stands behind them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.model import Answer, Claim, Contradiction, Dispute, Position
from variorum.publish.base.answer_ranges import common_unit, in_unit, measures_at
from variorum.publish.base.index import COLOURS, Index, siglum
from variorum.publish.base.quoted_claims import Quotation, Run, excerpt, quotation, told_runs
from variorum.publish.base.vocabulary import RULE_WORDS, YES_OR_NO, unit_words
from variorum.publish.views.overview.abstract_view import told_once
from variorum.publish.views.overview.conflicts_view import by_size, position_label

# So many cards stand open; the further ones are behind "all disputes".
MOST_CARDS = 12
# So many positions of a card have a quotation under them before the card is opened.
MOST_QUOTED = 12
LONGEST_LEAD = 150
# How the last step of a proof begins; what a position follows from are the steps before it.
NO_VALUE = "No value fits"


Given = tuple[float | None, float | None, bool]
"""A range that is answered, and whether only reprints answer it."""


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

    @property
    def more(self) -> bool:
        """Whether its words end at a number, and yet there may have been more."""
        ended = all(high is not None for _, high, _ in self.given)
        return self.high is None and bool(self.given) and ended


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


def _given(index: Index, position: Position) -> tuple[Given, ...]:
    """Return the ranges of a position, each once; an answer in other words has none."""
    reprinted: dict[tuple[float | None, float | None], bool] = {}
    for answer in position.answers:
        key = (answer.low, _told_end(index.case.claim_by_id[answer.claim], answer))
        reprinted[key] = reprinted.get(key, True) and answer.claim in position.reprints
    return tuple((*key, reprint) for key, reprint in reprinted.items() if any_bound(*key))


def _told_end(claim: Claim, answer: Answer) -> float | None:
    """Return where an answer ends, or the words of one that may be too low: "so far nine"."""
    plain = (m.high for m in measures_at(claim, [answer.span]) if m.unit is None)
    return next(plain, None) if answer.high is None else answer.high


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
        label=position_label(index, position),
        low=position.low,
        high=position.high,
        derived=tuple(step for step in position.derived if not step.startswith(NO_VALUE)),
        speakers=told_once(position.speakers),
        origins=len(position.origins),
        reprints=len(position.reprints),
        first=first,
        lead=_lead(index, position, first) if first and quoted else (),
        given=_given(index, position),
        quotations=tuple(reversed(said.values())),
    )


def _lead(index: Index, position: Position, first: Quotation) -> tuple[Run, ...]:
    spans = [answer.span for answer in position.answers if answer.claim == first.id]
    return excerpt(told_runs(index, first, spans), LONGEST_LEAD)


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
    proofs = _proofs(index, dispute, numeric)
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


def _proofs(index: Index, dispute: Dispute, numeric: bool) -> tuple[ContradictionView, ...]:
    """Return the proofs of a dispute; the question, which is its title, is not said again."""
    numbered = {found.id: n for n, found in enumerate(index.case.contradictions, start=1)}
    found = (
        _contradiction(index, numbered[proof], index.case.contradictions[numbered[proof] - 1])
        for proof in dispute.proofs
        if proof in numbered
    )
    rules = {} if numeric else {RULE_WORDS["polarity"]: YES_OR_NO}
    told = f"{dispute.label} "
    return tuple(
        replace(one, because=one.because.removeprefix(told), rule=rules.get(one.rule, one.rule))
        for one in found
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
