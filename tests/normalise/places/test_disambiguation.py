"""Which place of a name is meant: each reason weighs what it is said to weigh.

A town's size counts as the logarithm of its people, and a place is chosen from 5.4 up.
"""

from collections import Counter
from dataclasses import replace

import pytest

from variorum.normalise.places.disambiguation import Named, choose, lies_in
from variorum.normalise.places.gazetteer import load

KM_A_DEGREE = 111.2
TOWN = replace(
    load().find("Lyon")[0], name="X", key="x", region="", lat=10.0, lon=20.0, countries=("FR",)
)


def town(population, *, north_km=0.0, **more):
    """Return an invented town of that size, so far north of the others."""
    lat = TOWN.lat + north_km / KM_A_DEGREE
    return replace(TOWN, **({"population": population, "lat": lat, "key": f"x{population}"} | more))


def chosen(*entries, spoken_of=None, others=(), **said):
    """Return the key of the entry that is chosen for a name, or None."""
    named = {"X": Named("X", entries, **said)}
    named |= {other.key: Named(other.key, (other,)) for other in others}
    found = choose(named, spoken_of or {})
    return found["X"].key if "X" in found else None


@pytest.mark.parametrize(
    ("sizes", "key"),
    [
        ((40_000,), "x40000"),
        ((39_000,), None),
        ((240_000, 30_000), None),
        ((240_000, 23_000), "x240000"),
        ((260_000, 30_000), "x260000"),
    ],
)
def test_a_town_ten_times_as_large_as_the_next_is_meant_and_a_great_one(sizes, key):
    assert chosen(*map(town, sizes)) == key


def test_no_town_below_15_000_is_the_chief_one_of_its_name():
    # 14,900 people are 4.17; 1.3 is missing.
    assert chosen(town(14_900), spoken_of={"FR": 0.15}) is None
    assert chosen(town(15_100), spoken_of={"FR": 0.15}) == "x15100"


@pytest.mark.parametrize(
    ("population", "spoken", "meant"),
    [(3_000, 1.0, True), (3_000, 0.3, False), (1_500, 1.0, True), (900, 1.0, False)],
)
def test_a_country_that_is_spoken_of_speaks_for_its_towns_and_less_for_its_villages(
    population, spoken, meant
):
    assert (chosen(town(population), spoken_of={"FR": spoken}) is not None) == meant


@pytest.mark.parametrize(("away", "meant"), [(20, True), (60, False)])
def test_a_place_near_another_of_the_text_is_meant(away, meant):
    other = town(300_000, north_km=away, key="other", countries=("DE",))
    assert (chosen(town(3_000), others=[other]) is not None) == meant


@pytest.mark.parametrize(
    ("called", "population", "meant"),
    [("town", 3_000, True), ("town", 200, False), ("region", 300_000, False)],
)
def test_what_the_words_call_it_counts_for_and_against(called, population, meant):
    found = chosen(town(population), features=Counter({called: 1}))
    assert (found is not None) == meant


def test_what_it_is_said_to_lie_in_decides():
    france = load().find("France")[0]
    named = {
        "X": Named("X", (town(100), town(200, key="us", countries=("US",))), within=Counter(F=1)),
        "F": Named("F", (france,)),
    }
    assert choose(named, {})["X"].key == "x100"


def test_another_name_of_a_town_counts_for_less():
    assert chosen(town(100_000)) == "x100000"
    assert chosen(town(100_000, alias=True)) is None


def test_a_region_known_by_its_airfields_gives_way_to_its_chief_town():
    region = town(0, key="region:x", feature="region")
    assert chosen(region) == "region:x"
    assert chosen(region, town(500_000)) == "x500000"


def test_a_small_capital_is_meant():
    (vaduz, *_) = load().find("Vaduz")
    assert vaduz.population < 15_000
    assert choose({"Vaduz": Named("Vaduz", (vaduz,))}, {})["Vaduz"] == vaduz


@pytest.mark.parametrize(("away", "inside"), [(170, True), (190, False)])
def test_a_place_lies_in_a_larger_one_within_its_reach(away, inside):
    larger = town(0, key="larger", feature="region", radius_km=100.0, north_km=away, countries=())
    assert lies_in(town(100), larger) == inside
