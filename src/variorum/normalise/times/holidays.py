"""The days of feasts that news dates things by: fixed, counted from Easter, or by the moon.

Easter is computed by dateutil; Islamic feasts by the Umm al-Qura calendar (hijridate), which may
differ by a day from what a country saw.
"""

import functools
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, easter
from dateutil.relativedelta import relativedelta, weekday
from hijridate import Gregorian, Hijri

from variorum.yaml_files import yaml_file

Days = tuple[date, date]
FEASTS: dict[str, dict[str, list[int]]] = yaml_file(__package__, "data", "feasts.yaml")
# The years of the Umm al-Qura tables that hijridate has, and the Gregorian years within them.
FIRST_HIJRI, LAST_HIJRI = 1343, 1500
FIRST_YEAR, LAST_YEAR = 1925, 2076


def feast_in(name: str, year: int) -> Days | None:
    """Return the first and last day of a feast that begins in the Gregorian `year`.

    None where no calendar tells them, as for Islamic feasts before 1925.

    Raises:
        KeyError: when `feasts.yaml` has no such feast.
    """
    if name in FEASTS["easter"]:
        first, last = FEASTS["easter"][name]
        return easter(year) + timedelta(days=first), easter(year) + timedelta(days=last)
    if name in FEASTS["islamic"]:
        return _islamic(name, year)
    if name in FEASTS["fixed"]:
        day = date(year, *FEASTS["fixed"][name])
    elif name in FEASTS["weekday"]:
        month, of_week, which, more = FEASTS["weekday"][name]
        start = date(year, month, 31 if which < 0 else 1)
        day = start + relativedelta(weekday=weekday(of_week, which)) + timedelta(days=more)
    else:
        day = {"orthodox_easter": easter(year, EASTER_ORTHODOX)}[name]
    return day, day


def hijri_date(year: int, month: int, day: int | None) -> Days | None:
    """Return the Gregorian first and last day of an Islamic date; None outside the tables."""
    if not FIRST_HIJRI <= year < LAST_HIJRI:
        return None
    length = Hijri(year, month, 1).month_length()
    if day is not None and day > length:
        return None
    first = Hijri(year, month, day or 1).to_gregorian()
    last = Hijri(year, month, day or length).to_gregorian()
    return date(*first.datetuple()), date(*last.datetuple())


@functools.lru_cache(maxsize=512)
def _islamic(name: str, year: int) -> Days | None:
    month, day = (*FEASTS["islamic"][name], None)[:2]
    if month is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    first = Gregorian(year, 1, 1).to_hijri().year
    found = (hijri_date(hijri, month, day) for hijri in (first, first + 1))
    return next((days for days in found if days and days[0].year == year), None)
