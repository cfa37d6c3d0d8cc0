"""EDTF, the standard for dates that are known in part: the days that a value covers.

The grammar is that of ISO 8601-2:2019, read by the edtf package, which is asked here only.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import io
import time
from typing import Any

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

__all__ = ["days", "ends", "is_edtf", "one_day"]


def is_edtf(text: str) -> bool:
    """Return whether `text` is a value of EDTF."""
    return _parsed(text) is not None


@functools.lru_cache(maxsize=4096)
def days(edtf: str | None) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and the last day of an EDTF value; None where it is open or unreadable."""
    if not edtf or ".." in edtf:
        return None
    value = _parsed(edtf)
    try:
        first, last = _date(value.lower_strict()), _date(value.upper_strict())
    except (ValueError, TypeError, OverflowError, AttributeError):
        return None
    return (first, last) if first and last and first <= last else None


def one_day(edtf: str | None) -> datetime.date | None:
    """Return the day of an EDTF value that is one day, else None."""
    told = days(edtf)
    return told[0] if told and told[0] == told[1] else None


def ends(edtf: str | None) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the first and the last day of an EDTF value; None for an end that is open."""
    first, _, last = (edtf or "").partition("/")
    if ".." not in {first, last}:
        return days(edtf) or (None, None)
    one, two = days(first), days(last)
    return one and one[0], two and two[1]


def _parsed(text: str) -> Any:
    """Return what the package reads, and let it print nothing; None for what is no date."""
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            return parse_edtf(text)
        except (EDTFParseException, ValueError, OverflowError, AttributeError):
            return None


def _date(moment: time.struct_time) -> datetime.date | None:
    if not datetime.MINYEAR <= moment[0] <= datetime.MAXYEAR:
        return None
    return datetime.date(*moment[:3])
