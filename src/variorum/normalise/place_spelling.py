"""One name in many spellings: folding, usual variants, and a key that romanisations share.

Names from Arabic, Cyrillic and other scripts reach English text by many roads: As-Suwar, Al-Souwar
and Suwar are one. The key drops what the roads disagree about: articles, vowels, half vowels,
doubled letters and the choice of letter for a sound.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from rapidfuzz import fuzz

__all__ = ["bare", "fold", "same_sound", "sound", "spellings"]

_ARTICLE = re.compile(
    r"(?<![^\W_])(?:al|el|ar|as|ash|ad|az|an|at|ez|es|er|ed|en|et|ul|il|the)[-\s'’]+(?=\w)"
)
_ARABIC_ARTICLE = re.compile(r"\bال(?=\w{2})")
_ARABIC_LIKE = re.compile(r"(?:A[lrsdznt]|Ash|Ath|Adh)[- ](?=[^\W\d_a-z])")
_SAINT = re.compile(r"\b(?:St\.?|Ste\.?)(?=[ -])")
_QUOTES = str.maketrans("’‘ʼ`´ʻ", "''''''")
# What one sound is written as, the longer before the shorter.
_SOUNDS = (
    ("tch", "c"), ("sch", "s"), ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("dh", "z"),
    ("dj", "j"), ("th", "t"), ("sh", "s"), ("ch", "c"), ("ph", "f"), ("ck", "k"), ("ts", "s"),
    ("q", "k"), ("x", "h"), ("v", "b"), ("p", "b"), ("z", "s"), ("c", "s"), ("g", "j"),
)  # fmt: skip
_SOUND_LETTERS = {"ı": "i", "ə": "a", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "ß": "ss"}
_FOLDED_LETTERS = str.maketrans(_SOUND_LETTERS)
_ARABIC = str.maketrans(
    dict(
        zip(
            "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئپچژگکی",
            [*"abttjhhdzrzss", "s", "d", "t", "z", "", "g", *"fkklmnhwyaa", "", *"aaawybjjgky"],
            strict=True,
        )
    )
)
_CYRILLIC = str.maketrans(
    dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
            [*"abbgdeejziyklmnoprstufhsc", "s", "s", "", "i", "", "e", "u", "a", *"iieg"],
            strict=True,
        )
    )
)
_WEAK = re.compile(r"[aeiouyw'\-\s.]")
_DOUBLED = re.compile(r"(.)\1+")
# A key of two sounds is shared by many names, so that more of the letters must agree.
LIKE, LIKE_SHORT = 80.0, 88.0
SHORTEST_KEY = 2


@functools.lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the name in small letters, without accents and marks; other scripts keep theirs."""
    if name.isascii():
        return " ".join(name.lower().replace("`", "'").split())
    apart = unicodedata.normalize("NFKD", name.translate(_QUOTES).casefold())
    bare = "".join(c for c in apart if not unicodedata.combining(c)).replace("ـ", "")
    return " ".join(bare.translate(_FOLDED_LETTERS).split())


def bare(name: str) -> str:
    """Return the name without an Arabic article before it: Ar Raqqah is Raqqah."""
    found = _ARABIC_LIKE.match(name)
    return name[found.end() :] if found else name


def spellings(name: str) -> list[str]:
    """Return the name and its usual variants, the likeliest first."""
    plain = name.translate(_QUOTES)
    found = [name, plain, _SAINT.sub("Saint", plain), plain.replace("-", " ")]
    found.append(_SAINT.sub("Saint", plain).replace(" ", "-"))
    if plain[:1].islower():
        found.append(plain[:1].upper() + plain[1:])
    if len(plain) > 3 and plain.isupper():
        found.append(plain.title())
    return list(dict.fromkeys(found))


@functools.lru_cache(maxsize=65536)
def _plain(name: str) -> str:
    """Return the name folded, in Latin letters and without its articles."""
    folded = fold(name)
    if not folded.isascii():
        folded = _ARABIC_ARTICLE.sub("", folded).translate(_ARABIC).translate(_CYRILLIC)
    return _ARTICLE.sub("", folded) or folded


@functools.lru_cache(maxsize=65536)
def sound(name: str) -> str:
    """Return the key that different romanisations of one name share; sounding twice is the same."""
    text = _plain(name)
    for written, sounded in _SOUNDS:
        text = text.replace(written, sounded)
    first, rest = text[:1], _WEAK.sub("", text[1:])
    key = _DOUBLED.sub(r"\1", ("a" if first in "aeiouyw" else first) + rest)
    return key.removesuffix("h") if len(key) > SHORTEST_KEY else key


def same_sound(one: str, other: str) -> float:
    """Return how like two names of one key are, from 0 (unlike) to 100."""
    likeness = fuzz.ratio(_plain(one), _plain(other))
    enough = LIKE if len(sound(one)) > SHORTEST_KEY else LIKE_SHORT
    return likeness if likeness >= enough else 0.0
