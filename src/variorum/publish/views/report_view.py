"""What the report shows, worked out from a case: pure functions from records to plain values."""

import hashlib
import importlib.metadata
from pathlib import PureWindowsPath
from types import SimpleNamespace

from variorum.case import Case
from variorum.publish.base.index import COLOURS, Index, siglum
from variorum.publish.views.agreed.agreements_view import agreements_view
from variorum.publish.views.agreed.commitments_view import commitment_views
from variorum.publish.views.board_view import board_view
from variorum.publish.views.corrections_view import corrections_view
from variorum.publish.views.decisions_view import decision_views
from variorum.publish.views.distortions_view import distortion_views
from variorum.publish.views.documents_view import document_views
from variorum.publish.views.filter_view import filter_view
from variorum.publish.views.histories_view import history_views
from variorum.publish.views.missing_view import missing
from variorum.publish.views.overview.abstract_view import abstract
from variorum.publish.views.overview.matrix_view import matrix
from variorum.publish.views.places_view import places_view
from variorum.publish.views.questions_view import question_views
from variorum.publish.views.sources_view import origin_views, speaker_views
from variorum.publish.views.stemma_view import stemma_view
from variorum.publish.views.suggestions_view import suggestion_views
from variorum.publish.views.timeline_view import timeline_view

Abstract = tuple[tuple[tuple[str, tuple[int, ...]], ...], ...]
# The reports of a case with more claims than this are packed.
MOST_WHOLE = 2_000
# So much of a list is shown before it is opened; of reports and origins, each one line, more.
MOST_LISTED, MOST_REPORTS, MOST_ROWS = 8, 16, 12


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


def report_view(case: Case, title: str, packed: bool | None = None) -> SimpleNamespace:
    """Return everything the report of `case` shows, under the heading `title`.

    Its reports are `packed`, to be unpacked when each is opened, or not, as is said; else by how
    many claims there are.
    """
    index = Index(case)
    changed, held = history_views(index)
    board = board_view(index)
    questions = question_views(index)
    commitments, unresolved = commitment_views(index)
    rows = matrix(index)
    most = max((len(conflict.answers) for conflict in rows.conflicts), default=0)
    return SimpleNamespace(
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
        most_listed=MOST_LISTED,
        most_reports=MOST_REPORTS,
        most_rows=MOST_ROWS,
    )


def _hash(case: Case) -> str:
    """Return the SHA-256 of the record as JSON in one line."""
    told = hashlib.sha256()
    for part in case.json_parts(indent=None):
        told.update(part.encode("utf-8", "replace"))
    return told.hexdigest()
