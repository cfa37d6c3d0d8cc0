"""Text cut into words, numbers and signs with their offsets: what the number grammar reads."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

__all__ = ["BREAK", "Token", "lex"]

# The word of the token between two paragraphs, which no number runs over.
BREAK = "\n\n"

# Digits of any script; groups of three (or of two and three, as in India) by comma, apostrophe,
# point or a narrow or no-break space, and by a plain space where exactly three digits follow.
_LEX = re.compile(
    r"(?P<ordinal>\d+(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d{1,3}"
    r"(?:(?:[,'’٬](?:\d{2},)*\d{3})+|(?:[.\u00a0\u202f\u2009]\d{3})+|(?: \d{3})+)"
    r"(?:(?<!\.\d{3})[.,٫]\d+)?(?!\d)|\d+(?:[.٫]\d+)?)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<break>\n[^\S\n]*\n)"
    r"|(?P<other>\S)"
)
_GROUPED_BY_POINT = re.compile(r"\d{1,3}(?:\.\d{3})+\Z")
_NOT_DIGITS = re.compile(r"[,'’٬\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word (lower case), number or sign; `value` is what its digits say."""

    start: int
    end: int
    word: str
    value: float | None = None
    ordinal: bool = False


def lex(text: str) -> list[Token]:
    """Return the words, numbers and signs of `text` in order, and the breaks of its paragraphs."""
    return [_token(match) for match in _LEX.finditer(text)]


def _token(match: re.Match[str]) -> Token:
    kind, raw = match.lastgroup, match.group()
    value = None
    if kind == "number":
        value = _value(raw)
    elif kind == "other" and unicodedata.category(raw) == "No":
        value = unicodedata.numeric(raw, None)
    word = BREAK if kind == "break" else raw.lower()
    return Token(match.start(), match.end(), word, value, kind == "ordinal")


def _value(raw: str) -> float | None:
    """Return the number that grouped or plain digits say; "3.500" is three thousand five hundred.

    A single point before three digits is a decimal point unless the digits end in "00": English
    prose writes 1.234 for a fraction, and copied European figures are mostly round.
    """
    if _GROUPED_BY_POINT.match(raw) and (raw.count(".") > 1 or raw.endswith("00")):
        raw = raw.replace(".", "")
    plain = _NOT_DIGITS.sub("", raw).replace("٫", ".")
    return float(plain) if len(plain) <= 15 else None
