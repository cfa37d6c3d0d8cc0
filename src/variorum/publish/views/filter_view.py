"""What the page can be filtered by: who says each claim, where, when, and for which position."""

from collections.abc import Iterable, Sequence
from typing import Any

from variorum.edtf import iso_day
from variorum.grouping import grouped
from variorum.model import Claim
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import language_name, speaker_name
from variorum.publish.views.board_view import DisputeView
from variorum.publish.views.documents_view import safe_url


def _days(index: Index, claim: Claim) -> list[str]:
    """Return the days on which a claim was said, or of which it speaks."""
    document = index.case.document_by_id[claim.document]
    told = [document.published, *(when.edtf for when in claim.when)]
    return sorted({day for edtf in told if (day := iso_day(edtf))})


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: n for n, name in enumerate(dict.fromkeys(names))}


def filter_view(index: Index, disputes: Sequence[DisputeView]) -> dict[str, Any]:
    """Return the values that the page's script filters by and cites, as plain lists.

    Each claim is its report, speaker, origin, positions and days, all as numbers that count from 0.
    """
    positions = [(dispute, position) for dispute in disputes for position in dispute.positions]
    taken = grouped(
        (said.number, n)
        for n, (_, position) in enumerate(positions)
        for said in position.quotations
    )
    claims = index.whole_claims
    labels = {name.name: actor.label for actor in index.case.actors for name in actor.names}
    speakers = [labels.get(c.speaker.name) or speaker_name(c.speaker) for c in claims]
    badges = [index.badge_of(claim) for claim in claims]
    origins = [badge.anchor if badge else "" for badge in badges]
    told = [_days(index, claim) for claim in claims]
    days = sorted({day for some in told for day in some})
    speaker_at, origin_at, day_at = map(_numbered, (speakers, origins, days))
    return {
        "documents": [
            {
                "name": document.name,
                "language": document.language or "",
                "tongue": language_name(document.language),
                "published": date_words(document.published) if document.published else "",
                "day": document.published or "",
                "url": safe_url(document.url),
            }
            for document in index.case.documents
        ],
        "speakers": list(speaker_at),
        "origins": list(origin_at),
        "days": days,
        "ids": [claim.id for claim in claims],
        "positions": [
            {
                "id": position.id,
                "dispute": dispute.id,
                "sign": f"{dispute.number}{position.letter}",
                "label": position.label,
                "question": dispute.label,
            }
            for dispute, position in positions
        ],
        "claims": [
            [
                index.document_number[claim.document] - 1,
                speaker_at[speaker],
                origin_at[origin],
                taken.get(index.claim_number[claim.id], []),
                [day_at[day] for day in some],
            ]
            for claim, speaker, origin, some in zip(claims, speakers, origins, told, strict=True)
        ],
    }
