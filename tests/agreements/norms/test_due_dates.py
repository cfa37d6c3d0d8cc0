"""Days that lie so much later than another."""

from __future__ import annotations

import pytest

from variorum.agreements.norms.due_dates import later


@pytest.mark.parametrize(
    ("since", "long", "day"),
    [
        ("2008-06-19", "six months", "2008-12-19"),
        ("2021-01-31", "one month", "2021-02-28"),
        ("2020-02-29", "a year", "2021-02-28"),
        ("2021-12-30", "5 days", "2022-01-04"),
        ("2021-05-01", "24 hours", "2021-05-02"),
        ("2021-05-01", "two-week", "2021-05-15"),
    ],
)
def test_so_much_later_is_counted_by_the_calendar(since, long, day):
    assert later(since, long) == day


@pytest.mark.parametrize(("since", "long"), [("2021", "some days"), ("2021-05-01", "a while")])
def test_what_is_no_number_of_days_gives_none(since, long):
    assert later(since, long) is None
