"""What was promised, ordered, intended or foretold outside agreements, and what came of it."""

from dataclasses import dataclass

from variorum.model import Commitment, ComplianceStatus
from variorum.publish.base import vocabulary
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import Quotation, quotation
from variorum.publish.views.agreed.evidence_view import GRAVE


@dataclass(frozen=True)
class CommitmentView:
    """One commitment: who holds it, what it is, and what is claimed to have come of it."""

    holder: str
    stance: str
    content: str
    quotation: Quotation
    made: str
    due: str
    status: str
    grave: bool
    because: str
    outcome: tuple[Quotation, ...]


Views = tuple[CommitmentView, ...]


def _is_open(commitment: Commitment) -> bool:
    """Whether no report tells what came of it."""
    return not commitment.claims and commitment.status is ComplianceStatus.UNCLEAR


def _view(index: Index, commitment: Commitment) -> CommitmentView:
    claims = index.case.claim_by_id
    speaker = claims[commitment.claim].speaker
    named = (
        vocabulary.speaker_name(speaker) if commitment.holder == speaker.name else commitment.holder
    )
    words = vocabulary.OUTCOME_WORDS.get(commitment.stance, {})
    return CommitmentView(
        holder=named[:1].upper() + named[1:],
        stance=vocabulary.STANCE_WORDS[commitment.stance],
        content=commitment.content,
        quotation=quotation(index, claims[commitment.claim]),
        made=date_words(commitment.made),
        due=date_words(commitment.due) if commitment.due else "",
        status=words.get(commitment.status, vocabulary.COMPLIANCE_WORDS[commitment.status]),
        grave=commitment.status in GRAVE,
        # The list that it stands in says so of all of them.
        because="" if _is_open(commitment) else commitment.because,
        outcome=tuple(quotation(index, claims[c]) for c in commitment.claims if c in claims),
    )


def commitment_views(index: Index) -> tuple[Views, Views]:
    """Return the commitments of which an outcome is told, and those of which nobody tells one."""
    every = index.case.commitments
    told = tuple(_view(index, one) for one in every if not _is_open(one))
    return told, tuple(_view(index, one) for one in every if _is_open(one))
