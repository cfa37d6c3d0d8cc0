"""The window of an agreement: when it was to hold, and when each side is said to have broken it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
from markupsafe import Markup

from variorum.edtf import days as bounds
from variorum.model import Agreement, BreachStanding, Compliance, ComplianceStatus, Term
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.drawing import FAINT, INK, LINE, data, origin_colour, plain_label, svg
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import UNCLEAR
from variorum.publish.views.evidence_view import Evidence, evidence
from variorum.wording import count

__all__ = ["WindowEntry", "WindowView", "window_view"]

Days = tuple[datetime.date, datetime.date]

LONGEST_NAME = 48
NOBODY = f"party {UNCLEAR}"
# What lies further from the window would squeeze it; it is in the list.
DRAWN_AROUND = datetime.timedelta(days=180)
DAY = datetime.timedelta(days=1)
# Three lanes of a row: the party's name, what was broken, what was kept. Marks of both on one day
# would hide each other.
ROW_HEIGHT = 76
NAME, BROKEN, KEPT = -27, -7, 18
FIGURE = 13
# How a claim of each kind is drawn: its shape, its lane and its size.
SHAPES = {
    ComplianceStatus.BREACHED: ("cross", BROKEN, 110),
    ComplianceStatus.PARTLY: ("diamond", BROKEN, 110),
    ComplianceStatus.KEPT: ("circle", KEPT, 80),
}


@dataclass(frozen=True)
class _Mark:
    """A claim of a day: in which row, and how it is drawn."""

    party: str
    days: Days
    status: ComplianceStatus
    potential: bool
    colour: int


@dataclass(frozen=True)
class WindowEntry:
    """A dated claim that a term was broken or kept: when, by whom, which term and on whose word."""

    when: str
    party: str
    term: int
    anchor: str
    evidence: Evidence


@dataclass(frozen=True)
class WindowView:
    """The chart of an agreement's window, the same as a list, and how many claims are not drawn."""

    span: str
    chart: Markup
    entries: tuple[WindowEntry, ...]
    undrawn: int


def _party(agreement: Agreement, term: Term, told: Compliance) -> str:
    """Return who is said to have acted, by the name the agreement gives them where it has one."""
    name = told.by or (term.obligors[0] if len(term.obligors) == 1 else "")
    known = {party.casefold(): party for party in agreement.parties}
    return known.get(name.casefold(), name) or NOBODY


def _dated(agreement: Agreement) -> list[tuple[Days, Term, Compliance]]:
    """Return the dated claims that terms were broken or kept, in the order of their days."""
    found = [
        (days, term, told)
        for term in agreement.terms
        for told in term.compliance
        if told.status in SHAPES and (days := bounds(told.when))
    ]
    return sorted(found, key=lambda row: (row[0], row[1].id, row[2].claim))


def _span_words(agreement: Agreement) -> str:
    if agreement.start and agreement.end:
        return f"from {date_words(agreement.start)} to {date_words(agreement.end)}"
    if agreement.start:
        return f"from {date_words(agreement.start)}; until when is {UNCLEAR}"
    return f"until {date_words(agreement.end)}; from when is {UNCLEAR}"


def _colour(shown: Evidence) -> int:
    badge = shown.quotation.badge if shown.quotation else None
    return badge.colour if badge else 0


def window_view(index: Index, agreement: Agreement) -> WindowView | None:
    """Return the window of an agreement; None without a day it begins or ends, or a dated claim."""
    first, last = bounds(agreement.start), bounds(agreement.end)
    dated = _dated(agreement)
    if not dated or not (first or last):
        return None
    known = [days for days in (first, last) if days]
    earliest = min(days[0] for days in known) - DRAWN_AROUND
    latest = max(days[1] for days in known) + DRAWN_AROUND
    entries, marks = [], []
    for days, term, told in dated:
        party, shown = _party(agreement, term, told), evidence(index, told)
        agreed = index.agreed
        place = agreed.term_number[term.id], agreed.term_anchor(agreement, term)
        entries.append(WindowEntry(date_words(told.when), party, *place, shown))
        if earliest <= days[0] and days[1] <= latest:
            potential = told.standing is BreachStanding.POTENTIAL
            marks.append(_Mark(party, days, told.status, potential, _colour(shown)))
    span = _span_words(agreement)
    label = f"{agreement.label}, {span}: {count(len(marks), 'claim')} by day; listed below."
    held = (first[0] if first else None, last[1] + DAY if last else None)
    chart = _chart(agreement.parties, held, marks, label)
    return WindowView(span, chart, tuple(entries), len(entries) - len(marks))


