"""The solar Hijri calendar: known days, and that its years follow each other without a gap."""

import itertools
from datetime import date, timedelta

import pytest

from variorum.model import Document
from variorum.normalise.times import solar_hijri as solar
from variorum.normalise.times.dates import dates


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1382, 10, 5), date(2003, 12, 26)),
        ((1404, 1, 1), date(2025, 3, 21)),
    ],
)
def test_days_that_are_known(at: tuple[int, int, int], day: date) -> None:
    assert solar.days_of(*at) == (day, day)


def test_every_year_begins_the_day_after_the_last() -> None:
    whole = [days for year in solar.YEARS if (days := solar.days_of(year))]
    assert len(whole) == len(solar.YEARS)
    assert all(a[1] + timedelta(days=1) == b[0] for a, b in itertools.pairwise(whole))
    assert {(last - first).days + 1 for first, last in whole} == {365, 366}


@pytest.mark.parametrize("at", [(1400, 12, 30), (1400, 13, 1), (1299, 1, 1), (1400, 7, 31)])
def test_days_that_there_are_not(at: tuple[int, int, int]) -> None:
    assert solar.days_of(*at) is None


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("در ۲۵ آبان بازداشت شد", ["2021-11-16"]),
        ("در ۲۵ آذر بازداشت شد", ["2020-12-15"]),
        ("در اواخر خرداد ۱۴۰۰", ["2021-06-11/2021-06-21"]),
        ("در سال ۱۳۹۸", ["2019-03-21/2020-03-19"]),
        ("اوایل سال ۱۴۰۰", ["2021-03-21/2021-07-22"]),
        ("در ۳۱ مهر ۱۴۰۰", []),
    ],
)
def test_solar_dates_are_read(words: str, edtf: list[str]) -> None:
    document = Document.from_text(words, language="fa", published="2021-11-23")
    assert [when.edtf for when in dates(document)] == edtf
