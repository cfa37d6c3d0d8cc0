"""Numbers as they are written: digits, words, fractions and vague words."""

from dataclasses import dataclass, replace

from variorum.language.words.lexers import BREAK
from variorum.language.words.tokens import Text
from variorum.normalise.numbers.number_words import Lexicon

HYPHENS = frozenset("-‐‑–—−")
# Shares are counted out of these only; "five in 17 villages" is not a share.
RATIO_BASES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000})


@dataclass(frozen=True)
class Number:
    """The number at tokens.words[start:end]; `low` and `high` differ where a vague word was read.

    `scale` is the hundred, thousand ... that stood as a word of its own, `coefficient` what stood
    before it, so that "two to three million" can lend its million to the two.
    """

    start: int
    end: int
    low: float
    high: float
    scale: float = 1
    approximate: bool = False
    vague: bool = False
    fraction: bool = False
    digits: bool = False


def glued(tokens: Text, i: int) -> bool:
    """Return whether token `i` stands right after the one before it, with no space."""
    touching = 0 < i < len(tokens.words) and tokens.words[i - 1].end == tokens.words[i].start
    return touching and tokens.form(i) != BREAK


def read_number(tokens: Text, i: int, lex: Lexicon, with_and: bool = True) -> Number | None:
    """Return the number that starts at token `i`, or None."""
    return (
        _vague(tokens, i, lex)
        or _ratio(tokens, i, lex)
        or _fraction(tokens, i, lex)
        or _digits(tokens, i, lex)
        or _words(tokens, i, lex, with_and)
    )


def _vague(tokens: Text, i: int, lex: Lexicon) -> Number | None:
    if exact := lex.exactly.at(tokens, i):
        return Number(i, exact.end, exact.meaning, exact.meaning)
    found = lex.vague.at(tokens, i)
    if not found:
        return None
    vague, end = found.meaning, found.end
    if end == i + 1 and tokens.form(i) in lex.before_of and tokens.form(end) != "of":
        return None
    if bounds := vague.of(lex.scales.get(tokens.form(end), 0)):
        return Number(i, end + 1, *bounds, approximate=True, vague=True)
    return Number(i, end, vague.low, vague.high, approximate=True, vague=True)


def _ratio(tokens: Text, i: int, lex: Lexicon) -> Number | None:
    """Read "one in four", "nine out of ten", "3 in every 10" as a share of a hundred."""
    over = _small(tokens, i, lex)
    after = lex.ratio_words.at(tokens, i + 1)
    base = (
        _digits(tokens, after.end, lex) or _words(tokens, after.end, lex, False) if after else None
    )
    if not over or base is None or base.low not in RATIO_BASES or base.low <= over:
        return None
    if lex.unit_words.at(tokens, base.end):
        return None
    share = round(100 * over / base.low, 2)
    return Number(i, base.end, share, share, fraction=True)


def _small(tokens: Text, i: int, lex: Lexicon) -> float | None:
    """Return the number that one word or one run of digits says."""
    word = tokens.form(i)
    if word in lex.units or word in lex.scales:
        return lex.units[word] if word in lex.units else lex.scales[word]
    return tokens.words[i].value if i < len(tokens.words) else None


def _fraction(tokens: Text, i: int, lex: Lexicon) -> Number | None:
    """Read "two-thirds", "2/3 of", "a quarter of", "half the", "three quarters of a million"."""
    if (part := _written_fraction(tokens, i)) and tokens.form(i + 3) in lex.fraction_after:
        share = round(100 * part, 2)
        return Number(i, i + 3, share, share, fraction=True)
    j, over = i, 1.0
    if tokens.form(i) in lex.units or tokens.form(i) in lex.articles:
        over = lex.units.get(tokens.form(i), 1)
        j = _skip_hyphen(tokens, i + 1)
    under = lex.fractions.get(tokens.form(j))
    if not under or (j == i and under != 2):
        return None
    scale = lex.scales.get(tokens.form(j + 3))
    if scale and tokens.form(j + 1) == "of" and tokens.form(j + 2) in lex.articles:
        value = round(scale * over / under, 6)
        return Number(i, j + 4, value, value, scale=scale)
    after = tokens.form(j + 1)
    told = after in lex.fraction_after or (
        not after.isalpha() and tokens.form(i - 1) in lex.fraction_before
    )
    share = round(100 * over / under, 2)
    return Number(i, j + 1, share, share, fraction=True) if told else None


def _digits(tokens: Text, i: int, lex: Lexicon) -> Number | None:
    if i >= len(tokens.words) or tokens.words[i].value is None:
        return None
    value, end = tokens.words[i].value or 0.0, i + 1
    if glued(tokens, end) and tokens.words[end].value is not None and len(tokens.form(end)) == 1:
        value, end = value + (tokens.words[end].value or 0.0), end + 1
    if (part := _written_fraction(tokens, end)) and value >= 1:
        value, end = value + part, end + 3
    number = Number(i, end, value, value, digits=True)
    return _scaled(tokens, number, lex)


