"""When two written names are the same actor's: a pure comparison that gives its reason."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

__all__ = ["fold", "same_name"]

# Two spellings of one full name ("Talal Silo", "Talal Selo") score above this; two members of one
# family with different given names stay below it.
SPELLING = 85.0
_LEADING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:(?:mr|mrs|ms|dr|prof|gen|col|maj|lt|capt|sgt|brig|sen|rep|gov|president|minister|colonel"
    r"|general|major|captain|spokes(?:man|woman|person)|secretary|professor)\b\.?\s+)+",
    re.IGNORECASE,
)
_NOT_WORD = re.compile(r"[^\w]+")
_POSSESSIVE = re.compile(r"[’']s?\b")


def fold(name: str) -> str:
    """Return `name` without case, accents, article, titles and punctuation, for comparing."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = _TITLE.sub("", _LEADING.sub("", _POSSESSIVE.sub("", plain.strip())))
    return " ".join(_NOT_WORD.sub(" ", plain).split())


def same_name(one: str, other: str) -> str | None:
    """Return why two folded names are taken for one actor's, or None when they are not.

    Only full names are compared by spelling: a surname alone says too little.
    """
    if one == other:
        return "the same name"
    a, b = one.split(), other.split()
    if len(a) < 2 or len(b) < 2 or len(a) != len(b):
        return None
    if min(fuzz.ratio(x, y) for x, y in zip(a, b, strict=True)) < 70:
        return None
    return "two spellings of one full name" if fuzz.ratio(one, other) >= SPELLING else None
