"""Dates with parts missing: the year is the one that news means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.language.calendar import Partial, base_of, first_day, shifted, with_year

BASE = base_of("2021-05-04")


@given(st.dates())
def test_a_day_and_its_base_are_the_same(day):
    base = base_of(day.isoformat())
    if 200 <= day.year <= 9_800:
        assert base is not None
        assert base.day == day == base.last_day
        assert base.at.edtf == day.isoformat()
        assert first_day(base.at) == day


@pytest.mark.parametrize("edtf", [None, "XXXX", "2021-05/2021-06", "0199-01-01", "9801-01-01"])
def test_what_is_no_plain_date_is_no_base(edtf):
    assert base_of(edtf) is None


@pytest.mark.parametrize(("edtf", "known"), [("0200-01-01", True), ("9800-01-01", True)])
def test_years_count_from_200_to_9800(edtf, known):
    assert (base_of(edtf) is not None) == known


@pytest.mark.parametrize(
    ("partial", "future", "year"),
    [
        (Partial(month=5, day=3), False, 2021),
        (Partial(month=11, day=3), False, 2020),
        (Partial(month=1, day=3), True, 2022),
        (Partial(month=11, day=3), True, 2021),
    ],
)
def test_news_looks_back_unless_it_looks_ahead(partial, future, year):
    assert with_year(partial, BASE, future).year == year


@pytest.mark.parametrize(
    ("count", "unit", "edtf"),
    [(-1, "day", "2021-05-03"), (2, "day", "2021-05-06"), (-1, "month", "2021-04"),
     (-3, "year", "2018")],
)  # fmt: skip
def test_moving_by_a_unit_is_as_exact_as_the_unit(count, unit, edtf):
    assert shifted(BASE.at, count, unit) == edtf


def test_the_thirtieth_of_february_is_no_date():
    assert not Partial(2021, 2, 30).valid
    assert Partial(2020, 2, 29).valid
