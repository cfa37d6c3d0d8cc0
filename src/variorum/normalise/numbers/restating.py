"""Two quantities that are one: "six miles (ten kilometres)", "two hours and a minute"."""

import math
from dataclasses import replace

from variorum import taxonomy
from variorum.normalise.numbers.quantity import Quantity

AGREEMENT = 0.15


def restated(found: list[Quantity], text: str) -> list[Quantity]:
    """Join two quantities of one kind that restate each other: "six miles (ten kilometres)"."""
    joined: list[Quantity] = []
    for quantity in found:
        last = joined[-1] if joined else None
        if last and last.also is None and _goes_on(last, quantity, text):
            joined[-1] = _lengthened(last, quantity)
        elif last and last.also is None and _restates(last, quantity, text):
            close = text[quantity.end : quantity.end + 1]
            end = quantity.end + (close in {")", "]"})
            weight = taxonomy.load().units[quantity.unit or ""].kind == "weight"
            unit = "pound weight" if weight and last.unit == "GBP" else last.unit
            joined[-1] = replace(last, end=end, unit=unit, also=quantity)
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
    if one.unit == "GBP" and known.units[two.unit].kind == "weight":
        factor = known.convert(1, two.unit, "pound weight")
    if factor is None:
        kinds = known.units[one.unit].kind, known.units[two.unit].kind
        return kinds == ("money", "money") and between not in {",", "/"}
    ends = ((one.nominal_low, two.nominal_low), (one.nominal_high, two.nominal_high))
    return all(math.isclose(a, b * factor, rel_tol=AGREEMENT) for a, b in ends)
