"""English quantities: bounds, ranges, money signs and units around numbers.

Reads the lexed text only, so that it costs next to nothing and cannot fail on any text; what is
counted is found later, with the grammar of the sentence.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from variorum.language.word_lists import words
from variorum.language.words import lexers
from variorum.language.words.patterns import Match
from variorum.language.words.tokens import Text
from variorum.normalise.numbers.figure_roles import noun_ends
from variorum.normalise.numbers.meanings import Bound
from variorum.normalise.numbers.not_counts import is_name
from variorum.normalise.numbers.number_words import Lexicon
from variorum.normalise.numbers.number_words import load as load_lexicon
from variorum.normalise.numbers.numerals import HYPHENS, Number, glued, read_number
from variorum.normalise.numbers.quantity import Quantity, Role

BLANK = "\x01"
THOUSAND = 1000
# "5-6,000" are thousands; of "1 to 5,000" nobody can tell.
HALF = 2
BEFORE_UNITS = words("normalise", "before_units")
PREPOSITIONS = words("normalise", "prepositions_of_amount")


@dataclass(frozen=True)
class _Amount:
    """A number or range of numbers, with its unit, at tokens.words[start:end]."""

    start: int
    end: int
    first: Number
    last: Number
    unit: str | None
    attributive: bool = False


def english_quantities(
    text: str, _: str = "en", barred: Iterable[tuple[int, int]] = ()
) -> list[Quantity]:
    """Return the quantities of an English text, but for those within the barred offsets."""
    words = load_lexicon()
    tokens = lexers.numbers(_blanked(text, barred))
    found: list[Quantity] = []
    i = 0
    while i < len(tokens.words):
        token = tokens.words[i]
        if token.value is None and token.form not in words.opening:
            i += 1
            continue
        read, end = _told(tokens, i, words) or _plain(tokens, i, words)
        found += read
        i = max(end, i + 1)
    return found


def _plain(tokens: Text, i: int, words: Lexicon) -> tuple[list[Quantity], int]:
    quantity, end = _quantity(tokens, i, words)
    return [quantity] if quantity else [], end


def _told(tokens: Text, i: int, words: Lexicon) -> tuple[list[Quantity], int] | None:
    """Return the quantities whose roles a pattern at word `i` tells, and where it ends."""
    skipped = words.uncounted.at(tokens, i, {"N": _slot, "X": noun_ends})
    if skipped is not None:
        return [], skipped.end
    bounded = words.before.at(tokens, i) is not None
    told = words.roles.read(tokens, i, {"N": _slot, "X": noun_ends}, bounded)
    if told is None:
        return None
    found, match = told
    if match.meaning.none:
        first = tokens.words[i]
        place = first.start, first.end
        found = [Quantity(*place, place, 0, 0, 0, 0), *found]
    elif found[0].role in {Role.DENIED, Role.EXCEPT}:
        found[0] = replace(found[0], start=tokens.words[i].start)
    return found, match.end


def _slot(tokens: Text, i: int) -> Iterator[tuple[Quantity, int]]:
    """Yield the quantity at word `i`, and its first number alone where it is a range."""
    if ("slot", i) not in tokens.read:
        found: dict[int, Quantity] = {}
        for ranges in (True, False):
            quantity, end = _quantity(tokens, i, load_lexicon(), ranges)
            if quantity is not None:
                found.setdefault(end, quantity)
        tokens.read["slot", i] = [(quantity, end) for end, quantity in found.items()]
    yield from tokens.read["slot", i]


def _blanked(text: str, barred: Iterable[tuple[int, int]]) -> str:
    """Return the text with signs that mean nothing in place of what is barred."""
    pieces, last = [], 0
    for start, end in sorted(barred):
        pieces += [text[last:start], BLANK * (end - max(start, last))]
        last = max(end, last)
    return "".join([*pieces, text[last:]])


def _quantity(
    tokens: Text, i: int, words: Lexicon, ranges: bool = True
) -> tuple[Quantity | None, int]:
    """Return the quantity that starts at `i`, if any, and the token to go on from."""
    before, i, j = _prefixes(tokens, i, words)
    amount = _amount(tokens, j, words) if ranges else _single(tokens, j, words)
    led = j - i == 1 and tokens.form(i) in PREPOSITIONS
    if led and before and amount and amount.first.vague:
        # "worried about thousands of civilians"
        return None, j
    if amount is None:
        return _bare_plural(tokens, i, words)
    if is_name(tokens, amount.start, amount.end, words, amount.unit):
        return None, amount.end
    after = words.after.at(tokens, amount.end)
    suffix, end = (after.meaning, after.end) if after else (None, amount.end)
    bounds = [*before, *([suffix] if suffix else [])]
    start = _trim_the(tokens, i, amount.start)
    return _bounded(tokens, amount, bounds, (start, end)), end


def _trim_the(tokens: Text, i: int, start: int) -> int:
    """Articles before a number do not belong to its words."""
    while i < start and tokens.form(i) in {"the", "all", "of"}:
        i += 1
    return i


def _prefixes(tokens: Text, i: int, words: Lexicon) -> tuple[list[Bound], int, int]:
    """Return the bounds before a number, and where its words and the number itself begin.

    "The" before it tells a known number, of which "above" says no more: "above the 56 dead".
    """
    found: list[Bound] = []
    start = i
    while match := words.before.at(tokens, i):
        if tokens.form(i) == "the" and found:
            found, start = [], i
        found.append(match.meaning)
        i = match.end
    return found, start, i


def _amount(tokens: Text, i: int, words: Lexicon) -> _Amount | None:
    """Read "between A and B", "A to B", "A-B", "A or B" or one number, with money sign and unit."""
    if tokens.form(i) in {"between", "from"}:
        joint = {"and"} if tokens.form(i) == "between" else {"to", "until"}
        one = _single(tokens, i + 1, words, with_and=False)
        if one and tokens.form(one.end) in joint:
            two = _single(tokens, one.end + 1, words)
            if two and _rises(one, two):
                return _joined(replace(one, start=i), two)
        return None
    one = _single(tokens, i, words)
    if one is None:
        return None
    return _range(tokens, one, words) or _and_a_half(tokens, one, words)


def _and_a_half(tokens: Text, one: _Amount, words: Lexicon) -> _Amount:
    """Read the rest of "two hours and a half"."""
    told = [tokens.form(one.end + k) for k in range(3)]
    if not one.unit or told[0] != "and" or told[1] not in words.articles or told[2] != "half":
        return one
    value = one.first.low + 0.5
    number = replace(one.first, low=value, high=value)
    return replace(one, first=number, last=number, end=one.end + 3)


def _one_unit(tokens: Text, i: int, words: Lexicon) -> _Amount | None:
    """Read "half an hour", and the hour of "an hour and a half"."""
    half = tokens.form(i) == "half" and tokens.form(i + 1) in words.articles
    start = i + 1 if half else i
    unit = words.unit_words.at(tokens, start + 1) if tokens.form(start) in words.articles else None
    if unit is None or tokens.form(unit.end - 1) in words.signs:
        return None
    value = 0.5 if half else 1.0
    number = Number(i, start + 1, value, value)
    amount = _Amount(i, unit.end, number, number, unit.meaning)
    return amount if half or _and_a_half(tokens, amount, words) is not amount else None


def _range(tokens: Text, one: _Amount, words: Lexicon) -> _Amount | None:
    word = tokens.form(one.end)
    dashed = word in HYPHENS
    if not dashed and word not in words.range_words:
        return None
    two = _single(tokens, one.end + 1, words)
    if not two or not _rises(one, two):
        return None
    if word == "or" and two.first.low - one.first.low > max(2, one.first.low):
        return None
    return _joined(one, two)


def _rises(one: _Amount, two: _Amount) -> bool:
    if one.unit and two.unit and one.unit != two.unit:
        return False
    low = _lent(one.first, two.first)
    return low.low <= two.first.high and not (one.first.fraction or two.first.fraction)


def _lent(low: Number, high: Number) -> Number:
    """Return `low` with the scale meant, that of `high`: "two to three million", "5-6,000"."""
    if low.digits and high.digits and low.scale == 1 == high.scale and not high.high % THOUSAND:
        thousands = high.high / THOUSAND
        if thousands / HALF <= low.low < thousands < THOUSAND:
            return replace(low, low=low.low * THOUSAND, high=low.high * THOUSAND)
    if low.scale == 1 and high.scale > 1 and low.low < high.low / high.scale < 1000:
        return replace(low, low=low.low * high.scale, high=low.high * high.scale)
    return low


def _joined(one: _Amount, two: _Amount) -> _Amount:
    return _Amount(
        one.start,
        two.end,
        _lent(one.first, two.first),
        two.first,
        two.unit or one.unit,
        two.attributive,
    )


def _single(tokens: Text, i: int, words: Lexicon, with_and: bool = True) -> _Amount | None:
    """Read one number with the money sign before it or the unit after it."""
    unit, start = None, i
    sign = words.unit_words.at(tokens, i)
    if sign and tokens.form(sign.end - 1) in words.signs:
        unit, i = sign.meaning, sign.end
    number = read_number(tokens, i, words, with_and)
    if number is None:
        return _one_unit(tokens, i, words) if unit is None else None
    if "magnitude" in (tokens.form(start - 1), tokens.form(start - 2)):
        unit = unit or "magnitude"
    amount = _Amount(start, number.end, number, number, unit)
    return _metre_or_million(tokens, amount, words) or _with_unit(tokens, amount, words)


def _metre_or_million(tokens: Text, amount: _Amount, words: Lexicon) -> _Amount | None:
    """Read the "m" of "$5m", "5m people" and "5m high"."""
    j = amount.end
    if not (amount.first.digits and tokens.form(j) == "m"):
        return None
    if not glued(tokens, j) and tokens.form(j + 1) not in words.metre_followers:
        return None
    follower = tokens.form(j + 1)
    metres = not amount.unit and (not follower.isalpha() or follower in words.metre_followers)
    if metres:
        return replace(amount, end=j + 1, unit="metre")
    value = amount.first.low * words.short_scales["m"]
    number = replace(amount.first, low=value, high=value, scale=words.short_scales["m"], end=j + 1)
    return _with_unit(tokens, replace(amount, end=j + 1, first=number, last=number), words)


def _with_unit(tokens: Text, amount: _Amount, words: Lexicon) -> _Amount:
    if amount.first.fraction:
        return replace(amount, unit="percent")
    j, attributive = amount.end, False
    if tokens.form(j) in HYPHENS and glued(tokens, j) and glued(tokens, j + 1):
        j, attributive = j + 1, True
    elif (amount.first.vague and tokens.form(j) == "of") or tokens.form(j) in BEFORE_UNITS:
        j += 1
    found = words.unit_words.at(tokens, j)
    if found and not amount.unit:
        unit = _weighed(tokens, found, words)
        return replace(amount, unit=unit, end=found.end, attributive=attributive)
    short = words.attached.get(tokens.form(amount.end)) if glued(tokens, amount.end) else None
    if short and amount.first.digits and not amount.unit:
        return replace(amount, unit=short, end=amount.end + 1)
    return replace(amount, attributive=attributive)


def _weighed(tokens: Text, found: Match[str], words: Lexicon) -> str:
    """Return the unit, where pounds of rice are a weight and pounds of debt are money."""
    unit, end = found.meaning, found.end
    goods = tokens.form(end + 1)
    before = tokens.form(end - 2)
    weight = tokens.form(end) == "of" and goods.isalpha() and goods not in words.money_after
    weight = weight or before in HYPHENS  # "a 500-pound bomb"
    return "pound weight" if weight and unit == "GBP" else unit


def _bounded(
    tokens: Text, amount: _Amount, bounds: list[Bound], place: tuple[int, int]
) -> Quantity:
    """Apply the bounds from the one nearest the number outwards; `place` is in tokens."""
    start, end = place
    low: float | None = amount.first.low
    high: float | None = amount.last.high
    widened = False
    for bound in reversed(bounds):
        if not (widened and bound.widens):
            low, high = bound.of(low, high)
        widened = widened or bound.widens
    rough = amount.first.approximate or amount.last.approximate
    return Quantity(
        start=tokens.words[start].start,
        end=tokens.words[end - 1].end,
        core=(tokens.words[amount.start].start, tokens.words[amount.end - 1].end),
        low=low,
        high=high,
        nominal_low=amount.first.low,
        nominal_high=amount.last.high,
        unit=amount.unit,
        approximate=rough or any(not a.exact for a in bounds),
        is_one=amount.first.low == 1 == amount.last.high and not amount.first.digits,
        vague=amount.first.vague,
        attributive=amount.attributive and end == amount.end,
    )


def _bare_plural(tokens: Text, i: int, words: Lexicon) -> tuple[Quantity | None, int]:
    """Read the unit that stands alone: "tonnes of weapons" is more than one."""
    word = tokens.form(i)
    if word not in words.bare_plurals or tokens.form(i + 1) != "of":
        return None, i + 1
    found = words.unit_words.at(tokens, i)
    pointed = tokens.form(i - 1) in words.bare_after or tokens.form(i + 2) in words.bare_after
    if not found or tokens.words[i].ordinal or pointed:
        return None, i + 1
    place = (tokens.words[i].start, tokens.words[i].end)
    low = words.bare_low
    return Quantity(*place, place, low, None, low, low, found.meaning, True, vague=True), i + 1
