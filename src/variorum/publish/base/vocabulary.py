"""The vocabulary in words, for every format that people read; wording.py has the bare numbers."""

from __future__ import annotations

import functools
import importlib.resources

import yaml

from variorum import taxonomy
from variorum.model import (
    Band,
    Certainty,
    Change,
    ComplianceStatus,
    DerivationKind,
    Form,
    Measure,
    Place,
    QuestionStatus,
    Role,
    Rule,
    Speaker,
    SpeakerKind,
    Stance,
    Verdict,
)
from variorum.wording import amount, range_words

__all__ = [
    "CHANGE_WORDS",
    "COMPLIANCE_WORDS",
    "DERIVATION_WORDS",
    "FORM_WORDS",
    "RIGHT_TO_LEFT",
    "ROLE_WORDS",
    "RULE_WORDS",
    "STANCE_WORDS",
    "STATUS_WORDS",
    "UNCLEAR",
    "VERDICT_WORDS",
    "band_words",
    "is_nobody",
    "kind_words",
    "language_name",
    "measure_words",
    "origin_label",
    "place_words",
    "speaker_name",
    "speaker_words",
    "stance_words",
    "unit_words",
]

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})

RULE_WORDS: dict[str, str] = {
    Rule.VALUE: "two answers that do not overlap",
    Rule.POLARITY: "some against none",
    Rule.SUM: "parts that do not add up to the whole",
    Rule.PRODUCT: "a product that does not match the total",
    Rule.SUBSET: "a part larger than its whole",
    Rule.ORDER: "a running total that was higher earlier",
    Rule.IDENTITY: "two answers of which only one can be right",
    Rule.PROMISE: "what was promised and what happened",
}
DERIVATION_WORDS = {
    DerivationKind.COPY: "repeats the text",
    DerivationKind.TRANSLATION: "translates it",
    DerivationKind.REVISION: "is a later version of it",
    DerivationKind.CREDIT: "credits it",
    DerivationKind.CITATION: "cites it",
    DerivationKind.QUOTATION: "quotes the same words",
    DerivationKind.BRIEFING: "same briefing",
}
CHANGE_WORDS = {
    Change.HELD: "held",
    Change.CHANGED: "changed",
    Change.WITHDREW: "withdrawn",
    Change.CORRECTED: "corrected",
}
# What no report tells: a value of its own in the ETH/PRIO and PA-X codings.
UNCLEAR = "unclear"
COMPLIANCE_WORDS = {
    ComplianceStatus.KEPT: "kept",
    ComplianceStatus.BREACHED: "breached",
    ComplianceStatus.PARTLY: "partly kept",
    ComplianceStatus.NOT_DUE: "not due yet",
    ComplianceStatus.UNCLEAR: UNCLEAR,
    ComplianceStatus.DISPUTED: "disputed",
}
VERDICT_WORDS = {
    Verdict.AFFIRMED: "said to be real",
    Verdict.DENIED: "said not to be real",
    Verdict.DOUBTED: "doubted",
    Verdict.LEAKED: "said to have been leaked",
    Verdict.PUBLISHED: "said to have been published",
    Verdict.TRANSLATED: "said to have been translated",
}
STANCE_WORDS = {
    Stance.ASSERTS: "asserted",
    Stance.DENIES: "denied",
    Stance.DOUBTS: "doubted",
    Stance.PROMISES: "promised",
    Stance.INTENDS: "intended",
    Stance.ORDERS: "ordered",
    Stance.PREDICTS: "predicted",
}
CERTAINTY_WORDS = {
    Certainty.CERTAIN: " as certain",
    Certainty.PROBABLE: " as probable",
    Certainty.POSSIBLE: " as possible",
    Certainty.CERTAINLY_NOT: ": certainly not so",
    Certainty.PROBABLY_NOT: ": probably not so",
    Certainty.POSSIBLY_NOT: ": possibly not so",
    Certainty.CERTAIN_UNKNOWN: " as settled, without saying which way",
    Certainty.UNKNOWN: " without saying how certain",
}
ROLE_WORDS = {role: "" if role is Role.UNKNOWN else role.value for role in Role}
FORM_WORDS = {
    Form.DIRECT: "quoted word for word",
    Form.INDIRECT: "paraphrased",
    Form.MIXED: "partly quoted",
    Form.BLOCK: "quoted at length",
    Form.NARRATED: "in the report's own voice",
}
STATUS_WORDS = {
    QuestionStatus.DISPUTED: "disputed",
    QuestionStatus.INCOMPARABLE: "differ in scope",
    QuestionStatus.AGREED: "can all be true",
    QuestionStatus.SINGLE: "one source",
}


