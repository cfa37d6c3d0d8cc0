"""Names: every mention of somebody in a document, and the fullest form of each name.

A surname stands for the last full name that ends in it, and an acronym for the name it was put in
brackets after.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.extract.lexicon import role_words, word_list

__all__ = ["Cast", "Mention", "bare_name"]

Range = tuple[int, int]
REACH = 40


@dataclass(frozen=True)
class Mention:
    """One place where somebody is named: its tokens, without titles."""

    tokens: Range
    name: str
    person: bool


def bare_name(doc: Doc, start: int, end: int) -> Range:
    """Return the token range of a name without titles, articles and possessive marks."""
    titles = word_list("title")
    while start < end - 1 and _leads(doc[start], titles):
        start += 1
    while end - 1 > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
        end -= 1
    return start, end


def _leads(token: Token, titles: frozenset[str]) -> bool:
    return token.lower_ in titles or token.pos_ == "DET" or token.is_punct or token.is_space


def _parts(token: Token) -> bool:
    """Whether an entity is two names side by side here: "on Airbook the Ministry said"."""
    if token.text == ",":
        return True
    bare = token.lower_ == "the" and token.nbor(-1).pos_ == "PROPN"
    return bare and token.i + 1 < len(token.doc) and token.nbor().lemma_.lower() in role_words()


def _runs(doc: Doc) -> Iterator[Range]:
    """Yield the ranges of names: entities, and runs of proper nouns outside of them."""
    i = 0
    while i < len(doc):
        token = doc[i]
        start = i
        if token.ent_iob_ == "B" and token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP", "FAC"}:
            i += 1
            while i < len(doc) and doc[i].ent_iob_ == "I" and not _parts(doc[i]):
                i += 1
            yield start, i
        elif token.pos_ == "PROPN":
            while i < len(doc) and doc[i].pos_ == "PROPN" and (i == start or not doc[i].ent_type_):
                i += 1
            yield start, i
        else:
            i += 1


class Cast:
    """Who appears in a document."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._by_last: dict[str, list[Mention]] = defaultdict(list)
        self._by_first: dict[str, list[Mention]] = defaultdict(list)
        self._at: dict[int, Mention] = {}
        self._persons: dict[str, int] = defaultdict(int)
        self._acronyms: dict[str, Mention] = {}
        for start, end in _runs(doc):
            self._add(start, end)

    def _add(self, start: int, end: int) -> None:
        """Record the mention at a range of tokens."""
        doc = self.doc
        low, high = bare_name(doc, start, end)
        titled = low > start and any(t.pos_ != "DET" for t in doc[start:low])
        titled = titled or (start > 0 and doc[start - 1].lower_ in word_list("title"))
        name = doc[low:high].text
        person = titled or doc[high - 1].ent_type_ == "PERSON"
        mention = Mention((low, high), name, person)
        for i in range(start, end):
            self._at[i] = mention
        last = doc[high - 1].lower_
        self._persons[last] += 1 if person else -1
        if high - low > 1:
            self._by_last[last].append(mention)
            self._by_first[doc[low].lower_].append(mention)
            self._add_acronym(mention)

    def _add_acronym(self, mention: Mention) -> None:
        """Record "(WHO)" right after the name whose initials it has."""
        doc, end = self.doc, mention.tokens[1]
        if end + 1 < len(doc) and doc[end].text == "(" and doc[end + 1].text.isupper():
            short = doc[end + 1].text
            initials = "".join(w[0] for w in mention.name.split() if w[0].isupper())
            if len(short) > 1 and short.startswith(initials[:1]) and len(initials) > 1:
                full = Mention(mention.tokens, f"{mention.name} ({short})", False)
                self._acronyms.setdefault(short.lower(), full)
                self._at.update(dict.fromkeys(range(*mention.tokens), full))

    @property
    def mentions(self) -> list[Mention]:
        """Every mention, in order."""
        return list(dict.fromkeys(self._at.values()))

    def mention(self, token: Token) -> Mention | None:
        """Return the mention that a token is part of."""
        found = self._at.get(token.i)
        if found is None and token.is_title and token.lower_ in self._by_last:
            return Mention((token.i, token.i + 1), token.text, False)
        return found

    def is_person(self, mention: Mention) -> bool:
        """Whether a name is more often a person's than not."""
        last = self.doc[mention.tokens[1] - 1].lower_
        return mention.person or self._persons[last] > 0

    def fullest(self, mention: Mention) -> Mention:
        """Return the mention with the fullest form of a name: the last before it, or the next."""
        low, high = mention.tokens
        words = mention.name.lower()
        if high - low == 1:
            last = self.doc[low].lower_
            if last in self._acronyms:
                return self._acronyms[last]
            return self._nearest(mention, self._by_last.get(last, ()), lambda n: n.endswith(words))
        same = self._by_first.get(words.split()[0], ())
        return self._nearest(mention, same, lambda n: n.startswith(words + " "))

    def _nearest(
        self, mention: Mention, known: Sequence[Mention], fits: Callable[[str], bool]
    ) -> Mention:
        """Return the nearest of the known mentions, in order, whose longer name fits."""
        i = bisect.bisect_right(known, mention.tokens[0], key=lambda m: m.tokens[0])
        near = [*reversed(known[max(0, i - REACH) : i]), *known[i : i + REACH]]
        for other in near:
            longer = len(other.name) > len(mention.name) and fits(other.name.lower())
            if longer and self._could_be_person(other):
                return other
        return mention

    def _could_be_person(self, mention: Mention) -> bool:
        """Whether a longer name reads as first name and surname."""
        first = self.doc[mention.tokens[0]]
        if first.lower_ in word_list("circle"):
            return False
        if mention.person:
            return True
        return first.pos_ == "PROPN" and first.ent_type_ not in {"NORP", "GPE", "LOC"}
