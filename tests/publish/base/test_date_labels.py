from __future__ import annotations

import datetime

import pytest

from variorum.edtf import days as bounds
from variorum.publish.base.date_labels import date_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2017-10-14", "14 October 2017"),
        ("2017-10", "October 2017"),
        ("2017", "2017"),
        ("2017-10-14~", "about 14 October 2017"),
        ("2017-10?", "perhaps October 2017"),
        ("2017-10-12/2017-10-14", "12 October 2017 to 14 October 2017"),
        ("../2017-10", "by October 2017"),
        ("2017-10/..", "from October 2017"),
        ("2017-10-14T09:30:00", "14 October 2017, 09:30"),
        ("201X", "201X"),
        (None, "undated"),
        ("", "undated"),
        ("rubbish", "rubbish"),
    ],
)
def test_dates_in_words(edtf: str | None, words: str) -> None:
    assert date_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2017-10-14", "2017-10-14", "2017-10-14"),
        ("2017-02", "2017-02-01", "2017-02-28"),
        ("2017-10-12/2017-10-14", "2017-10-12", "2017-10-14"),
    ],
)
def test_first_and_last_day(edtf: str, first: str, last: str) -> None:
    wanted = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    assert bounds(edtf) == wanted


@pytest.mark.parametrize("edtf", [None, "", "rubbish", "2017-10/..", "../2017"])
def test_open_and_unreadable_dates_have_no_days(edtf: str | None) -> None:
    assert bounds(edtf) is None
