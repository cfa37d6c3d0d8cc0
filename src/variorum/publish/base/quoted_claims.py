"""A claim as a quotation: its words, who says it and through whom, and where to find it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.model import Certainty, Claim, Measure, Span, Stance
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Badge, Index
from variorum.publish.base.vocabulary import (
    COMPLIANCE_WORDS,
    FORM_WORDS,
    VERDICT_WORDS,
    band_words,
    kind_words,
    measure_words,
    place_words,
    speaker_name,
    speaker_words,
    stance_words,
)

__all__ = [
    "AgreedLines",
    "MeasureLine",
    "Quotation",
    "Run",
    "TermLine",
    "quotation",
    "relay_names",
]


INFERRED = ", its speaker inferred from the sentence before"


@dataclass(frozen=True)
class Run:
    """A stretch of a quotation; `marked` where it is the words of a measure."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class MeasureLine:
    """A measure of a claim: the words, what they say, and of what."""

    text: str
    words: str
    kind: str


@dataclass(frozen=True)
class TermLine:
    """A term that a claim tells, and the place on the page where its agreement is shown."""

    modality: str
    act: str
    anchor: str


@dataclass(frozen=True)
class AgreedLines:
    """What a claim has to do with agreements: where they are shown, and what it says of them.

    `outcomes` holds what it says of a term having been kept: which term, where it is shown, and
    what it says. `verdicts` is what it says of an agreement itself.
    """

    places: tuple[tuple[int, str], ...]
    terms: tuple[TermLine, ...]
    outcomes: tuple[tuple[str, str, str], ...]
    verdicts: tuple[str, ...]


@dataclass(frozen=True)
class Quotation:
    """Everything a reader sees of one claim; `plain` where it is simply asserted as certain."""

    number: int
    runs: tuple[Run, ...]
    text: str
    speaker: str
    what: str
    relay: tuple[str, ...]
    stance: str
    plain: bool
    form: str
    hedges: tuple[str, ...]
    band: str
    speaks_for: str
    places: tuple[tuple[str, str], ...]
    measures: tuple[MeasureLine, ...]
    times: tuple[tuple[str, str], ...]
    badge: Badge | None
    document: int
    publisher: str
    published: str
    language: str
    direction: str
    contradictions: tuple[int, ...]
    questions: tuple[str, ...]
    agreed: AgreedLines


def relay_names(claim: Claim) -> tuple[str, ...]:
    """Return the names a claim passed through before its speaker, none said twice in a row."""
    names = [link.name for link in claim.relay]
    if names and names[-1] == claim.speaker.name:
        names.pop()
    return tuple(
        name for before, name in pairwise(["", *names]) if name not in (before, claim.speaker.name)
    )


def _runs(part: Span, marks: list[Span]) -> list[Run]:
    """Cut one content span into marked and plain runs."""
    inside = sorted((max(m.start, part.start), min(m.end, part.end)) for m in marks)
    runs, position = [], part.start
    for start, end in inside:
        if start < position or end <= start:
            continue
        runs.append(Run(part.exact[position - part.start : start - part.start]))
        runs.append(Run(part.exact[start - part.start : end - part.start], marked=True))
        position = end
    runs.append(Run(part.exact[position - part.start :]))
    return [run for run in runs if run.text]


def _content(claim: Claim, deciding: Sequence[Measure]) -> tuple[Run, ...]:
    marks = [measure.span for measure in deciding or claim.measures]
    runs: list[Run] = []
    for position, part in enumerate(claim.content):
        runs += [Run(" […] ")] if position else []
        runs += _runs(part, marks)
    return tuple(runs)


def _measure_line(measure: Measure) -> MeasureLine:
    per = f", for each of: {kind_words(measure.per)}" if measure.per else ""
    return MeasureLine(measure.text, measure_words(measure), kind_words(measure.kind) + per)


def _agreed_lines(index: Index, claim: Claim) -> AgreedLines:
    agreed = index.agreed
    told = agreed.of_claim.get(claim.id, []) if agreed.shown else []
    outcomes = agreed.outcomes.get(claim.id, []) if agreed.shown else []
    return AgreedLines(
        places=tuple((agreed.number[one.id], agreed.anchor(one)) for one in told),
        terms=tuple(
            TermLine(clause.modality.value, clause.act, anchor)
            for clause, anchor in agreed.told(claim)
        ),
        outcomes=tuple(
            (
                f"Term {agreed.term_number[term.id]} of agreement {agreed.number[one.id]}",
                agreed.term_anchor(one, term),
                COMPLIANCE_WORDS[said.status],
            )
            for one, term, said in outcomes
        ),
        verdicts=tuple(dict.fromkeys(VERDICT_WORDS[said.verdict] for said in claim.vouchings)),
    )


def quotation(index: Index, claim: Claim, deciding: Sequence[Measure] = ()) -> Quotation:
    """Return the quotation of `claim`, numbered and badged as `index` has it.

    The words of the `deciding` measures are marked in it, or those of all measures where none are
    named.
    """
    document = index.case.document_by_id[claim.document]
    section = document.section_at(claim.start)
    return Quotation(
        number=index.claim_number[claim.id],
        runs=_content(claim, deciding),
        text=claim.text,
        speaker=speaker_name(claim.speaker),
        what=speaker_words(claim.speaker),
        relay=relay_names(claim),
        stance=stance_words(claim.stance, claim.certainty),
        plain=(claim.stance, claim.certainty) == (Stance.ASSERTS, Certainty.CERTAIN),
        form=FORM_WORDS[claim.form] + (INFERRED if claim.inferred else ""),
        hedges=tuple(span.exact for span in claim.hedges),
        band=band_words(claim.band),
        speaks_for=claim.speaker.organisation.exact if claim.speaker.organisation else "",
        places=tuple((place.span.exact, place_words(place)) for place in claim.places),
        measures=tuple(_measure_line(measure) for measure in claim.measures),
        times=tuple((when.text, date_words(when.edtf)) for when in claim.when),
        badge=index.badge_of(claim),
        document=index.document_number[document.id],
        publisher=document.name,
        published=date_words((section and section.published) or document.published),
        language=document.language or "",
        direction=index.direction(document),
        contradictions=tuple(n for n, _ in index.contradictions_of.get(claim.id, [])),
        questions=tuple(question.label for question in index.questions_of.get(claim.id, [])),
        agreed=_agreed_lines(index, claim),
    )
