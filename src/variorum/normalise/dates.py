"""Times: every date expression of a text as EDTF, resolved against the date of its part.

The base is the date of the section the words stand in, else that of the document, or, for words
such as "a month later", the time named before. What cannot be resolved is not guessed: a year that
nothing tells is XXXX, and a weekday without a base date gives no When.
"""

from __future__ import annotations

import calendar as gregorian
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from spacy.tokens import Doc

from variorum import languages
from variorum.model import Document, When
from variorum.normalise import lexical
from variorum.normalise.calendar import (
    Base,
    Partial,
    base_of,
    first_day,
    shifted,
    week_of,
    with_year,
)
from variorum.normalise.date_words import DateWords, Mention, find, load, partial_of
from variorum.text import span

__all__ = ["dates"]

SATURDAY = 5
_BETWEEN = re.compile(r"(?:between|from) $", re.IGNORECASE)
LONGEST_SENTENCE = 300


@dataclass(frozen=True)
class _Context:
    """What a mention is resolved with."""

    words: DateWords
    base: Base | None
    told: Base | None
    year_told: Base | None
    future: bool


_Found = tuple[str, str | None] | None


def dates(document: Document, doc: Doc | None = None) -> list[When]:
    """Return the times named in the document, in order of their start; they never overlap.

    `doc` is accepted so that all of normalise is called alike; the grammar reads the text alone.
    """
    del doc
    if document.language in languages.LANGUAGES:
        return lexical.dates(document)
    found: list[When] = []
    for mention in find(document.text):
        context = _context(document, mention, found)
        value = RESOLVERS[mention.form](mention, context)
        if value:
            where = span(document, mention.start, mention.end)
            edtf = _open_ended(document.text, mention, value[0], context.words)
            found.append(When(edtf=edtf, text=where.exact, span=where, anchor=value[1]))
    return _ranges(document, found)


def _ranges(document: Document, found: list[When]) -> list[When]:
    """Join "between 28 November and 28 December" and "from Monday to Friday" into one interval."""
    joined: list[When] = []
    for when in found:
        last = joined[-1] if joined else None
        interval = _interval(document.text, last, when) if last else None
        if last and interval:
            start = _range_start(document.text, last.span.start)
            where = span(document, start, when.span.end)
            joined[-1] = When(edtf=interval, text=where.exact, span=where, anchor=last.anchor)
        else:
            joined.append(when)
    return joined


def _range_start(text: str, start: int) -> int:
    lead = _BETWEEN.search(text[max(0, start - 8) : start])
    return start - len(lead.group()) if lead else start


def _interval(text: str, one: When, two: When) -> str | None:
    between = text[one.span.end : two.span.start].strip().lower()
    led = _BETWEEN.search(text[max(0, one.span.start - 8) : one.span.start])
    if between not in {"to", "until", "till", "through", "–", "—", "-"} and not (
        led and between == "and"
    ):
        return None
    first, last = base_of(one.edtf.strip("~/.")), base_of(two.edtf.strip("~/."))
    if first is None or last is None:
        return _unknown_years(one.edtf, two.edtf)
    end = last.at
    if first_day(end) < first_day(first.at) and two.anchor and end.month:
        end = Partial(
            (first.at.year or 0) + int((first.at.month or 0) > end.month), end.month, end.day
        )
    ordered = end.valid and first_day(first.at) <= first_day(end)
    return f"{first.edtf}/{end.edtf}" if ordered else None


def _unknown_years(one: str, two: str) -> str | None:
    """Join two dates of no known year, without the open end that "since" gave the first."""
    if not (one.startswith("XXXX") and two.startswith("XXXX")):
        return None
    return f"{one.partition('/')[0]}/{two.partition('/')[0]}"


def _context(document: Document, mention: Mention, found: list[When]) -> _Context:
    section = document.section_at(mention.start)
    base = base_of(section.published if section and section.published else document.published)
    words, text = load(), document.text
    paragraph = text.rfind("\n\n", 0, mention.start) + 1
    told = (
        found[-1]
        if found and found[-1].span.start >= text.rfind("\n\n", 0, max(0, paragraph - 2))
        else None
    )
    years = [w for w in found if w.span.start >= paragraph and not w.anchor and "-" in w.edtf]
    return _Context(
        words=words,
        base=base,
        told=base_of(told.edtf) if told else None,
        year_told=next((b for w in reversed(years) if (b := base_of(w.edtf))), None),
        future=bool(words.future.search(_sentence_before(text, mention.start))),
    )


