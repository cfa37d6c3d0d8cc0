"""The day on which a count stood is an interval, and never the latest day for want of one."""

import pytest
from counts_told import report
from said import Event

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.whereabouts.count_days import LAST, bounds_of, dated


def days_of(*published):
    event = Event()
    for n, day in enumerate(published):
        event.said(f"Speaker {n}", str(n + 1), n + 1, n + 1, published=day)
    documents = {document.id: document for document in event.documents}
    told = dated(replies(event.claims, taxonomy.load()), documents)
    return [reply.variable.as_of for reply in told]


def test_a_day_is_that_of_all_who_count_on_it():
    one, other = days_of("2020-01-02", "2020-01-02")
    assert one == other
    assert bounds_of(one) == ("2020-01-02", "2020-01-02")


def test_a_month_is_of_one_report_alone():
    one, other = days_of("2020-01", "2020-01")
    assert one != other
    assert bounds_of(one) == bounds_of(other) == ("2020-01-01", "2020-01-31")


def test_a_report_without_a_date_is_of_no_day():
    (day,) = days_of(None)
    assert bounds_of(day) == ("", "")


@pytest.mark.parametrize(("late", "last"), [("2020-02-20", False), ("2020-03-20", True)])
def test_what_is_told_long_after_the_first_news_is_the_last_count(late, last):
    _, day = days_of("2020-01-02", late)
    assert (bounds_of(day)[0] == LAST) == last


@pytest.mark.parametrize(
    ("told", "open_above"),
    [
        ("{} people died so far.", True),
        ("{} people died, and others were hurt. The toll may rise, she said.", True),
        ("Earlier the ministry gave a toll of {} dead.", True),
        ("{} people died.", False),
        ("{} people died.\n\nPrices may rise, she said.", False),
    ],
)
def test_a_toll_of_before_or_of_this_hour_may_be_higher(told, open_above):
    document, claim = report(told.format(9), "9", "killed")
    (reply,) = dated(replies([claim], taxonomy.load()), {document.id: document})
    assert (reply.high is None) == open_above
