"""A claim as a quotation: its words, who says it and through whom, and where to find it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.edtf import days
from variorum.model import Certainty, Claim, Form, Measure, Span, Stance
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Badge, Index
from variorum.publish.base.vocabulary import (
    COMPLIANCE_WORDS,
    FORM_WORDS,
    VERDICT_WORDS,
    band_words,
    kind_words,
    measure_words,
    speaker_name,
    speaker_words,
    stance_words,
)
from variorum.text import span, trim

STOP = re.compile(r"[.!?؟。]+[\"'”’»)]*(?=\s+(?:[^\W\d_a-z]|$))|\n\s*\n")
UNKNOWN_PLACE = "not in the gazetteer"
# A quotation of fewer characters tells little without its sentence.
SHORTEST_TOLD = 60
PROPOSED = ", pointed to by a language model"
INFERRED = ", its speaker inferred from the sentence before"


@dataclass(frozen=True)
class Run:
    """A stretch of a quotation; `marked` where it is the words of a measure."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class Original:
    """Words of the report that a claim's own report translates."""

    text: str
    language: str
    direction: str


@dataclass(frozen=True)
class AgreedLines:
    """What a claim has to do with agreements: where they are shown, and what it says of them.

    `terms` holds what it tells of terms: the modality, the act, and where the term is shown;
    `outcomes` what it says of a term having been kept: which term, where it is shown, and
    what it says. `verdicts` is what it says of an agreement itself.
    """

    places: tuple[tuple[int, str], ...]
    terms: tuple[tuple[str, str, str], ...]
    outcomes: tuple[tuple[str, str, str], ...]
    verdicts: tuple[str, ...]


@dataclass(frozen=True)
class Quotation:
    """Everything a reader sees of one claim; `plain` where it is simply asserted as certain.

    `gloss` is what was read of a claim in another language than English; it is no translation.
    """

    id: str
    number: int
    runs: tuple[Run, ...]
    text: str
    speaker: str
    what: str
    relay: tuple[str, ...]
    stance: str
    plain: bool
    form: str
    own: bool
    hedges: tuple[str, ...]
    band: str
    speaks_for: str
    places: tuple[tuple[str, str], ...]
    measures: tuple[tuple[str, str, str], ...]
    times: tuple[tuple[str, str], ...]
    badge: Badge | None
    document: int
    publisher: str
    published: str
    language: str
    direction: str
    contradictions: tuple[int, ...]
    agreed: AgreedLines
    gloss: str
    original: tuple[Original, ...]
    proposed: bool = False
    """Whether a language model pointed to it."""


