"""Numbers that count nothing: years, ages, clock times, and numbers that are part of a name."""

from variorum import taxonomy
from variorum.language.english_words import singular
from variorum.language.word_lists import words
from variorum.language.words.tokens import Text
from variorum.normalise.numbers.meanings import YEARS
from variorum.normalise.numbers.number_words import Lexicon
from variorum.normalise.numbers.numerals import HYPHENS, glued

# After these four digits are a number and no year: "some 2000 people".
BEFORE_NUMBERS = words("normalise", "before_numbers")
BEFORE_YEARS = words("normalise", "before_years")
CENTURIES = frozenset({18, 19, 20})
_JOINERS = HYPHENS | {"/", ":", ".", "_", "@", "#", "\\"}
_LISTING = words("normalise", "listing")
_QUANTITY_JOINERS = frozenset("–—−")


def is_name(tokens: Text, i: int, end: int, words: Lexicon, unit: str | None) -> bool:
    """Return whether words[i:end] is a name, an age, a time or a year and no quantity."""
    return (
        _is_age(tokens, i, end, words)
        or _is_numbered(tokens, i, words)
        or _is_in_word(tokens, i, end, unit)
        or _is_code(tokens, i)
        or _is_year_in_words(tokens, i, end, words)
        or words.clock_after.at(tokens, end) is not None
        or (unit is None and _is_year(tokens, i, end))
    )


def _is_age(tokens: Text, i: int, end: int, words: Lexicon) -> bool:
    first = i  # "aged 7, 9 and 11", but not "aged 7 and 12 adults"
    while tokens.form(first - 1) in _LISTING and _is_digits(tokens, first - 2):
        first -= 2
    ended = first == i or tokens.form(end) == "and" or not tokens.form(end).isalpha()
    if tokens.form(first - 1) in words.age_before and ended:
        return True
    if words.age_after.at(tokens, end) or words.age_after.at(tokens, end - 1):
        return True
    return any(words.age_after.at(tokens, k) is not None for k in range(i + 1, end))


def _is_numbered(tokens: Text, i: int, words: Lexicon) -> bool:
    """Return whether the number follows "Article", "Flight" or "No.", and so names that thing."""
    if _is_listed(tokens, i, words):
        return True
    before = tokens.form(i - 1)
    if before == "." and glued(tokens, i - 1):
        before = tokens.form(i - 2)
    if before in words.names_before_digits and tokens.words[i].value is None:
        return False  # "on the day ten people died"
    if before in words.names_or_verbs and _is_counted(tokens, i):
        return False  # "will release 20 prisoners"
    return before in words.names_before and tokens.form(i) not in words.articles


def _is_counted(tokens: Text, i: int) -> bool:
    """Whether one of the two words after a number names what is counted, in the plural."""
    nouns = (tokens.form(k) for k in (i + 1, i + 2))
    return any(
        taxonomy.load().kind(singular(n)) for n in nouns if n == "people" or n != singular(n)
    )


def _is_listed(tokens: Text, i: int, words: Lexicon) -> bool:
    """Read either number of "Paragraphs 2 and 4", but not those of "Article 5, 4 people died"."""
    first = i - 2 if tokens.form(i - 1) in _LISTING else i
    things, after = tokens.form(first - 1), tokens.form(first + 1)
    listed = _is_digits(tokens, first) and _is_digits(tokens, first + 2) and after in _LISTING
    named = not {things, things[:-1]}.isdisjoint(words.names_before)
    return listed and named and things.endswith("s")


def _is_year_in_words(tokens: Text, i: int, end: int, words: Lexicon) -> bool:
    """Read "nineteen ninety-six", either half of it."""
    if tokens.words[i].value is not None:
        return False
    first, rest = (i, end) if words.units.get(tokens.form(i)) in CENTURIES else (i - 1, i)
    century = words.units.get(tokens.form(first)) in CENTURIES
    return century and rest == first + 1 and words.units.get(tokens.form(rest), 0) >= 10


def _is_code(tokens: Text, i: int) -> bool:
    """Return whether the digits are of a telephone number or a code: +44 20 7946, 0800 555."""
    while _is_digits(tokens, i - 1):
        i -= 1
    plus = tokens.form(i - 1) == "+" and glued(tokens, i) and _is_digits(tokens, i + 1)
    return plus or (
        _is_digits(tokens, i) and tokens.form(i)[0] == "0" and tokens.form(i)[1:2].isdigit()
    )


def _is_digits(tokens: Text, i: int) -> bool:
    return (
        0 <= i < len(tokens.words)
        and tokens.form(i)[0].isdigit()
        and tokens.words[i].value is not None
    )


def _is_in_word(tokens: Text, i: int, end: int, unit: str | None) -> bool:
    """Return whether the digits are part of a longer word: M16, 18-wheeler, 20:30."""
    if tokens.words[i].value is None:
        return False
    if glued(tokens, i):
        before = tokens.words[i - 1]
        if before.value is not None or before.form in _JOINERS - _QUANTITY_JOINERS:
            return True
        if before.form.isalpha():
            return True
    if unit is None and glued(tokens, end):
        after = tokens.words[end]
        if after.form.isalpha() or after.ordinal:
            return True
        if after.form in _JOINERS and glued(tokens, end + 1):
            return tokens.words[end + 1].value is not None or after.form not in HYPHENS
    return False


def _is_year(tokens: Text, i: int, end: int) -> bool:
    """Return whether these are the four digits of a year; a noun after them is looked for later."""
    token = tokens.words[i]
    plain = end == i + 1 and len(token.form) == 4 and token.form.isdigit()
    if not plain or int(token.form) not in YEARS:
        return False
    before = tokens.form(i - 1)
    counted = before not in BEFORE_YEARS and _is_counted(tokens, i)
    return not counted and not (before in BEFORE_NUMBERS and int(token.form) % 50 == 0)
