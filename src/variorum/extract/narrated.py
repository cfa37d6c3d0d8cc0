"""Narrated claims: what a document says in its own voice, where it says something checkable."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from variorum.extract.attribution.figures import FIGURE
from variorum.extract.document.raw_attribution import Attribution, Range
from variorum.extract.document.reading import Reading
from variorum.extract.model.encoder import Floats
from variorum.language import relations
from variorum.language.english_words import is_amount, is_moment, word_list
from variorum.model import Stance
from variorum.text import trim

__all__ = ["narrated"]

ARGUMENTS = (
    relations.SUBJECTS
    | relations.OBJ
    | relations.COMPLEMENT
    | relations.IOBJ
    | relations.AGENT
    | relations.ATTRIBUTE
)
CLAUSAL = frozenset({"clause", "to", "is", FIGURE})
SHORTEST = 2
LIKELY = 0.5


def narrated(
    reading: Reading,
    found: Sequence[Attribution],
    taken: list[Range],
    facts: Floats | None = None,
) -> list[list[Range]]:
    """Return, for each sentence that the document answers for itself, its own character ranges.

    Of a sentence that is partly attributed, only what is left counts.

    Args:
        reading: the document.
        found: its attributions.
        taken: the character ranges of the contents of all claims so far, sorted.
        facts: for each token how likely it is part of a fact stated without a source; None where no
            model was asked, so that the rules decide alone.
    """
    hulls = _hulls(reading, found)
    roots = {a.head.i for a in found}
    roots |= {a.head.head.i for a in found if a.word.pos == "NOUN" and a.head.dep_ in relations.OBJ}
    claimed = []
    for i, sentence in _outside(reading, taken):
        place = trim(reading.document.text, sentence.start_char, sentence.end_char)
        held = [*hulls.get(i, ()), *_within(taken, place)]
        if held and sentence.root.i in roots:
            held.append((place[0], max(end for _, end in held)))
        pieces = [p for p in _left_over(place, held) if _is_piece(reading, p)]
        tokens = [t for start, end in pieces for t in reading.tokens_in(start, end)]
        in_part = bool(held) and not _is_whole_clause(reading, pieces, place, tokens)
        if _is_checkable(tokens, sentence, in_part, facts):
            claimed.append(pieces)
    return claimed


def _is_whole_clause(
    reading: Reading, pieces: Sequence[Range], place: Range, tokens: Sequence[Token]
) -> bool:
    """Return whether a clause up to a semicolon is left: "the gate stayed shut; he said that"."""
    text = reading.document.text
    if len(pieces) != 1 or pieces[0][0] != place[0]:
        return False
    closed = text[place[0] : pieces[0][1]].rstrip(" \n“\"'‘").endswith(";")
    return closed and any(t.dep_ in relations.SUBJECTS for t in tokens)


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


def _holds_its_words(attribution: Attribution) -> bool:
    """Whether what is attributed is no part of what the document itself says."""
    if attribution.head.dep_ in relations.ROOT or attribution.word.stance is Stance.PROMISES:
        return True
    return attribution.frame in CLAUSAL


def _hulls(reading: Reading, found: Sequence[Attribution]) -> dict[int, list[Range]]:
    """Return, by sentence, the ranges from each cue's first to its content's last character."""
    hulls: dict[int, list[Range]] = {}
    for attribution in found:
        if not _holds_its_words(attribution):
            continue
        places = [*attribution.content, reading.chars(attribution.cue)]
        source = attribution.source
        joined = source is not None and attribution.head in (source.head, source.head.head)
        if attribution.source_range and (joined or attribution.citer is not None):
            places.append(reading.chars(attribution.source_range))
        index = reading.sentence_at(attribution.head.i)
        sentence = reading.sentences[index]
        inside = _within(sorted(places), (sentence.start_char, sentence.end_char))
        start, end = min(a for a, _ in inside), max(b for _, b in inside)
        hulls.setdefault(index, []).append((start, end))
    return hulls


def _within(places: list[Range], outer: Range) -> list[Range]:
    """Return those of the sorted ranges that reach into another, cut to it."""
    low = bisect.bisect_left(places, (outer[0], 0))
    low = max(0, low - 3)
    high = bisect.bisect_left(places, (outer[1], 0))
    cut = [(max(a, outer[0]), min(b, outer[1])) for a, b in places[low:high]]
    return [(a, b) for a, b in cut if a < b]


def _left_over(place: Range, held: list[Range]) -> list[Range]:
    """Return what is left of a range without the ranges held by others."""
    pieces, start = [], place[0]
    for low, high in sorted(held):
        if low > start:
            pieces.append((start, low))
        start = max(start, high)
    return [*pieces, (start, place[1])] if start < place[1] else pieces


def _is_piece(reading: Reading, place: Range) -> bool:
    return sum(not t.is_punct and not t.is_space for t in reading.tokens_in(*place)) >= SHORTEST


def _is_checkable(
    tokens: Sequence[Token], sentence: Span, in_part: bool, facts: Floats | None
) -> bool:
    """Whether words carry a number, or state something that can be checked.

    The model may say so; so does a dated event, or somebody who takes part in an event, which it
    passes over more often in the middle of a text than in a sentence alone. What is left of a
    sentence told by another counts only with a verb of its own.
    """
    if facts is not None and tokens and facts[[t.i for t in tokens]].mean() > LIKELY:
        return True
    verbs = [t for t in tokens if t.pos_ in {"VERB", "AUX"}]
    if not verbs or sentence.text.rstrip().endswith("?"):
        return False
    if any(is_amount(token) for token in tokens):
        return True
    events = [t for t in verbs if t.pos_ == "VERB"]
    dated = any(is_moment(token) for token in tokens)
    if in_part:
        return sentence.root in events and (dated or any(_takes_part(t) for t in tokens))
    return dated or (bool(events) and any(_takes_part(t) for t in tokens))


def _takes_part(token: Token) -> bool:
    """Whether a token is a participant of an event."""
    if token.dep_ not in ARGUMENTS:
        return False
    if token.pos_ == "PROPN":
        return True
    return token.lemma_.lower() in word_list("group")
