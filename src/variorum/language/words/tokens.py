"""A text cut into words, numbers, signs and sentences, as its language writes them."""

import bisect
import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from variorum.language.files import section
from variorum.language.words.page_lines import page_blocks

_LETTER = r"[^\W\d_]"
# Vowel signs and joiners inside the words of some scripts.
_INNER = "\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d"
_LETTERS = rf"{_LETTER}(?:{_LETTER}|[{_INNER}])*"
_WORDS = {
    "after": rf"{_LETTERS}['’](?={_LETTER})|{_LETTERS}",
    "before": rf"(?<=[^\W_])['’]{_LETTERS}|{_LETTERS}",
    "inside": rf"{_LETTERS}(?:['’ʼ]{_LETTERS})*",
}
_CLOSING = "\"'”’»“)]"
_LONGEST_NUMBER = 15
_LONGEST_INITIAL = 1


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or sign at text[start:end].

    `forms` are the ways to look it up in the lexicon, each with the prefix that was removed: first
    the whole word, then the rest without "and", "to", "the" where a language writes these as part
    of the word. `value` is what digits say; `ordinal` marks "3rd".
    """

    start: int
    end: int
    forms: tuple[tuple[str, str], ...]
    value: float | None = None
    is_word: bool = False
    ordinal: bool = False

    @property
    def form(self) -> str:
        """The whole word as the lexicon would write it."""
        return self.forms[0][0]


class Writing:
    """How a language is written: its token pattern, its folding, its clitics and abbreviations.

    Raises:
        KeyError: when there is no file for the language.
    """

    def __init__(self, language: str) -> None:
        raw = section(language, "writing")
        self.token = _token_pattern(raw)
        self.group: str = raw["group"]
        self.fold_table = {ord(a): str(b or "") for a, b in raw["fold"].items()}
        self.unfolded: tuple[str, ...] = tuple(raw["unfolded"])
        self.least_stem: int = raw["least_stem"]
        self.ordinal_dot: bool = raw["ordinal_dot"]
        self.enders: str = raw["enders"]
        folded = [self.fold(prefix) for prefix in raw["prefixes"]]
        self.prefixes: tuple[str, ...] = tuple(sorted(folded, key=len, reverse=True))
        self.abbreviations = frozenset(self.fold(str(word)) for word in raw["abbreviations"])
        sources, rows = section(language, "sources"), [*section(language, "places")["before"]]
        rows += [row for name in ("although", "articles", "pronouns") for row in sources[name]]
        self.openers = frozenset(word for row in rows for word in str(row).split("|"))

    def fold(self, text: str) -> str:
        """Return `text` as the lexicon compares it: lower case, spelling variants made one."""
        table = {} if text.endswith(self.unfolded) else self.fold_table
        return unicodedata.normalize("NFC", text.translate(table).lower())


@dataclass(frozen=True)
class Text:
    """A cut text: its words in order, and for each sentence the range of its words."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...] = ()

    @functools.cached_property
    def starts(self) -> list[int]:
        """Where each word starts, for looking up offsets."""
        return [word.start for word in self.words]

    @functools.cached_property
    def _sentence_starts(self) -> list[int]:
        return [first for first, _ in self.sentences]

    @functools.cached_property
    def read(self) -> dict[tuple[str, int], Any]:
        """What readers found at a word, by the reader's name and the word: read once."""
        return {}

    def sentence_of(self, i: int) -> tuple[int, int]:
        """Return the range of words of the sentence that holds word `i`."""
        return self.sentences[bisect.bisect_right(self._sentence_starts, i) - 1]

    def index_at(self, offset: int) -> int:
        """Return the index of the first word that starts at or after `offset`."""
        return bisect.bisect_left(self.starts, offset)

    def is_glued(self, i: int) -> bool:
        """Whether word `i` stands right after the one before it, with no space."""
        return 0 < i < len(self.words) and self.words[i - 1].end == self.words[i].start

    def is_capital(self, i: int) -> bool:
        """Return whether word `i` begins with a capital."""
        return self.text[self.words[i].start].isupper()

    def form(self, i: int) -> str:
        """Return the folded word at `i`, or nothing outside the text."""
        return self.words[i].form if 0 <= i < len(self.words) else ""

    def slice(self, first: int, end: int) -> str:
        """Return the text from word `first` up to word `end`."""
        return self.text[self.words[first].start : self.words[end - 1].end] if first < end else ""


writing_of = functools.cache(Writing)


