"""The grammar of times: words to classes, and rules over rows of classes (`times.yaml`).

Each word of a text becomes one sign that stands for the classes it is in, so that a rule is a
regular expression over signs. Words that say nothing of time are in no class, and only stretches
that hold a word which every time has are looked at: one pass, in time linear in the text.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from variorum.language.files import table

# What is written with digits or signs, in the order in which it is tried.
_LEX = re.compile(
    r"(?P<half_day>[AaPp]\.[Mm]\b\.?|(?:(?<=\d)|(?<=\d ))[AaPp][Mm]\b)"
    r"|(?P<poss>['’]s\b|(?<=s)['’])"
    r"|(?P<word>[Oo]['’]clock\b|Sha['’]ban\b|[^\W\d_]+)"
    r"|(?P<ISO>\d{4}-\d\d(?:-\d\d)?(?![\d-])|\d{4}(?P<part>[/.])\d\d?(?P=part)\d\d?(?![\d/]))"
    r"|(?P<SLASH>\d{1,2}(?P<by>[/.])\d{1,2}(?P=by)(?:\d{4}|\d\d)(?![\d/]))"
    r"|(?P<CLOCK>\d{1,2}:\d\d(?::\d\d)?(?!\d))"
    r"|(?P<FRAC>\d{1,2}/\d{1,2}(?![\d/]))"
    r"|(?P<COMMAED>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d))"
    r"|(?P<DECIMAL>\d+\.\d+)"
    r"|(?P<ORDNUM>\d+(?:st|nd|rd|th)\b)"
    r"|(?P<DECADE>(?:1[5-9]|20)\d0['’]?s\b|['’]?\d0['’]?s\b)"
    r"|(?P<DIGITS>\d+)"
    r"|(?P<BREAK>\n[^\S\n]*\n)"
    r"|(?P<sign>\S)"
)
_DSL = re.compile(r"(?P<open>\()|(?P<op>[)|?*+])|(?P<many>\{\d\})|(?P<not_after>!\^)|(?P<after>\^)"
                  r"|(?P<neg>!)|(?P<then>&)|(?P<name>[a-z]\w*):(?=\S)|\$(?P<macro>\w+)|<(?P<form>\w+)>"
                  r"|(?P<word>[^\s()|?*+!&^{}]+)")  # fmt: skip
_GROUP = re.compile(r"\?P<\w+>")
_FIRST_SIGN = 0x100
LOWER, CAPITAL, MARK, BREAK = "o", "C", ".", "\n"
OUTSIDE = {"LOWER": LOWER, "CAPITAL": CAPITAL, "MARK": MARK, "BREAK": BREAK}
LONGEST_NUMBER = 6
# How many words a time can have before the first that only times have.
REACH = 12
STOPS = frozenset({LOWER, BREAK})
_PREFIX = {"not_after": "(?<!", "after": "(?<=", "neg": "(?!", "then": "(?="}


@dataclass(frozen=True)
class Words:
    """A text as words: where each stands, and the row of their signs."""

    text: str
    places: list[tuple[int, int]]
    signs: str

    def word(self, i: int) -> str:
        """Return word `i` as written."""
        start, end = self.places[i]
        return self.text[start:end]


@dataclass(frozen=True)
class Match:
    """Words first:last that a rule reads; `pieces` are its named parts, as places of words."""

    form: str
    first: int
    last: int
    pieces: dict[str, tuple[int, int]]


class Grammar:
    """One language's classes and rules, compiled."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self._classes: dict[str, set[str]] = {}
        self._values: dict[tuple[str, str], Any] = {}
        for name, words in raw["words"].items():
            for word, value in words.items():
                self._classes.setdefault(str(word), set()).add(name)
                self._values[name, str(word)] = value
        feasts = [(str(rule), str(name)) for rule, name in raw["feasts"]]
        self._macros: dict[str, str] = {**raw["macros"]}
        self._macros["FEAST"] = "|".join(f"({rule})" for rule, _ in feasts) + "|HOLIDAY"
        rules = [(str(form), str(rule)) for form, rule in raw["rules"]]
        for source in (*self._macros.values(), *(rule for _, rule in rules)):
            self._note_words(source)
        self._signs: dict[frozenset[str], str] = {}
        self._members: dict[str, list[str]] = {name: [sign] for name, sign in OUTSIDE.items()}
        self._table = {word: self._sign(frozenset(c)) for word, c in self._classes.items()}
        self._digits = {key: self._sign(frozenset(key)) for key in _digit_classes()}
        self._forms: dict[str, list[str]] = {}
        self.rules = [(form, self._rule(form, rule)) for form, rule in rules]
        self._feasts = [(re.compile(self._compiled(rule)), name) for rule, name in feasts]
        self._any = re.compile("|".join(_GROUP.sub("?:", r.pattern) for _, r in self.rules))
        cores = "".join({sign for name in raw["cores"] for sign in self._members.get(name, [])})
        self._core = re.compile(f"[{cores}]")

    def _note_words(self, source: str) -> None:
        """Give each word that a rule writes out a class of its own."""
        for match in _DSL.finditer(source):
            word = match["word"]
            if word and word not in OUTSIDE and not _is_class(word):
                lower = word.lower() if word.islower() else word
                self._classes.setdefault(lower, set()).add("=" + lower)

    def _sign(self, classes: frozenset[str]) -> str:
        if classes not in self._signs:
            self._signs[classes] = sign = chr(_FIRST_SIGN + len(self._signs))
            for name in classes:
                self._members.setdefault(name, []).append(sign)
        return self._signs[classes]

    def _rule(self, form: str, source: str) -> re.Pattern[str]:
        pattern = self._compiled(source)
        self._forms.setdefault(form, []).append(_GROUP.sub("?:", pattern))
        return re.compile(pattern)

    def _compiled(self, source: str) -> str:
        pieces: list[str] = []
        closers: list[str] = []
        for match in _DSL.finditer(source):
            kind = match.lastgroup or ""
            if kind in _PREFIX or kind == "name":
                pieces.append(_PREFIX.get(kind) or f"(?P<{match['name']}>")
                closers.append("wait")
            elif kind == "open":
                pieces.append("" if closers[-1:] == ["wait"] else "(?:")
                closers[-1:] = [")"] if closers[-1:] == ["wait"] else [*closers[-1:], ")"]
            elif kind == "op" and match[0] == ")":
                pieces.append(closers.pop())
            elif kind in {"op", "many"}:
                pieces.append(match[0] if kind == "op" else "{0," + match[0][1:])
            else:
                pieces.append(self._atom(match))
                if closers[-1:] == ["wait"]:
                    pieces.append(")")
                    closers.pop()
        return "".join(pieces)

    def _atom(self, match: re.Match[str]) -> str:
        if match["macro"]:
            return f"(?:{self._compiled(self._macros[match['macro']])})"
        if match["form"]:
            return f"(?:{'|'.join(self._forms[match['form']])})"
        word = match["word"]
        name = word if word in OUTSIDE or _is_class(word) else "=" + word
        return f"[{''.join(self._members[name])}]"

    def words(self, text: str) -> Words:
        """Return `text` as words and signs."""
        places, signs = [], []
        known = self._table
        for match in _LEX.finditer(text):
            places.append(match.span())
            kind, word = match.lastgroup, match.group()
            if kind == "word":
                sign = known.get(word) or known.get(word.lower())
                signs.append(sign or (LOWER if word.islower() else CAPITAL))
            else:
                signs.append(self._other_sign(kind or "", word))
        return Words(text, places, "".join(signs))

    def _other_sign(self, kind: str, word: str) -> str:
        if kind == "BREAK":
            return BREAK
        if kind in {"half_day", "poss", "sign"}:
            return self._table.get(word.lower().replace("’", "'"), MARK)
        return self._digits[_digits_of(kind, word)]

    def value(self, name: str, word: str) -> Any:
        """Return what `word` means in class `name`; None when it is not in it."""
        found = self._values.get((name, word))
        return self._values.get((name, word.lower())) if found is None else found

    def feast(self, words: Words, piece: tuple[int, int]) -> str:
        """Return the name of the feast that the words of `piece` say."""
        for rule, name in self._feasts:
            if rule.fullmatch(words.signs, *piece):
                return name
        return str(self.value("HOLIDAY", words.word(piece[0])))

    def matches(self, words: Words) -> Iterator[Match]:
        """Yield what the rules read, from left to right, without overlap."""
        signs, tried = words.signs, 0
        for core in self._core.finditer(signs):
            at = first = core.start()
            while first > max(tried, at - REACH) and signs[first - 1] not in STOPS:
                first -= 1
            while tried <= first <= at:
                found = self.longest(words, first) if self._any.match(signs, first) else None
                if found:
                    yield found
                first = tried = found.last if found else first + 1

    def longest(self, words: Words, at: int, end: int | None = None) -> Match | None:
        """Return the longest match at word `at`, or the one that goes just to `end`."""
        best: re.Match[str] | None = None
        form = ""
        for name, rule in self.rules:
            match = (
                rule.match(words.signs, at) if end is None else rule.fullmatch(words.signs, at, end)
            )
            if match and match.end() > (best.end() if best else at):
                best, form = match, name
        if best is None:
            return None
        pieces = {n: best.span(n) for n in best.re.groupindex if best.end(n) > best.start(n)}
        return Match(form, best.start(), best.end(), pieces)


