"""Deeds in the languages of the lexicon, each told by the English verb and nouns that name it."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.language.files import LANGUAGES, section

NEAR = 4  # A word that negates a verb of breaking stands so many words before its end


@dataclass(frozen=True)
class Deed:
    """What words tell to be done, as English words, and where its word stands."""

    verb: str
    object: str
    start: int
    end: int


class DeedWords:
    """The words of one language for what parties do to each other, to people and to things."""

    def __init__(self, rows: dict[str, dict[str, list[str]]]) -> None:
        """Take the rows of a language: `deeds`, `things`, `stops`, `not`, `broken` and so on."""
        self._deeds = {verb: word_pattern(words) for verb, words in rows["deeds"].items()}
        self._things = {noun: word_pattern(words) for noun, words in rows["things"].items()}
        self._stops, self._not = word_pattern(rows["stops"]), word_pattern(rows["not"])
        self._passive, self._small = word_pattern(rows["passive"]), word_pattern(rows["small"])
        self._broken, self._accuse = word_pattern(rows["broken"]), word_pattern(rows["accuse"])
        self._called = word_pattern([*rows["truces"], *rows["nouns"]])
        bidding = rows["must"], rows["must_not"], rows["may"], rows["stating"]
        self._bidding = word_pattern([word for words in bidding for word in words if word != "على"])
        self._verb_last = bool(rows["behind"])

    def find(self, text: str) -> Deed | None:
        """Return the first deed that words tell: to stop an attack is to stop, of "attack"."""
        found = [
            (m.start(), -m.end(), v, m) for v, p in self._deeds.items() if (m := p.search(text))
        ]
        if not found:
            return None
        *_, verb, match = min(found, key=lambda row: row[:3])
        things = " ".join(self.things(text))
        if verb == "attack" and self._stops.search(text):
            return Deed("stop", "attack", match.start(), match.end())
        return Deed(verb, things, match.start(), match.end())

    def bids(self, text: str) -> bool:
        """Return whether words tell what must or may be, and so not what was done."""
        return self._bidding.search(text) is not None

    def breaker(self, text: str, cue: str = "") -> str | None:
        """Return who is told to have broken an agreement, '' where nobody is named; else None.

        Who is only accused of it, in the text or by the cue that it hangs on, is not told to have.
        """
        verb, named = self._broken.search(text), self._called.search(text)
        if verb is None or named is None or self._accuse.search(f"{cue} {text}"):
            return None
        before = text[: min(verb.start(), named.start())]
        if named.start() < verb.start():
            return before if self._verb_last else ""
        return before if before.strip() else text[verb.end() : named.start()]

    def is_unbroken(self, text: str) -> bool:
        """Return whether a word before the verb of breaking denies it."""
        verb = self._broken.search(text)
        return verb is not None and self.denied(" ".join(text[: verb.end()].split()[-NEAR:]))

    def things(self, text: str) -> list[str]:
        """Return the English nouns of the things and people that words name."""
        return [noun for noun, pattern in self._things.items() if pattern.search(text)]

    def bare(self, text: str) -> str:
        """Return words without articles and other small ones."""
        return " ".join(self._small.sub(" ", text).split())

    def is_passive(self, text: str) -> bool:
        """Return whether a clause tells what was done to its subject."""
        return self._passive.search(text) is not None

    def denied(self, text: str) -> bool:
        """Return whether a word negates what is told."""
        return self._not.search(text) is not None


def word_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds words: "free*" by its beginning, "let * go" with words between."""
    told = (re.escape(word).replace(r"\ \*\ ", r"\b.{1,60}?\b") for word in words)
    told = (word.replace(r"\*", r"\w*") for word in told)
    return re.compile(rf"(?<!\w)(?:{'|'.join(told) or '(?!)'})(?!\w)", re.IGNORECASE)


@functools.cache
def deed_words(language: str | None) -> DeedWords | None:
    """Return the words of a language, or None where it has no file or no words for deeds."""
    rows = section(language or "", "agreements") if language in LANGUAGES else {}
    return DeedWords(rows) if rows.get("deeds") else None
