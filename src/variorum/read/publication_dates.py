"""The dates that files state about themselves, as EDTF (ISO 8601-2:2019) to the day."""

import datetime
import functools
import re
from collections.abc import Iterator

from babel import Locale

from variorum.edtf import is_edtf

# The languages whose names of months are read, as Unicode CLDR has them.
LANGUAGES = (
    "en", "ar", "de", "es", "fa", "fr", "id", "it", "nb", "nl", "pl", "pt", "ru", "sv", "tr", "uk",
)  # fmt: skip
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_SHAPES = (
    r"(?:D:)?(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?!\d{1,5}(?:\D|$))",
    r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?(?!\d)",
    _WEEKDAY + r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?(?P<n>NAME)\b\.?,?"
    r"\s+(?:de\s+)?(?P<y>\d{4})\b",
    _WEEKDAY + r"(?P<n>NAME)\b\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})\b",
    r"(?P<n>NAME)\b\.?,?\s+(?:de\s+)?(?P<y>\d{4})\b",
    # Dots are written day first everywhere; with slashes nobody can tell.
    r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})\b",
    r"(?P<y>\d{4})(?![\d/~?%X,-])",
)
_WORD_START = re.compile(r"(?<![\w-])(?=\w)")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SHORT = re.compile(r"(\d{1,2})[./]\s?(\d{1,2})[./]\s?((?:20)?\d\d)(?![\d.]*\d)")
_SLASHED = re.compile(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})\b")


@functools.cache
def _months() -> dict[str, int]:
    """Return the number of each month by its names in small letters, whole and shortened."""
    tables = (
        Locale.parse(code).months[context][width]
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for code in LANGUAGES
    )
    return {name.lower().rstrip("."): i for names in tables for i, name in names.items()}


@functools.cache
def _weekdays() -> frozenset[str]:
    return frozenset(
        name.lower().rstrip(".")
        for code in LANGUAGES
        for name in Locale.parse(code).days["format"]["wide"].values()
    )


def is_weekday(word: str) -> bool:
    """Return whether a word is the whole name of a day of the week."""
    return word.lower().rstrip(".,") in _weekdays()


@functools.cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of dates; a longer name of a month is tried before a shorter one."""
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return tuple(re.compile(shape.replace("NAME", names), re.IGNORECASE) for shape in _SHAPES)


def edtf_date(stated: str | None) -> str | None:
    """Return "2017-11-17" for "17 November 2017" or an ISO time, and any other EDTF as it is.

    A month or a year alone stays a month or a year. None for what is no date, and for one that can
    be read in two ways ("03/04/2017").
    """
    words = " ".join((stated or "").split())
    found = leading_date(words)
    if found and re.fullmatch(r"\d{4}(-\d\d){0,2}", words):
        return found
    return _other_edtf(words) or found


def _other_edtf(words: str) -> str | None:
    """Return `words` where they are EDTF beyond a plain date: an interval, '2017-11~'."""
    if not re.fullmatch(r"[\dXx/~?%.\[\]{},YyEe-]{4,40}", words) or not re.search(
        r"[/~?%X]", words
    ):
        return None
    return words if is_edtf(words) else None


def day_in(words: str) -> str | None:
    """Return the first day that stands in some words, or None."""
    starts = (match.start() for match in _WORD_START.finditer(words))
    found = (leading_date(words[start:]) for start in starts)
    return next((day for day in found if day and DAY.fullmatch(day)), None)


def dates_in(words: str, language: str) -> Iterator[tuple[str, str, str]]:
    """Yield each day in some words, with the words before it and behind it.

    What is read in two ways is read as people write it in the language; a year may be two digits.
    """
    end = 0
    for start in [match.start() for match in _WORD_START.finditer(words)]:
        if start < end or not words[start].isalnum():
            continue
        found = _dated(words, start, language)
        if found is not None:
            yield found[0], words[end:start], words[found[1] :]
            end = found[1]


def _dated(words: str, start: int, language: str) -> tuple[str, int] | None:
    """Return the day that begins at a place in some words, and where it ends; None for none."""
    short = _SHORT.match(words, start)
    if short:
        first, second, year = (int(part) for part in short.groups())
        year += 0 if year > 99 else 2000
        american = "." not in short[0] and (language == "en-us" or second > 12)
        if "." not in short[0] and language in ("", "en") and max(first, second) <= 12:
            return None
        day = _valid(year, *((first, second) if american else (second, first)))
        return (day, short.end()) if day else None
    match = next((found for shape in _shapes() if (found := shape.match(words, start))), None)
    day = leading_date(words[start : match.end() + 8]) if match else None
    return (day, match.end()) if match and day and DAY.fullmatch(day) else None


def leading_date(words: str) -> str | None:
    """Return the date that `words` begin with as EDTF to the day, month or year, or None."""
    slashed = _SLASHED.match(words)
    if slashed:
        a, b = int(slashed["a"]), int(slashed["b"])
        if (a > 12) == (b > 12) and a != b:
            return None
        return _valid(int(slashed["y"]), min(a, b) if a > 12 or b > 12 else a, max(a, b))
    match = next((found for shape in _shapes() if (found := shape.match(words))), None)
    if match is None:
        return None
    parts = match.groupdict()
    month = _months()[parts["n"].lower()] if parts.get("n") else int(parts.get("m") or 0)
    return _valid(int(parts["y"]), month, int(parts.get("d") or 0))


def _valid(year: int, month: int, day: int) -> str | None:
    """Return the EDTF of the parts that are not zero, or None when there is no such day."""
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])
