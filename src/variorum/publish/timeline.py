"""When the reports appeared, and the days their claims speak of."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from markupsafe import Markup

from variorum.model import Document, When
from variorum.publish.charts import TimeRow, plain_label, timeline_chart
from variorum.publish.dates import bounds, date_words
from variorum.publish.index import Index
from variorum.publish.quotations import Quotation, quotation

__all__ = ["TimelineEntry", "TimelineView", "timeline_view"]

LONGEST_NAME = 22
# Days a report speaks of are drawn up to so long before the first and after the last publication;
# a war's beginning decades ago would squeeze the event into one pixel. All days are in the list.
DRAWN_BEFORE = datetime.timedelta(days=120)
DRAWN_AFTER = datetime.timedelta(days=60)

Days = tuple[datetime.date, datetime.date]


@dataclass(frozen=True)
class TimelineEntry:
    """A time that is claimed, and the claims that speak of it with their words for it."""

    when: str
    claims: tuple[tuple[str, Quotation], ...]


@dataclass(frozen=True)
class TimelineView:
    """The chart, the times in order, and how many days lie outside the chart."""

    chart: Markup
    entries: tuple[TimelineEntry, ...]
    outside: int


def _window(documents: tuple[Document, ...]) -> Days:
    dates = [days for document in documents if (days := bounds(document.published))]
    if not dates:
        return datetime.date.min, datetime.date.max
    return min(d[0] for d in dates) - DRAWN_BEFORE, max(d[1] for d in dates) + DRAWN_AFTER


def _rows(index: Index, window: Days) -> tuple[list[TimeRow], int]:
    rows, outside = [], 0
    for document in index.case.documents:
        whens = [w for claim in index.claims_of.get(document.id, []) for w in claim.when]
        days = list(dict.fromkeys(d for when in whens if (d := bounds(when.edtf))))
        inside = tuple(d for d in days if window[0] <= d[0] and d[1] <= window[1])
        outside += len(days) - len(inside)
        badge = index.document_badge(document)
        row = TimeRow(
            label=plain_label(f"{badge.siglum if badge else ''}  {document.name}", LONGEST_NAME),
            published=bounds(document.published),
            claimed=inside,
            colour=badge.colour if badge else 0,
        )
        if inside:
            rows.append(row)
    rows.sort(key=lambda row: (row.published or (datetime.date.max,) * 2, row.label))
    return rows, outside


def _sort_key(edtf: str) -> tuple[datetime.date, datetime.date, str]:
    days = bounds(edtf)
    return (*days, edtf) if days else (datetime.date.max, datetime.date.max, edtf)


def _entries(index: Index) -> tuple[TimelineEntry, ...]:
    said: dict[str, list[tuple[str, Quotation]]] = {}
    for claim in index.case.claims:
        whens: dict[str, When] = {}
        for when in claim.when:
            whens.setdefault(when.edtf, when)
        for edtf, when in whens.items():
            said.setdefault(edtf, []).append((when.text, quotation(index, claim)))
    return tuple(
        TimelineEntry(date_words(edtf), tuple(said[edtf])) for edtf in sorted(said, key=_sort_key)
    )


def timeline_view(index: Index) -> TimelineView:
    """Return the timeline of a case; its chart is empty when no claim speaks of a known day."""
    rows, outside = _rows(index, _window(index.case.documents))
    label = f"When {len(rows)} reports appeared, and the days their claims speak of; listed below."
    return TimelineView(timeline_chart(rows, label), _entries(index), outside)
