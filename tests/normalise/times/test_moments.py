"""What times mean: the nearest day of news, and as exact as its words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.language.calendar import Partial, base_of
from variorum.model import AnchorKind
from variorum.normalise.times import moments
from variorum.normalise.times.moments import Context

BASE = base_of("2021-05-04")
CONTEXT = Context(BASE, AnchorKind.DOCUMENT)


@given(st.integers(0, 6), st.dates(date(1900, 1, 8), date(2100, 1, 1)))
def test_a_weekday_is_the_last_or_the_next_within_a_week(weekday, day):
    last = moments.weekday_on(weekday, day, None, False)
    following = moments.weekday_on(weekday, day, None, True)
    assert last.weekday() == following.weekday() == weekday
    assert 0 <= (day - last).days < 7
    assert 0 <= (following - day).days <= 7


@pytest.mark.parametrize(
    ("partial", "edtf"),
    [(Partial(month=5, day=3), "2021-05-03"), (Partial(month=11, day=3), "2020-11-03")],
)
def test_a_day_without_a_year_is_of_the_year_that_news_means(partial, edtf):
    assert moments.day_of(partial, CONTEXT).edtf == edtf


def test_days_of_a_month_are_an_interval():
    found = moments.days_of(Partial(month=5, day=1), 3, CONTEXT)
    assert found.edtf == "2021-05-01/2021-05-03"
    assert moments.between(date(2021, 5, 1), date(2021, 5, 3), CONTEXT, BASE).edtf == found.edtf


def test_a_length_of_time_has_no_place_in_the_calendar():
    found = moments.undated("DURATION", "P3D")
    assert (found.edtf, found.base) == (None, None)


def test_a_year_that_is_told_is_not_the_documents():
    found = moments.dated("2016-05-03", CONTEXT)
    assert (found.edtf, found.base) == ("2016-05-03", None)
