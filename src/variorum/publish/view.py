"""What the report shows, worked out from a case: pure functions from records to plain values."""

from __future__ import annotations

import hashlib
import importlib.metadata
from dataclasses import dataclass

from variorum.case import Case
from variorum.model import Gap
from variorum.publish.conflicts import (
    ConflictGroup,
    VersionTable,
    conflict_groups,
    version_tables,
)
from variorum.publish.documents import DocumentView, document_views
from variorum.publish.index import Index
from variorum.publish.questions import QuestionView, question_views
from variorum.publish.sources import OriginView, SpeakerView, origin_views, speaker_views
from variorum.publish.timeline import TimelineView, timeline_view
from variorum.publish.words import count, joined

__all__ = ["ReportView", "report_view"]


@dataclass(frozen=True)
class ReportView:
    """Everything on the page, in its order."""

    title: str
    summary: str
    counts: tuple[tuple[int, str], ...]
    conflicts: tuple[ConflictGroup, ...]
    contradictions: int
    versions: tuple[VersionTable, ...]
    same_everywhere: int
    questions: tuple[QuestionView, ...]
    single_questions: tuple[QuestionView, ...]
    speakers: tuple[SpeakerView, ...]
    documents: tuple[DocumentView, ...]
    origins: tuple[OriginView, ...]
    timeline: TimelineView
    gaps: tuple[Gap, ...]
    tool: str
    record: str


def _counts(case: Case) -> tuple[tuple[int, str], ...]:
    languages = len({document.language for document in case.documents if document.language})
    counted = (
        (len(case.documents), "report"),
        (languages, "language"),
        (len(case.origins), "independent origin"),
        (len(case.claims), "claim"),
        (len(case.questions), "question"),
        (len(case.contradictions), "contradiction"),
    )
    return tuple((n, word if n == 1 else f"{word}s") for n, word in counted)


def _summary(case: Case) -> str:
    languages = {document.language for document in case.documents if document.language}
    told = f"{count(len(case.documents), 'report')} in {count(len(languages), 'language')}"
    origins = count(len(case.origins), "independent origin")
    found = joined((count(len(case.claims), "claim"), count(len(case.questions), "question")), "on")
    if not case.contradictions:
        return f"{told}, from {origins}, make {found}. Nothing in them was found to clash."
    clashes = count(len(case.contradictions), "time")
    return f"{told}, from {origins}, make {found}. {clashes} their words cannot all be true."


def tool_name() -> str:
    """Return the name and version of this tool."""
    try:
        return f"Variorum {importlib.metadata.version('variorum')}"
    except importlib.metadata.PackageNotFoundError:
        return "Variorum"


def report_view(case: Case, title: str) -> ReportView:
    """Return everything the report of `case` shows, under the heading `title`."""
    index = Index(case)
    versions, same = version_tables(index)
    several, single = question_views(index)
    return ReportView(
        title=title,
        summary=_summary(case),
        counts=_counts(case),
        conflicts=conflict_groups(index),
        contradictions=len(case.contradictions),
        versions=versions,
        same_everywhere=same,
        questions=several,
        single_questions=single,
        speakers=speaker_views(index),
        documents=document_views(index),
        origins=origin_views(index),
        timeline=timeline_view(index),
        gaps=tuple(sorted((*case.gaps, *case.comparison.gaps), key=lambda g: (g.what, g.why))),
        tool=tool_name(),
        record=hashlib.sha256(case.to_json().encode()).hexdigest(),
    )
