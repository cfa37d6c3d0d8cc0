"""When it happened and when it was said: what the claims speak of, and when they appeared."""

import datetime
from dataclasses import dataclass

from variorum.edtf import ends
from variorum.grouping import grouped
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import Quotation, quotation
from variorum.wording import count

# Days a report speaks of are drawn up to so long before the first and after the last publication;
# a war's beginning decades ago would squeeze the event into one pixel. All days are in the list.
DRAWN_BEFORE = datetime.timedelta(days=120)
DRAWN_AFTER = datetime.timedelta(days=60)


@dataclass(frozen=True)
class Moment:
    """A time as it is drawn: its first and last day (None is open), and how sure it is.

    `anchor` is where it is told, and `label` says when it was, and how much tells of it.
    """

    edtf: str
    first: datetime.date | None
    last: datetime.date | None
    doubtful: bool
    label: str
    anchor: str
    colour: int = 0

    def days(self, window: tuple[datetime.date, datetime.date]) -> list[datetime.date]:
        """Return its days in order; an end that is open is that of the window."""
        return [self.first or window[0], self.last or window[1]]


TimelineEntry = tuple[str, str, tuple[tuple[str, Quotation], ...]]
"""The place and the words of a time, and the claims that speak of it with their words for it."""


@dataclass(frozen=True)
class TimelineView:
    """Two bands on one axis, the times in order, and how many of them lie outside the bands."""

    happened: tuple[Moment, ...]
    said: tuple[Moment, ...]
    window: tuple[datetime.date, datetime.date]
    entries: tuple[TimelineEntry, ...]
    outside: int


def _moment(edtf: str, label: str, anchor: str, colour: int = 0) -> Moment | None:
    """Return an EDTF value as it is drawn; None where neither end is told."""
    first, last = ends(edtf)
    if first is None and last is None:
        return None
    return Moment(edtf, first, last, bool({*"?~%X"} & {*edtf}), label, anchor, colour)


def _said(index: Index) -> tuple[Moment, ...]:
    found = []
    for document in index.case.documents:
        badge = index.document_badge(document)
        label = f"{document.name}, {date_words(document.published)}"
        anchor = f"d{index.document_number[document.id]}"
        moment = _moment(document.published or "", label, anchor, badge.colour if badge else 0)
        found += [moment] if moment and not document.data_set else []
    return tuple(found)


def _window(documents: tuple[Moment, ...]) -> tuple[datetime.date, datetime.date] | None:
    known = [day for moment in documents for day in (moment.first, moment.last) if day]
    return (min(known) - DRAWN_BEFORE, max(known) + DRAWN_AFTER) if known else None


def _sort_key(edtf: str) -> tuple[datetime.date, datetime.date, str]:
    first, last = ends(edtf)
    latest = datetime.date.max
    return first or last or latest, last or latest, edtf


def _entries(index: Index) -> dict[str, TimelineEntry]:
    said = grouped(
        (edtf, (text, quotation(index, claim)))
        for claim in index.whole_claims
        for edtf, text in {when.edtf: when.text for when in reversed(claim.when)}.items()
    )
    return {
        edtf: (f"time-{n}", date_words(edtf), tuple(said[edtf]))
        for n, edtf in enumerate(sorted(said, key=_sort_key), start=1)
    }


def timeline_view(index: Index) -> TimelineView:
    """Return the two bands of a case; they are empty where no report has a known day."""
    entries, said = _entries(index), _said(index)
    window = _window(said) or (datetime.date.min, datetime.date.max)
    moments = [
        _moment(edtf, f"{when}: {count(len(claims), 'claim')}", anchor)
        for edtf, (anchor, when, claims) in entries.items()
    ]
    inside = tuple(
        moment
        for moment in moments
        if moment and window[0] <= moment.days(window)[0] and moment.days(window)[1] <= window[1]
    )
    outside = len(entries) - len(inside)
    shown = [day for moment in (*inside, *said) for day in (moment.first, moment.last) if day]
    narrow = (min(shown), max(shown)) if shown and said else window
    return TimelineView(inside if said else (), said, narrow, tuple(entries.values()), outside)
