from __future__ import annotations

import pytest

from variorum.normalise.numbers.quantities_by_lexicon import quantities_by_lexicon


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "unit"),
    [
        ("de", "zwischen 300 und 500 Kämpfer", 300, 500, None),
        ("fr", "plus de 3 millions d'euros", 3_000_000, None, "EUR"),
        ("ru", "от 20 до 30 тонн", 20, 30, "tonne"),
        ("es", "casi 50 camiones", 45, 50, None),
        ("pt", "mais do que 70 pessoas", 70, None, None),
    ],
)
def test_bounds_ranges_and_units(
    language: str, text: str, low: float, high: float | None, unit: str | None
) -> None:
    (quantity,) = quantities_by_lexicon(text, language)
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "ein Zug mit mehr als 70 Menschen"), ("nb", "et fly med mer enn 70 personer")],
)
def test_one_thing_with_more_than_so_many_is_no_difference(language: str, text: str) -> None:
    *_, quantity = quantities_by_lexicon(text, language)
    assert (quantity.low, quantity.high) == (70, None)


def test_offsets_are_those_of_the_text() -> None:
    text = "Es kamen etwa 200 Menschen."
    (quantity,) = quantities_by_lexicon(text, "de")
    assert text[quantity.start : quantity.end] == "etwa 200"
    assert text[slice(*quantity.core)] == "200"


def test_an_article_is_told_from_a_number() -> None:
    (quantity,) = quantities_by_lexicon("ein Mann", "de")
    assert quantity.is_one


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("ru", "несколько сот человек", 200, 999),
        ("ru", "несколько сот тысяч человек", 200_000, 999_999),
        ("uk", "кількасот людей", 200, 999),
        ("es", "varias decenas", 20, 99),
        ("pt", "algumas centenas", 200, 999),
        ("nb", "noen titalls", 20, 99),
    ],
)
def test_several_tens_and_hundreds_are_one_number(language, text, low, high):
    assert [(q.low, q.high) for q in quantities_by_lexicon(text, language)] == [(low, high)]
