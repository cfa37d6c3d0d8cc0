"""Reads the times of an English text: the grammar finds the words, the resolvers say the date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.language.word_lists import alternatives
from variorum.model import Document, When
from variorum.normalise.times.moments import Context, Reading
from variorum.normalise.times.relative_times import read
from variorum.normalise.times.tense import are_near, is_ahead
from variorum.normalise.times.time_mentions import UNCOUNTED, Mention, find

__all__ = ["GrammarReader"]

_BETWEEN = re.compile(r"(?:between|from) $", re.IGNORECASE)
_JOINING = re.compile(rf"(?:{alternatives('normalise', 'span_joining')}|–|—|-)\Z", re.IGNORECASE)
_SINCE = re.compile(r"\bsince(?:\s+the)?\s*$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till)(?:\s+the)?\s*$", re.IGNORECASE)
# Forms that may lie on either side of the base.
TENSED = frozenset(
    {"day", "days", "month", "weekday", "weekend", "season", "quarter", "half", "holiday", "hijri"}
    | {"modified", "clock", "part_of", "offset"}
)
# A quarter told as "a year earlier" is not the one that the text goes on about.
BACKWARDS = frozenset({"offset", "back_quarter", "told_year"})


class GrammarReader:
    """Reads a text by the grammar of English times."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.mentions = find(document.text)

    def read(self, mention: Mention, context: Context) -> Reading | None:
        """Return what a mention says; None where it says no time after all."""
        return read(mention, context)

    def is_ahead(self, mention: Mention) -> bool:
        """Return whether the sentence tells of what is to come."""
        return mention.form in TENSED and is_ahead(self.text, mention.start, mention.end)

    def are_near(self, first: int, second: int) -> bool:
        """Return whether two offsets are in one sentence or in two that follow each other."""
        return are_near(self.text, first, second)

    def goes_back(self, mention: Mention) -> bool:
        """Return whether a mention of a quarter looks back to another than the text is about."""
        return mention.form in BACKWARDS

    def open_end(self, mention: Mention) -> int:
        """Return 1 behind "since", -1 behind "until", else 0."""
        if mention.form in UNCOUNTED:
            return 0
        before = self.text[max(0, mention.start - 12) : mention.start]
        return bool(_SINCE.search(before)) - bool(_UNTIL.search(before))

    def range_from(self, found: Sequence[When], i: int) -> tuple[int, When] | None:
        """Return where a range that found[i] opens begins, and its last date; None without one."""
        one, two = found[i], found[i + 1] if i + 1 < len(found) else None
        if two is None or not (one.dated and two.dated):
            return None
        between = self.text[one.span.end : min(two.span.start, one.span.end + 20)].strip()
        led = _BETWEEN.search(self.text[max(0, one.span.start - 8) : one.span.start])
        joined = _JOINING.match(between) or (led and between.lower() == "and")
        if not joined or (not led and len(one.edtf) != len(two.edtf)):
            return None
        return one.span.start - (len(led.group()) if led else 0), two