def _records(rows: Sequence[str], marks: Sequence[_Mark]) -> list[dict[str, Any]]:
    """Return a record for each mark; claims of one kind, party and time are drawn as one mark.

    It has the colour of their origin, or the neutral one where they have several.
    """
    together: dict[tuple[str, Days, ComplianceStatus, bool], list[int]] = {}
    for mark in marks:
        key = (mark.party, mark.days, mark.status, mark.potential)
        together.setdefault(key, []).append(mark.colour)
    return [
        {
            "row": rows.index(party),
            "from": days[0].isoformat(),
            "to": (days[1] + DAY).isoformat(),
            # Whoever tells of a month does not mean the first of it.
            "on": _middle(days),
            "long": days[1] - days[0] > DAY,
            "status": status,
            "potential": potential,
            "colour": origin_colour(colours[0] if len(set(colours)) == 1 else 0),
            "several": f"{len(colours)}" if len(colours) > 1 else "",
        }
        for (party, days, status, potential), colours in together.items()
    ]


def _middle(days: Days) -> str:
    start = datetime.datetime.combine(days[0], datetime.time.min)
    end = datetime.datetime.combine(days[1] + DAY, datetime.time.min)
    return (start + (end - start) / 2).isoformat()


def _chart(
    parties: Sequence[str],
    held: tuple[datetime.date | None, datetime.date | None],
    marks: Sequence[_Mark],
    label: str,
) -> Markup:
    """Draw the days an agreement was to hold as a band, and the claims of each party in its row."""
    others = dict.fromkeys(mark.party for mark in marks if mark.party not in parties)
    rows = [*parties, *others]
    if not marks:
        return Markup("")
    records = _records(rows, marks)
    scale = alt.Scale(type="utc")
    names = [{"row": n, "label": plain_label(name, LONGEST_NAME)} for n, name in enumerate(rows)]
    y = alt.Y("row:O", axis=None)
    layers = [
        *_band(held, records, scale),
        *_drawn(records, scale, y),
        alt.Chart(data(names))
        .mark_text(align="left", dy=NAME)
        .encode(x=alt.value(4), y=y, text="label:N", color=alt.value(INK)),
    ]
    return svg(layers, len(rows), label, ROW_HEIGHT)


def _band(
    held: tuple[datetime.date | None, datetime.date | None],
    records: Sequence[dict[str, Any]],
    scale: alt.Scale,
) -> list[alt.Chart]:
    """Draw the band and a line at each end that is told; one that is not runs to the last mark."""
    first, last = (day.isoformat() if day else None for day in held)
    ends = [day for day in (first, last) if day]
    days = [*ends, *(record[end] for record in records for end in ("from", "to"))]
    band = [{"from": first or min(days), "to": last or max(days)}]
    axis = alt.Axis(format="%-d %b %Y", labelOverlap=True, labelFlush=True, tickCount=4, title=None)
    area = alt.Chart(data(band)).mark_rect(opacity=0.45)
    lines = alt.Chart(data([{"on": day} for day in ends]))
    return [
        area.encode(x=alt.X("from:T", scale=scale, axis=axis), x2="to:T", color=alt.value(LINE)),
        lines.mark_rule(strokeWidth=1.5, strokeDash=[4, 3]).encode(
            x=alt.X("on:T", scale=scale), color=alt.value(FAINT)
        ),
    ]


def _drawn(records: Sequence[dict[str, Any]], scale: alt.Scale, y: alt.Y) -> list[alt.Chart]:
    """Draw the marks: hollow where a claim only may mean a breach, with their number if several."""
    layers = []
    colour = alt.Color("colour:N", scale=None)
    for status, (shape, lane, size) in SHAPES.items():
        for potential in (False, True):
            rows = [r for r in records if r["status"] is status and r["potential"] is potential]
            if not rows:
                continue
            chart = alt.Chart(data([{**row, "status": status.value} for row in rows]))
            x = alt.X("on:T", scale=scale)
            layers += [
                chart.transform_filter("datum.long")
                .mark_rule(strokeWidth=2, yOffset=lane)
                .encode(x=alt.X("from:T", scale=scale), x2="to:T", y=y, color=colour),
                chart.mark_point(
                    shape=shape, size=size, filled=not potential, opacity=1, yOffset=lane
                ).encode(x=x, y=y, color=colour),
                chart.mark_text(dy=lane + FIGURE, fontSize=11).encode(
                    x=x, y=y, text="several:N", color=alt.value(INK)
                ),
            ]
    return layers
