"""Finding in a text the words that a model proposes: exactly, or else nearly, or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from variorum.extract.proposed.proposals import LONGEST, LONGEST_NAME, Proposed
from variorum.language.words.lexers import has_word
from variorum.text import trim

Range = tuple[int, int]
ALIKE = 90  # So much of the words, in percent, must be the same for them to be found nearly
# So many characters may lie between the words, who says them, and the cue.
FARTHEST = 400
MARKS = "“”„‘’«»\"'()[].,;:-–—"
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Anchored:
    """Where a proposal stands, and how many characters of its words are other than there."""

    content: Range
    source: Range
    cue: Range
    distance: int

    def moved(self, by: int) -> Anchored:
        """Return the same so many characters further on."""
        content, source, cue = (
            (start + by, end + by) for start, end in (self.content, self.source, self.cue)
        )
        return Anchored(content, source, cue, self.distance)


class Unanchored(Exception):
    """A proposal does not stand in the text; the message says what of it, as a sentence's end."""


def anchored(proposed: Proposed, text: str) -> Anchored:
    """Return where a proposal stands in a text.

    The words that are said may differ a little (white space, marks, a letter), but in no number.
    Who says it and by which word must stand there exactly, near by and outside of what is said.

    Raises:
        Unanchored: when one of these does not stand there.
    """
    if max(map(len, (proposed.source, proposed.cue))) > LONGEST_NAME:
        raise Unanchored("names a source or a cue that is too long")
    if len(proposed.content) > LONGEST:
        raise Unanchored("is too long")
    places = _exact(proposed.content, text) or _nearly(proposed.content, text)
    if not places:
        raise Unanchored("quotes words that are not in the text")
    found = [one for place in places if (one := _beside(proposed, place, text))]
    if not found:
        raise Unanchored("names a source or a cue that does not stand beside the words")
    return min(found, key=lambda one: (_apart(one.content, one.cue), one.content))


def is_in(words: Any, text: str) -> bool:
    """Return whether something is whole words of a text, letter by letter."""
    return isinstance(words, str) and bool(_exact(words, text))


def _exact(words: str, text: str) -> list[Range]:
    """Return the places of whole words in a text."""
    bare = words.strip()
    if not has_word(bare, 0, len(bare)):
        return []
    found = (match.span() for match in re.finditer(re.escape(bare), text))
    return [place for place in found if _is_whole(text, *place)]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether a place begins and ends no word in the middle."""
    inside = re.compile(r"\w\w")
    return not any(inside.fullmatch(text, at - 1, at + 1) for at in (start, end) if at > 0)


def _nearly(words: str, text: str) -> list[Range]:
    """Return the place whose words are most alike, where they are alike enough."""
    found = partial_ratio_alignment(words, text, score_cutoff=ALIKE)
    if found is None or not has_word(text, found.dest_start, found.dest_end):
        return []
    start, end = found.dest_start, found.dest_end
    while start > 0 and re.fullmatch(r"\w\w", text[start - 1 : start + 1]):
        start -= 1
    while end < len(text) and re.fullmatch(r"\w\w", text[end - 1 : end + 1]):
        end += 1
    start, end = trim(text, start, end, strip=MARKS)
    if _NUMBER.findall(text[start:end]) != _NUMBER.findall(words):
        return []
    score = Levenshtein.normalized_similarity(words, text[start:end])
    return [(start, end)] if 100 * score >= ALIKE else []


def _beside(proposed: Proposed, content: Range, text: str) -> Anchored | None:
    """Return a proposal with its source and cue nearest to its words, outside of them."""

    def nearest(words: str, other: Range | None = None) -> Range | None:
        free = (place for place in _exact(words, text) if _is_apart(place, content))
        rest = [place for place in free if other is None or _is_apart(place, other)]
        near = min(rest, key=lambda place: (_apart(place, content), place), default=None)
        return near if near and _apart(near, content) <= FARTHEST else None

    cue = nearest(proposed.cue)
    source = nearest(proposed.source, cue)
    if cue is None or source is None:
        return None
    distance = Levenshtein.distance(proposed.content.strip(), text[slice(*content)])
    return Anchored(content, source, cue, distance)


def _is_apart(one: Range, other: Range) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def _apart(one: Range, other: Range) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
