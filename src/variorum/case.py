"""The record of one event, and the JSON contract it is exported in."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from variorum import model
from variorum.grouping import grouped

if TYPE_CHECKING:
    from variorum.statements import DocumentStatements

Json = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True)
class DocumentResult:
    """What reading one document gives: its claims, what is missing from it, and what they state."""

    claims: tuple[model.Claim, ...]
    gaps: tuple[model.Gap, ...]
    statements: DocumentStatements


class ClaimHead(NamedTuple):
    """What is told of a claim without reading it; `kind` is its speaker's."""

    id: str
    document: str
    part_of: str | None
    kind: str


@dataclass(frozen=True)
class Rulings:
    """What people decided that comparing has to obey.

    `same` and `apart` are pairs of names; `moved` leads from the ids of claims to the name of the
    happening that each tells of, "" being the main one; `dismissed` are sets of claims whose
    suggestion, distortion or contradiction is none; `contradicted` are pairs of claims that cannot
    both be true, with who says so and why; `verified` are pairs of a term's and a claim's id.
    """

    same: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    moved: Mapping[str, str] = field(default_factory=dict)
    dismissed: frozenset[frozenset[str]] = frozenset()
    contradicted: Mapping[tuple[str, str], str] = field(default_factory=dict)
    verified: frozenset[tuple[str, str]] = frozenset()


NOTHING_RULED = Rulings()


@dataclass(frozen=True)
class Comparison:
    """What looking across the documents found."""

    actors: tuple[model.Actor, ...] = ()
    happenings: tuple[model.Happening, ...] = ()
    questions: tuple[model.Question, ...] = ()
    disputes: tuple[model.Dispute, ...] = ()
    contradictions: tuple[model.Contradiction, ...] = ()
    distortions: tuple[model.Distortion, ...] = ()
    suggestions: tuple[model.Suggestion, ...] = ()
    versions: tuple[model.Version, ...] = ()
    origins: tuple[model.Origin, ...] = ()
    stemma: tuple[model.Derivation, ...] = ()
    histories: tuple[model.History, ...] = ()
    agreements: tuple[model.Agreement, ...] = ()
    commitments: tuple[model.Commitment, ...] = ()
    gaps: tuple[model.Gap, ...] = ()


class _Compared(Generic[T]):
    """A list of what comparing found, as an attribute of the case itself."""

    def __init__(self, listed: Callable[[Comparison], tuple[T, ...]]) -> None:
        self._listed = listed

    def __get__(self, case: Case | None, _kind: type[Case]) -> tuple[T, ...]:
        return () if case is None else self._listed(case.comparison)


