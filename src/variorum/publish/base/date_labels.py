"""EDTF dates as words and as first and last day, for lists and time axes."""

import calendar
import re

MONTHS = tuple(calendar.month_name)[1:]
_DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_CLOCK = re.compile(r"T(\d\d:\d\d)(?::\d\d)?")


def _plain_words(edtf: str) -> str | None:
    match = _DAY.fullmatch(edtf)
    if match is None or not 1 <= int(match[2]) <= len(MONTHS):
        return edtf if re.fullmatch(r"\d{4}", edtf) else None
    month = f"{MONTHS[int(match[2]) - 1]} {match[1]}"
    return f"{int(match[3])} {month}" if match[3] else month


def date_words(edtf: str | None) -> str:
    """Return an EDTF date as people write it: "14 October 2017", "about May 2016", "by 2019".

    What has no short wording is returned as it is; None is "undated".
    """
    if not edtf:
        return "undated"
    start, slash, end = edtf.partition("/")
    if slash and start in ("", ".."):
        return f"by {date_words(end)}" if end not in ("", "..") else "undated"
    if slash and end in ("", ".."):
        return f"from {date_words(start)}"
    if slash:
        return f"{date_words(start)} to {date_words(end)}"
    clock = _CLOCK.search(edtf)
    day = edtf[: clock.start()] if clock else edtf
    words = _plain_words(day.rstrip("?~%"))
    if words is None:
        return edtf
    doubt = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}.get(day[-1], "")
    return f"{doubt}{words}{f', {clock[1]}' if clock else ''}"
