"""What a parse adds to the lexicon: which words are nouns, who speaks, and where a source ends.

All of it is asked in terms of Universal Dependencies (de Marneffe and others 2021), so that it
serves every language whose pipeline writes them. Without a parse it changes nothing.
"""

from __future__ import annotations

import bisect
import functools
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.language.relations import ACL, ADVCL, AUX, CASE, DET, RELCL, SUBJECTS, XCOMP
from variorum.language.words.tokens import Text

__all__ = ["ClauseGrammar"]

NOUNS = frozenset({"NOUN", "PROPN"})
CLAUSES = ACL | ADVCL | RELCL
# Words that belong to the noun they hang on, and are never its clause.
WITHIN_NOUN = frozenset(
    {"det", "case", "fixed", "amod", "nummod", "compound", "flat:name", "flat:foreign"}
)


@dataclass(frozen=True)
class ClauseGrammar:
    """The words of a text with their parse, where there is one."""

    text: Text
    doc: Doc | None

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self.doc or ()]

    def _token(self, i: int) -> Token | None:
        """Return the token that holds the beginning of word `i`."""
        if self.doc is None or not 0 <= i < len(self.text.words):
            return None
        return self.doc[bisect.bisect_right(self._starts, self.text.words[i].start) - 1]

    def _words(self, low: Token, high: Token) -> tuple[int, int]:
        """Return the range of words from one token to another."""
        return self.text.index_at(low.idx), self.text.index_at(high.idx + len(high))

    def is_noun(self, i: int) -> bool:
        """Return whether word `i` is a noun with its article or preposition, and so no cue."""
        token = self._token(i)
        if token is None or token.pos_ not in NOUNS:
            return False
        return any(child.dep_ in DET | CASE for child in token.children)

    def phrase(self, low: int) -> tuple[int, int] | None:
        """Return where the noun phrase of word `low` ends, without its clauses and with them."""
        token = self._token(low)
        if token is None:
            return None
        while token.dep_ in WITHIN_NOUN and token.head is not token:
            token = token.head
        bare = _without_clauses(token)
        return self._words(token, bare[-1])[1], self._words(token, token.right_edge)[1]

    def subject(self, low: int, high: int) -> tuple[int, int] | None:
        """Return the words of the subject of the verb in words[low:high], without its clauses."""
        subject = self._child(low, high, SUBJECTS)
        if subject is None:
            return None
        tokens = _without_clauses(subject)
        return self._words(tokens[0], tokens[-1])

    def infinitive(self, low: int, high: int) -> tuple[int, int] | None:
        """Return the words of the infinitive that follows the verb in words[low:high] at once."""
        clause = self._child(low, high, XCOMP)
        if clause is None:
            return None
        found = self._words(clause.left_edge, clause.right_edge)
        return found if found[0] == high else None

    def _child(self, low: int, high: int, relation: frozenset[str]) -> Token | None:
        """Return what stands in a relation to the verb in words[low:high]."""
        verbs = (t for i in range(low, high) if (t := self._token(i)) and not is_auxiliary(t))
        return next((c for verb in verbs for c in verb.children if c.dep_ in relation), None)


def is_auxiliary(token: Token) -> bool:
    """Return whether a token is the auxiliary of another verb."""
    return token.dep_.partition(":")[0] in AUX


def _without_clauses(noun: Token) -> list[Token]:
    """Return the tokens of a noun phrase up to the first clause that says more of the noun."""
    ends = [t.left_edge.i for t in noun.children if t.dep_ in CLAUSES and t.i > noun.i]
    tokens = [t for t in noun.subtree if not ends or t.i < ends[0]]
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    return tokens
