"""The claims as a table, one row a claim."""

from variorum.case import Json
from variorum.model import Claim, Document, SceneRole
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import speaker_name
from variorum.publish.tables.table import Row, row_of, table


def told_on(document: Document, start: int) -> str:
    """Return when the words at `start` were published, EDTF; "" where it is not known.

    The date of a section, such as an update, comes before that of its report.
    """
    section = document.section_at(start)
    return (section.published if section else None) or document.published or ""


def happened(claim: Claim) -> str | None:
    """Return when what a claim tells happened, EDTF, where the claim tells one time of it."""
    told = {when.edtf for when in claim.when if when.role is SceneRole.HAPPENING}
    return told.pop() if len(told) == 1 else None


def told_of(index: Index, key: str) -> Json:
    """Return what rows have of a claim by its id: nothing where it is a row of a data set."""
    claim = index.case.claim_by_id.get(key)
    if claim is None:
        return {}
    report = index.case.document_by_id[claim.document]
    origin = index.case.origin_by_claim.get(key)
    when, who = told_on(report, claim.start), speaker_name(claim.speaker)
    return {"claim": claim, "report": report, "origin": origin, "told_on": when, "told_by": who}


def _row(index: Index, claim: Claim) -> Row:
    told = {
        **told_of(index, claim.id),
        "asked": index.questions_of.get(claim.id, []),
        "clashes": [clash for _, clash in index.contradictions_of.get(claim.id, [])],
        "happening": index.case.happening_by_claim.get(claim.id),
        "happened": happened(claim),
        "places": [place.known_as or place.name for place in claim.places],
    }
    return row_of(CLAIMS, told)


# Where a claim has several measures or content spans, a cell holds them in the same order; an open
# bound is empty.
CLAIMS = table("claims", lambda index: (_row(index, claim) for claim in index.case.claims))