def _written_fraction(tokens: Text, i: int) -> float | None:
    """Read the 1/2 of "2 1/2 years"."""
    if i + 2 >= len(tokens.words) or tokens.form(i + 1) != "/" or not glued(tokens, i + 1):
        return None
    over, under = tokens.words[i].value, tokens.words[i + 2].value
    return over / under if over and under and over < under <= 8 and not glued(tokens, i) else None


def _scaled(tokens: Text, number: Number, lex: Lexicon) -> Number:
    """Read the magnitudes after digits: "4 million", "3.5bn", "20k", "two and a half million"."""
    j, scale = _skip_hyphen(tokens, number.end), 1.0
    while (step := lex.scales.get(tokens.form(j))) and not tokens.form(j).endswith("s"):
        scale, j = scale * step, j + 1
        number = replace(number, end=j)
    if scale == 1 and glued(tokens, number.end):
        short = lex.short_scales.get(tokens.form(number.end))
        if short and tokens.form(number.end) != "m":
            scale, number = short, replace(number, end=number.end + 1)
    value = round(number.low * scale, 6)
    return replace(number, low=value, high=value, scale=scale)


def _skip_hyphen(tokens: Text, i: int) -> int:
    return i + 1 if glued(tokens, i) and tokens.form(i) in HYPHENS and glued(tokens, i + 1) else i


def _words(tokens: Text, i: int, lex: Lexicon, with_and: bool) -> Number | None:
    """Read number words by adding units and multiplying by scales, left to right."""
    return _WordReader(tokens, i, lex, with_and).read()


class _WordReader:
    """Adds up number words; `total` holds finished thousands, `current` the running group."""

    def __init__(self, tokens: Text, i: int, lex: Lexicon, with_and: bool) -> None:
        self.tokens, self.start, self.lex, self.with_and = tokens, i, lex, with_and
        self.total, self.current, self.scale, self.last = 0.0, 0.0, 1.0, 0.0
        self.i = i

    def read(self) -> Number | None:
        """Return the number, or None when no number word stands here."""
        if not self._open():
            return None
        while self._step():
            pass
        value = round(self.total + self.current, 6)
        return Number(self.start, self.i, value, value, scale=self.scale)

    def _open(self) -> bool:
        """Read the first word: a unit, or "a", "half a" before a scale."""
        word, after = self.tokens.form(self.i), self.tokens.form(self.i + 1)
        if word in self.lex.units:
            self._add(self.lex.units[word], self.i + 1)
            return True
        if word in self.lex.articles and after in self.lex.scales and not after.endswith("s"):
            self._add(1, self.i + 1)
            return True
        scale = self.tokens.form(self.i + 2)
        if word == "half" and after in self.lex.articles and scale in self.lex.scales:
            self._add(0.5, self.i + 2)
            return True
        return False

    def _add(self, value: float, end: int) -> None:
        self.current, self.last, self.i = self.current + value, value, end

    def _step(self) -> bool:
        j = _skip_hyphen(self.tokens, self.i)
        word = self.tokens.form(j)
        if word in self.lex.scales and not word.endswith("s"):
            self._multiply(self.lex.scales[word], j + 1)
            return True
        unit = self.lex.units.get(word)  # units follow tens, and less than a hundred a scale
        if unit is not None and (self.last >= 100 or (20 <= self.last <= 90 and unit < 10)):
            self._add(unit, j + 1)
            return True
        return word == "and" and self._and(_skip_hyphen(self.tokens, j + 1))

    def _multiply(self, scale: float, end: int) -> None:
        if scale >= 1000:
            self.total, self.current = self.total + (self.current or 1) * scale, 0
        else:
            self.current = (self.current or 1) * scale
        self.scale, self.last, self.i = scale, scale, end

    def _and(self, j: int) -> bool:
        """Read "and a half", or "and fifty" after a scale."""
        word = self.tokens.form(j)
        half = _skip_hyphen(self.tokens, j + 1)
        if word in self.lex.articles and self.tokens.form(half) in self.lex.fractions:
            # Of "a dozen and a half" the half is of a dozen, of "two and a half" of one.
            whole = self.scale if self.last == self.scale else 1
            self._add(whole / self.lex.fractions[self.tokens.form(half)], half + 1)
            return True
        # Between "between" and its end the "and" parts two numbers; only "and a half" is of one.
        if self.with_and and word in self.lex.units and self.last >= 100:
            self._add(self.lex.units[word], j + 1)
            return True
        return False