def _token_pattern(raw: dict[str, Any]) -> re.Pattern[str]:
    group, decimal = re.escape(raw["group"]), re.escape(raw["decimal"])
    grouped = rf"\d{{1,3}}(?:[{group}]\d{{3}})+(?!\d)(?:[{decimal}]\d+(?![{decimal}{group}]?\d))?"
    # "12.10.2017" is three numbers, also where a point parts the decimals.
    plain = rf"\d+(?:(?<!\d[{decimal}]\d)(?<!\d[{decimal}]\d\d)[{decimal}]\d+(?![{decimal}]?\d))?"
    whole = "|".join(re.escape(word) for word in raw["whole"]) or r"(?!)"
    return re.compile(
        rf"(?P<number>(?<!\d)(?:{grouped}|{plain})|\d+)|(?P<word>(?i:{whole})"
        rf"|{_WORDS[raw['apostrophe']]})|(?P<other>[^\s\u200c-\u200f\u202a-\u202e])"
    )


@functools.lru_cache(maxsize=4)
def cut(text: str, language: str) -> Text:
    """Return the words and sentences of `text`; no sentence runs over a block of the page."""
    writing = writing_of(language)
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    for start, end in page_blocks(text):
        first = len(words)
        words += (_word(match, writing) for match in writing.token.finditer(text, start, end))
        sentences += _sentences(text, words, first, writing)
    return Text(text, tuple(words), tuple(sentences))


def _word(match: re.Match[str], writing: Writing) -> Word:
    raw, kind = match.group(), match.lastgroup
    if kind == "number":
        forms: tuple[tuple[str, str], ...] = ((raw, ""),)
        return Word(match.start(), match.end(), forms, _value(raw, writing.group))
    if kind == "other":
        value = unicodedata.numeric(raw, None) if unicodedata.category(raw) == "No" else None
        return Word(match.start(), match.end(), ((writing.fold(raw) or raw, ""),), value)
    return Word(match.start(), match.end(), _forms(writing.fold(raw), writing), is_word=True)


def _forms(form: str, writing: Writing) -> tuple[tuple[str, str], ...]:
    stripped = [
        (form[len(prefix) :], prefix)
        for prefix in writing.prefixes
        if form.startswith(prefix) and len(form) - len(prefix) >= writing.least_stem
    ]
    return ((form, ""), *stripped)


def _value(raw: str, group: str) -> float | None:
    """Return what digits of any script say, their groups joined."""
    match = re.fullmatch(rf"(\d{{1,3}}(?:[{re.escape(group)}]\d{{3}})+|\d+)(?:\D(\d+))?", raw)
    if match is None or len(raw) > _LONGEST_NUMBER:
        return None
    whole = re.sub(r"\D", "", match[1])
    return float(f"{whole}.{match[2]}") if match[2] else float(whole)


def _sentences(text: str, words: list[Word], first: int, writing: Writing) -> list[tuple[int, int]]:
    """Return the ranges of the sentences of one paragraph, whose words begin at `first`."""
    found, begun = [], first
    i = first
    while i < len(words):
        i += 1
        if _ends(text, words, i - 1, writing):
            while i < len(words) and text[words[i].start] in _CLOSING and _touches(words, i):
                i += 1
            found.append((begun, i))
            begun = i
    if begun < len(words):
        found.append((begun, len(words)))
    return found


def _touches(words: list[Word], i: int) -> bool:
    return words[i - 1].end == words[i].start


def _ends(text: str, words: list[Word], i: int, writing: Writing) -> bool:
    """Whether the sign at `i` ends a sentence."""
    sign = text[words[i].start]
    if sign not in writing.enders or words[i].is_word:
        return False
    after = text[words[i].end : words[i].end + 3].lstrip(_CLOSING)
    if after and not after[0].isspace():
        return False
    following = next(
        (w for w in words[i + 1 : i + 4] if text[w.start] not in _CLOSING + "«„(“"), None
    )
    if following is not None and text[following.start].islower():
        return False
    opens = following is not None and following.form in writing.openers
    return sign != "." or not _is_short(words, i, writing, opens=opens)


def _is_short(words: list[Word], i: int, writing: Writing, *, opens: bool) -> bool:
    """Whether the point at `i` belongs to an abbreviation, an initial or an ordinal number.

    A word that `opens` a sentence behind it tells that a number ended one: "rose to 13. As some".
    """
    if i == 0 or not _touches(words, i):
        return False
    before = words[i - 1]
    if before.value is not None:
        return writing.ordinal_dot and before.value <= 31 and not opens
    return before.form in writing.abbreviations or (
        before.is_word and len(before.form) <= _LONGEST_INITIAL and before.form.isalpha()
    )