def excerpt(runs: Sequence[Run], longest: int) -> tuple[Run, ...]:
    """Return the words about the first that are marked, cut to about `longest` characters."""
    first = next((n for n, run in enumerate(runs) if run.marked), 0)
    room = longest - len(runs[first].text) if runs else 0
    before = "".join(run.text for run in runs[:first])
    after = "".join(run.text for run in runs[first + 1 :])
    # What one side leaves over is the other's.
    left = max(room // 2, room - len(after))
    right = max(room // 2, room - len(before))
    shown = (
        Run(before if len(before) <= left else f"…{before[-left:].partition(' ')[2]}"),
        *runs[first : first + 1],
        Run(after if len(after) <= right else f"{after[:right].rpartition(' ')[0]}…"),
    )
    return tuple(run for run in shown if run.text)


def sentence_runs(index: Index, claim: Claim, marks: Sequence[Span]) -> tuple[Run, ...]:
    """Return the report's words from stop to stop around a claim's, with the marks in them."""
    document = index.case.document_by_id[claim.document]
    spans = (*claim.content, *marks, *((claim.cue,) if claim.cue else ()))
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    starts = [match.end() for match in STOP.finditer(document.text, 0, first)]
    end = STOP.search(document.text, last - 1)
    place = trim(
        document.text, starts[-1] if starts else 0, end.end() if end else len(document.text)
    )
    return tuple(_runs(span(document, *place), marks))


def told_runs(index: Index, said: Quotation, marks: Sequence[Span]) -> tuple[Run, ...]:
    """Return the words of a quotation; the whole sentence of a few, or of no plain assertion."""
    if said.plain and len(said.text) >= SHORTEST_TOLD:
        return said.runs
    return sentence_runs(index, index.case.claim_by_id[said.id], marks)


def relay_names(claim: Claim) -> tuple[str, ...]:
    """Return the names a claim passed through before its speaker, none said twice in a row."""
    names = [link.name for link in claim.relay]
    if names and names[-1] == claim.speaker.name:
        names.pop()
    return tuple(
        name for before, name in pairwise(["", *names]) if name not in (before, claim.speaker.name)
    )


def _runs(part: Span, marks: Sequence[Span]) -> list[Run]:
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


def _content(claim: Claim, deciding: Sequence[Span]) -> tuple[Run, ...]:
    """Return the content as runs, with what decides beside it, such as a verb of denial."""
    marks = deciding or [measure.span for measure in claim.measures]
    beside = [
        mark
        for mark in deciding
        if mark.document == claim.document
        and not any(mark.start < part.end and part.start < mark.end for part in claim.content)
    ]
    runs: list[Run] = []
    for position, part in enumerate(sorted((*beside, *claim.content), key=lambda s: s.start)):
        runs += [Run(" […] ")] if position else []
        runs += _runs(part, marks)
    return tuple(runs)


def _measure_line(measure: Measure) -> tuple[str, str, str]:
    """Return the words of a measure, what they say, and of what."""
    per = f", for each of: {kind_words(measure.per)}" if measure.per else ""
    return (measure.text, measure_words(measure), kind_words(measure.kind) + per)


def _agreed_lines(index: Index, claim: Claim) -> AgreedLines:
    agreed = index.agreed
    told = agreed.of_claim.get(claim.id, []) if agreed.shown else []
    outcomes = agreed.outcomes.get(claim.id, []) if agreed.shown else []
    return AgreedLines(
        places=tuple((agreed.number[one.id], agreed.anchor(one)) for one in told),
        terms=tuple(
            (clause.modality.value, clause.act, anchor) for clause, anchor in agreed.told(claim)
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


def gloss(claim: Claim, language: str | None, deciding: Sequence[Span] = ()) -> str:
    """Return in English the numbers and days that were read of a claim in another language.

    Of the measures only those at the `deciding` spans count, where there are any.
    """
    if language in (None, "en"):
        return ""
    places = {(span.start, span.end) for span in deciding}
    own = [m for m in claim.measures if (m.span.start, m.span.end) in places] or claim.measures
    told = [
        " ".join((measure_words(m), *m.scope.population, "" if m.unit else kind_words(m.kind)))
        for m in own
    ]
    told += [date_words(when.edtf) for when in claim.when if days(when.edtf)]
    return "; ".join(dict.fromkeys(" ".join(one.split()) for one in told))


def quotation(index: Index, claim: Claim, deciding: Sequence[Span] = ()) -> Quotation:
    """Return the quotation of `claim`, numbered and badged as `index` has it.

    The `deciding` words are marked in it, or those of all measures where none are named.
    """
    document = index.case.document_by_id[claim.document]
    section = document.section_at(claim.start)
    return Quotation(
        id=claim.id,
        number=index.claim_number[claim.id],
        runs=_content(claim, deciding),
        text=claim.text,
        speaker=speaker_name(claim.speaker),
        what=speaker_words(claim.speaker),
        relay=relay_names(claim),
        stance=stance_words(claim.stance, claim.certainty),
        plain=(claim.stance, claim.certainty) == (Stance.ASSERTS, Certainty.CERTAIN),
        own=claim.form is Form.NARRATED and not claim.inferred,
        form=FORM_WORDS[claim.form]
        + (INFERRED if claim.inferred else "")
        + (PROPOSED if claim.proposal else ""),
        hedges=tuple(span.exact for span in claim.hedges),
        band=band_words(claim.band),
        speaks_for=claim.speaker.organisation.exact if claim.speaker.organisation else "",
        places=tuple(
            dict.fromkeys((p.span.exact, p.known_as or UNKNOWN_PLACE) for p in claim.places)
        ),
        measures=tuple(_measure_line(measure) for measure in claim.measures),
        times=tuple((when.text, date_words(when.edtf)) for when in claim.when),
        badge=index.badge_of(claim),
        document=index.document_number[document.id],
        publisher=document.name,
        published=date_words((section and section.published) or document.published),
        language=document.language or "",
        direction=index.direction(document),
        contradictions=tuple(n for n, _ in index.contradictions_of.get(claim.id, [])),
        agreed=_agreed_lines(index, claim),
        gloss=gloss(claim, document.language, deciding),
        original=tuple(
            Original(part.exact, told.language or "", index.direction(told))
            for part in claim.original
            if (told := index.case.document_by_id.get(part.document))
        ),
        proposed=claim.proposal is not None,
    )
