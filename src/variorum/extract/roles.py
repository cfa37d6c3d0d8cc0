"""Roles: who holds an office in a document, so that "the spokesman" or "an official" gets a name.

A role is given by apposition ("Ann Lee, the mayor"), before a name ("Mayor Ann Lee"), by "is", or
by "who speaks for". A later "the mayor" means the last holder; an earlier "a local official" means
the one whom "The official, Ann Lee," names next; "a spokesman" is the one spokesman a text names,
unless the two speak for bodies of different names.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.extract.lexicon import role_words
from variorum.extract.names import Cast

__all__ = ["Roles"]

DEFINITE = frozenset({"the", "that", "this"})
INDEFINITE = frozenset({"a", "an", "another", "one"})
SPEAKING = "spokesperson"
FAMILIES = {"spokesman": SPEAKING, "spokeswoman": SPEAKING}
QUALIFIES = frozenset({"compound", "amod", "poss", "nmod"})
LONGEST_PHRASE = 16


@dataclass(frozen=True)
class _Held:
    """One place where somebody is given a role.

    `bearer` is the name, or the role's own noun for "Norway's foreign ministry"; `recalled` says
    that the place points back, as in "The official, Ann Lee"; `words` tell whose role it is.
    """

    place: int
    bearer: Token
    recalled: bool
    words: frozenset[str]
    names: frozenset[str]


class Roles:
    """Who has which role in the document of a cast."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._held: dict[str, list[_Held]] = defaultdict(list)
        self._mentions: dict[str, list[int]] = defaultdict(list)
        for token in cast.doc:
            lemma = token.lemma_.lower()
            if token.pos_ in {"NOUN", "PROPN"} and lemma in role_words():
                self._read(token, lemma)
            elif lemma == "speak" and token.dep_ == "relcl" and token.head.pos_ == "PROPN":
                self._read_speaking(token)
        self._alone = {family: self._only(held) for family, held in self._held.items()}

    def _read(self, role: Token, lemma: str) -> None:
        """Record whom the parse joins to a role noun."""
        family = _family(lemma, role)
        words, names = _qualifiers(role)
        if not (_article(role) in DEFINITE and not words):
            self._mentions[family].append(role.i)
        for bearer in _bearers(role):
            recalled = _article(role) in DEFINITE and bearer.i > role.i
            self._held[family].append(_Held(role.i, bearer, recalled, words, names))

    def _read_speaking(self, verb: Token) -> None:
        """Record the name in "Ann Lee, who speaks for the navy"."""
        for phrase in verb.rights:
            if phrase.dep_ == "prep" and phrase.lower_ == "for":
                words, names = _words_under(phrase)
                held = _Held(verb.i, verb.head, False, words, names)
                self._held[SPEAKING].append(held)

    def _only(self, held: list[_Held]) -> _Held | None:
        """Return the first place of the only name that has a role, or None."""
        named = [h for h in held if h.bearer.pos_ == "PROPN" and h.bearer.i != h.place]
        people = {self._name(h.bearer) for h in named}
        return named[0] if len(people) == 1 else None

    def _name(self, bearer: Token) -> str:
        mention = self.cast.mention(bearer)
        return self.cast.fullest(mention).name if mention is not None else bearer.text

    def bearer(self, role: Token) -> Token | None:
        """Return the token that names who the role noun `role` means, or None."""
        family = _family(role.lemma_.lower(), role)
        held = self._held.get(family, [])
        article = _article(role)
        words, names = _qualifiers(role)
        if article in DEFINITE and not words:
            i = bisect.bisect_left(held, role.i, key=lambda h: h.place) - 1
            if i >= 0 and held[i].bearer.i != role.i:
                return held[i].bearer
        if article in INDEFINITE and (later := self._recalled(role, family, held)):
            return later
        only = self._alone.get(family)
        if only is None or only.bearer.i == role.i:
            return None
        return only.bearer if _fits(family, article, words, names, only) else None

    def _recalled(self, role: Token, family: str, held: list[_Held]) -> Token | None:
        """Return the name that "The official, Ann Lee," gives the official introduced before."""
        i = bisect.bisect_right(held, role.i, key=lambda h: h.place)
        if i >= len(held) or not held[i].recalled or held[i].words:
            return None
        mentions = self._mentions[family]
        between = bisect.bisect_left(mentions, held[i].place) - bisect.bisect_right(
            mentions, role.i
        )
        return held[i].bearer if between == 0 else None


def _fits(
    family: str, article: str, words: frozenset[str], names: frozenset[str], only: _Held
) -> bool:
    """Whether a role noun with that article and qualifiers may mean the only holder named."""
    if names and only.names and not names & only.names:
        return False
    if article in DEFINITE:
        return not words or bool(words & only.words)
    return family == SPEAKING and article in INDEFINITE


def _family(lemma: str, role: Token) -> str:
    """Return the key of a role: one for all who speak, another for several than for one."""
    key = FAMILIES.get(lemma, lemma)
    return f"{key}s" if role.tag_ in {"NNS", "NNPS"} and role.lower_ != lemma else key


def _article(role: Token) -> str:
    return next((c.lower_ for c in role.lefts if c.dep_ in {"det", "nummod"}), "")


def _words_under(phrase: Token) -> tuple[frozenset[str], frozenset[str]]:
    """Return the nouns and adjectives in a phrase, and which of them are names, in lower case."""
    doc = phrase.doc
    stop = min(phrase.right_edge.i + 1, phrase.left_edge.i + LONGEST_PHRASE)
    tokens = [t for t in doc[phrase.left_edge.i : stop] if t.pos_ in {"NOUN", "PROPN", "ADJ"}]
    words = frozenset(t.lemma_.lower() for t in tokens)
    return words, frozenset(t.lemma_.lower() for t in tokens if t.pos_ == "PROPN")


def _qualifiers(role: Token) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that say whose a role is, and which of them are names."""
    phrases = [c for c in role.lefts if c.dep_ in QUALIFIES]
    phrases += [c for c in role.rights if c.dep_ == "prep" and c.lower_ in {"of", "for"}]
    found = [_words_under(phrase) for phrase in phrases]
    words = frozenset().union(*(words for words, _ in found))
    return words, frozenset().union(*(names for _, names in found))


def _bearers(role: Token) -> Iterator[Token]:
    """Yield the names that the parse joins to a role noun, and the noun itself if it is one."""
    if role.dep_ in {"appos", "compound"} and role.head.pos_ == "PROPN":
        yield role.head
    if role.dep_ == "attr":
        yield from (c for c in role.head.lefts if c.dep_ == "nsubj" and c.pos_ == "PROPN")
    places = [t for c in role.rights if c.dep_ == "prep" for t in c.rights]
    for noun in (role, *places):
        yield from (c for c in noun.rights if c.dep_ == "appos" and c.pos_ == "PROPN")
    joined = {"compound", "amod", "poss"}
    if any(c.dep_ in joined and c.pos_ in {"PROPN", "ADJ"} for c in role.lefts):
        yield role
