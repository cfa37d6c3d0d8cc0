"""When the reports appeared, and the days their claims speak of."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from variorum.edtf import days as bounds
from variorum.model import Change, Document, When
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import Quotation, quotation
from variorum.wording import shortened

__all__ = ["TimeRow", "TimelineEntry", "TimelineView", "timeline_view"]

LONGEST_NAME = 48
# Days a report speaks of are drawn up to so long before the first and after the last publication;
# a war's beginning decades ago would squeeze the event into one pixel. All days are in the list.
DRAWN_BEFORE = datetime.timedelta(days=120)
DRAWN_AFTER = datetime.timedelta(days=60)

Days = tuple[datetime.date, datetime.date]


@dataclass(frozen=True)
class TimeRow:
    """One report on the timeline: when it was published, and the days its claims speak of."""

    label: str
    published: Days | None
    claimed: tuple[Days, ...]
    colour: int
    changed: bool = False
    """Whether it holds an answer that its speaker had given otherwise before."""


@dataclass(frozen=True)
class TimelineEntry:
    """A time that is claimed, and the claims that speak of it with their words for it."""

    when: str
    claims: tuple[tuple[str, Quotation], ...]


@dataclass(frozen=True)
class TimelineView:
    """The rows of the chart, the times in order, and how many days lie outside the chart."""

    rows: tuple[TimeRow, ...]
    entries: tuple[TimelineEntry, ...]
    outside: int


def _window(documents: tuple[Document, ...]) -> Days:
    dates = [days for document in documents if (days := bounds(document.published))]
    if not dates:
        return datetime.date.min, datetime.date.max
    return min(d[0] for d in dates) - DRAWN_BEFORE, max(d[1] for d in dates) + DRAWN_AFTER


def _rows(index: Index, window: Days) -> tuple[list[TimeRow], int]:
    rows, outside = [], 0
    changing = _changing(index)
    for document in index.case.documents:
        whens = [w for claim in index.claims_of.get(document.id, []) for w in claim.when]
        days = list(dict.fromkeys(d for when in whens if (d := bounds(when.edtf))))
        inside = tuple(d for d in days if window[0] <= d[0] and d[1] <= window[1])
        outside += len(days) - len(inside)
        badge = index.document_badge(document)
        row = TimeRow(
            label=shortened(f"{badge.siglum if badge else ''}  {document.name}", LONGEST_NAME),
            published=bounds(document.published),
            claimed=inside,
            colour=badge.colour if badge else 0,
            changed=document.id in changing,
        )
        if inside or row.changed:
            rows.append(row)
    rows.sort(key=lambda row: (row.published or (datetime.date.max,) * 2, row.label))
    return rows, outside


def _changing(index: Index) -> frozenset[str]:
    """Return the documents in which somebody answers otherwise than before."""
    last = (h.steps[-1].claim for h in index.case.histories if h.change is not Change.HELD)
    return frozenset(index.case.claim_by_id[claim].document for claim in last)


def _sort_key(edtf: str) -> tuple[datetime.date, datetime.date, str]:
    days = bounds(edtf)
    return (*days, edtf) if days else (datetime.date.max, datetime.date.max, edtf)


def _entries(index: Index) -> tuple[TimelineEntry, ...]:
    said: dict[str, list[tuple[str, Quotation]]] = {}
    for claim in index.whole_claims:
        whens: dict[str, When] = {}
        for when in claim.when:
            whens.setdefault(when.edtf, when)
        for edtf, when in whens.items():
            said.setdefault(edtf, []).append((when.text, quotation(index, claim)))
    return tuple(
        TimelineEntry(date_words(edtf), tuple(said[edtf])) for edtf in sorted(said, key=_sort_key)
    )


def timeline_view(index: Index) -> TimelineView:
    """Return the timeline of a case; it has no rows when no claim speaks of a known day."""
    rows, outside = _rows(index, _window(index.case.documents))
    return TimelineView(tuple(rows), _entries(index), outside)
