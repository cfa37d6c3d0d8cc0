"""Numbers that only together say how many: a whole less an exception, numbers of one noun."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from variorum.normalise.numbers.quantity import Quantity, Role

# "All but two | of the | 40", "all 40 | of the hostages | but two".
NEAR = 40
UNTOLD = frozenset({Role.EXCEPT, Role.LESS})
_BREAK = re.compile(r"[.;:!?؟\n]")
_SPACE = " ,-–—،\u00a0"


def related(found: Sequence[Quantity], text: str, joints: Collection[str]) -> list[Quantity]:
    """Return the quantities, each as those beside it make it; those that are denied are left out.

    "All but two of the 40" is 38, and "5 and 6 bodies" are five bodies and six bodies; `joints` are
    the words that join two numbers.
    """
    told = _with_nouns(found, text, joints)
    for k, quantity in enumerate(told):
        if quantity.role in UNTOLD:
            _take_off(told, k, text)
    return [q for q in told if q.role is not Role.DENIED and q.role not in UNTOLD]


def _with_nouns(found: Sequence[Quantity], text: str, joints: Collection[str]) -> list[Quantity]:
    """Return the quantities, each with the place of the noun that it shares with the next ones."""
    told: list[Quantity] = []
    for quantity in reversed(found):
        after = told[-1] if told else None
        joined = after is not None and _is_joined(quantity, after, text, joints)
        shared = (after.noun_at or after.end) if after is not None and joined else quantity.noun_at
        told.append(replace(quantity, noun_at=shared))
    return told[::-1]


def _is_joined(one: Quantity, two: Quantity, text: str, joints: Collection[str]) -> bool:
    """Return whether "and", or a comma before another number so joined, or "not" parts them."""
    if one.unit is not None or two.unit is not None or one.year:
        return False
    between = text[one.end : two.start]
    if two.role is Role.WHOLE:
        return len(between) <= NEAR and not _BREAK.search(between)
    word = between.strip(_SPACE).casefold()
    if word:
        return word in joints
    return two.role is Role.DENIED or (two.noun_at is not None and between.strip() in {",", "،"})


def _take_off(told: list[Quantity], k: int, text: str) -> None:
    """Put a whole less its exception in the place of the exception, or of the whole before it."""
    one = told[k]
    after = told[k + 1] if k + 1 < len(told) else None
    before = told[k - 1] if k else None
    if one.role is Role.EXCEPT and after and _is_whole(one, after, text[one.end : after.start]):
        told[k] = _less(one, after, one)
        told[k + 1] = replace(after, role=Role.WHOLE)
    elif one.role is Role.LESS and before and _is_whole(one, before, text[before.end : one.start]):
        told[k - 1] = _less(before, before, one)


def _is_whole(one: Quantity, whole: Quantity, between: str) -> bool:
    exact = whole.low == whole.high and whole.unit is None and one.unit is None
    near = len(between) <= NEAR and not _BREAK.search(between)
    return near and exact and whole.nominal_low > one.nominal_high


def _less(at: Quantity, whole: Quantity, one: Quantity) -> Quantity:
    low, high = whole.nominal_low - one.nominal_high, whole.nominal_high - one.nominal_low
    role = Role.FIGURE
    return replace(at, low=low, high=high, nominal_low=low, nominal_high=high, role=role)
