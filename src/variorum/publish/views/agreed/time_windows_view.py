"""The window of an agreement: when it was to hold, and when each side is said to have broken it."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace

from variorum.edtf import days as bounds
from variorum.grouping import grouped
from variorum.model import Agreement, BreachStanding, Compliance, ComplianceStatus, Term
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import UNCLEAR
from variorum.publish.views.agreed.evidence_view import evidence
from variorum.wording import count

Days = tuple[datetime.date, datetime.date]

# What lies further from the window would squeeze it; it is in the list.
DRAWN_AROUND = datetime.timedelta(days=180)
# The claims that are listed: of those, it is said that something happened.
DATED = (ComplianceStatus.BREACHED, ComplianceStatus.PARTLY, ComplianceStatus.KEPT)


Key = tuple[str, Days, ComplianceStatus, bool]
"""What claims tell that are drawn as one: of whom, when, which status, and whether it may be."""


@dataclass(frozen=True)
class WindowDrawing:
    """The days an agreement was to hold, the parties, and the colours of the claims that are drawn.

    The end of `held` is the day after the last; an end that no report tells is None.
    """

    parties: tuple[str, ...]
    held: tuple[datetime.date | None, datetime.date | None]
    marks: Mapping[Key, Sequence[int]]
    label: str


def _dated(agreement: Agreement) -> list[tuple[Days, Term, Compliance]]:
    """Return the dated claims that terms were broken or kept, in the order of their days."""
    found = [
        (days, term, told)
        for term in agreement.terms
        for told in term.compliance
        if told.status in DATED and (days := bounds(told.when))
    ]
    return sorted(found, key=lambda row: (row[0], row[1].id, row[2].claim))


def _span_words(agreement: Agreement) -> str:
    if agreement.start and agreement.end:
        return f"from {date_words(agreement.start)} to {date_words(agreement.end)}"
    if agreement.start:
        return f"from {date_words(agreement.start)}; its end is {UNCLEAR}"
    return f"until {date_words(agreement.end)}; its beginning is {UNCLEAR}"


def window_view(index: Index, agreement: Agreement) -> SimpleNamespace | None:
    """Return the window of an agreement; None without a day it begins or ends, or a dated claim.

    It is a chart, the same as a list, and how many claims are not drawn. An entry is a dated claim
    that a term was broken or kept: when, by whom, the number and the place of the term, and on
    whose word.
    """
    first, last = bounds(agreement.start), bounds(agreement.end)
    dated = _dated(agreement)
    if not dated or not (first or last):
        return None
    known = [days for days in (first, last) if days]
    earliest = min(days[0] for days in known) - DRAWN_AROUND
    latest = max(days[1] for days in known) + DRAWN_AROUND
    names = {party.casefold(): party for party in agreement.parties}
    entries, marks = [], []
    for days, term, told in dated:
        name = told.by or (term.obligors[0] if len(term.obligors) == 1 else "")
        party = names.get(name.casefold(), name) or f"party {UNCLEAR}"
        shown = evidence(index, told)
        agreed = index.agreed
        place = agreed.term_number[term.id], agreed.term_anchor(agreement, term)
        entries.append((date_words(told.when), party, *place, shown))
        if earliest <= days[0] and days[1] <= latest:
            potential = told.standing is BreachStanding.POTENTIAL
            badge = shown.quotation.badge if shown.quotation else None
            marks.append(((party, days, told.status, potential), badge.colour if badge else 0))
    span = _span_words(agreement)
    label = f"{agreement.label}, {span}: {count(len(marks), 'claim')} by day; listed below."
    held = (first[0] if first else None, last[1] + datetime.timedelta(days=1) if last else None)
    drawn = WindowDrawing(tuple(agreement.parties), held, grouped(marks), label) if marks else None
    left = len(entries) - len(marks)
    return SimpleNamespace(span=span, drawing=drawn, entries=tuple(entries), undrawn=left)
