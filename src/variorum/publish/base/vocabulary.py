"""The vocabulary in words, for every format that people read; wording.py has the bare numbers."""

from enum import StrEnum
from typing import Any, TypeVar

from variorum import model, taxonomy
from variorum.wording import amount, range_words
from variorum.yaml_files import word_file

_Value = TypeVar("_Value", bound=StrEnum)
_REPORT_WORDS: dict[str, Any] = word_file(__package__, "report_words.yaml")


def _words(values: type[_Value]) -> dict[_Value, str]:
    """Return what `report_words.yaml` calls each value of a list of the vocabulary."""
    words = _REPORT_WORDS[values.__name__]
    return {value: words[value.value] for value in values}


RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})

RULE_WORDS: dict[str, str] = _REPORT_WORDS["Rule"]
DISTORTION_WORDS: dict[str, str] = _REPORT_WORDS["Distortion"]
# What some against none is called where the answers are words.
YES_OR_NO = "yes against no"
DERIVATION_WORDS = _words(model.DerivationKind)
CHANGE_WORDS = _words(model.Change)
# What no report says: a value of its own in the ETH/PRIO and PA-X codings.
UNCLEAR = "unclear"
COMPLIANCE_WORDS = _words(model.ComplianceStatus)
VERDICT_WORDS = _words(model.Verdict)
STANCE_WORDS = _words(model.Stance)
CERTAINTY_WORDS = _words(model.Certainty)
ROLE_WORDS = {role: "" if role is model.Role.UNKNOWN else role.value for role in model.Role}
FORM_WORDS = _words(model.Form)
STATUS_WORDS = _words(model.QuestionStatus)
EVENT_WORDS: dict[str, str] = _REPORT_WORDS["Event"]
GAP_WORDS: dict[str, list[str]] = _REPORT_WORDS["Gap"]
HOW_WORDS: dict[str, str] = _REPORT_WORDS["How"]
OUTCOME_WORDS: dict[str, dict[str, str]] = _REPORT_WORDS["Outcome"]
FACT_WORDS: dict[str, str] = _REPORT_WORDS["Fact"]
TERM_WORDS: dict[str, str] = _REPORT_WORDS["TermPart"]


def language_name(code: str | None) -> str:
    """Return the English name of an ISO 639-1 `code`, or the code itself where it is rare."""
    if not code:
        return "unknown language"
    return str(word_file(__package__, "languages.yaml").get(code, code))


def _one_sided(measure: model.Measure) -> str | None:
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


def _approximately(measure: model.Measure) -> str:
    """Words for one written number that stands for a range: "about", "nearly" or "over"."""
    low, high, written = measure.low, measure.high, measure.nominal_low or 0.0
    if low is not None and high is not None and low == high:
        return f"about {amount(written, measure.unit)}"
    sense = "nearly" if high == written else "just over" if low == written else "about"
    bounds = range_words(low, high, measure.unit)
    return f"{sense} {amount(written, measure.unit)} ({bounds})"


def measure_words(measure: model.Measure) -> str:
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


BAND_PERCENT = _words(model.Band)


def band_words(band: model.Band | None) -> str:
    """Return an estimative band with the percentages that ICD 203 gives it; "" without one."""
    return f"{band.value}, {BAND_PERCENT[band]} percent" if band else ""


def stance_words(stance: model.Stance, certainty: model.Certainty) -> str:
    """Return what a speaker does with a content: "asserted as probable", "denied: not so"."""
    return f"{STANCE_WORDS[stance]}{CERTAINTY_WORDS[certainty]}"


NOBODY = frozenset({"", model.SpeakerKind.UNNAMED.value})


def is_nobody(speaker: model.Speaker) -> bool:
    """Return whether a speaker is not even described, as in "it was said"."""
    return speaker.kind is model.SpeakerKind.UNNAMED and speaker.name.casefold() in NOBODY


def speaker_name(speaker: model.Speaker) -> str:
    """Return the name of a speaker; one who is not even described is "an unnamed source"."""
    return "an unnamed source" if is_nobody(speaker) else speaker.name


def origin_label(label: str) -> str:
    """Return the label of an origin, which may be that of a speaker nobody describes."""
    return "an unnamed source" if label.casefold() in NOBODY else label


def unit_words(unit: str | None) -> str | None:
    """Return a unit as an axis names it: "hours", "km", "USD"; None for plain numbers."""
    return (amount(2, unit).partition(" ")[2] or unit) if unit else None


def speaker_words(speaker: model.Speaker) -> str:
    """Return what a speaker is: "person, official", "unnamed, witness", "organisation"."""
    kind = "" if is_nobody(speaker) else speaker.kind.value
    return ", ".join(word for word in (kind, ROLE_WORDS[speaker.role]) if word)
