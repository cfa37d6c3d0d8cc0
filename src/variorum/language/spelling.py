"""One name in many spellings: folding, usual variants, and a key that romanisations share.

Names from Arabic, Cyrillic and other scripts reach English text by many roads: As-Suwar, Al-Souwar
and Suwar are one. The key drops what the roads disagree about: articles, vowels, half vowels,
doubled letters and the choice of letter for a sound.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz

from variorum.grouping import grouped
from variorum.language.word_lists import pairs, pairs_by_language, words

_ARTICLES = words("language", "arabic_article")
_ARTICLE = re.compile(rf"(?<![^\W_])(?:{'|'.join(_ARTICLES)}|il|the)[-\s'’]+(?=\w)")
_ARABIC_ARTICLE = re.compile(r"\bال(?=\w{2})")
_ARABIC_LIKE = re.compile(r"(?:A[lrsdznt]|Ash|Ath|Adh)[- ](?=[^\W\d_a-z])")
_SAINT = re.compile(r"\b(?:St\.?|Ste\.?)(?=[ -])")
_QUOTES = str.maketrans("’‘ʼ`´ʻ", "''''''")
# What one sound is written as, the longer before the shorter.
_SOUNDS: tuple[tuple[str, str], ...] = tuple(pairs("language", "sounds").items())
_ABROAD = {
    language: (re.compile("|".join(f"({written})" for written in rows)), tuple(rows.values()))
    for language, rows in pairs_by_language("language", "sounds_abroad").items()
}
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


@functools.lru_cache(maxsize=4096)
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


def without_article(word: str) -> str:
    """Return a folded word of Arabic without the article that is written with it."""
    return _ARABIC_ARTICLE.sub("", word)


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


@functools.lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """Return the name folded, in Latin letters and without its articles."""
    folded = fold(name)
    if not folded.isascii():
        folded = _ARABIC_ARTICLE.sub("", folded).translate(_ARABIC).translate(_CYRILLIC)
    return _ARTICLE.sub("", folded) or folded


@functools.lru_cache(maxsize=4096)
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


_BETWEEN = re.compile(r"[^\w']+")
_POSSESSIVE = re.compile(r"'s?$")
_AMERICAN = pairs("language", "american")
_ENDS = re.compile(r"(?<=[aeo])h$")
_VOWELS = re.compile(r"[aeiouy]+")
# Vowels that one sound is written with, between consonants; the ends of names tell them apart.
_ALIKE = (frozenset("aeiy"), frozenset("ou"))
_ALIKE_ENDS = (frozenset("iy"), frozenset("ou"))
SHORTEST_ROMANISED = 3


@functools.lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name for comparing: folded, in American spelling, without articles.

    Apostrophes and the dots of short forms go, so that Da'esh is Daesh and U.N. is UN.
    """
    folded = fold(re.sub(r"(?<=\b\w)\.(?=\w\b)", "", name))
    parts = (_POSSESSIVE.sub("", part).replace("'", "") for part in _BETWEEN.split(folded))
    words = (_AMERICAN.get(part, part) for part in parts if part)
    said = [re.sub(r"isation(s?)$", r"ization\1", word) for word in words]
    return tuple(said[1:] if len(said) > 1 and said[0] in {"the", "a"} else said)


def initials(name: tuple[str, ...]) -> str:
    """Return the first letters of the words of a name but its small ones."""
    return "".join(word[0] for word in name if word not in words("language", "small_in_name"))


def without_articles(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name without the Arabic articles within: Omar al-Sayed."""
    return tuple(word for word in name if word not in _ARTICLES) or name


def spelled_alike(
    one: tuple[str, ...], other: tuple[str, ...], *, vowels_too: bool = False
) -> bool:
    """Return whether two full names in Latin letters are two spellings of one.

    With `vowels_too` no vowel may differ: Raqqa and Raqqah.

    Every word must agree in its consonants, and differ in no vowel but such as romanisations mix
    up: Talal Silo and Talal Selo, but neither Mario and Maria nor Hassan and Hussein.
    """
    one, other = without_articles(one), without_articles(other)
    if one == other:
        return True
    if len(one) != len(other) or len(one) < 2:
        return False
    return all(a == b or _alike(a, b, vowels_too) for a, b in zip(one, other, strict=True))


@functools.lru_cache(maxsize=4096)
def _alike(one: str, other: str, vowels_too: bool) -> bool:
    if min(len(one), len(other)) < SHORTEST_ROMANISED or not (one + other).isascii():
        return False
    if sound(one) != sound(other):
        return False
    (a, a_vowels, a_end), (b, b_vowels, b_end) = _shape(one), _shape(other)
    if vowels_too:
        return (a, a_vowels, a_end) == (b, b_vowels, b_end)
    if a != b or not _same_vowel(a_end, b_end, _ALIKE_ENDS):
        return False
    return all(_same_vowel(x, y, _ALIKE) for x, y in zip(a_vowels, b_vowels, strict=True))


def _shape(word: str) -> tuple[str, list[str], str]:
    """Return a word's consonants, the vowels between them, and those at its end."""
    word = _DOUBLED.sub(r"\1", _ENDS.sub("", word).replace("ou", "u").replace("ee", "i"))
    word = word.replace("oo", "u").replace("ay", "ai").replace("ey", "ei")
    vowels = _VOWELS.findall(word)
    end = vowels.pop() if _VOWELS.search(word[-1:]) else ""
    pattern = _VOWELS.sub("_", word)
    for written, sounded in _SOUNDS:
        pattern = pattern.replace(written, sounded)
    return pattern.replace("w", "_"), vowels, end


def _same_vowel(one: str, other: str, alike: tuple[frozenset[str], ...]) -> bool:
    if one == other:
        return True
    return any(set(one) <= same and set(other) <= same for same in alike)


def in_english(name: tuple[str, ...], language: str | None) -> tuple[str, ...]:
    """Return a folded foreign name of that language's reports as English ones may write it."""
    if language not in _ABROAD:
        return name
    written, sounded = _ABROAD[language]
    return tuple(written.sub(lambda at: sounded[(at.lastindex or 1) - 1], word) for word in name)


def same_in_two_scripts(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two full names in different scripts sound the same, word for word.

    Scripts that leave vowels out say little of a short name: each word must keep three consonants,
    or the words that keep two be helped by one of four.
    """
    one, other = without_articles(one), without_articles(other)
    latin = "".join(one).isascii()
    if len(one) != len(other) or len(one) < 2 or latin == "".join(other).isascii():
        return False
    keys = [(sound(a), sound(b)) for a, b in zip(one, other, strict=True)]
    return all(a == b and len(a) >= 2 for a, b in keys) and max(len(a) for a, _ in keys) >= 3


def either(words: Iterable[str]) -> str:
    """Return the expression of any of some words, the longest first.

    There may be thousands: those that begin alike are tried together.
    """
    longest_first = sorted(words, key=len, reverse=True)
    groups = grouped((word[:3], re.escape(word[3:])) for word in longest_first)
    heads = sorted(groups, key=len, reverse=True)
    return "|".join(f"{re.escape(head)}(?:{'|'.join(groups[head])})" for head in heads)