def _sentence_before(text: str, start: int) -> str:
    """Return the words of the sentence before `start`, up to its last comma-free clause."""
    low = max(0, start - LONGEST_SENTENCE)
    cut = max(text.rfind(mark, low, start) for mark in (". ", "\n", "; ", "? ", "! ", "said"))
    return text[max(cut, low) : start]


def _open_ended(text: str, mention: Mention, edtf: str, words: DateWords) -> str:
    """Return the interval with no end for "since X", with no beginning for "until X"."""
    before = text[max(0, mention.start - 12) : mention.start]
    if words.since.search(before) and not edtf.endswith("/.."):
        return f"{edtf.partition('/')[0]}/.."
    if "/" in edtf:
        return edtf
    return f"../{edtf}" if words.until.search(before) else edtf


def _absolute(partial: Partial, context: _Context) -> tuple[Partial, str | None] | None:
    """Return the date with its year, and the base that told the year."""
    if not partial.valid:
        return None
    if partial.year is not None:
        return partial, None
    base = context.year_told or context.base
    if base is None:
        return partial, None
    year = with_year(partial, base, context.future)
    return year, base.edtf


def _date(mention: Mention, context: _Context) -> _Found:
    found = _absolute(partial_of(mention.parts, context.words), context)
    return (found[0].edtf, found[1]) if found else None


def _days(mention: Mention, context: _Context) -> _Found:
    one = _absolute(partial_of(mention.parts, context.words), context)
    if not one:
        return None
    two = Partial(
        one[0].year,
        one[0].month,
        partial_of(mention.parts | {"day": mention.parts["day2"]}, context.words).day,
    )
    return (f"{one[0].edtf}/{two.edtf}", one[1]) if two.valid else None


def _numeric(mention: Mention, _context: _Context) -> _Found:
    """Read 14/10/2017; where day and month could change places, nothing is guessed."""
    a, b, year = (int(mention.parts[name]) for name in ("a", "b", "year"))
    if a <= 12 and b <= 12 and a != b:
        return (f"{year:04d}", None)
    day, month = (a, b) if a > 12 or a == b else (b, a)
    found = Partial(year, month, day)
    return (found.edtf, None) if found.valid else None


def _month_part(mention: Mention, context: _Context) -> _Found:
    """Thirds of a month: "early October" is the 1st to the 10th."""
    found = _absolute(partial_of(mention.parts, context.words), context)
    third = context.words.parts[mention.parts["part"].lower()]
    if not found or found[0].month is None:
        return None
    at = found[0]
    if at.year is None:
        return at.edtf, found[1]
    end = gregorian.monthrange(at.year, at.month or 1)[1]
    first, last = ((1, 10), (11, 20), (21, end))[third]
    return f"{at.edtf}-{first:02d}/{at.edtf}-{last:02d}", found[1]


def _year_part(mention: Mention, context: _Context) -> _Found:
    """Thirds of a year: "early 2014" is January to April."""
    year = int(mention.parts["year"])
    third = context.words.parts[mention.parts["part"].lower()]
    return f"{year:04d}-{third * 4 + 1:02d}/{year:04d}-{third * 4 + 4:02d}", None


def _month_rel(mention: Mention, context: _Context) -> _Found:
    if context.base is None:
        return None
    month = context.words.month(mention.parts["mon"])
    future = mention.parts["rel"].lower() == "next"
    found = with_year(Partial(month=month), context.base, future)
    if (
        mention.parts["rel"].lower() == "last"
        and found.edtf == context.base.edtf[:7]
        and found.year
    ):
        found = Partial(found.year - 1, found.month)
    return found.edtf, context.base.edtf


def _season(mention: Mention, context: _Context) -> _Found:
    season = context.words.seasons[mention.parts["season"].lower()]
    return f"{int(mention.parts['year']):04d}-{season}", None


def _season_rel(mention: Mention, context: _Context) -> _Found:
    if context.base is None:
        return None
    season = context.words.seasons[mention.parts["season"].lower()]
    start = Partial(month=context.words.season_starts[season])
    rel = mention.parts["rel"].lower()
    year = with_year(start, context.base, rel == "next").year
    return (f"{year:04d}-{season}", context.base.edtf) if year else None


