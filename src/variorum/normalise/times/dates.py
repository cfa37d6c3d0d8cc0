"""Times: every time expression of a text as EDTF and TimeML, resolved against the date of its part.

The base is the date of the section the words stand in, else that of the document, or, for words
such as "a month later", the time named before; `When.anchor_kind` says which. What cannot be
resolved is not guessed: a year that nothing tells is XXXX, and a weekday without a base date, a
length of time and "recently" give a When that is not `dated`.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field

from spacy.tokens import Doc

from variorum.language.backends import Readers
from variorum.language.calendar import Base, Partial, base_of, first_day
from variorum.model import AnchorKind, Document, When
from variorum.normalise.times.context import Context, Reading
from variorum.normalise.times.dates_by_lexicon import dates as by_lexicon
from variorum.normalise.times.relative_times import read
from variorum.normalise.times.tense import are_near, is_ahead
from variorum.normalise.times.time_mentions import UNCOUNTED, Mention, find
from variorum.text import paragraphs, span

__all__ = ["dates"]

UNKNOWN = "XXXX"
_BETWEEN = re.compile(r"(?:between|from) $", re.IGNORECASE)
_SINCE = re.compile(r"\bsince(?:\s+the)?\s*$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till)(?:\s+the)?\s*$", re.IGNORECASE)
# Forms that may lie on either side of the base.
TENSED = frozenset(
    {"day", "days", "month", "weekday", "weekend", "season", "quarter", "half", "holiday", "hijri"}
    | {"modified", "clock", "part_of", "offset"}
)
# A quarter told as "a year earlier" is not the one that the text goes on about.
BACKWARDS = frozenset({"offset", "back_quarter", "told_year"})
QUARTER = re.compile(r"\d{4}-Q\d\Z")


@dataclass
class _Told:
    """What the text has told so far."""

    document: Document
    starts: list[int]
    date: tuple[int, When] | None = None
    absolute: tuple[int, Base, int] | None = None
    quarter: tuple[int, str] | None = None
    value: str | None = None
    found: list[When] = field(default_factory=list)

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph that holds `offset`."""
        return bisect.bisect_right(self.starts, offset)

    def note(self, when: When, paragraph: int, form: str) -> None:
        """Remember what `when` tells."""
        self.found.append(when)
        if when.timex and form not in BACKWARDS and QUARTER.match(when.timex):
            self.quarter = (paragraph, when.timex)
        if not when.dated:
            return
        self.date = (paragraph, when)
        base = base_of(when.edtf) if when.anchor is None and "-" in when.edtf else None
        if base is not None:
            self.absolute = (paragraph, base, when.span.end)

    def _year_told(self, mention: Mention, here: int) -> Base | None:
        """Return the absolute date of the sentence or the one before, in the same paragraph."""
        if self.absolute is None or self.absolute[0] != here:
            return None
        _, base, end = self.absolute
        return base if are_near(self.document.text, end, mention.start) else None

    def context(self, mention: Mention) -> Context:
        """Return what `mention` is to be read with."""
        section = self.document.section_at(mention.start)
        own = section.published if section else None
        here = self.paragraph(mention.start)
        near = self.date and self.date[0] >= here - 1
        return Context(
            base=base_of(own or self.document.published),
            base_kind=AnchorKind.SECTION if own else AnchorKind.DOCUMENT,
            told=base_of(self.date[1].edtf) if near and self.date else None,
            year_told=self._year_told(mention, here),
            quarter=self.quarter[1] if self.quarter and self.quarter[0] >= here - 3 else None,
            ahead=mention.form in TENSED
            and is_ahead(self.document.text, mention.start, mention.end),
        )


def dates(document: Document, doc: Doc | None = None) -> list[When]:
    """Return the times named in the document, in order of their start; they never overlap.

    Those that are not `dated` name no place in the calendar, and no claim holds them. `doc` is
    accepted so that all of normalise is called alike; the grammar reads the text alone.
    """
    del doc
    reader = READERS.of(document)
    return reader(document) if reader else []


def _english(document: Document) -> list[When]:
    told = _Told(document, [start for start, _ in paragraphs(document.text)])
    for mention in find(document.text):
        found = read(mention, told.context(mention))
        if found is not None:
            told.note(_when(document, mention, found), told.paragraph(mention.start), mention.form)
    return _ranges(document, told.found)


def _when(document: Document, mention: Mention, found: Reading) -> When:
    where = span(document, mention.start, mention.end)
    edtf = found.edtf
    if edtf is not None and mention.form not in UNCOUNTED:
        edtf = _open_ended(document.text, mention, edtf)
    return When(
        edtf=edtf or UNKNOWN,
        text=where.exact,
        span=where,
        anchor=found.base.edtf if found.base else None,
        anchor_kind=found.anchor,
        timex=found.value,
        timex_type=found.kind,
        dated=edtf is not None,
    )


def _ranges(document: Document, found: list[When]) -> list[When]:
    """Join "between 28 November and 28 December" and "from Monday to Friday" into one interval."""
    joined: list[When] = []
    for when in found:
        last = joined[-1] if joined else None
        interval = _interval(document.text, last, when) if last else None
        if last and interval:
            start = _range_start(document.text, last.span.start)
            where = span(document, start, when.span.end)
            changed = {"edtf": interval, "text": where.exact, "span": where}
            joined[-1] = last.model_copy(update=changed)
        else:
            joined.append(when)
    return joined


def _range_start(text: str, start: int) -> int:
    lead = _BETWEEN.search(text[max(0, start - 8) : start])
    return start - len(lead.group()) if lead else start


def _interval(text: str, one: When, two: When) -> str | None:
    between = text[one.span.end : min(two.span.start, one.span.end + 20)].strip().lower()
    led = _BETWEEN.search(text[max(0, one.span.start - 8) : one.span.start])
    if not (one.dated and two.dated) or (
        between not in {"to", "until", "till", "through", "–", "—", "-"}
        and not (led and between == "and")
    ):
        return None
    if not led and len(one.edtf) != len(two.edtf):
        return None
    first, last = base_of(one.edtf.strip("~/.")), base_of(two.edtf.strip("~/."))
    if first is None or last is None:
        return _unknown_years(one.edtf, two.edtf)
    end = last.at
    if first_day(end) < first_day(first.at) and two.anchor and end.month:
        later = int((first.at.month or 0) > end.month)
        end = Partial((first.at.year or 0) + later, end.month, end.day)
    ordered = end.valid and first_day(first.at) <= first_day(end)
    return f"{first.edtf}/{end.edtf}" if ordered else None


def _unknown_years(one: str, two: str) -> str | None:
    """Join two dates of no known year, without the open end that "since" gave the first."""
    if not (one.startswith(UNKNOWN) and two.startswith(UNKNOWN)):
        return None
    return f"{one.partition('/')[0]}/{two.partition('/')[0]}"


def _open_ended(text: str, mention: Mention, edtf: str) -> str:
    """Return the interval with no end for "since X", with no beginning for "until X"."""
    before = text[max(0, mention.start - 12) : mention.start]
    if _SINCE.search(before) and not edtf.endswith("/.."):
        return f"{edtf.partition('/')[0]}/.."
    if "/" in edtf:
        return edtf
    return f"../{edtf}" if _UNTIL.search(before) else edtf


READERS = Readers({"english": _english, "lexicon": by_lexicon})
