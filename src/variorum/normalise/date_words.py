"""Date expressions as they are written: where they stand and what they are made of."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Any

from variorum.normalise.calendar import Partial
from variorum.normalise.lexicon import table

__all__ = ["DateWords", "Mention", "find", "load"]

_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_HOURS = r"(?: (?:morning|afternoon|evening|night))?"


@dataclass(frozen=True)
class Mention:
    """A date expression at text[start:end]; `form` names the grammar rule, `parts` its pieces."""

    start: int
    end: int
    form: str
    parts: dict[str, str]


@dataclass(frozen=True)
class DateWords:
    """One language's date grammar, compiled."""

    scan: re.Pattern[str]
    points: tuple[tuple[str, re.Pattern[str]], ...]
    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, int]
    season_starts: dict[int, int]
    parts: dict[str, int]
    counts: dict[str, int]
    day_words: dict[str, int]
    since: re.Pattern[str]
    until: re.Pattern[str]
    future: re.Pattern[str]

    def month(self, word: str) -> int:
        """Return the number of the month that `word`, in full or short, names."""
        return self.months[word.lower().rstrip(".")[:3]]


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(map(str, words), key=len, reverse=True))


def _pieces(raw: dict[str, Any]) -> dict[str, str]:
    """Return the building blocks of the grammar, by the name used in `_RULES`."""
    months = [name for names in raw["months"].values() for name in names]
    short = [name for names in raw["months"].values() for name in names[1:]]
    lists = {key: _any(list(value)) for key, value in raw.items() if key != "months"}
    return {
        **lists,
        "MON": rf"(?:(?:{_any(short)})\.|(?:{_any(months)})\b)",
        "WD": f"(?:{lists['weekdays']})",
        "DAY": _DAY,
        "YEAR": _YEAR,
        "HOURS": _HOURS,
        "PART": f"(?:{lists['parts']})",
        "LATE": r"(?:(?:[Ll]ate|[Ee]arly|[Ll]ater|[Ee]arlier) (?:on )?)?",
    }


# Each rule: its form, and its grammar with named pieces. The first that matches at a place wins.
_OF_YEAR = r"(?:,? (?P<year>{YEAR})(?!\d))?"
_TO_DAY = r"(?: ?[-–—] ?| (?:and|to|or) )(?P<day2>{DAY})"
_AT_DAY = r"{LATE}(?:{WD}{HOURS},? )?"
_NOT_COUNT = r"(?![\d,.]?\d|:|%| (?:per|million|people))"
_COUNTED = "people|men|women|children|civilians|fighters|soldiers|troops|homes|houses"
_RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<year>{YEAR})-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?![\d-])"),
    ("numeric", r"(?P<a>\d\d?)[/.](?P<b>\d\d?)[/.](?P<year>{YEAR})(?!\d)"),
    (
        "days",
        r"(?:[Bb]etween |[Ff]rom )?(?P<day>{DAY})"
        + _TO_DAY
        + r"(?: of)? (?P<mon>{MON})"
        + _OF_YEAR,
    ),
    (
        "days",
        r"(?:[Bb]etween |[Ff]rom )?(?P<mon>{MON}) (?P<day>{DAY})"
        + _TO_DAY
        + r"(?![\d,.]?\d| {MON})"
        + _OF_YEAR,
    ),
    ("day", _AT_DAY + r"(?:the )?(?P<day>{DAY})(?: of)? (?P<mon>{MON})" + _OF_YEAR),
    ("day", _AT_DAY + r"(?P<mon>{MON}) (?:the )?(?P<day>{DAY})" + _NOT_COUNT + _OF_YEAR),
    ("month_part", r"(?i:(?P<part>{PART}))[ -]?(?P<mon>{MON})" + _OF_YEAR),
    ("month", r"(?P<mon>{MON}),? (?P<year>{YEAR})(?!\d)"),
    ("month_rel", r"(?i:(?P<rel>last|this|next)) (?P<mon>{MON})"),
    ("month", r"(?i:(?P<lead>{month_leads})) (?P<mon>{MON})(?! ?\d)(?! [A-Z])"),
    ("year_part", r"(?i:(?P<part>{PART}))[ -](?P<year>{YEAR})(?![\d,.]?\d|s\b)"),
    ("season", r"(?i:(?P<season>{seasons})) (?:of )?(?P<year>{YEAR})(?!\d)"),
    ("season_rel", r"(?i:(?P<rel>last|this|next)) (?P<season>{seasons})\b"),
    ("decade", r"(?P<decade>(?:1[5-9]|20)\d)0s\b"),
    (
        "years",
        r"(?:between |from )?(?P<year>{YEAR})(?: ?[-–—] ?| (?:and|to) )(?P<year2>{YEAR})"
        r"(?![\d,.]?\d)",
    ),
    (
        "year",
        r"(?i:(?P<lead>{year_leads})) (?P<year>{YEAR})(?![\d,.]?\d|[-–]\w| (?:" + _COUNTED + "))",
    ),
    (
        "offset",
        r"(?i:(?P<count>{counts})|(?P<digits>\d{{1,2}})) (?P<unit>day|week|month|year)s? "
        r"(?P<way>{ago}|{later}|{earlier})\b",
    ),
    ("step", r"(?i:(?P<way>{following}|{previous})) (?P<unit>day|week|month|year)\b"),
    ("same", r"(?i:(?P<way>{same})) (?P<unit>day|week|month|year)\b"),
    (
        "calendar",
        r"(?i:(?:earlier |later )?(?P<rel>last|this|next)) (?P<unit>week|month|year)\b(?!-)",
    ),
    ("weekend", r"(?i:(?P<rel>last|this|next|the|over the|at the)) weekend\b"),
    ("overnight", r"(?i:{overnight})\b"),
    ("day_word", r"(?i:(?P<word>{day_words}))\b"),
    (
        "weekday",
        r"{LATE}(?:(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|[Ee]arlier|[Oo]n) )?(?P<wd>{WD}){HOURS}\b",
    ),
)


