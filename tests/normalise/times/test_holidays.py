from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.normalise.times.holidays import (
    EASTER,
    FIXED,
    LUNAR,
    NTH,
    feast_in,
    hijri_date,
    hijri_month,
)

NAMES = sorted({*FIXED, *EASTER, *NTH, *LUNAR, "orthodox_easter", "lent"})


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("easter", 2000, "2000-04-23", "2000-04-23"),
        ("easter", 1981, "1981-04-19", "1981-04-19"),
        ("easter", 1954, "1954-04-18", "1954-04-18"),
        ("easter", 2038, "2038-04-25", "2038-04-25"),
        ("orthodox_easter", 2024, "2024-05-05", "2024-05-05"),
        ("orthodox_easter", 2017, "2017-04-16", "2017-04-16"),
        ("good_friday", 2024, "2024-03-29", "2024-03-29"),
        ("lent", 2024, "2024-02-14", "2024-03-30"),
        ("thanksgiving", 2023, "2023-11-23", "2023-11-23"),
        ("memorial_day", 2024, "2024-05-27", "2024-05-27"),
        ("election_day", 2022, "2022-11-08", "2022-11-08"),
        ("ramadan", 2017, "2017-05-27", "2017-06-24"),
        ("eid_fitr", 2019, "2019-06-04", "2019-06-04"),
        ("christmas", 1, "0001-12-25", "0001-12-25"),
    ],
)
def test_feast_falls_on_its_day(name: str, year: int, first: str, last: str) -> None:
    assert feast_in(name, year) == (date.fromisoformat(first), date.fromisoformat(last))


def test_moon_feast_beyond_the_tables_is_unknown() -> None:
    assert feast_in("ramadan", 1850) is None
    assert hijri_date(1200, 9, 1) is None


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("Rabi al Awwal", 3),
        ("Rabi al Thani", 4),
        ("Jumada al Ula", 5),
        ("Jumada II", 6),
        ("Dhul Qadah", 11),
        ("Dhu al Hijja", 12),
        ("Zul Hijjah", 12),
        ("Ramazan", 9),
    ],
)
def test_islamic_months_in_their_spellings(words: str, month: int) -> None:
    assert hijri_month(words.split()) == month


def test_islamic_month_has_no_thirty_first_day() -> None:
    assert hijri_date(1439, 1, 31) is None


@given(st.sampled_from(NAMES), st.integers(1, 9998))
def test_feast_begins_in_its_year_and_ends_after(name: str, year: int) -> None:
    found = feast_in(name, year)
    if found is not None:
        assert found[0].year == year
        assert found[0] <= found[1]
