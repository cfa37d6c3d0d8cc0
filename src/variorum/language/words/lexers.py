"""The ways to cut English text into words, each for what is to be found in it.

A language that is read by its data file is cut as that file says, by the module `tokens`.
"""

import re
import sys
import unicodedata
from dataclasses import dataclass

from variorum.language.words.tokens import Text, Word

BREAK = "\n\n"  # The word of the token between two paragraphs, which no number runs over

# Digits of any script; groups of three (or of two and three, as in India) by comma, apostrophe,
# point or a narrow or no-break space, and by a plain space where exactly three digits follow.
_NUMBERS = re.compile(
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
_CLAUSES = re.compile(
    r"(?:[A-Z]\.){2,}|n[’']t\b|\w+(?:-\w+)*?(?=n[’']t\b)|\w+(?:-\w+)*|[.,;:!?()،؛؟]"
)
_BARE = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_HYPHENED = re.compile(r"\w+(?:-\w+)*")
_NAMES = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:[^\W\d_]\.)+[^\W\d_]\b|(?:St|Ste|Mt|Ft)\.(?= )"
    r"|[^\W_]+(?:[-'’ʼ][^\W_]+)*"
)
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
# UK-based, Paris-born: what follows the hyphen is no part of the name.
_COMPOUND = re.compile(r"(?<=[^\W_])-[^\W\dA-Z_][^A-Z]*$")


def numbers(text: str) -> Text:
    """Cut a text for the reader of numbers: words without hyphens, grouped numbers, signs, breaks.

    A hyphen is a sign of its own, so that "twenty-five" is three words. Words are in lower case.
    """
    return Text(text, tuple(map(_number, _NUMBERS.finditer(text))))


def _number(match: re.Match[str]) -> Word:
    kind, raw = match.lastgroup, match.group()
    value = None
    if kind == "number":
        value = _value(raw)
    elif len(raw) == 1 and unicodedata.category(raw) == "No":
        value = unicodedata.numeric(raw, None)  # such as ½, which is a letter to the pattern
    form = BREAK if kind == "break" else raw.lower()
    return Word(*match.span(), ((form, ""),), value, kind == "word", kind == "ordinal")


def _value(raw: str) -> float | None:
    """Return the number that grouped or plain digits say; "3.500" is three thousand five hundred.

    A single point before three digits is a decimal point unless the digits end in "00": English
    prose writes 1.234 for a fraction, and copied European figures are mostly round.
    """
    if _GROUPED_BY_POINT.match(raw) and (raw.count(".") > 1 or raw.endswith("00")):
        raw = raw.replace(".", "")
    plain = _NOT_DIGITS.sub("", raw).replace("٫", ".")
    return float(plain) if len(plain) <= 15 else None


def clauses(text: str) -> Text:
    """Cut a text for what is found within clauses: hyphened words, "n't", and the marks between.

    Words are casefolded and their apostrophes straight. Quotation marks and signs are left out.
    """
    places = ((m.span(), m[0].replace("’", "'").casefold()) for m in _CLAUSES.finditer(text))
    return Text(text, tuple(Word(*place, ((form, ""),)) for place, form in places))


def bare_words(text: str, start: int = 0, end: int = sys.maxsize) -> list[str]:
    """Return the runs of letters and digits in text[start:end], whatever the language."""
    return _BARE.findall(text, start, end)


def bare_places(text: str, start: int = 0, end: int = sys.maxsize) -> list[tuple[int, int]]:
    """Return where the runs of letters and digits stand in text[start:end]."""
    return [match.span() for match in _BARE.finditer(text, start, end)]


def has_word(text: str, start: int, end: int) -> bool:
    """Return whether a letter or a digit stands in text[start:end]."""
    return _BARE.search(text, start, end) is not None


def letters(text: str) -> list[str]:
    """Return the runs of letters: a hyphen, an apostrophe and a digit part them."""
    return _LETTERS.findall(text)


def hyphened(text: str) -> list[str]:
    """Return the runs of letters and digits, those joined by a hyphen as one."""
    return _HYPHENED.findall(text)


@dataclass(slots=True)
class NameWord:
    """A word as names are read from: as written, without its possessive."""

    start: int
    end: int
    text: str
    capital: bool
    before: str
    """What stands between the last word and this one."""

    @property
    def joined(self) -> bool:
        """Whether nothing but a space stands before it."""
        return self.before == " "


def names(text: str) -> list[NameWord]:
    """Cut a text for the reader of names: hyphened words and initials as one, no possessives."""
    found: list[NameWord] = []
    end = 0
    for match in _NAMES.finditer(text):
        start, bare = match.start(), match.group()
        if bare.isalpha():
            capital = bare[0].isupper()
        else:
            bare = _POSSESSIVE.sub("", bare)
            bare = _COMPOUND.sub("", bare) if bare[:1].isupper() else bare
            capital = _is_capital(bare)
        found.append(NameWord(start, start + len(bare), bare, capital, text[end:start]))
        end = start + len(bare)
    return found


def _is_capital(word: str) -> bool:
    """Return whether it is written as a name is: Minya, al-Minya, d'Ivoire."""
    if word[:1].isupper():
        return True
    parts = re.split(r"[-'’ʼ]", word)
    return len(parts) > 1 and len(parts[0]) <= 3 and parts[1][:1].isupper()