def _is_class(word: str) -> bool:
    return (word.isupper() and len(word) > 1) or word == "A"


def _digit_classes() -> set[tuple[str, ...]]:
    """Return all that `_digits_of` can return."""
    kinds = {
        (k,) for k in ("ISO", "SLASH", "CLOCK", "FRAC", "COMMAED", "DECIMAL", "ORDNUM", "DECADE")
    }
    numbers = {
        ("DIGITS",),
        ("DIGITS", "YEAR"),
        ("DIGITS", "MIL"),
        ("DIGITS", "YEAR", "MIL"),
        ("DIGITS", "DAY"),
        ("DIGITS", "DAY", "HOUR"),
    }
    return kinds | numbers | {("DIGITS", "HOUR"), ("ORDNUM", "DAYORD"), ("LONG",)}


def _digits_of(kind: str, word: str) -> tuple[str, ...]:
    """Return the classes of a number by its size: a day of a month, an hour, a year."""
    if kind == "ORDNUM":
        return ("ORDNUM", "DAYORD") if len(word) <= 4 and 1 <= int(word[:-2]) <= 31 else ("ORDNUM",)
    if kind != "DIGITS":
        return (kind,)
    if len(word) > LONGEST_NUMBER:
        return ("LONG",)
    number = int(word)
    hours = ("MIL",) if len(word) == 4 and int(word[:2]) <= 24 and int(word[2:]) < 60 else ()
    if len(word) == 4 and 1500 <= number < 2100:
        return ("DIGITS", "YEAR", *hours)
    if len(word) > 2 or number > 31:
        return ("DIGITS", *hours)
    return ("DIGITS", *(["DAY"] if number else []), *(["HOUR"] if number <= 24 else []))


@functools.cache
def load(language: str = "en") -> Grammar:
    """Return the grammar of `language`.

    Raises:
        KeyError: when the tables have no such language.
    """
    return Grammar(table("times")[language])