@functools.cache
def load(language: str = "en") -> DateWords:
    """Return the date grammar of `language`.

    Raises:
        KeyError: when the tables have no such language.
    """
    raw = table("dates")[language]
    pieces = _pieces(raw)
    points = tuple((form, re.compile(rule.format(**pieces))) for form, rule in _RULES)
    starts = r"(?<![\w/$€£.-])(?:" + "|".join(f"(?:{_unnamed(p.pattern)})" for _, p in points) + ")"
    return DateWords(
        scan=re.compile(starts),
        points=points,
        months={n[:3].lower(): m for m, names in raw["months"].items() for n in names},
        weekdays={day: i for i, day in enumerate(raw["weekdays"])},
        seasons=raw["seasons"],
        season_starts=raw["season_starts"],
        parts=raw["parts"],
        counts=raw["counts"],
        day_words=raw["day_words"],
        since=re.compile(rf"(?i)\b(?:{_any(raw['since'])})(?:\s+the)?\s*$"),
        until=re.compile(rf"(?i)\b(?:{_any(raw['until'])})\s*$"),
        future=re.compile(rf"(?i)(?<!\w)(?:{_any(raw['future'])})\b"),
    )


def _unnamed(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


def find(text: str, language: str = "en") -> list[Mention]:
    """Return the date expressions of `text` in order of their start; they never overlap."""
    words = load(language)
    return [_mention(match, words) for match in words.scan.finditer(text)]


def _mention(match: re.Match[str], words: DateWords) -> Mention:
    """Return the first rule that reads the whole of what the scan found."""
    text, start, end = match.string, match.start(), match.end()
    for form, rule in words.points:
        inner = rule.match(text, start)
        if inner and inner.end() == end:
            parts = {name: piece for name, piece in inner.groupdict().items() if piece}
            return Mention(_past_lead(inner), end, form, parts)
    return Mention(start, end, "unread", {})


def _past_lead(inner: re.Match[str]) -> int:
    """Return where the date's own words start, past "in" before a month or "on" before a day."""
    for name in ("lead", "rel"):
        if name in inner.re.groupindex and inner.group(name):
            word = inner.group(name).lower()
            if name == "lead" or word == "on":
                return inner.end(name) + 1
    return inner.start()


def partial_of(parts: dict[str, str], words: DateWords, suffix: str = "") -> Partial:
    """Return the date that the pieces year, mon or month, and day give."""
    month = words.month(parts["mon"]) if "mon" in parts else None
    if "month" in parts:
        month = int(parts["month"])
    day = re.sub(r"\D", "", parts.get("day" + suffix, ""))
    year = parts.get("year" + suffix)
    return Partial(int(year) if year else None, month, int(day) if day else None)
