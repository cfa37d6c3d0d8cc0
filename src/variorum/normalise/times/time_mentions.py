"""Where a text speaks of time, and the pieces that each such mention is made of."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from variorum.normalise.times.time_grammar import Grammar, Match, Words, load

# Forms that name a length of time or how often: their numbers are still measures.
UNCOUNTED = frozenset({"duration", "span", "plural", "set", "bare_unit", "year_long"})
MONEY = frozenset("$€£¥₽₺₴#@/_")


@dataclass(frozen=True)
class Mention:
    """A time expression; `form` names the rule that reads it."""

    grammar: Grammar
    words: Words
    match: Match

    @property
    def form(self) -> str:
        """The name of the grammar rule."""
        return self.match.form

    @property
    def start(self) -> int:
        """Where its words start."""
        return self.words.places[self.match.first][0]

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.words.places[self.match.last - 1][1]

    @property
    def text(self) -> str:
        """Its words."""
        return self.words.text[self.start : self.end]

    def __contains__(self, piece: str) -> bool:
        return piece in self.match.pieces

    def written(self, piece: str) -> str:
        """Return the words of a piece in small letters; "" where the mention has none."""
        return " ".join(self.each(piece)).lower()

    def each(self, piece: str) -> list[str]:
        """Return the words of a piece, one by one, as written."""
        first, last = self.match.pieces.get(piece, (0, 0))
        return [self.words.word(i) for i in range(first, last)]

    def meaning(self, piece: str, *classes: str) -> Any:
        """Return what the first word of a piece that is in one of the classes means."""
        for word in self.each(piece):
            for name in classes:
                value = self.grammar.value(name, word)
                if value is not None:
                    return value
        return None

    def has(self, *classes: str) -> bool:
        """Return whether any of its words is in one of the classes."""
        words = [self.words.word(i) for i in range(self.match.first, self.match.last)]
        return any(self.grammar.value(c, word) is not None for word in words for c in classes)

    @property
    def is_before_last(self) -> bool:
        """Whether it ends in "before last": "the Friday before last"."""
        return self.text.lower().endswith(" before last")

    def inner(self, piece: str) -> Mention | None:
        """Return a piece as a mention of its own."""
        if piece not in self.match.pieces:
            return None
        first, last = self.match.pieces[piece]
        match = self.grammar.longest(self.words, first, last)
        return Mention(self.grammar, self.words, match) if match else None

    @property
    def feast(self) -> str:
        """The name of the feast in the piece `feast`."""
        return self.grammar.feast(self.words, self.match.pieces["feast"])


@functools.lru_cache(maxsize=1)
def find(text: str, language: str = "en") -> tuple[Mention, ...]:
    """Return the time expressions of `text` in order of their start; they never overlap.

    Those of the last text are kept, as dates and measures ask for them one after the other.

    Raises:
        KeyError: when there is no grammar of `language`.
    """
    grammar = load(language)
    words = grammar.words(text)
    found = (Mention(grammar, words, match) for match in grammar.matches(words))
    return tuple(m for m in found if not _is_part_of_another_word(text, m))


def _is_part_of_another_word(text: str, mention: Mention) -> bool:
    """Read the 1999 of "$1999", "A-1999" and "7/1999" as no time."""
    start, end = mention.start, mention.end
    before = text[start - 1 : start] if start else ""
    if before in MONEY and before:
        return True
    if text[start].isdigit():
        glued = before.isalnum() or (
            before in {"-", ".", ",", ":"} and text[start - 2 : start - 1].isdigit()
        )
        return (
            glued
            or text[end : end + 1].isalpha()
            or (text[end : end + 1] in MONEY - {""} and end < len(text))
        )
    return before.isdigit() or (
        before == "-" and text[start - 2 : start - 1].isalpha() and mention.form == "weekday"
    )
