"""Narrated claims: what a document says in its own voice, where it says something checkable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from variorum.extract.lexicon import word_list
from variorum.extract.reading import Reading
from variorum.extract.relations import Attribution, Range
from variorum.text import trim

__all__ = ["narrated"]

AMOUNTS = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "TIME"})
MOMENTS = frozenset({"DATE", "TIME"})
PARTIES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "agent", "attr"})
ATTRIBUTED_SHARE = 0.5


def narrated(reading: Reading, found: Sequence[Attribution], taken: list[Range]) -> list[Range]:
    """Return the character ranges of the sentences that the document answers for itself.

    Args:
        reading: the document.
        found: its attributions.
        taken: the character ranges of their contents, sorted.
    """
    partly = _partly_attributed(reading, found)
    claimed = []
    for i, sentence in _outside(reading, taken):
        if i not in partly and _is_checkable(sentence):
            start, end = sentence.start_char, sentence.end_char
            start, end = trim(reading.document.text, start, end)
            if start < end:
                claimed.append((start, end))
    return claimed


def _outside(reading: Reading, taken: list[Range]) -> Iterator[tuple[int, Span]]:
    """Yield the sentences, with their indices, that do not lie within a taken range."""
    i, reach = 0, 0
    for index, sentence in enumerate(reading.sentences):
        start, end = trim(reading.document.text, sentence.start_char, sentence.end_char)
        while i < len(taken) and taken[i][0] <= start + 1:
            reach = max(reach, taken[i][1])
            i += 1
        if reach < end - 2:
            yield index, sentence


def _partly_attributed(reading: Reading, found: Sequence[Attribution]) -> set[int]:
    """Return the indices of sentences whose main point is attributed."""
    partly = set()
    for attribution in found:
        index = reading.sentence_at(attribution.head.i)
        sentence = reading.sentences[index]
        low, high = sentence.start_char, sentence.end_char
        held = sum(max(0, min(high, e) - max(low, s)) for s, e in attribution.content)
        held += len(reading.doc[attribution.cue[0] : attribution.cue[1]].text)
        is_root = attribution.head.i == sentence.root.i
        clausal = attribution.frame in {"clause", "to"}
        if (is_root and clausal) or held > ATTRIBUTED_SHARE * (high - low):
            partly.add(index)
    return partly


def _is_checkable(sentence: Span) -> bool:
    """Whether a sentence carries a number, a dated event, or somebody who takes part in an event."""
    verbs = [t for t in sentence if t.pos_ in {"VERB", "AUX"}]
    if not verbs or sentence.text.rstrip().endswith("?"):
        return False
    if any(_is_amount(token) for token in sentence):
        return True
    events = [t for t in verbs if t.pos_ == "VERB"]
    if not events:
        return False
    if any(token.ent_type_ in MOMENTS for token in sentence):
        return True
    return any(_takes_part(token) for token in sentence)


def _is_amount(token: Token) -> bool:
    if token.ent_type_ in AMOUNTS or token.like_num:
        return True
    return token.lower_ in word_list("number")


def _takes_part(token: Token) -> bool:
    """Whether a token is a participant of an event."""
    if token.dep_ not in ARGUMENTS:
        return False
    if token.ent_type_ in PARTIES or token.pos_ == "PROPN":
        return True
    return token.lemma_.lower() in word_list("group")