@functools.cache
def _languages() -> dict[str, str]:
    text = importlib.resources.files(__package__).joinpath("languages.yaml").read_text("utf-8")
    return {str(code): str(name) for code, name in yaml.safe_load(text).items()}


def language_name(code: str | None) -> str:
    """Return the English name of an ISO 639-1 `code`, or the code itself where it is rare."""
    return _languages().get(code, code) if code else "unknown language"


def _one_sided(measure: Measure) -> str | None:
    """Words for "more than", "under" and "at most"; the written number may lie out of bounds."""
    low, high, unit = measure.low, measure.high, measure.unit
    first, last = measure.nominal_low, measure.nominal_high
    if high is None and low is not None and first is not None and low > first:
        return f"more than {amount(first, unit)}"
    if low or high is None or first is not None:
        return None
    if last is not None and high < last:
        return f"under {amount(last, unit)}"
    return f"at most {amount(high, unit)}" if high else None


def _approximately(measure: Measure) -> str:
    """Words for one written number that stands for a range: "about", "nearly" or "over"."""
    low, high, written = measure.low, measure.high, measure.nominal_low or 0.0
    if low is not None and high is not None and low == high:
        return f"about {amount(written, measure.unit)}"
    sense = "nearly" if high == written else "just over" if low == written else "about"
    bounds = range_words(low, high, measure.unit)
    return f"{sense} {amount(written, measure.unit)} ({bounds})"


def measure_words(measure: Measure) -> str:
    """Return what a measure says: "about 500 (450 to 550)", "under 300", "some", "none"."""
    if measure.polarity:
        return "none" if measure.high == 0 else "some"
    if words := _one_sided(measure):
        return words
    one_number = measure.nominal_low is not None and measure.nominal_low == measure.nominal_high
    closed = measure.low is not None and measure.high is not None
    if measure.approximate and one_number and closed:
        return _approximately(measure)
    return range_words(measure.low, measure.high, measure.unit)


def kind_words(kind: str) -> str:
    """Return what the taxonomy calls a kind: "people.fighters.foreign" is "foreign fighters"."""
    return taxonomy.load().label(kind)


BAND_PERCENT = {
    Band.ALMOST_NO_CHANCE: "1 to 5",
    Band.VERY_UNLIKELY: "5 to 20",
    Band.UNLIKELY: "20 to 45",
    Band.ROUGHLY_EVEN_CHANCE: "45 to 55",
    Band.LIKELY: "55 to 80",
    Band.VERY_LIKELY: "80 to 95",
    Band.ALMOST_CERTAIN: "95 to 99",
}


def band_words(band: Band | None) -> str:
    """Return an estimative band with the percentages that ICD 203 gives it; "" without one."""
    return f"{band.value}, {BAND_PERCENT[band]} percent" if band else ""


def place_words(place: Place) -> str:
    """Return the gazetteer's name of a place and where it lies, or that it is not known."""
    if place.lat is None or place.lon is None:
        return "not in the gazetteer"
    north, east = ("N" if place.lat >= 0 else "S"), ("E" if place.lon >= 0 else "W")
    where = f"{abs(place.lat):.2f}° {north}, {abs(place.lon):.2f}° {east}"
    return f"{place.known_as or place.name}, {where}"


def stance_words(stance: Stance, certainty: Certainty) -> str:
    """Return what a speaker does with a content: "asserted as probable", "denied: not so"."""
    return f"{STANCE_WORDS[stance]}{CERTAINTY_WORDS[certainty]}"


NOBODY = frozenset({"", SpeakerKind.UNNAMED.value})


def is_nobody(speaker: Speaker) -> bool:
    """Return whether a speaker is not even described, as in "it was said"."""
    return speaker.kind is SpeakerKind.UNNAMED and speaker.name.casefold() in NOBODY


def speaker_name(speaker: Speaker) -> str:
    """Return the name of a speaker; one who is not even described is "an unnamed source"."""
    return "an unnamed source" if is_nobody(speaker) else speaker.name


def origin_label(label: str) -> str:
    """Return the label of an origin, which may be that of a speaker nobody describes."""
    return "an unnamed source" if label.casefold() in NOBODY else label


def unit_words(unit: str | None) -> str | None:
    """Return a unit as an axis names it: "hours", "km", "USD"; None for plain numbers."""
    return (amount(2, unit).partition(" ")[2] or unit) if unit else None


def speaker_words(speaker: Speaker) -> str:
    """Return what a speaker is: "person, official", "unnamed, witness", "organisation"."""
    kind = "" if is_nobody(speaker) else speaker.kind.value
    return ", ".join(word for word in (kind, ROLE_WORDS[speaker.role]) if word)
