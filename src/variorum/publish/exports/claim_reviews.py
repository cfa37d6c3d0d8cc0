"""ClaimReview (schema.org): every answer to a disputed question, laid out for a reviewer to rate.

Variorum rates nothing: a review says "disputed", without a number, until a person puts a verdict
in its place.
"""

from collections.abc import Iterator

from variorum.case import Json
from variorum.edtf import iso_day
from variorum.model import SpeakerKind
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import speaker_name
from variorum.publish.tables.dispute_tables import DISPUTES
from variorum.publish.tables.table import records
from variorum.publish.views.documents_view import safe_url

REVIEWER = {"@type": "Organization", "name": "Variorum, not reviewed by a person yet"}
_TYPES: dict[SpeakerKind | None, str] = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.ORGANISATION: "Organization",
    SpeakerKind.DOCUMENT: "Organization",
}


def claim_reviews(index: Index) -> Json:
    """Return a graph with a ClaimReview for each answer that somebody gives in a dispute."""
    return {"@context": "https://schema.org", "@graph": list(_reviews(index))}


def _reviews(index: Index) -> Iterator[Json]:
    kinds = {speaker_name(claim.speaker): claim.speaker.kind for claim in index.case.claims}
    for row in records(DISPUTES, index):
        if row["claim"]:
            others = f"{row['because'][0]} " if row["because"] else ""
            yield {
                "@type": "ClaimReview",
                "@id": f"urn:variorum:{row['position']}",
                "claimReviewed": f"{row['question']} {row['answer']}",
                "author": REVIEWER,
                "reviewBody": f"{others}Independent origins behind this answer: {row['origins']}.",
                "itemReviewed": _claim(row, kinds),
                "reviewRating": {"@type": "Rating", "alternateName": "Disputed"},
            }


def _claim(row: Json, kinds: dict[str, SpeakerKind]) -> Json:
    where = {"@type": "CreativeWork", "name": row["report"], "url": safe_url(row["url"])}
    told = {
        "@type": "Claim",
        "@id": f"urn:variorum:{row['claim']}",
        "text": row["quotation"],
        "author": [
            {"@type": _TYPES.get(kinds.get(name), "Thing"), "name": name}
            for name in row["speakers"]
        ],
        "datePublished": iso_day(row["published"]),
        "firstAppearance": {key: value for key, value in where.items() if value},
    }
    return {key: value for key, value in told.items() if value}
