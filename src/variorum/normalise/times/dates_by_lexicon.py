"""Finds the times of a text by the date patterns of its language's file."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from spacy.tokens import Doc

from variorum.language import Match, Reader, Text, code_of, cut, phrases, section
from variorum.model import Document, When
from variorum.normalise.numbers.numbers_by_lexicon import numbers_of
from variorum.normalise.times import solar_hijri as solar
from variorum.normalise.times.moments import SIDES, century
from variorum.normalise.times.moments_by_lexicon import (
    SOLAR_MONTH,
    SOLAR_YEAR,
    Mention,
    Rule,
    resolved,
)

# A date tells the year of one in its own sentence or in the next.
NEAR = 2
LONGEST_LEAD = 4
MOST_DAYS = 31
MOST_COUNTED = 99
YEARS = range(1500, 2100)
FORMS = (
    "iso", "numeric", "day", "days_range", "month", "year", "years_range", "weekday", "ago",
    "later", "earlier", "from_day", "none",
)  # fmt: skip
TURNS = {"before_last": -2, "last": -1, "this": 0, "next": 1}
OF_YEARS = frozenset({"quarter", "half"})
# Tables of patterns by a number: a third of a month or year, a quarter, the week of a month, the
# month that "the 14th" is of, and which way the last or the next three days lie.
NUMBERED = {"parts": "part", "quarters": "quarter", "halves": "half", "weeks": "nth_week",
            "days_of": "beside", "spans": "span"}  # fmt: skip


@dataclass(frozen=True)
class _Piece:
    """What a slot of a date pattern read: its slot's letter and its value."""

    slot: str
    value: Any