def _decade(mention: Mention, _context: _Context) -> _Found:
    return f"{mention.parts['decade']}X", None


def _year(mention: Mention, _context: _Context) -> _Found:
    return mention.parts["year"], None


def _years(mention: Mention, _context: _Context) -> _Found:
    one, two = mention.parts["year"], mention.parts["year2"]
    return (f"{one}/{two}", None) if one <= two else None


def _offset(mention: Mention, context: _Context) -> _Found:
    """Read "two days ago" from the base, "a month later" from the time told before."""
    parts = mention.parts
    count = (
        int(parts["digits"]) if "digits" in parts else context.words.counts[parts["count"].lower()]
    )
    way = parts["way"].lower()
    base = context.base if way == "ago" else context.told
    return _moved(base, count if way in {"later", "afterwards"} else -count, parts["unit"])


def _moved(base: Base | None, count: int, unit: str) -> _Found:
    if base is None:
        return None
    found = shifted(base.at, count, unit)
    return (found, base.edtf) if found else None


def _step(mention: Mention, context: _Context) -> _Found:
    back = mention.parts["way"].lower().endswith(("previous", "preceding"))
    return _moved(context.told, -1 if back else 1, mention.parts["unit"])


def _same(mention: Mention, context: _Context) -> _Found:
    """Read "later that month" from the time told before."""
    told = context.told
    if told is None or told.at.year is None:
        return None
    length = {"year": 4, "month": 7, "day": 10}.get(mention.parts["unit"])
    if mention.parts["unit"] == "week" and told.day:
        return week_of(told.day, 0), told.edtf
    return (told.edtf[:length], told.edtf) if length and len(told.edtf) >= length else None


def _calendar(mention: Mention, context: _Context) -> _Found:
    """Read "last week", "this month", "next year"."""
    steps = {"last": -1, "this": 0, "next": 1}[mention.parts["rel"].lower()]
    base, unit = context.base, mention.parts["unit"]
    if base is None:
        return None
    if unit == "week":
        return (week_of(base.day, steps), base.edtf) if base.day else None
    return _moved(base, steps, unit)


def _weekend(mention: Mention, context: _Context) -> _Found:
    day = context.base.day if context.base else None
    if day is None or context.base is None:
        return None
    ahead = mention.parts["rel"].lower() == "next" or context.future
    back = (day.weekday() - SATURDAY) % 7
    saturday = day - timedelta(days=back) + (timedelta(days=7) if ahead else timedelta())
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}", context.base.edtf


def _overnight(_mention: Mention, context: _Context) -> _Found:
    day = context.base.day if context.base else None
    if day is None or context.base is None:
        return None
    return f"{(day - timedelta(days=1)).isoformat()}/{day.isoformat()}", context.base.edtf


def _day_word(mention: Mention, context: _Context) -> _Found:
    steps = context.words.day_words[mention.parts["word"].lower()]
    return _moved(context.base, steps, "day")


def _weekday(mention: Mention, context: _Context) -> _Found:
    """Return the most recent such day, the base's own included, or the next to come."""
    day = context.base.day if context.base else None
    if day is None or context.base is None:
        return None
    wanted = context.words.weekdays[mention.parts["wd"]]
    rel = mention.parts.get("rel", "").lower()
    if rel == "next" or (context.future and rel != "last"):
        found = day + timedelta(days=(wanted - day.weekday()) % 7 or (7 if rel == "next" else 0))
    else:
        found = day - timedelta(days=(day.weekday() - wanted) % 7 or (7 if rel == "last" else 0))
    return found.isoformat(), context.base.edtf


def _unread(_mention: Mention, _context: _Context) -> _Found:
    return None


RESOLVERS: dict[str, Callable[[Mention, _Context], _Found]] = {
    "iso": _date,
    "numeric": _numeric,
    "days": _days,
    "day": _date,
    "month_part": _month_part,
    "month": _date,
    "month_rel": _month_rel,
    "year_part": _year_part,
    "season": _season,
    "season_rel": _season_rel,
    "decade": _decade,
    "year": _year,
    "years": _years,
    "offset": _offset,
    "step": _step,
    "same": _same,
    "calendar": _calendar,
    "weekend": _weekend,
    "overnight": _overnight,
    "day_word": _day_word,
    "weekday": _weekday,
    "unread": _unread,
}
