"""When a term is due: the date or window that its own words state."""

import calendar
import math
import re
from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Span, Token

from variorum.agreements.norms.agreement_words import load
from variorum.edtf import days
from variorum.language.alignment import sentence_of, tokens_at
from variorum.language.features import is_past, is_plural
from variorum.language.files import table
from variorum.language.relations import DET, RELCL
from variorum.model import When

MONTH = len("2021-05")  # A month with its year: the shortest date that may be a year too early
# How many days, or else months, a unit has.
LENGTHS = {"hour": 1 / 24, "day": 1.0, "week": 7.0}
MONTHS = {"month": 1, "year": 12}
_UNITS = "|".join((*LENGTHS, *MONTHS))
_WITHIN = re.compile(rf"\bwithin (?:the next )?(?P<long>(?:\d+|[a-z]+) (?:{_UNITS}))s?\b", re.I)
_LONG = re.compile(rf"(?P<number>\d+|[a-z]+)[ -](?P<unit>{_UNITS})")
_YEAR = re.compile(r"\b\d{4}\b")
_PLAIN = re.compile(r"\d{4}(-\d\d){0,2}")


def due(inside: Sequence[Token], whens: Sequence[When], since: str | None) -> str | None:
    """Return the date or window that a term itself states, as EDTF.

    Args:
        inside: the tokens of the term.
        whens: the dates of the document.
        since: the EDTF day on or after which a date without a year lies.
    """
    doc = inside[0].doc
    first, end = inside[0].i, min(sentence_of(inside[-1]).end, inside[-1].i + 3)
    for when in whens:
        place = tokens_at(doc, when.span.start, when.span.end)
        if place is None or not len(place) or _names_a_thing(place):
            continue
        if first <= place.start < end and not _is_of_noun(place.root, first):
            before = doc[place.start - 1].lower_ if place.start else ""
            as_of = doc[max(0, place.start - 2) : place.start].text.lower() == "as of"
            as_of = as_of or when.text.lower().startswith("as of")
            return _window(ahead(_named(when), when.text, since), before, as_of)
    return _within(doc[first:end].text, since)


def _is_of_noun(token: Token, first: int) -> bool:
    """Return whether a date tells of a noun: "the line that it held before 6 May"."""
    while token.head.i >= first and token.head.i != token.i:
        if token.dep_ in RELCL and is_past(token):
            return True
        token = token.head
    return False


def _names_a_thing(place: Span) -> bool:
    """Return whether a year only names a thing, or counts: "the 1956 border", "1960 soldiers"."""
    after = place.doc[place.end] if place.end < len(place.doc) else None
    before = place.doc[place.start - 1].dep_ if place.start else ""
    named = after is not None and after.pos_ in {"NOUN", "PROPN"} and before in DET
    counts = after is not None and after.pos_ == "NOUN" and is_plural(after)
    return len(place) == 1 and (named or counts) and place.text.isdecimal()


def _within(text: str, since: str | None) -> str | None:
    """Return the last day of "within 24 hours", "within a year", counted from a day."""
    match = _WITHIN.search(text)
    return later(since, match["long"]) if match is not None and since is not None else None


def later(since: str, long: str) -> str | None:
    """Return the day that lies as long after a day as words say: "six months", "24 hours".

    Args:
        since: the EDTF day to count from.
        long: the words of a number and a unit.
    """
    told, match = days(since), _LONG.search(long.lower())
    if told is None or match is None:
        return None
    units = {"a": 1, "an": 1, "one": 1, **table("numerals")["en"]["units"]}
    number = match["number"]
    much = int(number) if number.isdecimal() else units.get(number)
    if much is None:
        return None
    first, months = told[0], MONTHS.get(match["unit"], 0) * much
    if not months:
        return (first + timedelta(days=math.ceil(much * LENGTHS[match["unit"]]))).isoformat()
    year, month = divmod(first.month - 1 + months, 12)
    year += first.year
    day = min(first.day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day).isoformat()


def _named(when: When) -> str:
    """Return the date itself of "by Monday" and "before Monday", whose EDTF are open intervals."""
    if not when.edtf.startswith("../"):
        return when.edtf
    last, named = when.edtf.removeprefix("../"), when.timex or ""
    return named if _PLAIN.fullmatch(named) and len(named) == len(last) else last


def _window(edtf: str, before: str, as_of: bool) -> str:
    """Return the window that a date stands for behind a word: "by Monday", "from Monday"."""
    if "/" in edtf:
        return edtf.split("/")[1] if before in load()["by"] else edtf
    if before in load()["since"] or as_of:
        return f"{edtf}/.."
    return f"../{edtf}" if before in load()["until"] else edtf


def ahead(edtf: str, text: str, since: str | None) -> str:
    """Return a date as the first such day on or after `since`: a term looks ahead.

    A date whose words name a year stays what it is.

    Args:
        edtf: the date or window as it was read.
        text: its words.
        since: the EDTF day to look ahead from; None leaves the date as it is.
    """
    if since is None or _YEAR.search(text) or "X" in edtf:
        return edtf
    first = since.split("/")[0].strip(".")
    if not first[:4].isdigit():
        return edtf
    return "/".join(_moved(part, first).split("T")[0] for part in edtf.split("/"))


def _moved(day: str, first: str) -> str:
    """Return a day moved to the first year in which it does not lie before another."""
    if not day[:4].isdigit() or len(day) < MONTH:
        return day
    while day[:10] < first[: len(day[:10])] and int(day[:4]) <= int(first[:4]):
        day = f"{int(day[:4]) + 1:04d}{day[4:]}"
    leap = day.endswith("-02-29") and not calendar.isleap(int(day[:4]))
    return f"{day[:4]}-02-28" if leap else day
