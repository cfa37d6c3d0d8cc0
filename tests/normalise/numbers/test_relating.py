"""Numbers that only together say how many."""

from __future__ import annotations

import pytest

from variorum.normalise.numbers.quantities import quantities
from variorum.normalise.numbers.relating import related


@pytest.mark.parametrize(
    ("language", "text", "shared"),
    [
        ("en", "They found 4 and 9 bodies.", [True, False]),
        ("en", "They found 2, 4 and 9 bodies.", [True, True, False]),
        ("fr", "On a trouvé 4 et 9 corps.", [True, False]),
        ("ru", "Нашли 4 и 9 тел.", [True, False]),
        ("en", "In 2015, 9 bodies were found.", [False]),
        ("en", "They found 4 bodies and 9 graves.", [False, False]),
        ("en", "They walked 4 km and 9 of them fell.", [False, False]),
    ],
)
def test_numbers_that_are_joined_share_a_noun(language: str, text: str, shared: list[bool]) -> None:
    assert [q.noun_at is not None for q in quantities(text, language)] == shared


def test_an_exception_without_its_whole_is_left_out() -> None:
    assert quantities("All but four were freed.") == []


def test_an_exception_larger_than_what_follows_is_not_taken_off() -> None:
    assert [q.low for q in quantities("All but four of the 3 crews left.")] == [3]


def test_a_whole_in_another_sentence_is_not_meant() -> None:
    assert [q.low for q in quantities("All but four left. The 40 stayed.")] == [40]


@pytest.mark.parametrize(
    ("language", "text", "low"),
    [
        ("en", "a dozen and a half people", 18),
        ("en", "1½ million people", 1_500_000),
        ("en", "two thirds of the town", 66.67),
        ("en", "2/3 of the town", 66.67),
        ("fr", "une douzaine et demie de personnes", 18),
        ("fr", "un demi-million de personnes", 500_000),
        ("es", "un millón y medio de personas", 1_500_000),
        ("es", "una docena y media de personas", 18),
        ("pt", "uma dúzia e meia de pessoas", 18),
        ("de", "Eine halbe Million Menschen", 500_000),
        ("nb", "en halv million mennesker", 500_000),
        ("ru", "полторы дюжины человек", 18),
        ("uk", "пів мільйона людей", 500_000),
        ("pl", "pół miliona ludzi", 500_000),
        ("tr", "bin 200 asker", 1200),
        ("tr", "yarım milyon kişi", 500_000),
        ("id", "satu setengah juta orang", 1_500_000),
        ("ar", "نصف مليون شخص", 500_000),
        ("fa", "یک و نیم میلیون نفر", 1_500_000),
    ],
)
def test_halves_and_what_follows_a_thousand_belong_to_the_number(
    language: str, text: str, low: float
) -> None:
    (read,) = quantities(text, language)
    assert read.low == low


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5-6,000 people", 5000, 6000),
        ("3-5,000 people", 3000, 5000),
        ("1 to 5,000 people", 1, 5000),
    ],
)
def test_the_first_of_two_numbers_may_be_meant_in_thousands(
    text: str, low: float, high: float
) -> None:
    (read,) = quantities(text)
    assert (read.low, read.high) == (low, high)


def test_a_number_alone_stays_as_it_is():
    found = quantities("12 people left.")
    assert related(found, "12 people left.", {"and"}) == found
