"""What the pieces of an English time expression say: numbers, years, clock times, directions."""

import re

from variorum.normalise.times.moments import century
from variorum.normalise.times.time_mentions import Mention

AFTER_NOON = frozenset({"AF", "EV", "NI"})
PHASES = {"START": 0, "MID": 1, "END": 2}
LONGEST_NUMBER = 9


def step_of(mention: Mention, piece: str = "rel") -> int | None:
    """Return -1, 0 or 1 for "last", "this" and "next"; "this past" is last; None where unsaid."""
    if piece not in mention:
        return None
    step = mention.meaning(piece, "LAST", "NEXT") or 0
    return (step > 0) - (step < 0)


def phase_of(mention: Mention) -> int | None:
    """Return which third, 0 to 2, "early", "mid" or "the end of" names."""
    return PHASES.get(mention.meaning("mod", "EARLY", "EDGE") or "")


def year_of(mention: Mention, piece: str = "year") -> int | None:
    """Return the year written in a piece, in digits or as "nineteen ninety-six"."""
    words = [w for w in mention.each(piece) if w[0].isalnum()]
    if not words:
        return None
    if words[0].isdigit():
        year = int(words[0])
        return year if len(words[0]) > 2 else century(year)
    values = [int(mention.grammar.value("NUM", word) or 0) for word in words]
    if mention.grammar.value("SCALE", words[1] if len(words) > 1 else ""):
        return values[0] * 1000 + (values[-1] if len(words) > 2 else 0)
    return 100 * values[0] + sum(values[1:])


def day_number(mention: Mention, piece: str) -> int | None:
    """Return the day of the month that a piece says, in digits or as "third"."""
    digits = re.sub(r"\D", "", mention.written(piece))
    number: int | None = int(digits) if digits else mention.meaning(piece, "ORD")
    return number


def ordinal(mention: Mention) -> int:
    """Return the number of an ordinal: 2 for second, 21 for twenty-first, -1 for last."""
    total = 0
    for word in mention.each("ord"):
        digits = re.sub(r"\D", "", word)[:4]
        values = (mention.grammar.value(name, word) for name in ("NUM", "ORD", "FINAL"))
        total += next((value for value in values if value is not None), 0)
        total += int(digits) if digits else 0
    return total


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
    values = (
        mention.grammar.value(name, word) for name in ("FRACTION", "HALF", "COUPLE", "FOURTH")
    )
    return next((float(part) for part in values if part is not None), None)


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
    if not plain[:1].isdigit() or len(plain) > LONGEST_NUMBER:
        return None
    return float(plain) if plain.replace(".", "", 1).isdigit() else None


def clock_value(mention: Mention) -> str | None:
    """Return the hour and minute of "5 p.m.", "17:30", "noon", "ten in the morning"."""
    named = mention.meaning("clock", "HOURNAME")
    if named is not None:
        return "12:00" if named else "24:00"
    found = re.match(r"(\d{1,2})(?::?(\d\d))?", mention.written("clock"))
    hour = int(found[1]) if found else int(mention.meaning("clock", "NUM"))
    minute = int(found[2] or 0) if found else 0
    half = mention.meaning("clock", "AMPM")
    if half is None and mention.meaning("clock", "PART") in AFTER_NOON:
        half = 12
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None
