from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.normalise.times.timeml import duration, edtf_of, week_value, window


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2017", "2017"),
        ("2017-10", "2017-10"),
        ("XXXX-10-12", "XXXX-10-12"),
        ("2017-10-14TNI", "2017-10-14"),
        ("2017-10-14T15:30", "2017-10-14"),
        ("2017-W01", "2017-01-02/2017-01-08"),
        ("2017-W42-WE", "2017-10-21/2017-10-22"),
        ("2017-W60", None),
        ("2017-Q4", "2017-10/2017-12"),
        ("2017-H1", "2017-01/2017-06"),
        ("2017-SU", "2017-22"),
        ("199", "199X"),
        ("18", "18XX"),
        ("PRESENT_REF", None),
        ("P3D", None),
        ("XXXX-WXX-5", None),
    ],
)
def test_edtf_of_a_timeml_value(value: str, edtf: str | None) -> None:
    assert edtf_of(value) == edtf


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (3, "D", "P3D"),
        (2.5, "Y", "P2Y6M"),
        (0.5, "H", "PT30M"),
        (1.5, "N", "PT1M30S"),
        (1.5, "D", "P1DT12H"),
        (2.5, "M", "P2.5M"),
        (None, "W", "PXW"),
        (None, "H", "PTXH"),
        (2, "E", "P20Y"),
        (None, "E", "PXE"),
        (1, "F", "P2W"),
    ],
)
def test_lengths_of_time(count: float | None, unit: str, value: str) -> None:
    assert duration(count, unit) == value


@pytest.mark.parametrize(
    ("count", "unit", "edtf"),
    [
        (-3, "M", "2020-11-28/2021-02-28"),
        (1, "D", "2021-02-28/2021-03-01"),
        (-24, "H", "2021-02-27/2021-02-28"),
        (-90, "N", "2021-02-27/2021-02-28"),
        (2, "F", "2021-02-28/2021-03-28"),
        (-1, "E", "2011-02-28/2021-02-28"),
        (-9000, "Y", None),
        (10**9, "D", None),
    ],
)
def test_window_from_a_day(count: float, unit: str, edtf: str | None) -> None:
    assert window(date(2021, 2, 28), count, unit) == edtf


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)))
def test_week_of_a_day_holds_it(day: date) -> None:
    first, _, last = (edtf_of(week_value(day)) or "").partition("/")
    assert date.fromisoformat(first) <= day <= date.fromisoformat(last)
