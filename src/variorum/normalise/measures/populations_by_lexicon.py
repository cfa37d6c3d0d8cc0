"""Who exactly is counted, by lexicon: "275 combattants syriens" are the Syrians of them."""

import functools
from collections.abc import Iterable, Iterator

from variorum import taxonomy
from variorum.language import Text, section
from variorum.language.words.nations import nation_names
from variorum.normalise.nouns.nouns_by_lexicon import Noun, Things, by_name

# So many words may say behind a noun whose people they are.
REACH = 4
# So near behind the word for a side stands whose side it is.
BESIDE = 2


class Populations:
    """Finds the words that narrow what a number counts beyond its kind, in one language."""

    def __init__(self, language: str) -> None:
        """Load the words of a language; raises KeyError where there is no file for it."""
        raw = section(language, "populations")
        self._nations, self._others = nation_names(language), by_name(language, raw["others"])
        self._from, self._sides = (by_name(language, {"": raw[key]}) for key in ("from", "sides"))
        self._behind = bool(raw["behind"])

    def of(self, text: Text, things: Things, i: int, noun: Noun | None) -> set[str]:
        """Return the populations that the words around a noun name.

        `i` is the word behind the number: "33 Kyrgyz | citizens", "33 | citizens of Kyrgyzstan".
        """
        if noun is None:
            return set()
        first = i if i <= noun.start else noun.start
        found = {*self._named(text, range(first, noun.end)), *self._told_behind(text, things, noun)}
        found |= {m.meaning for k in range(first, noun.start) if (m := self._others.at(text, k))}
        return {name for name in found if not _is_told(name, noun.kind)}

    def of_side(self, text: Text, i: int) -> set[str]:
        """Return on whose side were the losses that word `i` counts: "côté kirghiz, 34 morts".

        It is told between it and the number before it, or else anywhere in the sentence; where
        either place names two sides, it is neither.
        """
        low, high = text.sentence_of(i)
        begun = max((k + 1 for k in range(low, i) if text.words[k].value is not None), default=low)
        for first, last in ((begun, i), (low, high)):
            sides = self._sides.find(text, first, last)
            beside = (k for side in sides for k in range(side.start - 1, side.end + BESIDE))
            if named := set(self._named(text, beside)):
                return named if len(named) == 1 else set()
        return set()

    def _named(self, text: Text, words: Iterable[int]) -> Iterator[str]:
        """Yield the nations that words or their countries name."""
        for k in words:
            if match := self._nations.at(text, k):
                yield match.meaning

    def _told_behind(self, text: Text, things: Things, noun: Noun) -> Iterator[str]:
        """Yield what the adjectives behind a noun, and the words for whose they are, tell."""
        k, last = noun.end, min(noun.end + REACH, text.sentence_of(noun.start)[1])
        linked = False
        while k < last:
            link = self._from.at(text, k) or things.articles.at(text, k)
            own = self._others.at(text, k) if self._behind and not linked else None
            match = self._nations.at(text, k) or own
            if match is not None:
                yield match.meaning
            elif link is None and not things.has("adjectives", text, k):
                return
            linked = link is not None
            k = max([k + 1, *(told.end for told in (match, link) if told is not None)])


def _is_told(name: str, kind: str) -> bool:
    """Return whether the kind says it already: foreign fighters are foreign."""
    known = taxonomy.load()
    return known.kind(name) == kind or known.modifiers.get((known.parent(kind) or "", name)) == kind


# The reader of a language; it raises KeyError where there is no file for it.
populations_of = functools.cache(Populations)
