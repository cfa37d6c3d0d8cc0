"""Digits that count nothing."""

from __future__ import annotations

import pytest

from variorum.normalise.numbers.quantities import quantities
from variorum.normalise.numbers.uncounted import uncounted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "killed at 36.2021 N, 37.1343 E"),
        ("en", "near 36.20215, 37.13432"),
        ("en", "call +44 20 7946 0000 or 555-0134"),
        ("en", "at 2000 GMT"),
        ("en", "hit 14 High Road"),
        ("en", "They won 3-1 on Sunday."),
        ("en", "in the summer of '16"),
        ("en", "A mother of four"),
        ("fr", "une mère de quatre enfants".removeprefix("une ")),
        ("fr", "rue Hugo, 14"),
        ("de", "in der Hauptstraße 14"),
        ("de", "die Mutter von vier Kindern"),
        ("es", "en la calle Mayor, 14"),
        ("es", "madre de cuatro hijos"),
        ("pt", "na Rua Augusta, 14"),
        ("ru", "на улице Ленина, 14"),
        ("ru", "мать четверых детей"),
        ("uk", "на вулиці Шевченка, 14"),
        ("pl", "przy ulicy Długiej 14"),
        ("pl", "matka czworga dzieci"),
        ("nb", "i Storgata 14"),
        ("tr", "dört çocuk annesi"),
        ("id", "di Jalan Sudirman No. 14"),
        ("ar", "أم لأربعة أطفال"),
        ("ar", "1-خروج المقاتلين"),
        ("ru", "2- Бойцы уходят"),
        ("en", "1. Fighters leave"),
        ("de", "3) Busse kehren zurück"),
    ],
)
def test_digits_of_places_times_and_people_count_nothing(language: str, text: str) -> None:
    assert quantities(text, language) == []


def test_a_range_of_people_is_no_score() -> None:
    assert [(q.low, q.high) for q in quantities("They lost 20-30 men.")] == [(20, 30)]


def test_ten_people_on_a_day_are_no_number_of_the_day() -> None:
    assert [q.low for q in quantities("on the day ten people died")] == [10]
    assert quantities("on day 10 of the siege") == []


def test_people_on_a_square_are_no_address() -> None:
    assert [q.low for q in quantities("на площадь вышли 5200 человек", "ru")] == [5200]


def test_where_such_digits_stand_is_told_whatever_is_around_them():
    text = "at 36.2021 N"
    assert [text[slice(*place)] for place in uncounted(text, "en")] == ["36.2021 N"]
    assert list(uncounted("forty people", "en")) == []
