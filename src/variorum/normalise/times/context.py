"""What a time expression is read with: the dates it may count from, and what came before it."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.language.calendar import Base
from variorum.model import AnchorKind
from variorum.normalise.times.time_mentions import Mention
from variorum.normalise.times.timeml import edtf_of

__all__ = ["Context", "Reading", "amount", "dated", "undated"]


@dataclass(frozen=True)
class Reading:
    """What a mention says: TIMEX3 type and value, EDTF if it has one, the date it counts from."""

    kind: str
    value: str
    edtf: str | None = None
    base: Base | None = None
    anchor: AnchorKind | None = None


@dataclass(frozen=True)
class Context:
    """The dates that a mention may count from.

    `base` is the date of the section or document, `told` the last date the text established
    nearby, `year_told` the last absolute one of the paragraph; `quarter` and `value` are the last
    fiscal quarter and the last TimeML date. `ahead` is whether the sentence speaks of the future.
    """

    base: Base | None
    base_kind: AnchorKind
    told: Base | None = None
    year_told: Base | None = None
    quarter: str | None = None
    value: str | None = None
    ahead: bool = False

    def kind_of(self, base: Base | None) -> AnchorKind | None:
        """Return where `base` is from."""
        if base is None:
            return None
        return self.base_kind if base is self.base else AnchorKind.TEXT


def dated(
    value: str,
    context: Context,
    base: Base | None = None,
    edtf: str | None = None,
    kind: str = "DATE",
) -> Reading:
    """Return a reading with a place in the calendar; its EDTF follows from `value` unless given."""
    return Reading(kind, value, edtf or edtf_of(value), base, context.kind_of(base))


def undated(kind: str, value: str) -> Reading:
    """Return a reading that names no place in the calendar."""
    return Reading(kind, value)


def amount(mention: Mention, piece: str = "qty") -> float | None:
    """Return the number that the words of a piece say, or the first of "two to three".

    None for "a few" and the like; one where there is no number, as in "a year".
    """
    words = mention.each(piece)
    known = mention.grammar.value
    if any(known(name, word) for word in words for name in ("VAGUE", "MANY")):
        return None
    total, said = 0.0, False
    for i, word in enumerate(words):
        number, scale = _number(mention, word), known("SCALE", word)
        if number is not None or scale:
            total = max(total, 1) * scale if scale else total + (number or 0)
            said = True
        elif (part := _part_of_one(mention, word)) is not None:
            return total + part
        elif said and _goes_on(words, i):
            break
    return total if said else 1


def _part_of_one(mention: Mention, word: str) -> float | None:
    """Return what "half", "¼" and "quarter" add; "a couple" adds two, and ends a number too."""
    for name in ("FRACTION", "HALF", "COUPLE"):
        part = mention.grammar.value(name, word)
        if part is not None:
            return float(part)
    return 0.25 if word.lower() == "quarter" else None


def _goes_on(words: list[str], i: int) -> bool:
    """Return whether a second number follows; the hyphen of "twenty-four" does not tell so."""
    if words[i] == "-":
        return words[i - 1][-1:].isdigit()
    return words[i].lower() in {"to", "or", "–", "—"}


def _number(mention: Mention, word: str) -> float | None:
    known = mention.grammar.value("NUM", word)
    if known is not None:
        return float(known)
    if "/" in word:
        above, _, below = word.partition("/")
        return int(above) / int(below) if int(below) else 0.0
    plain = word.replace(",", "")
    if not plain[:1].isdigit() or len(plain) > 9:
        return None
    return float(plain) if plain.replace(".", "", 1).isdigit() else None
