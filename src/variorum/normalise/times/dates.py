"""Times: every time expression of a text as EDTF and TimeML, resolved against the date of its part.

The base is the date of the section the words stand in, else that of the document, or, for words
such as "a month later", the time named before; `When.anchor_kind` says which. What cannot be
resolved is not guessed: a year that nothing tells is XXXX, and a weekday without a base date, a
length of time and "recently" give a When that is not `dated`.
"""

import bisect
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from spacy.tokens import Doc

from variorum.language.backends import Readers
from variorum.language.calendar import Base, Partial, base_of, first_day
from variorum.model import AnchorKind, Document, When
from variorum.normalise.times.dates_by_grammar import GrammarReader
from variorum.normalise.times.dates_by_lexicon import LexiconReader
from variorum.normalise.times.moments import Context, Reading, opened
from variorum.text import paragraphs, span

UNKNOWN = "XXXX"
QUARTER = re.compile(r"\d{4}-Q\d\Z")
LONG = 3  # A fiscal quarter is remembered for so many paragraphs


class _Reader(Protocol):
    """What finds the times of a text; `mentions` have a `start` and an `end` in it."""

    @property
    def mentions(self) -> Sequence[Any]: ...
    def read(self, mention: Any, context: Context) -> Reading | None: ...
    def is_ahead(self, mention: Any) -> bool: ...
    def are_near(self, first: int, second: int) -> bool: ...
    def goes_back(self, mention: Any) -> bool: ...
    def is_gone(self, mention: Any) -> bool: ...
    def open_end(self, mention: Any) -> str: ...
    def range_from(self, found: Sequence[When], i: int) -> tuple[int, When] | None: ...


@dataclass
class _Told:
    """What the text has told so far."""

    document: Document
    reader: _Reader
    starts: list[int]
    date: tuple[int, str] | None = None
    absolute: tuple[int, Base, int] | None = None
    quarter: tuple[int, str] | None = None
    found: list[When] = field(default_factory=list)

    def _paragraph(self, offset: int) -> int:
        """Return the number of the paragraph that holds `offset`."""
        return bisect.bisect_right(self.starts, offset)

    def note(self, when: When, edtf: str, goes_back: bool) -> None:
        """Remember what `when` tells; `edtf` is its day where "before" or "since" opens it."""
        self.found.append(when)
        here = self._paragraph(when.span.start)
        if when.timex and not goes_back and QUARTER.match(when.timex):
            self.quarter = (here, when.timex)
        if not when.dated:
            return
        self.date = (here, edtf)
        base = base_of(edtf) if when.anchor is None and "-" in edtf else None
        if base is not None:
            self.absolute = (here, base, when.span.end)

    def _year_told(self, start: int, here: int) -> Base | None:
        """Return the absolute date of the sentence or the one before, in the same paragraph."""
        if self.absolute is None or self.absolute[0] != here:
            return None
        _, base, end = self.absolute
        return base if self.reader.are_near(end, start) else None

    def context(self, mention: Any) -> Context:
        """Return what `mention` is to be read with."""
        section = self.document.section_at(mention.start)
        own = section.published if section else None
        here = self._paragraph(mention.start)
        near = self.date and self.date[0] >= here - 1
        return Context(
            base=base_of(own or self.document.published),
            base_kind=AnchorKind.SECTION if own else AnchorKind.DOCUMENT,
            told=base_of(self.date[1]) if near and self.date else None,
            year_told=self._year_told(mention.start, here),
            quarter=self.quarter[1] if self.quarter and self.quarter[0] >= here - LONG else None,
            ahead=self.reader.is_ahead(mention),
            gone=self.reader.is_gone(mention),
        )


def dates(document: Document, doc: Doc | None = None) -> list[When]:
    """Return the times named in the document, in order of their start; they never overlap.

    Those that are not `dated` name no place in the calendar, and no claim holds them. `doc` is the
    parse of an English document, which tells "before Friday prayers" from "before Friday".
    """
    reader = READERS.of(document)
    return _dates(document, reader(document, doc)) if reader else []


def _dates(document: Document, reader: _Reader) -> list[When]:
    told = _Told(document, reader, [start for start, _ in paragraphs(document.text)])
    for mention in reader.mentions:
        found = reader.read(mention, told.context(mention))
        if found is not None:
            side = reader.open_end(mention) if found.edtf else ""
            edtf = opened(found.edtf, side) if found.edtf and side else found.edtf
            when = _when(document, mention, replace(found, edtf=edtf))
            told.note(when, found.edtf or UNKNOWN, reader.goes_back(mention))
    return list(_ranges(document, reader, told.found))


def _when(document: Document, mention: Any, found: Reading) -> When:
    where = span(document, mention.start, mention.end)
    return When(
        edtf=found.edtf or UNKNOWN,
        text=where.exact,
        span=where,
        anchor=found.base.edtf if found.base else None,
        anchor_kind=found.anchor,
        timex=found.value,
        timex_type=found.kind,
        dated=found.edtf is not None,
    )


def _ranges(document: Document, reader: _Reader, found: Sequence[When]) -> Iterator[When]:
    """Yield the times, with "from Monday to Friday" as one interval."""
    reach = -1
    for i, when in enumerate(found):
        if when.span.start < reach:
            continue
        joined = reader.range_from(found, i)
        interval = _interval(when, joined[1]) if joined else None
        if joined is None or interval is None:
            yield when
            continue
        where = span(document, joined[0], joined[1].span.end)
        reach = where.end
        yield when.model_copy(update={"edtf": interval, "text": where.exact, "span": where})


def _interval(one: When, two: When) -> str | None:
    """Return the interval from one date to the other, or None where it would end before it begins.

    The end may lie in the year after the start: "from 28 December to 3 January".
    """
    first, last = base_of(one.edtf.strip("~/.")), base_of(two.edtf.strip("~/."))
    if first is None or last is None:
        unknown = one.edtf.startswith(UNKNOWN) and two.edtf.startswith(UNKNOWN)
        return f"{one.edtf.partition('/')[0]}/{two.edtf.partition('/')[0]}" if unknown else None
    end = last.at
    if first_day(end) < first_day(first.at) and two.anchor and end.month:
        later = int((first.at.month or 0) > end.month)
        end = Partial((first.at.year or 0) + later, end.month, end.day)
    ordered = end.valid and first_day(first.at) <= first_day(end)
    return f"{first.edtf}/{end.edtf}" if ordered else None


READERS: Readers[Callable[[Document, Doc | None], _Reader]] = Readers(
    {"english": GrammarReader, "lexicon": LexiconReader}
)