class _Grammar:
    """The date patterns of one language."""

    def __init__(self, language: str) -> None:
        raw = section(language, "dates")
        self._numbers = numbers_of(language)
        self._months = phrases(language, _listed(raw["months"]))
        days = [(word, i) for i, words in enumerate(raw["weekdays"]) for word in words.split("|")]
        self._weekdays = phrases(language, days)
        self._units = phrases(language, _listed(raw["units"]))
        self._days = phrases(language, _listed(raw["days"]))
        self._gregorian = self._slot("M", self._months)
        self._solar = self._slot(SOLAR_MONTH, phrases(language, _listed(raw["solar_months"])))
        self._ordinals = self._slot("D", phrases(language, _listed(raw["ordinals"])))
        self._rules = phrases(language, [_led(language, *row) for row in _rules(raw)])
        self.sides = phrases(language, [(word, side) for side in SIDES for word in raw[side]])
        self.behind = phrases(language, _listed(raw["behind"]))
        self.joining = phrases(
            language, [(word, True) for word in section(language, "places")["and"]]
        )
        verbs = section(language, "sources")["verbs"].values()
        self.telling = phrases(language, [(word, True) for words in verbs for word in words])
        self.past = phrases(language, [(word, True) for word in raw["past"]])
        self.future = phrases(language, [(word, True) for word in raw["future"]])
        self.joins = phrases(language, [(pattern, True) for pattern in raw["between"]])
        self._readers: dict[str, Reader] = {
            "D": self._day_of_month,
            "Y": _any_year if raw["solar_months"] else _year_number,
            "K": _short_year,
            "N": self._count,
            "M": self._month,
            "W": self._slot("W", self._weekdays),
            "U": self._slot("U", self._units),
        }

    @staticmethod
    def _slot(letter: str, known: Any) -> Reader:
        def read(text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
            for match in known.all_at(text, i):
                end = match.end
                # A short month may carry its point; one that ends the sentence is not its own.
                own = text.form(end) == "." and end + 1 < text.sentence_of(i)[1]
                if own and text.is_glued(end) and letter == "M":
                    yield _Piece(letter, match.meaning), end + 1
                yield _Piece(letter, match.meaning), end

        return read

    def _month(self, text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
        yield from self._gregorian(text, i)
        yield from self._solar(text, i)

    def _day_of_month(self, text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
        yield from _day_number(text, i)
        yield from self._ordinals(text, i)

    def _count(self, text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
        for number, end in self._numbers.read(text, i):
            if number.low == number.high and number.low == int(number.low) <= MOST_COUNTED:
                yield _Piece("N", int(number.low)), end

    def is_held(self, text: Text, i: int) -> bool:
        """Return whether "and" is written in one word with the weekday at word `i`."""
        weekday = self._weekdays.at(text, i)
        return weekday is not None and bool(weekday.prefix)

    def day_at(self, text: Text, i: int) -> tuple[int | None, int | None, int]:
        """Return the day of a month at word `i`, the weekday before it, and where it ends."""
        weekday = self._weekdays.at(text, i)
        at = weekday.end + (text.form(weekday.end) == ",") if weekday else i
        day, end = max(self._day_of_month(text, at), key=lambda d: d[1], default=(None, i))
        return day.value if day else None, weekday.meaning if weekday else None, end

    def at(self, text: Text, i: int) -> Mention | None:
        """Return the longest date expression that starts at word `i`."""
        match: Match[Rule] | None = self._rules.at(text, i, self._readers)
        day = self._days.at(text, i)
        if day is not None and (match is None or day.end >= match.end):
            return _mention(text, Rule("relative", day.meaning), i, day.end)
        if match is None:
            return None
        mention = _mention(text, match.meaning, i + match.meaning.lead, match.end)
        for piece in match.slots:
            mention.pieces.setdefault(piece.slot, []).append(piece.value)
        return mention


def _mention(text: Text, rule: Rule, first: int, last: int) -> Mention:
    return Mention(rule, first, last, text.words[first].start, text.words[last - 1].end)


def _listed(rows: dict[Any, list[str]]) -> list[tuple[str, Any]]:
    return [(word, key) for key, words in rows.items() for word in words]


def _rules(raw: dict[str, Any]) -> Iterator[tuple[str, Rule]]:
    for form in FORMS:
        yield from ((pattern, Rule(form)) for pattern in _with_years(raw, raw.get(form, ())))
    for name, turn in TURNS.items():
        yield from ((pattern, Rule("turned", turn)) for pattern in raw[name])
    for name, form in NUMBERED.items():
        for number, patterns in raw[name].items():
            rule = Rule(form, int(number))
            yield from ((pattern, rule) for pattern in _with_years(raw, patterns, form))


def _with_years(raw: dict[str, Any], patterns: Sequence[str], form: str = "") -> Iterator[str]:
    """Yield the patterns, those of a month or quarter also with each way to add a year."""
    for pattern in patterns:
        yield pattern
        slots = pattern.split()
        if ("M" in slots or form in OF_YEARS) and "Y" not in slots:
            yield from (f"{pattern} {year}" for year in raw["year_after"])


def _led(language: str, pattern: str, rule: Rule) -> tuple[str, Rule]:
    """Return the pattern without the sign that parts its lead from the date's own words."""
    lead, parted, rest = pattern.rpartition(" _ ")
    plain = " ".join(item.partition("|")[0] for item in lead.split())
    # An elided word is one with its sign before another: "d'août".
    own = cut(f"{plain} x".replace("' ", "'"), language).words
    words = len(own) - 1 if parted else 0
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


def _short_year(text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
    """Yield the year of 19.9.17."""
    word = text.words[i] if i < len(text.words) else None
    if word and word.value is not None and word.form.isdigit() and len(word.form) == len("17"):
        yield _Piece("Y", century(int(word.value))), i + 1


def _any_year(text: Text, i: int) -> Iterator[tuple[_Piece, int]]:
    yield from _year_number(text, i)
    value = text.words[i].value if i < len(text.words) else None
    if value is not None and value in solar.YEARS and len(text.form(i)) == 4:
        yield _Piece(SOLAR_YEAR, int(value)), i + 1


_grammar = functools.cache(_Grammar)


class LexiconReader:
    """Reads a document by the date patterns of its language.

    Raises:
        KeyError: when there is no file for the document's language.
    """

    read = staticmethod(resolved)

    def __init__(self, document: Document, _doc: Doc | None = None) -> None:
        language = code_of(document.language) or ""
        self._grammar, self._text = _grammar(language), cut(document.text, language)
        self.mentions = list(self._mentions())

    def _mentions(self) -> Iterator[Mention]:
        i = 0
        while i < len(self._text.words):
            mention = self._one_of_several(i) or self._grammar.at(self._text, i)
            if mention is not None and mention.rule.form == "weekday":
                several = map(self._one_of_several, range(i + 1, mention.last))
                mention = next(filter(None, several), mention)
            i = mention.last if mention else i + 1
            if mention is not None:
                yield mention

    def _one_of_several(self, i: int) -> Mention | None:
        """Return the day that stands at word `i` where its month follows later ones.

        "Monday 23, Tuesday 24 and Wednesday 25 October": several, each with its weekday or joined
        by "and".
        """
        grammar, text = self._grammar, self._text
        first, weekday, end = grammar.day_at(text, i)
        if first is None:
            return None
        at, joined = end, False
        for _ in range(MOST_DAYS):
            joining, held = grammar.joining.at(text, at), grammar.is_held(text, at)
            if not (joining or held or text.form(at) in {",", "،"}):
                return None
            joined |= held or joining is not None
            at = joining.end if joining else at if held else at + 1
            whole = grammar.at(text, at)
            if whole is not None and whole.rule.form == "day" and whole.one("M"):
                own = {"D": [first], **({} if weekday is None else {"W": [weekday]})}
                pieces = {**{k: v for k, v in whole.pieces.items() if k in "MYSZ"}, **own}
                one = _mention(text, whole.rule, i, end)
                return replace(one, pieces=pieces) if joined or weekday is not None else None
            day, _, at = grammar.day_at(text, at)
            if day is None:
                return None
        return None

    def is_ahead(self, mention: Mention) -> bool:
        """Return whether a word of the future stands before the mention in its sentence."""
        first, _ = self._text.sentence_of(mention.first)
        return any(True for _ in self._grammar.future.find(self._text, first, mention.first))

    def are_near(self, first: int, second: int) -> bool:
        """Return whether two offsets are in one sentence or in two that follow each other."""
        text = self._text
        ends = [text.sentence_of(text.index_at(offset)) for offset in (first - 1, second)]
        between = [s for s in text.sentences if ends[0][0] <= s[0] <= ends[1][0]]
        return len(between) <= NEAR

    def goes_back(self, mention: Mention) -> bool:  # noqa: ARG002  (the grammar's reader asks it)
        """Return False: the quarters that may look back are read in English only."""
        return False

    def is_gone(self, mention: Mention) -> bool:
        """Return whether a word of the past stands in the sentence, but for verbs of saying."""
        grammar, text = self._grammar, self._text
        found = grammar.past.find(text, *text.sentence_of(mention.first))
        return any(grammar.telling.at(text, one.start) is None for one in found)

    def open_end(self, mention: Mention) -> str:
        """Return "since", "until", "after" or "before" behind such words, else ""."""
        for k in range(mention.first - LONGEST_LEAD, mention.first):
            for match in self._grammar.sides.all_at(self._text, k):
                if match.end == mention.first:
                    return match.meaning
        behind = self._grammar.behind.at(self._text, mention.last)
        return behind.meaning if behind else ""

    def range_from(self, found: Sequence[When], i: int) -> tuple[int, When] | None:
        """Return where a range that found[i] opens begins, and its last date; None without one."""
        text = self._text
        by_start = {text.index_at(when.span.start): when for when in found[i : i + 2] if when.dated}

        def read(_text: Text, k: int) -> Iterator[tuple[When, int]]:
            when = by_start.get(k)
            if when is not None:
                yield when, text.index_at(when.span.end)

        at = text.index_at(found[i].span.start)
        for k in (at - 1, at):
            match = self._grammar.joins.at(text, k, {"T": read})
            if match is not None:
                return text.words[match.start].start, match.slots[1]
        return None
