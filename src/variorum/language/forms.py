"""Lemmas and parts of speech, each worked out once for each form of a word.

The rules of the model give both, but they run on every word and take half the time of the parse.
Their result depends on the spelling and the tag of a word, and for some words on its relation, so
they are asked only when a form is seen for the first time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from variorum.language.word_lists import words

NAME = "variorum_forms"
RULES = ("attribute_ruler", "lemmatizer")
# The words whose part of speech depends on more than their tag.
PLACED_TAGS = frozenset({"CC", "DT", "IN", "PRP", "WDT"})
PLACED_WORDS = words("language", "auxiliaries")
AUXILIARY = ("aux", "auxpass")
BE = words("language", "be")
EXPLETIVE = "expl"
MOST = 100_000

Key = tuple[int, int, int, bool]
Known = tuple[int, int, int, int]


@Language.factory(NAME)
def _factory(nlp: Language, name: str) -> Forms:  # noqa: ARG001, the registry names it
    return Forms(nlp)


class Forms:
    """Gives each token of a parsed text its part of speech and lemma.

    At most `most` forms are kept in memory; when there are more, the memory is emptied.
    """

    def __init__(self, nlp: Language, most: int = MOST) -> None:
        self._vocab, self._most = nlp.vocab, most
        self._rules: list[Callable[[Doc], Doc]] = [nlp.get_pipe(name) for name in RULES]
        self._known: dict[Key, Known] = {}
        strings = nlp.vocab.strings
        self._auxiliary = frozenset(strings.add(dep) for dep in AUXILIARY)
        self._expletive = strings.add(EXPLETIVE)
        self._placed: dict[tuple[int, int], bool] = {}
        self._be: dict[int, bool] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its parts of speech and lemmas set."""
        if len(self._known) > self._most:
            for memory in (self._known, self._placed, self._be):
                memory.clear()
        keys = self._keys(doc)
        unknown = [key for key in dict.fromkeys(keys) if key not in self._known]
        if unknown:
            self._learn(unknown)
        known = [self._known[key] for key in keys]
        if known:
            values: Any = np.array([k[:2] for k in known], dtype="uint64")
            doc.from_array(["POS", "LEMMA"], values)
        for i, (_, _, tag, dep) in enumerate(known):
            if tag:
                doc[i].tag, doc[i].dep = tag, dep
        return doc

    def _keys(self, doc: Doc) -> list[Key]:
        """Return what the rules look at: spelling, tag, and the relation where it matters.

        The last part says whether it is a form of "be" after the "there" of "there is".
        """
        keys, after = [], False
        for orth, tag, dep in doc.to_array(["ORTH", "TAG", "DEP"]).tolist():
            placed = self._placed.get((orth, tag))
            if placed is None:
                placed = self._note(orth, tag)
            role = dep if placed or dep in self._auxiliary else 0
            keys.append((orth, tag, role, after and self._be[orth]))
            after = dep == self._expletive
        return keys

    def _note(self, orth: int, tag: int) -> bool:
        strings = self._vocab.strings
        lower = strings[orth].lower()
        placed = strings[tag] in PLACED_TAGS or lower in PLACED_WORDS
        self._placed[orth, tag] = placed
        self._be[orth] = lower in BE
        return placed

    def _learn(self, keys: list[Key]) -> None:
        """Ask the rules for some forms, each separated from the one before it."""
        strings = self._vocab.strings
        words, tags, deps = [], [], []
        for orth, tag, dep, after in keys:
            words += ["there" if after else ".", strings[orth]]
            tags += ["EX" if after else ".", strings[tag]]
            # A relation that does not matter must still be set: the rules skip a word without one.
            deps += [EXPLETIVE if after else "punct", strings[dep] if dep else "dep"]
        doc = Doc(self._vocab, words=words, tags=tags, deps=deps, heads=[0] * len(words))
        for rule in self._rules:
            doc = rule(doc)
        for key, token in zip(keys, list(doc)[1::2], strict=True):
            spaced = token.is_space
            changed = (token.tag, token.dep) if spaced else (0, 0)
            self._known[key] = (token.pos, token.lemma, *changed)
