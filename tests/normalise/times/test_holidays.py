from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model import Document
from variorum.normalise.times.dates import dates
from variorum.normalise.times.holidays import FEASTS, feast_in, hijri_date

NAMES = sorted({name for names in FEASTS.values() for name in names} | {"orthodox_easter"})


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
    ("words", "first_day"),
    [
        ("Rabi al-Awwal", "2017-11-19"),
        ("Rabi al-Thani", "2017-12-19"),
        ("Jumada al Ula", "2018-01-18"),
        ("Jumada II", "2018-02-17"),
        ("Sha’ban", "2018-04-17"),
        ("Dhul Qadah", "2018-07-14"),
        ("Dhu al-Hijja", "2018-08-12"),
        ("Zul Hijjah", "2018-08-12"),
        ("Ramazan", "2018-05-16"),
    ],
)
def test_islamic_months_in_their_spellings(words: str, first_day: str) -> None:
    document = Document.from_text(f"He died on 1 {words} 1439 AH.", published="2020-01-01")
    assert [when.edtf for when in dates(document)] == [first_day]


def test_islamic_month_has_no_thirty_first_day() -> None:
    assert hijri_date(1439, 1, 31) is None


@given(st.sampled_from(NAMES), st.integers(1, 9998))
def test_feast_begins_in_its_year_and_ends_after(name: str, year: int) -> None:
    found = feast_in(name, year)
    if found is not None:
        assert found[0].year == year
        assert found[0] <= found[1]
