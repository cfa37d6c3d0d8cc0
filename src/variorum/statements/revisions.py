"""The words by which an answer is told to be an earlier one, a later one, corrected or partial."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from variorum.yaml_files import yaml_file

__all__ = [
    "AMONG",
    "AREA",
    "BODIES",
    "CAMPAIGN",
    "CONFIRMED",
    "EARLIER",
    "EXPECTED",
    "FIRST",
    "JOINING",
    "KIN",
    "OF_SOME",
    "OTHERS",
    "PARTIAL",
    "PLANNED",
    "SEVERAL",
    "SOURCE",
    "THE_EVENT",
    "TOLL",
    "TOWARD",
    "TO_BE",
    "UNCONFIRMED",
    "is_marked",
    "marks_in",
]

EARLIER = "earlier"
CONFIRMED = "confirmed"
EXPECTED = "expected"
FIRST = "first"
PARTIAL = "partial"
BODIES = "bodies"
SEVERAL = "several"
SOURCE = "source"
AMONG = "among"
CAMPAIGN = "campaign"
OTHERS = "others"
KIN = "kin"
OF_SOME = "of_some"
PLANNED = "planned"
TO_BE = "to_be"
THE_EVENT = "the_event"
TOLL = "toll"
TOWARD = "toward"
AREA = "area"
JOINING = "joining"
UNCONFIRMED = "unconfirmed"


def marks_in(text: str) -> frozenset[str]:
    """Return the rows of `revisions.yaml` of which the text holds a word."""
    return frozenset(name for name, pattern in _marks().items() if pattern.search(text))


def is_marked(text: str, name: str) -> bool:
    """Return whether the text holds a word of one row."""
    return _marks()[name].search(text) is not None


@functools.cache
def _marks() -> Mapping[str, re.Pattern[str]]:
    rows: dict[str, list[str]] = yaml_file(__package__, "revisions.yaml")
    return {
        name: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
        for name, words in rows.items()
    }
