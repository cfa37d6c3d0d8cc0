"""Date expressions as a language writes them: its patterns, and what their slots read."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from variorum.languages import Match, Reader, Text, cut, phrases, section
from variorum.normalise.lexical.numbers import numbers_of

__all__ = ["Grammar", "Mention", "Rule", "grammar_of"]

MOST_DAYS = 31
MOST_COUNTED = 99
YEARS = range(1500, 2100)
FORMS = (
    "iso", "numeric", "day", "days_range", "month", "year", "years_range", "weekday", "ago",
    "later", "earlier", "none",
)  # fmt: skip
TURNS = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True)
class _Piece:
    """What a slot of a date pattern read: its slot's letter and its value."""

    slot: str
    value: Any


@dataclass(frozen=True)
class Rule:
    """A pattern's form; `turn` is -1 for last, 1 for next, or the third of a month or year.

    `lead` counts the words before the date's own: the "in" of "in May".
    """

    form: str
    turn: int = 0
    lead: int = 0


@dataclass
class Mention:
    """A date expression at words[start:end], with what its slots read, by their letters."""

    rule: Rule
    start: int
    end: int
    pieces: dict[str, list[Any]] = field(default_factory=dict)

    def first(self, slot: str) -> Any:
        """Return what the first slot of this letter read, or None."""
        return next(iter(self.pieces.get(slot, ())), None)


class Grammar:
    """The date patterns of one language."""

    def __init__(self, language: str) -> None:
        raw = section(language, "dates")
        self._numbers = numbers_of(language)
        self._months = phrases(language, _listed(raw["months"]))
        days = [(word, i) for i, words in enumerate(raw["weekdays"]) for word in words.split("|")]
        self._weekdays = phrases(language, days)
        self._units = phrases(language, _listed(raw["units"]))
        self._days = phrases(language, _listed(raw["days"]))
        self._rules = phrases(language, [_led(language, *row) for row in _rules(raw)])
        self.since = phrases(language, [(word, True) for word in raw["since"]])
        self.until = phrases(language, [(word, True) for word in raw["until"]])
        self.future = phrases(language, [(word, True) for word in raw["future"]])
        self.joins = phrases(language, [(pattern, True) for pattern in raw["between"]])
        self._readers: dict[str, Reader] = {
            "D": _day_number,
            "Y": _year_number,
            "N": self._count,
            "M": self._slot("M", self._months),
            "W": self._slot("W", self._weekdays),
            "U": self._slot("U", self._units),
        }

    @staticmethod
    def _slot(letter: str, known: Any) -> Reader:
        def read(text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
            for match in known.all_at(text, i):
                end = match.end
                # A short month may carry its point.
                if text.form(end) == "." and text.is_glued(end) and letter == "M":
                    yield _Piece(letter, match.meaning), end + 1
                yield _Piece(letter, match.meaning), end

        return read

    def _count(self, text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
        for number, end in self._numbers.read(text, i):
            if number.low == number.high and number.low == int(number.low) <= MOST_COUNTED:
                yield _Piece("N", int(number.low)), end

    def at(self, text: Text, i: int) -> Mention | None:
        """Return the longest date expression that starts at word `i`."""
        match: Match[Rule] | None = self._rules.at(text, i, self._readers)
        day = self._days.at(text, i)
        if day is not None and (match is None or day.end >= match.end):
            return Mention(Rule("relative", day.meaning), i, day.end)
        if match is None:
            return None
        mention = Mention(match.meaning, i + match.meaning.lead, match.end)
        for piece in match.slots:
            mention.pieces.setdefault(piece.slot, []).append(piece.value)
        return mention


def _listed(rows: dict[Any, list[str]]) -> list[tuple[str, Any]]:
    return [(word, key) for key, words in rows.items() for word in words]


def _rules(raw: dict[str, Any]) -> Iterator[tuple[str, Rule]]:
    for form in FORMS:
        yield from ((pattern, Rule(form)) for pattern in _with_years(raw, raw.get(form, ())))
    for name, turn in TURNS.items():
        yield from ((pattern, Rule("turned", turn)) for pattern in raw[name])
    for third, patterns in raw["parts"].items():
        rule = Rule("part", int(third))
        yield from ((pattern, rule) for pattern in _with_years(raw, patterns))


def _with_years(raw: dict[str, Any], patterns: Sequence[str]) -> Iterator[str]:
    """Yield the patterns, those of a month without a year once more with each way to add one."""
    for pattern in patterns:
        yield pattern
        slots = pattern.split()
        if "M" in slots and "Y" not in slots:
            yield from (f"{pattern} {year}" for year in raw["year_after"])


def _led(language: str, pattern: str, rule: Rule) -> tuple[str, Rule]:
    """Return the pattern without the sign that parts its lead from the date's own words."""
    lead, parted, rest = pattern.rpartition(" _ ")
    plain = " ".join(item.partition("|")[0] for item in lead.split())
    words = len(cut(plain, language).words) if parted else 0
    return f"{lead} {rest}".strip(), replace(rule, lead=words)


def _day_number(text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
    value = text.words[i].value if i < len(text.words) else None
    if value is None or value != int(value) or not 1 <= value <= MOST_DAYS:
        return
    yield _Piece("D", int(value)), i + 1
    if text.form(i + 1) == "." and text.is_glued(i + 1):
        yield _Piece("D", int(value)), i + 2


def _year_number(text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
    word = text.words[i] if i < len(text.words) else None
    if word and word.value and word.form.isdigit() and len(word.form) == 4 and word.value in YEARS:
        yield _Piece("Y", int(word.value)), i + 1


@functools.cache
def grammar_of(language: str) -> Grammar:
    """Return the date patterns of `language`.

    Raises:
        KeyError: when there is no file for the language.
    """
    return Grammar(language)
