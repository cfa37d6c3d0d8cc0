"""What the report shows, worked out from a case: pure functions from records to plain values."""

import hashlib
import importlib.metadata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PureWindowsPath
from typing import Any

from variorum.case import Case
from variorum.model import Gap
from variorum.publish.base.index import COLOURS, Index, siglum
from variorum.publish.views.agreed.agreements_view import AgreementsView, agreements_view
from variorum.publish.views.agreed.commitments_view import CommitmentView, commitment_views
from variorum.publish.views.board_view import Board, board_view
from variorum.publish.views.corrections_view import Correction, corrections_view
from variorum.publish.views.decisions_view import DecisionView, decision_views
from variorum.publish.views.distortions_view import DistortionView, distortion_views
from variorum.publish.views.documents_view import DocumentView, document_views
from variorum.publish.views.filter_view import filter_view
from variorum.publish.views.histories_view import HistoryView, history_views
from variorum.publish.views.missing_view import missing
from variorum.publish.views.overview.abstract_view import abstract
from variorum.publish.views.overview.matrix_view import Matrix, matrix
from variorum.publish.views.places_view import PlacesView, places_view
from variorum.publish.views.questions_view import QuestionView, question_views
from variorum.publish.views.sources_view import OriginView, SpeakerView, origin_views, speaker_views
from variorum.publish.views.stemma_view import StemmaView, stemma_view
from variorum.publish.views.suggestions_view import SuggestionView, suggestion_views
from variorum.publish.views.timeline_view import TimelineView, timeline_view

Abstract = tuple[tuple[tuple[str, tuple[int, ...]], ...], ...]
# The reports of a case with more claims than this are packed.
MOST_WHOLE = 2_000
# So much of a list is shown before it is opened; of reports and origins, each one line, more.
MOST_LISTED, MOST_REPORTS, MOST_ROWS = 8, 16, 12


@dataclass(frozen=True)
class ReportView:
    """Everything on the page, in its order."""

    title: str
    abstract: Abstract
    board: Board
    index: dict[str, Any]
    disputed: frozenset[int]
    matrix: Matrix
    colour_of: Mapping[str, int]
    numbers: Mapping[str, int]
    differing: tuple[QuestionView, ...]
    questions: tuple[QuestionView, ...]
    speakers: tuple[SpeakerView, ...]
    documents: tuple[DocumentView, ...]
    origins: tuple[OriginView, ...]
    stemma: StemmaView
    places: PlacesView
    distortions: tuple[DistortionView, ...]
    changed: tuple[HistoryView, ...]
    held: tuple[HistoryView, ...]
    agreements: AgreementsView
    commitments: tuple[CommitmentView, ...]
    unresolved: tuple[CommitmentView, ...]
    timeline: TimelineView
    decisions: tuple[DecisionView, ...]
    corrections: tuple[Correction, ...]
    gaps: tuple[Gap, ...]
    suggestions: tuple[SuggestionView, ...]
    tool: str
    record: str
    packed: bool
    """Whether the reports are compressed in the page, each to be unpacked when it is opened."""
    most_listed: int = MOST_LISTED
    most_reports: int = MOST_REPORTS
    most_rows: int = MOST_ROWS


def _abstract(index: Index) -> Abstract:
    """Return the sentences of the abstract as clauses, each with the numbers of its claims."""
    numbers = index.claim_number
    return tuple(
        tuple(
            (clause.text, tuple(dict.fromkeys(numbers[claim] for claim in clause.claims)))
            for clause in sentence.clauses
        )
        for sentence in abstract(index)
    )


def tool_name() -> str:
    """Return the name and version of this tool."""
    try:
        return f"Variorum {importlib.metadata.version('variorum')}"
    except importlib.metadata.PackageNotFoundError:
        return "Variorum"


def report_view(case: Case, title: str, packed: bool | None = None) -> ReportView:
    """Return everything the report of `case` shows, under the heading `title`.

    Its reports are `packed` or not as is said, else by how many claims there are.
    """
    index = Index(case)
    changed, held = history_views(index)
    board = board_view(index)
    questions = question_views(index)
    commitments, unresolved = commitment_views(index)
    rows = matrix(index)
    most = max((len(conflict.answers) for conflict in rows.conflicts), default=0)
    return ReportView(
        title=title,
        abstract=_abstract(index),
        board=board,
        index=filter_view(index, (*board.cards, *board.folded)),
        disputed=frozenset(index.claim_number[claim] for claim in index.contradictions_of),
        matrix=rows,
        colour_of={siglum(n): n % COLOURS + 1 for n in range(most)},
        numbers=index.claim_number,
        differing=tuple(q for q in questions if q.differing),
        questions=tuple(q for q in questions if not q.differing),
        speakers=speaker_views(index),
        documents=document_views(index),
        origins=origin_views(index),
        stemma=stemma_view(index),
        places=places_view(index),
        distortions=distortion_views(index),
        changed=changed,
        held=held,
        agreements=agreements_view(index),
        commitments=commitments,
        unresolved=unresolved,
        timeline=timeline_view(index),
        decisions=decision_views(index),
        corrections=corrections_view(index),
        gaps=tuple(
            gap.model_copy(update={"what": PureWindowsPath(gap.what).name})
            if gap.kind == "document"
            else gap
            for gap in missing(case)
        ),
        suggestions=suggestion_views(case),
        tool=tool_name(),
        record=_hash(case),
        packed=len(case.claims) > MOST_WHOLE if packed is None else packed,
    )


def _hash(case: Case) -> str:
    """Return the SHA-256 of the record as JSON in one line."""
    told = hashlib.sha256()
    for part in case.json_parts(indent=None):
        told.update(part.encode("utf-8", "replace"))
    return told.hexdigest()
