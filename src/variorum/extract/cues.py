"""Cues: which words of a document attribute, and in which construction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from variorum.extract.lexicon import CueWord, cue_words
from variorum.model import Certainty, Stance

__all__ = ["candidates", "cue_range", "negated"]

VERB_LIKE = frozenset({"VERB", "AUX"})
BEFORE_CUE = frozenset({"aux", "auxpass", "neg", "prt"})
PLAIN = frozenset({"clear", "plain", "known", "public"})
TALLIES = frozenset({"number", "figure", "toll", "total", "count", "cost", "loss", "damage"})
PUT_AT = CueWord("put", "VERB", frozenset({"obj"}), Stance.ASSERTS, Certainty.PROBABLE)
MAKE_CLEAR = CueWord("make", "VERB", frozenset({"clause"}), Stance.ASSERTS, Certainty.CERTAIN)
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly"})


def _word(token: Token) -> CueWord | None:
    """Return the table's entry for a token, under the part of speech it is used in."""
    lemma = token.lemma_.lower()
    pos = "VERB" if token.pos_ in VERB_LIKE else token.pos_
    found = cue_words().get((lemma, pos))
    if found is None and token.pos_ in {"PROPN", "NOUN"} and token.dep_ in {"ROOT", "parataxis"}:
        found = cue_words().get((token.lower_.removesuffix("s"), "VERB"))
    return found


def _is_tally(token: Token) -> bool:
    return token.dep_ == "dobj" and token.lemma_.lower() in TALLIES


def candidates(tokens: Iterable[Token]) -> Iterator[tuple[Token, CueWord]]:
    """Yield each of some tokens that may be a cue, with its entry, in order."""
    for token in tokens:
        if token.lemma_ == "make" and any(t.lower_ in PLAIN for t in token.rights):
            yield token, MAKE_CLEAR
        elif token.lemma_ == "put" and any(_is_tally(t) for t in token.rights):
            yield token, PUT_AT
        elif word := _word(token):
            yield token, word


def cue_range(head: Token) -> tuple[int, int]:
    """Return the token range of a cue: its head with the auxiliaries and negations beside it."""
    start, end = head.i, head.i + 1
    for child in reversed(list(head.lefts)):
        if child.dep_ in BEFORE_CUE and child.i == start - 1:
            start = child.i
    for child in head.rights:
        fixed = child.dep_ in {"prt", "neg"} or (head.lemma_ == "make" and child.lower_ in PLAIN)
        if fixed and child.i == end:
            end = child.i + 1
    return start, end


def negated(head: Token) -> bool:
    """Whether the cue itself is negated ("did not say")."""
    around = [*head.children]
    if head.dep_ == "xcomp":
        around += [head.head, *head.head.children]
    return any(c.dep_ == "neg" or c.lower_ in NEGATIONS for c in around if c.i < head.i)
