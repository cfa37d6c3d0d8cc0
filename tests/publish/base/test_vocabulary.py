from __future__ import annotations

from typing import Any

import pytest

from variorum.model import (
    Band,
    Certainty,
    Change,
    DerivationKind,
    Document,
    Form,
    Measure,
    Role,
    Rule,
    Speaker,
    SpeakerKind,
    Stance,
)
from variorum.publish.base.vocabulary import (
    CHANGE_WORDS,
    DERIVATION_WORDS,
    FORM_WORDS,
    ROLE_WORDS,
    RULE_WORDS,
    band_words,
    kind_words,
    language_name,
    measure_words,
    speaker_name,
    speaker_words,
    stance_words,
    unit_words,
)
from variorum.text import span


def _measure(**given: Any) -> Measure:
    document = Document.from_text("words")
    return Measure(kind="people", noun="people", text="words", span=span(document, 0, 5), **given)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"low": 500, "high": 500}, "500"),
        ({"low": 300, "high": 500}, "300 to 500"),
        ({"low": 250, "high": None, "nominal_low": 250}, "at least 250"),
        ({"low": 301, "high": None, "nominal_low": 300}, "more than 300"),
        ({"low": None, "high": 299, "nominal_high": 300}, "under 300"),
        ({"low": 0, "high": 299, "nominal_high": 300}, "under 300"),
        ({"low": 0, "high": 10, "unit": "day"}, "at most 10 days"),
        ({"low": 0, "high": 0}, "0"),
        ({"low": None, "high": None}, "any number"),
        ({"low": 4000, "high": 6000, "unit": "USD"}, "$4,000 to $6,000"),
        ({"low": 3, "high": 3, "unit": "day"}, "3 days"),
        ({"low": 1, "high": None, "polarity": True}, "some"),
        ({"low": 0, "high": 0, "polarity": True}, "none"),
    ],
)
def test_a_measure_in_words(given: dict[str, Any], words: str) -> None:
    assert measure_words(_measure(**given)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (450, 550, "about 500 (450 to 550)"),
        (450, 500, "nearly 500 (450 to 500)"),
        (500, 550, "just over 500 (500 to 550)"),
        (500, 500, "about 500"),
        (500, None, "at least 500"),
        (None, 500, "at most 500"),
    ],
)
def test_an_approximate_measure_keeps_the_written_number(
    low: float | None, high: float | None, words: str
) -> None:
    measure = _measure(low=low, high=high, nominal_low=500, nominal_high=500, approximate=True)
    assert measure_words(measure) == words


def test_every_word_of_the_vocabulary_has_words() -> None:
    assert set(RULE_WORDS) == {*Rule, "decided"}
    assert set(ROLE_WORDS) == set(Role)
    assert set(FORM_WORDS) == set(Form)
    assert set(DERIVATION_WORDS) == set(DerivationKind)
    assert set(CHANGE_WORDS) == set(Change)
    for stance in Stance:
        for certainty in Certainty:
            assert stance_words(stance, certainty)


@pytest.mark.parametrize(
    ("stance", "certainty", "words"),
    [
        (Stance.ASSERTS, Certainty.CERTAIN, "asserted as certain"),
        (Stance.DENIES, Certainty.CERTAINLY_NOT, "denied: certainly not so"),
        (Stance.PREDICTS, Certainty.PROBABLE, "predicted as probable"),
    ],
)
def test_stance_and_certainty_make_one_phrase(
    stance: Stance, certainty: Certainty, words: str
) -> None:
    assert stance_words(stance, certainty) == words


def test_speakers_kinds_and_languages_in_words() -> None:
    official = Speaker(name="Ines Kovar", kind=SpeakerKind.PERSON, role=Role.OFFICIAL)
    nobody = Speaker(name="unnamed", kind=SpeakerKind.UNNAMED, role=Role.WITNESS)
    described = Speaker(name="a deckhand", kind=SpeakerKind.UNNAMED)
    assert (speaker_name(official), speaker_words(official)) == ("Ines Kovar", "person, official")
    assert (speaker_name(nobody), speaker_words(nobody)) == ("an unnamed source", "witness")
    assert (speaker_name(described), speaker_words(described)) == ("a deckhand", "unnamed")
    assert [unit_words(unit) for unit in ("hour", "km", "USD", None)] == [
        "hours",
        "km",
        "USD",
        None,
    ]
    assert kind_words("people.fighters.foreign") == "foreign fighters"
    assert language_name("no") == "Norwegian"
    assert language_name("xx") == "xx"
    assert language_name(None) == "unknown language"


def test_a_band_is_shown_with_the_percentages_of_its_directive():
    assert band_words(Band.LIKELY) == "likely, 55 to 80 percent"
    assert band_words(None) == ""
    assert all("percent" in band_words(band) for band in Band)