@dataclass(frozen=True)
class Case:
    """Everything known of one event: its documents, their claims and what comparing them found.

    Documents are sorted by path, claims by document and place in it, contradictions by severity.
    """

    documents: tuple[model.Document, ...] = ()
    claims: Sequence[model.Claim] = ()
    gaps: tuple[model.Gap, ...] = ()
    comparison: Comparison = field(default_factory=Comparison)
    decisions: tuple[model.Decision, ...] = ()

    actors = _Compared(lambda found: found.actors)
    """The actors, each with its names and who uses them."""
    happenings = _Compared(lambda found: found.happenings)
    """What occurred, each with the claims that tell of it; the main one first."""
    questions = _Compared(lambda found: found.questions)
    """The questions that the claims answer."""
    disputes = _Compared(lambda found: found.disputes)
    """The questions whose positions cannot all be true, the gravest first."""
    contradictions = _Compared(lambda found: found.contradictions)
    """The minimal sets of claims that cannot all be true, the gravest first."""
    distortions = _Compared(lambda found: found.distortions)
    """The figures that reports changed when they took them from others."""
    suggestions = _Compared(lambda found: found.suggestions)
    """The blanket denials, each with the claims that it may be about; proved by nothing."""
    versions = _Compared(lambda found: found.versions)
    """The maximal sets of claims that can all be true."""
    origins = _Compared(lambda found: found.origins)
    """The families of documents and claims that have one source."""
    stemma = _Compared(lambda found: found.stemma)
    """Who took from whom."""
    histories = _Compared(lambda found: found.histories)
    """What each speaker answered to one question over time."""
    agreements = _Compared(lambda found: found.agreements)
    """What was agreed, term by term, and whether the accounts say it was kept."""
    commitments = _Compared(lambda found: found.commitments)
    """Promises, orders, intentions and predictions, and what came of them."""

    @cached_property
    def document_by_id(self) -> dict[str, model.Document]:
        """Documents by id."""
        return {document.id: document for document in self.documents}

    def claims_of(self, document: str) -> Sequence[model.Claim]:
        """Return the claims of a document by its id, in order."""
        return self._by_document.get(document, ())

    @cached_property
    def _by_document(self) -> Mapping[str, list[model.Claim]]:
        return grouped((claim.document, claim) for claim in self.claims)

    @cached_property
    def claim_by_id(self) -> Mapping[str, model.Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def claim_heads(self) -> Sequence[ClaimHead]:
        """What is told of each claim without reading it."""
        return [ClaimHead(c.id, c.document, c.part_of, c.speaker.kind.value) for c in self.claims]

    @cached_property
    def question_by_id(self) -> dict[str, model.Question]:
        """Questions by id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def happening_by_claim(self) -> dict[str, str]:
        """The id of the happening that each claim tells of."""
        return {claim: found.id for found in self.happenings for claim in found.claims}

    @cached_property
    def actor_by_name(self) -> dict[str, str]:
        """The id of the actor behind each name as written."""
        return {name.name: actor.id for actor in self.actors for name in actor.names}

    @cached_property
    def actor_by_place(self) -> dict[tuple[str, int, int], str]:
        """The id of the actor named at each place: document, start and end."""
        return {(s.document, s.start, s.end): a.id for a in self.actors for s in a.mentions}

    @cached_property
    def origin_by_claim(self) -> dict[str, model.Origin]:
        """The origin of each claim, by the claim's id."""
        return {claim: origin for origin in self.origins for claim in origin.claims}

    def without_rejected(self) -> Case:
        """Return the case without the claims that people rejected: what is shown and compared."""
        kept = tuple(
            claim
            for claim in self.claims
            if claim.review is None or claim.review.state is not model.ReviewState.REJECTED
        )
        return self if len(kept) == len(self.claims) else replace(self, claims=kept)

    def claims_with(self, words: Iterable[str]) -> Iterable[model.Claim]:
        """Return the claims with all of some words anywhere in their records, or more than those.

        What is kept in a store is asked for them; here nothing is left out.
        """
        del words
        return self.claims

    def records(self, name: str) -> Sequence[Any]:
        """Return the records of a list of the JSON contract."""
        if name == "gaps":
            return sorted((*self.gaps, *self.comparison.gaps), key=lambda g: g.order)
        found: Sequence[Any] = getattr(self, name)
        return found

    def row(self, name: str, record: Any) -> Json:
        """Return a record of a list as the JSON contract lays it out."""
        return _claim(record, self) if name == "claims" else ROWS[name](record)

    def lists(self) -> Iterator[tuple[str, Iterable[Json]]]:
        """Yield the name of each list of the JSON contract and its rows, made as they are read."""
        for name in ROWS:
            yield name, map(functools.partial(self.row, name), self.records(name))

    def to_dict(self) -> Json:
        """Return the record as the JSON contract lays it out (see docs/vocabulary.md)."""
        return {name: list(rows) for name, rows in self.lists()}

    def to_json(self, *, indent: int | None = 2) -> str:
        """Return the record as JSON text; the same case always gives the same bytes."""
        return "".join(self.json_parts(indent=indent))

    def json_parts(self, *, indent: int | None = 2) -> Iterator[str]:
        """Yield the same text a record at a time, so that not all of it is in memory."""
        inner, row_inner = ("", "") if indent is None else (f"\n{' ' * d * indent}" for d in (1, 2))
        between = ", " if indent is None else ","
        start = "{"
        for name, rows in self.lists():
            yield f"{start}{inner}{json.dumps(name)}: ["
            before = ""
            for row in rows:
                told = json.dumps(row, ensure_ascii=False, indent=indent)
                yield before + row_inner + told.replace("\n", row_inner)
                before = between
            yield f"{inner if before else ''}]"
            start = between
        yield "}\n" if indent is None else "\n}\n"


def in_force(log: Iterable[model.Decision]) -> list[model.Decision]:
    """Return the decisions that hold, in order: neither undone, nor an undoing themselves."""
    undone: set[str] = set()
    kept: list[model.Decision] = []
    for decision in reversed(list(log)):
        if decision.id in undone:
            continue
        if decision.kind is model.DecisionKind.UNDO:
            undone.add(decision.about[0])
        else:
            kept.append(decision)
    return kept[::-1]


def _dumped(record: Any, **told: Any) -> Json:
    """Return what a record holds, with some of its fields laid out in another way."""
    return {**record.model_dump(mode="json"), **told}


def _dispute(dispute: model.Dispute) -> Json:
    return _dumped(dispute, positions=[_answered(position) for position in dispute.positions])


def _distortion(found: model.Distortion) -> Json:
    """Return a distortion with the names of the contract: `from` and `to`."""
    row = found.model_dump(mode="json", exclude={"source", "span"})
    return {"from": found.source, **row, "span": _span(found.span)}


def _answered(record: model.Question | model.Contradiction | model.Position) -> Json:
    answers = [_dumped(answer, span=_span(answer.span)) for answer in record.answers]
    return _dumped(record, answers=answers)


def _span(span: model.Span | None) -> Json | None:
    if span is None:
        return None
    return span.model_dump(mode="json", exclude={"document"}, exclude_none=True)


def _anchor(span: model.Span) -> Json:
    """Return a place where the record around it does not tell the document."""
    return span.model_dump(mode="json", exclude_none=True)


def _document(document: model.Document) -> Json:
    row = document.model_dump(mode="json", exclude={"text", "page_starts"})
    return {**row, "chars": len(document.text)}


def _measure(measure: model.Measure) -> Json:
    row = measure.model_dump(mode="json", exclude={"span", "also", "plus"})
    return {
        **row,
        "span": _span(measure.span),
        "also": [_measure(other) for other in measure.also],
        "plus": [_span(other) for other in measure.plus],
    }


def _place(place: model.Place) -> Json:
    anchors = [_span(span) for span in place.derived_from]
    return _dumped(place, derived_from=anchors, span=_span(place.span))


def _actor(actor: model.Actor) -> Json:
    merges = [_dumped(merge, evidence=_places(merge.evidence)) for merge in actor.merges]
    return _dumped(actor, merges=merges, mentions=_places(actor.mentions))


def _places(spans: Iterable[model.Span]) -> list[Json]:
    return [span.model_dump(include={"document", "start", "end", "exact"}) for span in spans]


def _agreement(agreement: model.Agreement) -> Json:
    """Return an agreement with the names of the contract: `from` and `to`."""
    row = agreement.model_dump(mode="json", exclude={"terms", "start", "end"})
    terms = [_dumped(term, span=_anchor(term.span)) for term in agreement.terms]
    return {**row, "from": agreement.start, "to": agreement.end, "terms": terms}


def _who(case: Case, name: str, span: model.Span | None) -> str | None:
    """Return the id of the actor whose name stands at a place, or who has that name."""
    at = case.actor_by_place.get((span.document, span.start, span.end)) if span else None
    return at or case.actor_by_name.get(name)


def _named(claim: model.Claim, case: Case) -> list[Json]:
    """Return the actors of a claim: those who speak or pass it on, and those it names."""
    told = [(link.name, link.span) for link in claim.relay]
    told += [(claim.speaker.name, claim.speaker.span)]
    told += [(mention.name, mention.span) for mention in claim.actors]
    found = {
        (actor, span.start, span.end): {"id": actor, "name": name, "span": _span(span)}
        for name, span in reversed(told)
        if span and (actor := _who(case, name, span))
    }
    return list(reversed(found.values()))


def _claim(claim: model.Claim, case: Case) -> Json:
    speaker = claim.speaker
    return {
        "id": claim.id,
        "document": claim.document,
        "form": claim.form.value,
        "stance": claim.stance.value,
        "certainty": claim.certainty.value,
        "speaker": {
            "name": speaker.name,
            "kind": speaker.kind.value,
            "role": speaker.role.value,
            "span": _span(speaker.span),
            "full_span": _span(speaker.full_span),
            "organisation": _span(speaker.organisation),
            "actor": _who(case, speaker.name, speaker.span),
        },
        "relay": [link.name for link in claim.relay],
        "relay_spans": [_span(link.span) for link in claim.relay],
        "cue": _span(claim.cue),
        "content": [_span(span) for span in claim.content],
        "happening": case.happening_by_claim.get(claim.id),
        "part_of": claim.part_of,
        "inferred": claim.inferred,
        "review": claim.review.state.value if claim.review else None,
        "proposal": claim.proposal and _dumped(claim.proposal),
        "band": claim.band.value if claim.band else None,
        "hedges": [_span(span) for span in claim.hedges],
        "scare_quotes": [_span(span) for span in claim.scare_quotes],
        "original": [_anchor(span) for span in claim.original],
        "measures": [_measure(measure) for measure in claim.measures],
        "when": [_dumped(when, span=_span(when.span)) for when in claim.when],
        "places": [_place(place) for place in claim.places],
        "actors": _named(claim, case),
        "pacts": [_dumped(pact) for pact in claim.pacts],
        "clauses": [_dumped(clause) for clause in claim.clauses],
    }


def _with_evidence(record: model.Origin | model.Derivation) -> Json:
    row = record.model_dump(mode="json", exclude={"evidence"})
    return {**row, "evidence": [_anchor(span) for span in record.evidence]}


# The lists of the JSON contract in order, and what makes a row of each but of claims.
ROWS: dict[str, Callable[[Any], Json]] = {
    "documents": _document,
    "claims": _dumped,
    "actors": _actor,
    "happenings": _dumped,
    "questions": _answered,
    "disputes": _dispute,
    "contradictions": _answered,
    "distortions": _distortion,
    "suggestions": _dumped,
    "versions": _dumped,
    "origins": _with_evidence,
    "stemma": _with_evidence,
    "histories": _dumped,
    "agreements": _agreement,
    "commitments": _dumped,
    "decisions": _dumped,
    "gaps": _dumped,
}
