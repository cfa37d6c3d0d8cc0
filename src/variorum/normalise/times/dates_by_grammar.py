"""Reads the times of an English text: the grammar finds the words, the resolvers say the date."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from variorum.language import relations
from variorum.language.alignment import tokens_at
from variorum.language.files import table
from variorum.language.word_lists import alternatives
from variorum.model import Document, When
from variorum.normalise.times.moments import NEVER_THE_DAY, SIDES
from variorum.normalise.times.relative_times import read
from variorum.normalise.times.tense import BEFORE, are_near, is_ahead, is_gone
from variorum.normalise.times.time_mentions import UNCOUNTED, Mention, find

_POSSESSIVE = re.compile("['’]s\\b|['’](?= )")
ATTRIBUTIVE = relations.COMPOUND | relations.NMOD | relations.POSS | relations.AMOD
_BETWEEN = re.compile(r"(?:between|from) $", re.IGNORECASE)
_JOINING = re.compile(rf"(?:{alternatives('normalise', 'span_joining')}|–|—|-)\Z", re.IGNORECASE)
_TENSES = table("times")["en"]["tense"]
_SIDES = {
    side: re.compile(rf"\b(?:{'|'.join(_TENSES[side])})(?:\s+the)?\s*$", re.IGNORECASE)
    for side in SIDES
}
# What is told as over "by February": elsewhere a month that ends something is to come.
_OVER = re.compile(rf"\b(?:{'|'.join({*_TENSES['always_gone']} - {'has', 'says'})})\b")
_MARKS = re.compile(r"[.,;\n]")
REACH = 24  # So far before a time its preposition may begin
# Forms that may lie on either side of the base.
TENSED = frozenset(
    {"day", "days", "month", "weekday", "weekend", "season", "quarter", "half", "holiday", "hijri"}
    | {"modified", "clock", "part_of", "offset"}
)
# A quarter told as "a year earlier" is not the one that the text goes on about.
BACKWARDS = frozenset({"offset", "back_quarter", "told_year"})


class GrammarReader:
    """Reads a text by the grammar of English times."""

    read = staticmethod(read)

    def __init__(self, document: Document, doc: Doc | None = None) -> None:
        self.text, self._doc = document.text, doc
        self.mentions = find(document.text)

    def is_ahead(self, mention: Mention) -> bool:
        """Return whether the sentence tells of what is to come."""
        if mention.form == "month" and self.open_end(mention) == "until":
            before = _MARKS.split(self.text[max(0, mention.start - BEFORE) : mention.start])[-1]
            after = _MARKS.split(self.text[mention.end : mention.end + BEFORE], maxsplit=1)[0]
            return not _OVER.search(f"{before} {after}")
        return mention.form in TENSED and is_ahead(self.text, mention.start, mention.end)

    def is_gone(self, mention: Mention) -> bool:
        """Return whether the sentence tells of what is over."""
        return is_gone(self.text, mention.start, mention.end)

    def are_near(self, first: int, second: int) -> bool:
        """Return whether two offsets are in one sentence or in two that follow each other."""
        return are_near(self.text, first, second)

    def goes_back(self, mention: Mention) -> bool:
        """Return whether a mention of a quarter looks back to another than the text is about."""
        return mention.form in BACKWARDS

    def open_end(self, mention: Mention) -> str:
        """Return "since", "until", "after" or "before" behind such words, else "".

        "After Monday's vote" and "before Friday prayers" say when something else was.
        """
        before = self.text[max(0, mention.start - REACH) : mention.start]
        side = next((side for side in SIDES if _SIDES[side].search(before)), "")
        if mention.form in UNCOUNTED or (side in NEVER_THE_DAY and mention.form == "clock"):
            return ""
        return "" if side and self._is_of_another(mention) else side

    def _is_of_another(self, mention: Mention) -> bool:
        if _POSSESSIVE.match(self.text, mention.end):
            return True
        found = tokens_at(self._doc, mention.start, mention.end) if self._doc else None
        last = found[-1] if found else None
        return last is not None and last.head.i > last.i and last.dep_ in ATTRIBUTIVE

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
