import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.read.publication_dates import edtf_date, leading_date


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2017-11-14", "2017-11-14"),
        ("2017-11-14T10:00:00Z", "2017-11-14"),
        ("2017-11-14 23:59:59+03:00", "2017-11-14"),
        ("2017-11", "2017-11"),
        ("2017", "2017"),
        ("2017/11/14", "2017-11-14"),
        ("20171114", "2017-11-14"),
        ("D:20171114093000+01'00'", "2017-11-14"),
        ("17 November 2017", "2017-11-17"),
        ("17th Nov. 2017", "2017-11-17"),
        ("November 17, 2017", "2017-11-17"),
        ("Fri, 17 Nov 2017 10:00:00 +0000", "2017-11-17"),
        ("Friday, November 17th, 2017", "2017-11-17"),
        ("November 2017", "2017-11"),
        ("17. November 2017", "2017-11-17"),
        ("1er août 2017", "2017-08-01"),
        ("17 de novembro de 2017", "2017-11-17"),
        ("17 Kasım 2017", "2017-11-17"),
        ("17 listopada 2017", "2017-11-17"),
        ("17 ноября 2017", "2017-11-17"),
        ("17 نوفمبر 2017", "2017-11-17"),
        ("17 Mei 2017", "2017-05-17"),
        ("14.11.2017", "2017-11-14"),
        ("14/11/2017", "2017-11-14"),
        ("11/14/2017", "2017-11-14"),
        ("5/5/2017", "2017-05-05"),
        ("2017-11-14/2017-11-16", "2017-11-14/2017-11-16"),
        ("2017-11~", "2017-11~"),
        ("03/04/2017", None),
        ("2017-13-40", None),
        ("31 June 2017", None),
        ("14/14/2017", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_stated_dates_become_edtf(stated: str | None, date: str | None) -> None:
    assert edtf_date(stated) == date


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_day_is_read_however_it_is_written(day: datetime.date) -> None:
    for shape in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y", "%Y%m%d", "%d.%m.%Y"):
        assert edtf_date(day.strftime(shape)) == day.isoformat()


@given(st.text())
def test_any_words_give_a_date_or_none(words: str) -> None:
    found = edtf_date(words)
    assert found is None or any(sign.isdigit() or sign in "XY" for sign in found)
    assert leading_date("no date " + words) is None
