"""Hours of the day that a text tells, in any language: "at about 3 p.m.", "à 14 h 28"."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from variorum.yaml_files import word_file

HOUR, NOON, DAY = 60, 12, 24 * 60
# An hour as it is told may be off by so many minutes; one to the minute by fewer, "about" by more.
EXACT, PLAIN, ABOUT = 15, 30, 60
# How near, in characters, a word for "about" stands.
NEAR = 12
_SLOT = re.compile(r"(?<!\w)[NMP](?![\w<])")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_AT = {"midnight": 24, "midday": 12}


class Hour(NamedTuple):
    """Hours that words name, in minutes of a day; a night goes on behind its end."""

    start: int
    end: int
    first: int
    last: int
    words: str
    within: int
    """By how many minutes it may be off."""

    def apart(self, other: Hour) -> bool:
        """Return whether the two cannot be one time, on whichever days."""
        parts = self.first < self.last and other.first < other.last
        near = 0 if parts else self.within + other.within
        return all(
            self.first + turn >= other.last + near or self.last + turn + near <= other.first
            for turn in (-DAY, 0, DAY)
        )


class _Words(NamedTuple):
    patterns: list[tuple[re.Pattern[str], str]]
    """What names an hour of the clock ("") or a part of the day."""
    numbers: Mapping[str, str]
    about: re.Pattern[str]
    late: re.Pattern[str]
    zones: re.Pattern[str]


def hours_in(text: str, language: str) -> list[Hour]:
    """Return the hours that a text tells, of overlapping ones the longest; none of another zone."""
    words, plain = _words(language), text.translate(_DIGITS)
    rows = words.patterns if words else ()
    found = [(m, part) for pattern, part in rows for m in pattern.finditer(plain)]
    found.sort(key=lambda row: (row[0].start() - row[0].end(), row[0].start(), row[1]))
    taken: set[int] = set()
    hours = []
    for match, part in found:
        if words and taken.isdisjoint(range(*match.span())):
            taken.update(range(*match.span()))
            if not words.zones.match(plain, match.end()):
                hours.append(_read(match, part, words))
    return sorted(hours)


def _read(match: re.Match[str], part: str, words: _Words) -> Hour:
    named = word_file(__package__, "hours.yaml")["parts"].get(part)
    if named is not None:
        first, last = (int(HOUR * float(hour)) for hour in named)
        return Hour(*match.span(), first, last, part, PLAIN)
    told = match.groupdict()
    said = told.get("n") or told.get("z") or "1"
    at = _AT.get(part) or int(words.numbers.get(said.casefold(), said))
    half, minute = told.get("p"), int(told.get("m") or 0)
    if half and at <= NOON:
        at = at % NOON + NOON * bool(words.late.fullmatch(half))
    around = match.string[max(0, match.start() - NEAR) : match.end() + NEAR]
    vague = not minute % 5 and bool(words.about.search(around))
    within = ABOUT if vague else EXACT if minute % 30 else PLAIN
    clock = f"{'about ' * vague}{at % 24:02}:{minute:02}"
    return Hour(*match.span(), at * HOUR + minute, at * HOUR + minute, clock, within)


@functools.cache
def _words(language: str) -> _Words | None:
    table: Mapping[str, Any] = word_file(__package__, "hours.yaml")
    own = table.get(language)
    if own is None:
        return None
    just, about = ("|".join(own.get(key, "-")) for key in ("just", "about"))
    named = "|".join(sorted(own["numbers"], key=len, reverse=True))
    slots = {
        "N": rf"(?P<n>(?<!\d)(?<!\d[.,:])(?:[01]?\d|2[0-4])(?![\d%])|(?<!\w)(?:{named})(?!\w))",
        "M": r"(?P<m>[0-5]\d)(?![\d%])",
        "P": rf"(?P<p>{own['halves']['am']}|{own['halves']['pm']})",
    }

    def compiled(pattern: str) -> re.Pattern[str]:
        filled = _SLOT.sub(lambda m: slots[m[0]], pattern)
        led = rf"(?<!\w)(?:(?:{just}) )?(?:(?:{about}) )?(?:{filled})(?!\w)"
        return re.compile(led, re.IGNORECASE)

    rows = [(p, "") for p in own["clock"]]
    rows += [(p, part) for part, listed in own["parts"].items() for p in listed]
    return _Words(
        [(compiled(pattern), part) for pattern, part in rows],
        own["numbers"],
        re.compile(rf"(?<!\w)(?:{about})(?!\w)", re.IGNORECASE),
        re.compile(own["halves"]["pm"], re.IGNORECASE),
        re.compile(rf"[\s(]*(?:\d{{4}} )?(?:{table['zones']})\b", re.IGNORECASE),
    )
