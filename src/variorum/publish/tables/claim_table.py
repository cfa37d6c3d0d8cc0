"""The claims as a table, one row a claim."""

from variorum.model import Claim, Document, SceneRole
from variorum.publish.base.index import Index
from variorum.publish.tables.table import Row, table


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


def _row(index: Index, claim: Claim) -> Row:
    case, speaker = index.case, claim.speaker
    document = case.document_by_id[claim.document]
    asked = index.questions_of.get(claim.id, [])
    clashes = index.contradictions_of.get(claim.id, [])
    origin = case.origin_by_claim.get(claim.id)
    return (
        claim.id,
        document.id,
        document.path,
        document.name,
        document.published,
        document.language,
        speaker.name,
        speaker.kind.value,
        speaker.role.value,
        [link.name for link in claim.relay],
        claim.stance.value,
        claim.certainty.value,
        claim.form.value,
        claim.cue.exact if claim.cue else None,
        claim.text,
        [span.start for span in claim.content],
        [span.end for span in claim.content],
        [measure.text for measure in claim.measures],
        [measure.low for measure in claim.measures],
        [measure.high for measure in claim.measures],
        [measure.kind for measure in claim.measures],
        [question.id for question in asked],
        [question.label for question in asked],
        [clash.id for _, clash in clashes],
        origin.id if origin else None,
        document.url,
        case.happening_by_claim.get(claim.id),
        [when.edtf for when in claim.when],
        happened(claim),
        [place.known_as or place.name for place in claim.places],
        claim.review.state.value if claim.review else None,
    )


# Where a claim has several measures or content spans, a cell holds them in the same order; an open
# bound is empty.
CLAIMS = table("claims", lambda index: (_row(index, claim) for claim in index.case.claims))
