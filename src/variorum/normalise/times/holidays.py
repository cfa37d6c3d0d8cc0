"""The days of feasts that news dates things by: fixed, counted from Easter, or by the moon.

Easter by the Gregorian computus of Meeus, Jones and Butcher, and the Julian one of Meeus; Islamic
feasts by the Umm al-Qura calendar (hijridate), which may differ by a day from what a country saw.
"""

from __future__ import annotations

import functools
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

__all__ = ["feast_in", "hijri_date", "hijri_month"]

FIXED = {
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "boxing_day": (12, 26),
    "new_year": (1, 1),
    "new_year_eve": (12, 31),
    "orthodox_christmas": (1, 7),
    "valentine": (2, 14),
    "may_day": (5, 1),
    "bastille": (7, 14),
    "armistice": (11, 11),
    "victory": (5, 9),
    "women": (3, 8),
    "epiphany": (1, 6),
    "july_fourth": (7, 4),
    "halloween": (10, 31),
    "all_saints": (11, 1),
    "juneteenth": (6, 19),
    "nowruz": (3, 21),
}
EASTER = {
    "ash_wednesday": -46,
    "palm_sunday": -7,
    "maundy_thursday": -3,
    "good_friday": -2,
    "holy_saturday": -1,
    "easter": 0,
    "easter_monday": 1,
    "ascension": 39,
    "pentecost": 49,
}
# Month, weekday (Monday is 0) and which of them; -1 is the last, and days added to it.
NTH = {
    "thanksgiving": (11, 3, 4, 0),
    "labor_day": (9, 0, 1, 0),
    "memorial_day": (5, 0, -1, 0),
    "king_day": (1, 0, 3, 0),
    "presidents_day": (2, 0, 3, 0),
    "columbus_day": (10, 0, 2, 0),
    "election_day": (11, 0, 1, 1),
}
# Month and day of the Islamic year, and how many days the feast lasts; 0 is the whole month.
LUNAR = {
    "ramadan": (9, 1, 0),
    "eid_fitr": (10, 1, 1),
    "eid_adha": (12, 10, 1),
    "ashura": (1, 10, 1),
    "arbaeen": (2, 20, 1),
    "mawlid": (3, 12, 1),
    "hijri_new_year": (1, 1, 1),
    "qadr": (9, 27, 1),
}
# The years of the Umm al-Qura tables that hijridate has.
FIRST_HIJRI, LAST_HIJRI = 1343, 1500
MONTHS = {
    "muharram": 1,
    "safar": 2,
    "rajab": 7,
    "shaban": 8,
    "sha'ban": 8,
    "sha’ban": 8,
    "ramadan": 9,
    "ramazan": 9,
    "shawwal": 10,
    "shawal": 10,
}
SECOND = frozenset({"thani", "akhir", "akhira", "ii"})


def feast_in(name: str, year: int) -> tuple[date, date] | None:
    """Return the first and last day of a feast that begins in the Gregorian `year`."""
    if name in FIXED:
        day = date(year, *FIXED[name])
    elif name in EASTER:
        day = _easter(year) + timedelta(days=EASTER[name])
    elif name == "orthodox_easter":
        day = _orthodox_easter(year)
    elif name == "lent":
        return _easter(year) - timedelta(days=46), _easter(year) - timedelta(days=1)
    elif name in NTH:
        day = _nth(year, *NTH[name])
    else:
        return _lunar(name, year)
    return day, day


def hijri_month(words: list[str]) -> int | None:
    """Return the number of the Islamic month that the words name, however transliterated."""
    name, rest = words[0].lower(), {word.lower() for word in words[1:]}
    if name in MONTHS:
        return MONTHS[name]
    if name.startswith(("dhu", "zul")):
        return 12 if any("hijja" in word for word in rest) else 11
    return {"rabi": 3, "jumada": 5}[name] + bool(rest & SECOND)


def hijri_date(year: int, month: int, day: int | None) -> tuple[date, date] | None:
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
def _lunar(name: str, year: int) -> tuple[date, date] | None:
    month, day, length = LUNAR[name]
    if not 1925 <= year <= 2076:
        return None
    first = Gregorian(year, 1, 1).to_hijri().year
    for hijri in (first, first + 1):
        found = hijri_date(hijri, month, day if length else None)
        if found and found[0].year == year:
            return found
    return None


def _nth(year: int, month: int, weekday: int, which: int, more: int) -> date:
    if which < 0:
        last = date(year, month, 31)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1) + more)


def _easter(year: int) -> date:
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    shift = moon - weekday
    month = 3 + (shift + 40) // 44
    return date(year, month, shift + 28 - 31 * (month // 4))


def _orthodox_easter(year: int) -> date:
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=behind)
