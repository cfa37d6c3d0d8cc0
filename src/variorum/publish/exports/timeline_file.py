"""TimelineJS (Knight Lab): a slide for each claim that tells when it happened, in its words."""

import datetime
from collections.abc import Iterator

from markupsafe import escape

from variorum.case import Json
from variorum.edtf import ends
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.base.streamed import Streamed
from variorum.publish.tables.claim_table import CLAIMS
from variorum.publish.tables.table import records
from variorum.publish.views.documents_view import safe_url
from variorum.publish.views.overview.abstract_view import abstract
from variorum.publish.views.overview.title_view import title_of
from variorum.wording import shortened

HEADLINE = 90
"""Characters of a slide's heading."""


def timeline(index: Index) -> Json:
    """Return a timeline with the record's title and abstract, and its dated claims as slides.

    A claim whose time is open at one end, or of which no one time is told, has no slide.
    """
    title = {
        "headline": escape(title_of(index.case)),
        "text": " ".join(str(escape(sentence.text)) for sentence in abstract(index)),
    }
    return {
        "title": {"text": title},
        "events": Streamed(
            lambda: iter(sorted(_slides(index), key=lambda s: [*s["start_date"].values()]))
        ),
        "scale": "human",
    }


def _slides(index: Index) -> Iterator[Json]:
    labels = {happening.id: happening.label for happening in index.case.happenings}
    for claim, row in zip(index.case.claims, records(CLAIMS, index), strict=True):
        first, last = ends(row["happened"])
        if claim.part_of is None and first and last:
            yield {
                "start_date": _day(first),
                "end_date": _day(last),
                "display_date": date_words(row["happened"]),
                "text": {"headline": escape(shortened(claim.text, HEADLINE)), "text": _said(row)},
                "group": escape(labels.get(row["happening"], "")),
                "unique_id": claim.id,
            }


def _said(row: Json) -> str:
    """Return the words and who says them, as HTML in which nothing of a report is markup."""
    source = f"{escape(row['publisher'])}, {date_words(row['published'])}"
    if link := safe_url(row["url"]):
        source = f'<a href="{escape(link)}">{source}</a>'
    said = f"<blockquote>{escape(row['content'])}</blockquote>"
    return f"{said}<p>{escape(row['speaker'])} ({source})</p>"


def _day(day: datetime.date) -> Json:
    return {"year": day.year, "month": day.month, "day": day.day}
