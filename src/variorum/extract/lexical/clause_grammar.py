"""What a parse adds to the lexicon: which words are nouns, who speaks, and where a source ends.

All of it is asked in terms of Universal Dependencies (de Marneffe and others 2021), so that it
serves every language whose pipeline writes them. Without a parse it changes nothing.
"""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.language import relations
from variorum.language.alignment import tokens_at
from variorum.language.dependents import NOUNS, first_child, has_child
from variorum.language.relations import CASE, DET, SUBJECTS, XCOMP, Labels
from variorum.language.words.tokens import Text

CLAUSES = relations.ACL | relations.ADVCL | relations.RELCL
# Relations of words that belong to the noun above them, and are never its clause.
WITHIN_NOUN = frozenset().union(
    DET, CASE, relations.AMOD, relations.NUMMOD, relations.COMPOUND, relations.FIXED, relations.FLAT
)


@dataclass(frozen=True)
class ClauseGrammar:
    """The words of a text with their parse, where there is one."""

    text: Text
    doc: Doc | None

    def _token(self, i: int) -> Token | None:
        """Return the token that holds the beginning of word `i`."""
        if self.doc is None or not 0 <= i < len(self.text.words):
            return None
        start = self.text.words[i].start
        found = tokens_at(self.doc, start, start + 1)
        return found[0] if found else None

    def _words(self, low: Token, high: Token) -> tuple[int, int]:
        """Return the range of words from one token to another."""
        end = self.text.index_at(high.idx + len(high))
        while (
            self.text.form(end) == "-" and self.text.is_glued(end) and self.text.is_glued(end + 1)
        ):
            end += 2  # a parser parts "Tel-Aviv"
        return self.text.index_at(low.idx), end

    def is_noun(self, i: int) -> bool:
        """Return whether word `i` is a noun with its article or preposition, and so no cue."""
        token = self._token(i)
        return token is not None and token.pos_ in NOUNS and has_child(token, DET | CASE)

    def phrase(self, low: int) -> tuple[int, int] | None:
        """Return where the noun phrase of word `low` ends, without its clauses and with them."""
        token = self._token(low)
        if token is None:
            return None
        while token.dep_ in WITHIN_NOUN and token.head != token:
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
        if clause is None or clause.pos_ in NOUNS:
            return None
        found = self._words(clause.left_edge, clause.right_edge)
        return found if found[0] == high else None

    def _child(self, low: int, high: int, relation: Labels) -> Token | None:
        """Return what stands in a relation to the verb in words[low:high]."""
        tokens = (token for i in range(low, high) if (token := self._token(i)))
        verbs = (token for token in tokens if token.dep_ not in relations.AUX)
        return next((child for verb in verbs if (child := first_child(verb, relation))), None)


def _without_clauses(noun: Token) -> list[Token]:
    """Return the tokens of a noun phrase up to the first clause that says more of the noun."""
    ends = [t.left_edge.i for t in noun.children if t.dep_ in CLAUSES and t.i > noun.i]
    tokens = [t for t in noun.subtree if not ends or t.i < ends[0]]
    while len(tokens) > 1 and (tokens[-1].is_punct or tokens[-1].pos_ == "PART"):
        tokens.pop()
    return tokens
