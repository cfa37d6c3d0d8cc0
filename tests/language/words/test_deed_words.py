"""Deeds in the languages of the lexicon, told by English verbs and nouns."""

from __future__ import annotations

import pytest

from variorum.language.words.deed_words import Deed, deed_words


def test_a_deed_is_told_by_its_english_verb_and_nouns():
    assert deed_words("fr").find("libérer les prisonniers") == Deed("release", "prisoner", 0, 7)
    assert deed_words("fr").find("Il pleut") is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "alle Angriffe einzustellen"),
        ("es", "cese de los ataques"),
        ("pl", "wstrzymać ataki"),
        ("ru", "прекратить нападения"),
        ("tr", "saldırıların durdurulması"),
    ],
)
def test_who_stops_attacks_does_not_attack(language, text):
    found = deed_words(language).find(text)
    assert (found.verb, found.object) == ("stop", "attack")


def test_a_verb_may_stand_in_two_pieces():
    assert deed_words("de").find("Sorland ließ am Montag alle Geiseln frei").verb == "release"


@pytest.mark.parametrize(
    ("language", "plain", "denied"),
    [
        ("ru", "освободить пленных", "не освободить пленных"),
        ("tr", "askerlerini çekti", "askerlerini çekmedi"),
        ("id", "membebaskan tawanan", "tidak membebaskan tawanan"),
    ],
)
def test_a_denied_deed_is_told_from_a_plain_one(language, plain, denied):
    words = deed_words(language)
    assert not words.denied(plain)
    assert words.denied(denied)


def test_a_passive_and_small_words_are_known():
    words = deed_words("de")
    assert words.is_passive("Der Posten wurde angegriffen")
    assert not words.is_passive("Tavien griff den Posten an")
    assert words.bare("der Flussfront") == "Flussfront"


@pytest.mark.parametrize("language", ["en", "xx", None])
def test_a_language_without_words_for_deeds_has_none(language):
    assert deed_words(language) is None


@pytest.mark.parametrize(
    ("language", "text", "breaker", "unbroken"),
    [
        ("ru", "Тавия нарушила перемирие", "Тавия ", False),
        ("ru", "Тавия не нарушила перемирие", "Тавия не ", True),
        ("id", "Tidak ada yang ragu bahwa Tavia melanggar gencatan senjata",
         "Tidak ada yang ragu bahwa Tavia ", False),
        ("ru", "Перемирие нарушили", "", False),
        ("ru", "Сорландия обвинила Тавию в том, что она нарушила перемирие", None, False),
        ("ru", "Тавия нарушила правила", None, False),
        ("tr", "Tavya ateşkesi ihlal etti", "Tavya ", False),
    ],
)  # fmt: skip
def test_who_is_told_to_have_broken_an_agreement(language, text, breaker, unbroken):
    words = deed_words(language)
    assert words.breaker(text) == breaker
    assert breaker is None or words.is_unbroken(text) is unbroken


@pytest.mark.parametrize(
    ("text", "bids"),
    [("Sie müssen ihre Waffen abgeben", True), ("Sie gaben ihre Waffen ab", False)],
)
def test_what_must_be_done_was_not_done(text, bids):
    assert deed_words("de").bids(text) is bids
