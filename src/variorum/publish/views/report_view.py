"""What the report shows, worked out from a case: pure functions from records to plain values."""

from __future__ import annotations

import hashlib
import importlib.metadata
from dataclasses import dataclass
from typing import Any

from variorum.case import Case
from variorum.model import Gap
from variorum.publish.base.index import Index
from variorum.publish.views.abstract_view import AS_OF
from variorum.publish.views.agreements_view import AgreementsView, agreements_view
from variorum.publish.views.board_view import Board, board_view
from variorum.publish.views.commitments_view import CommitmentView, commitment_views
from variorum.publish.views.documents_view import DocumentView, document_views
from variorum.publish.views.filter_view import filter_view
from variorum.publish.views.histories_view import HistoryView, history_views
from variorum.publish.views.missing_view import missing
from variorum.publish.views.questions_view import QuestionView, question_views
from variorum.publish.views.sources_view import OriginView, SpeakerView, origin_views, speaker_views
from variorum.publish.views.stemma_view import StemmaView, stemma_view
from variorum.publish.views.timeline_view import TimelineView, timeline_view
from variorum.wording import count

__all__ = ["ReportView", "report_view"]


@dataclass(frozen=True)
class ReportView:
    """Everything on the page, in its order."""

    title: str
    summary: str
    verdict: str
    board: Board
    index: dict[str, Any]
    disputed: frozenset[int]
    claim_ids: dict[int, str]
    questions: tuple[QuestionView, ...]
    speakers: tuple[SpeakerView, ...]
    documents: tuple[DocumentView, ...]
    origins: tuple[OriginView, ...]
    stemma: StemmaView
    changed: tuple[HistoryView, ...]
    held: tuple[HistoryView, ...]
    agreements: AgreementsView
    commitments: tuple[CommitmentView, ...]
    unresolved: tuple[CommitmentView, ...]
    timeline: TimelineView
    gaps: tuple[Gap, ...]
    tool: str
    record: str
    most_listed: int = 10
    most_reports: int = 40


def _summary(case: Case) -> tuple[str, str]:
    """Return what the record holds, and how many contradictions, a sentence each."""
    languages = {document.language for document in case.documents if document.language}
    sets = sum(document.data_set is not None for document in case.documents)
    beside = f" and {count(sets, 'event data set')}" if sets else ""
    reports = count(len(case.documents) - sets, "report")
    told = f"{reports}{beside} in {count(len(languages), 'language')}"
    claims, asked = (
        count(len([c for c in case.claims if c.part_of is None]), "claim"),
        count(len(case.questions), "question"),
    )
    verb = "makes" if len(case.documents) == 1 else "make"
    origins = count(len(case.origins), "independent origin")
    record = f"{told} {verb} {claims} on {asked}, from {origins}."
    record = record[0].upper() + record[1:]
    out = [
        gap for gap in case.comparison.gaps if gap.kind == "limit" and gap.what.startswith(AS_OF)
    ]
    record = " ".join([record, *(f"{gap.what}: {gap.why}" for gap in out)])
    if not case.contradictions:
        return record, "No contradiction was found in them."
    found = count(len(case.contradictions), "contradiction")
    return record, f"{found}: what they say cannot all be true."


def tool_name() -> str:
    """Return the name and version of this tool."""
    try:
        return f"Variorum {importlib.metadata.version('variorum')}"
    except importlib.metadata.PackageNotFoundError:
        return "Variorum"


def report_view(case: Case, title: str) -> ReportView:
    """Return everything the report of `case` shows, under the heading `title`."""
    index = Index(case)
    changed, held = history_views(index)
    board = board_view(index)
    commitments, unresolved = commitment_views(index)
    summary, verdict = _summary(case)
    return ReportView(
        title=title,
        summary=summary,
        verdict=verdict,
        board=board,
        index=filter_view(index, (*board.cards, *board.folded)),
        disputed=frozenset(index.claim_number[claim] for claim in index.contradictions_of),
        claim_ids={index.claim_number[claim.id]: claim.id for claim in index.whole_claims},
        questions=question_views(index),
        speakers=speaker_views(index),
        documents=document_views(index),
        origins=origin_views(index),
        stemma=stemma_view(index),
        changed=changed,
        held=held,
        agreements=agreements_view(index),
        commitments=commitments,
        unresolved=unresolved,
        timeline=timeline_view(index),
        gaps=missing(case),
        tool=tool_name(),
        record=hashlib.sha256(case.to_json().encode("utf-8", "replace")).hexdigest(),
    )
