"""Quantities as they are written: approximators, ranges, money signs and units around numbers.

Reads the lexed text only, so that it costs next to nothing and cannot fail on any text; what is
counted is found later, with the grammar of the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from variorum import taxonomy
from variorum.normalise.lexicon import Approximator, Lexicon
from variorum.normalise.lexicon import load as load_lexicon
from variorum.normalise.lexing import Token, lex
from variorum.normalise.names import is_name
from variorum.normalise.numerals import HYPHENS, Number, glued, read_number

__all__ = ["Quantity", "quantities"]

CURRENCY_SIGNS = frozenset("$€£¥₹₽₴₺")
AGREEMENT = 0.15
BEFORE_UNITS = frozenset({"more", "full", "consecutive", "straight", "long"})
PREPOSITIONS = frozenset({"about", "around", "over", "above", "under", "below", "beyond", "within"})


@dataclass(frozen=True)
class Quantity:
    """A number with its bounds and unit, at text[start:end].

    `core` is where the number itself stands, without the words around it. `also` restates it in a
    second unit. `word` tells a bare "one" from a numeral that surely counts.
    """

    start: int
    end: int
    core: tuple[int, int]
    low: float | None
    high: float | None
    nominal_low: float
    nominal_high: float
    unit: str | None
    approximate: bool
    is_one: bool = False
    vague: bool = False
    attributive: bool = False
    also: Quantity | None = None


@dataclass(frozen=True)
class _Amount:
    """A number or range of numbers, with its unit, at tokens[start:end]."""

    start: int
    end: int
    first: Number
    last: Number
    unit: str | None
    attributive: bool = False


def quantities(text: str, language: str = "en") -> list[Quantity]:
    r"""Return the quantities of `text` in order of their start; they never overlap.

    Characters that must not be read (dates, say) may be blanked by the caller with "\x01".
    """
    words = load_lexicon(language)
    tokens = lex(text)
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        quantity, end = _quantity(tokens, i, words)
        if quantity:
            found.append(quantity)
        i = max(end, i + 1)
    return _restated(found, text)


def _quantity(tokens: list[Token], i: int, words: Lexicon) -> tuple[Quantity | None, int]:
    """Return the quantity that starts at `i`, if any, and the token to go on from."""
    before, j = _prefixes(tokens, i, words)
    amount = _amount(tokens, j, words)
    if amount and amount.first.vague and i < j and before and _is_preposition(tokens, i, j):
        return None, j
    if amount is None:
        return _bare_plural(tokens, i, words)
    if is_name(tokens, amount.start, amount.end, words, amount.unit):
        return None, amount.end
    after = words.after.at(tokens, amount.end)
    suffix, end = after if after else (None, amount.end)
    approximators = [*before, *([suffix] if suffix else [])]
    start = _trim_the(tokens, i, amount.start)
    return _bounded(tokens, amount, approximators, start, end), end


def _is_preposition(tokens: list[Token], i: int, j: int) -> bool:
    """Before a vague number these are prepositions: "worried about thousands of civilians"."""
    return j - i == 1 and tokens[i].word in PREPOSITIONS


def _trim_the(tokens: list[Token], i: int, start: int) -> int:
    """Articles before a number do not belong to its words."""
    while i < start and tokens[i].word in {"the", "all", "of"}:
        i += 1
    return i


def _prefixes(tokens: list[Token], i: int, words: Lexicon) -> tuple[list[Approximator], int]:
    found: list[Approximator] = []
    while match := words.before.at(tokens, i):
        found.append(match[0])
        i = match[1]
    return found, i


def _amount(tokens: list[Token], i: int, words: Lexicon) -> _Amount | None:
    """Read "between A and B", "A to B", "A-B", "A or B" or one number, with money sign and unit."""
    if _word(tokens, i) in {"between", "from"}:
        joint = {"and"} if tokens[i].word == "between" else {"to", "until"}
        one = _single(tokens, i + 1, words, with_and=False)
        if one and _word(tokens, one.end) in joint:
            two = _single(tokens, one.end + 1, words)
            if two and _rises(one, two):
                return _joined(replace(one, start=i), two)
        return None
    one = _single(tokens, i, words)
    if one is None:
        return None
    return _range(tokens, one, words) or one


def _range(tokens: list[Token], one: _Amount, words: Lexicon) -> _Amount | None:
    word = _word(tokens, one.end)
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
    """Return `low` with the scale of `high` where it is meant: "two to three million"."""
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


def _single(tokens: list[Token], i: int, words: Lexicon, with_and: bool = True) -> _Amount | None:
    """Read one number with the money sign before it or the unit after it."""
    unit, start = None, i
    sign = words.unit_words.at(tokens, i)
    if sign and tokens[sign[1] - 1].word in CURRENCY_SIGNS | {"usd", "eur", "gbp"}:
        unit, i = sign
    number = read_number(tokens, i, words, with_and)
    if number is None:
        return None
    if "magnitude" in (_word(tokens, start - 1), _word(tokens, start - 2)):
        unit = unit or "magnitude"
    amount = _Amount(start, number.end, number, number, unit)
    return _metre_or_million(tokens, amount, words) or _with_unit(tokens, amount, words)


def _metre_or_million(tokens: list[Token], amount: _Amount, words: Lexicon) -> _Amount | None:
    """Read the "m" of "$5m", "5m people" and "5m high"."""
    j = amount.end
    if not (amount.first.digits and glued(tokens, j) and _word(tokens, j) == "m"):
        return None
    follower = _word(tokens, j + 1)
    metres = not amount.unit and (not follower.isalpha() or follower in words.metre_followers)
    if metres:
        return replace(amount, end=j + 1, unit="metre")
    value = amount.first.low * words.short_scales["m"]
    number = replace(amount.first, low=value, high=value, scale=words.short_scales["m"], end=j + 1)
    return _with_unit(tokens, replace(amount, end=j + 1, first=number, last=number), words)


def _with_unit(tokens: list[Token], amount: _Amount, words: Lexicon) -> _Amount:
    if amount.first.fraction:
        return replace(amount, unit="percent")
    j, attributive = amount.end, False
    if _word(tokens, j) in HYPHENS and glued(tokens, j) and glued(tokens, j + 1):
        j, attributive = j + 1, True
    elif (amount.first.vague and _word(tokens, j) == "of") or _word(tokens, j) in {
        "more",
        "full",
        "consecutive",
        "straight",
        "long",
    }:
        j += 1
    found = words.unit_words.at(tokens, j)
    if found and not amount.unit:
        return replace(amount, unit=found[0], end=found[1], attributive=attributive)
    short = words.attached.get(_word(tokens, amount.end)) if glued(tokens, amount.end) else None
    if short and amount.first.digits and not amount.unit:
        return replace(amount, unit=short, end=amount.end + 1)
    return replace(amount, attributive=attributive)


def _word(tokens: list[Token], i: int) -> str:
    return tokens[i].word if 0 <= i < len(tokens) else ""


def _bounded(
    tokens: list[Token], amount: _Amount, approximators: list[Approximator], start: int, end: int
) -> Quantity:
    """Apply the approximators from the one nearest the number outwards."""
    low: float | None = amount.first.low
    high: float | None = amount.last.high
    widened = False
    for approximator in reversed(approximators):
        if not (widened and approximator.widens):
            low, high = _apply(approximator, low, high)
        widened = widened or approximator.widens
    rough = amount.first.approximate or amount.last.approximate
    return Quantity(
        start=tokens[start].start,
        end=tokens[end - 1].end,
        core=(tokens[amount.start].start, tokens[amount.end - 1].end),
        low=low,
        high=high,
        nominal_low=amount.first.low,
        nominal_high=amount.last.high,
        unit=amount.unit,
        approximate=rough or any(not a.exact for a in approximators),
        is_one=amount.first.low == 1 == amount.last.high and not amount.first.digits,
        vague=amount.first.vague,
        attributive=amount.attributive,
    )


def _apply(
    by: Approximator, low: float | None, high: float | None
) -> tuple[float | None, float | None]:
    """Return the bounds that `by` makes of these.

    An opening one moves the open side away and keeps the other as written; a widening one leaves
    bounds alone that are open already ("approximately less than 300" is less than 300).
    """
    if by.exact:
        return low, high
    if by.floor is None or by.ceiling is None:
        return (None if by.floor is None else low), (None if by.ceiling is None else high)
    if low is None or high is None:
        return low, high
    return round(low * by.floor, 6), round(high * by.ceiling, 6)


def _bare_plural(tokens: list[Token], i: int, words: Lexicon) -> tuple[Quantity | None, int]:
    """Read the unit that stands alone: "tonnes of weapons" is more than one."""
    word = _word(tokens, i)
    if word not in words.bare_plurals or _word(tokens, i + 1) != "of":
        return None, i + 1
    found = words.unit_words.at(tokens, i)
    if not found or tokens[i].ordinal:
        return None, i + 1
    place = (tokens[i].start, tokens[i].end)
    low = words.bare_low
    return Quantity(*place, place, low, None, low, low, found[0], True, vague=True), i + 1


def _restated(found: list[Quantity], text: str) -> list[Quantity]:
    """Join two quantities of one kind that restate each other: "six miles (ten kilometres)"."""
    joined: list[Quantity] = []
    for quantity in found:
        last = joined[-1] if joined else None
        if last and last.also is None and _goes_on(last, quantity, text):
            joined[-1] = _lengthened(last, quantity)
        elif last and last.also is None and _restates(last, quantity, text):
            close = text[quantity.end : quantity.end + 1]
            end = quantity.end + (close in {")", "]"})
            joined[-1] = replace(last, end=end, also=quantity)
        else:
            joined.append(quantity)
    return joined


def _goes_on(one: Quantity, two: Quantity, text: str) -> bool:
    """Return whether `two` goes on with the smaller unit: "three hours and forty minutes"."""
    if not one.unit or not two.unit or text[one.end : two.start].strip() not in {"", "and", ","}:
        return False
    known = taxonomy.load()
    factor = known.convert(1, one.unit, two.unit)
    open_end = None in (one.low, one.high, two.low, two.high)
    if factor is None or factor <= 1 or open_end or one.nominal_low != one.nominal_high:
        return False
    return known.units[one.unit].kind != "money" and two.nominal_high < factor


def _lengthened(one: Quantity, two: Quantity) -> Quantity:
    """Return both as one amount of the smaller unit."""
    factor = taxonomy.load().convert(1, one.unit or "", two.unit or "") or 1
    return replace(
        two,
        start=one.start,
        core=(one.core[0], two.core[1]),
        low=(one.low or 0) * factor + (two.low or 0),
        high=(one.high or 0) * factor + (two.high or 0),
        nominal_low=one.nominal_low * factor + two.nominal_low,
        nominal_high=one.nominal_high * factor + two.nominal_high,
        approximate=one.approximate or two.approximate,
        is_one=False,
    )


def _restates(one: Quantity, two: Quantity, text: str) -> bool:
    between = text[one.end : two.start].strip()
    if between not in {"(", "[", ",", "/", "or", "— or", "(about", "[about", "(or"} or not one.unit:
        return False
    if not two.unit or one.unit == two.unit:
        return False
    known = taxonomy.load()
    factor = known.convert(1, two.unit, one.unit)
    if factor is None:
        kinds = known.units[one.unit].kind, known.units[two.unit].kind
        return kinds == ("money", "money") and between not in {",", "/"}
    return _agree(one.nominal_low, two.nominal_low * factor) and _agree(
        one.nominal_high, two.nominal_high * factor
    )


def _agree(a: float, b: float) -> bool:
    return abs(a - b) <= AGREEMENT * max(abs(a), abs(b))
