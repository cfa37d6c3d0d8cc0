from __future__ import annotations

import itertools

import pytest

from variorum import taxonomy
from variorum.normalise.numbers.meanings import YEARS, Bound, VagueNumber, load


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("about", 90, 110),
        ("almost", 90, 100),
        ("just_over", 100, 110),
        ("at_least", 100, None),
        ("more_than", 100, None),
        ("at_most", None, 100),
        ("less_than", None, 100),
        ("exact", 100, 100),
    ],
)
def test_each_meaning_has_its_bounds(name: str, low: float | None, high: float | None) -> None:
    assert load().bounds[name].of(100, 100) == (low, high)


def test_widening_leaves_an_open_side_open() -> None:
    assert Bound(0.9, 1.1).of(None, 300) == (None, 300)
    assert Bound(0.9, 1.1).widens
    assert not Bound(1, None).widens


def test_a_vague_number_before_a_scale_is_scaled() -> None:
    assert VagueNumber(3, 9, scaled=2).of(1000) == (2000, 9999)
    assert VagueNumber(24, 99).of(1000) is None


def test_vague_numbers_of_each_size_join_without_a_gap() -> None:
    vague = load().vague
    sizes = ["hundreds", "thousands", "tens_of_thousands", "hundreds_of_thousands", "millions"]
    for one, two in itertools.pairwise(sizes):
        assert vague[one].high < vague[two].low
    assert (vague["dozens"].low, vague["dozens"].high) == (24, 99)
    assert (vague["teens"].low, vague["teens"].high) == (11, 19)


def test_signs_are_of_units_of_the_taxonomy() -> None:
    meanings = load()
    assert set(meanings.signs) <= set(taxonomy.load().units)
    assert set(meanings.money_signs) == {"EUR", "GBP", "INR", "JPY", "RUB", "TRY", "UAH", "USD"}


def test_years_are_of_newspapers() -> None:
    assert 1700 in YEARS
    assert 2100 in YEARS
    assert 1699 not in YEARS
    assert 2101 not in YEARS
