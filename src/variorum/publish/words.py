"""How numbers, ranges and the vocabulary are put into words, for every format that people read."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Iterable

import yaml

from variorum.model import Certainty, Form, Measure, Role, Rule, SpeakerKind, Stance

__all__ = [
    "CERTAINTY_WORDS",
    "FORM_WORDS",
    "RIGHT_TO_LEFT",
    "ROLE_WORDS",
    "RULE_WORDS",
    "STANCE_WORDS",
    "amount",
    "count",
    "joined",
    "kind_words",
    "language_name",
    "measure_words",
    "number",
    "range_words",
    "speaker_words",
]

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})

RULE_WORDS = {
    Rule.VALUE: "two answers that do not overlap",
    Rule.POLARITY: "some against none",
    Rule.SUM: "the parts against the whole",
    Rule.PRODUCT: "multiplied",
    Rule.SUBSET: "the part against the whole it belongs to",
    Rule.ORDER: "an order of events that cannot be",
    Rule.PROMISE: "promised against happened",
}
STANCE_WORDS = {
    Stance.ASSERTS: "asserts it",
    Stance.DENIES: "denies it",
    Stance.DOUBTS: "doubts it",
    Stance.PROMISES: "promises it",
    Stance.INTENDS: "intends it",
    Stance.ORDERS: "orders it",
    Stance.PREDICTS: "predicts it",
}
CERTAINTY_WORDS = {
    Certainty.CERTAIN: "as certain",
    Certainty.PROBABLE: "as probable",
    Certainty.POSSIBLE: "as possible",
    Certainty.CERTAINLY_NOT: "as certainly not so",
    Certainty.PROBABLY_NOT: "as probably not so",
    Certainty.POSSIBLY_NOT: "as possibly not so",
    Certainty.CERTAIN_UNKNOWN: "as settled, without saying how",
    Certainty.UNKNOWN: "without saying how certain",
}
ROLE_WORDS = {Role.UNKNOWN: "", **{role: role.value for role in Role if role is not Role.UNKNOWN}}
FORM_WORDS = {
    Form.DIRECT: "quoted",
    Form.INDIRECT: "reported in other words",
    Form.MIXED: "partly quoted",
    Form.BLOCK: "quoted at length",
    Form.NARRATED: "in the report's own voice",
}
MILLION = 1_000_000
CURRENCY_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "ILS": "₪", "INR": "₹"}
# Units that stay as they are in the plural.
UNCHANGING = frozenset({"km", "m", "cm", "mi", "kg", "t", "ha", "%", "km2", "kph", "°C", "hertz"})
# Hours and days of a duration read better in the next unit from here on: (unit, size, next unit).
LONGER_UNITS = (("minute", 120, 60, "hour"), ("hour", 48, 24, "day"))


@functools.cache
def _languages() -> dict[str, str]:
    text = importlib.resources.files(__package__).joinpath("languages.yaml").read_text("utf-8")
    return {str(code): str(name) for code, name in yaml.safe_load(text).items()}


def language_name(code: str | None) -> str:
    """Return the English name of an ISO 639-1 `code`, or the code itself where it is rare."""
    return _languages().get(code, code) if code else "unknown language"


def joined(parts: Iterable[str], last: str = "and") -> str:
    """Return the parts as a list in a sentence: "a, b and c"."""
    *firsts, end = list(parts) or [""]
    return f"{', '.join(firsts)} {last} {end}" if firsts else end


def count(how_many: int, one: str, many: str | None = None) -> str:
    """Return "1 claim", "2 claims", "no claims"."""
    if how_many == 1:
        return f"1 {one}"
    return f"{how_many:,} {many or one + 's'}" if how_many else f"no {many or one + 's'}"


def number(value: float) -> str:
    """Return a number as people write it: 4, 3.5, 4,000, 1.5 million; at most two decimals."""
    if abs(value) >= MILLION:
        return f"{round(value / MILLION, 2):,g} million"
    return f"{round(value, 2):,g}" if value % 1 else f"{int(value):,}"


def _bare_unit(unit: str | None) -> str:
    words = (unit or "").strip()
    return words[:-1] if words.endswith("s") and words[:-1] in _TIME_UNITS else words


_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


def amount(value: float, unit: str | None = None) -> str:
    """Return one number with its unit: "$4,000", "3 days", "6 km", "40%"."""
    bare = _bare_unit(unit)
    for small, from_size, factor, longer in LONGER_UNITS:
        if bare == small and value >= from_size and value % factor == 0:
            value, bare = value / factor, longer
    if bare in CURRENCY_SIGNS:
        return f"{CURRENCY_SIGNS[bare]}{number(value)}"
    if bare in ("%", "percent"):
        return f"{number(value)}%"
    if not bare:
        return number(value)
    plural = "" if value == 1 or bare in UNCHANGING or bare.isupper() else "s"
    return f"{number(value)} {bare}{plural}"


def _from_to(low: float, high: float, unit: str | None) -> str:
    """Say a unit that both ends share once, as in "3 to 5 days"."""
    first, last = amount(low, unit), amount(high, unit)
    head, _, tail = first.partition(" ")
    shared = bool(tail) and last.rstrip("s").endswith(tail.rstrip("s"))
    return f"{head if shared else first} to {last}"


def range_words(low: float | None, high: float | None, unit: str | None = None) -> str:
    """Return inclusive bounds in words; an open bound (None) is said, never left blank.

    "500", "300 to 500", "at least 250", "at most 300", "any number".
    """
    if low is None and high is None:
        return "any number"
    if high is None:
        return f"at least {amount(low or 0, unit)}"
    if low is None:
        return f"at most {amount(high, unit)}"
    return amount(low, unit) if low == high else _from_to(low, high, unit)


def _strict_words(measure: Measure) -> str | None:
    """Words for "more than" and "under", which keep their written number out of the bounds."""
    low, high, unit = measure.low, measure.high, measure.unit
    if high is None and measure.nominal_low is not None and low != measure.nominal_low:
        return f"more than {amount(measure.nominal_low, unit)}"
    written = measure.nominal_high
    if not low and high is not None and written is not None and high < written:
        return f"under {amount(written, unit)}"
    if low == 0 and high and written == high and measure.nominal_low is None:
        return f"at most {amount(high, unit)}"
    return None


def measure_words(measure: Measure) -> str:
    """Return what a measure says: "about 500 (450 to 550)", "under 300", "some", "none"."""
    if measure.polarity:
        return "none" if measure.high == 0 else "some"
    if strict := _strict_words(measure):
        return strict
    bounds = range_words(measure.low, measure.high, measure.unit)
    written = measure.nominal_low
    if measure.approximate and written is not None and written == measure.nominal_high:
        about = f"about {amount(written, measure.unit)}"
        return about if measure.low == measure.high else f"{about} ({bounds})"
    return f"about {bounds}" if measure.approximate and "at " not in bounds else bounds


def kind_words(kind: str) -> str:
    """Return a taxonomy id in words: "people.fighters.foreign" is "people: fighters, foreign"."""
    head, *rest = kind.replace("_", " ").replace("-", " ").split(".")
    return f"{head}: {', '.join(rest)}" if rest else head


def speaker_words(kind: SpeakerKind, role: Role) -> str:
    """Return what a speaker is: "person, official", "unnamed, witness", "organisation"."""
    return ", ".join(word for word in (kind.value, ROLE_WORDS[role]) if word)
