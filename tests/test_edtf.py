"""The days of a date: plain ones are told at once, and as the grammar tells them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.edtf import _bounds, _parsed, days, ends, is_edtf, one_day

PLAIN = st.one_of(
    st.dates(datetime.date(1000, 1, 1)).map(str),
    st.dates(datetime.date(1000, 1, 1)).map(lambda day: str(day)[:7]),
    st.integers(1000, 9999).map(str),
)


@given(PLAIN)
def test_a_plain_date_is_told_as_the_grammar_tells_it(date: str) -> None:
    assert days(date) == _bounds(_parsed(date))


@given(PLAIN, PLAIN)
def test_so_is_an_interval_of_two(first: str, last: str) -> None:
    assert days(f"{first}/{last}") == _bounds(_parsed(f"{first}/{last}"))


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2017-02", ("2017-02-01", "2017-02-28")),
        ("2016/2017-03", ("2016-01-01", "2017-03-31")),
        ("2017-10-14~", ("2017-10-14", "2017-10-14")),
        ("2017-13", None),
        ("2017-02-30", None),
        ("2017-03/2017-02", None),
        ("../2017", None),
        ("2017/2018/2019", None),
        ("yesterday", None),
        ("XXXX-10-03", None),
        ("201X", ("2010-01-01", "2019-12-31")),
        (None, None),
    ],
)
def test_the_days_of_a_date(date: str | None, told: tuple[str, str] | None) -> None:
    found = days(date)
    assert (found and tuple(map(str, found))) == told


def test_a_day_an_open_end_and_what_is_no_date() -> None:
    assert one_day("2017-10-14") == datetime.date(2017, 10, 14)
    assert one_day("2017-10") is None
    assert ends("../2017-10") == (None, datetime.date(2017, 10, 31))
    assert is_edtf("2017-21")
    assert not is_edtf("soon")
