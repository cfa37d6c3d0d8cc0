"""Which words of a text name times, for those who must leave them alone."""

from __future__ import annotations

from variorum.normalise.times.time_mentions import UNCOUNTED, Mention
from variorum.normalise.times.time_mentions import find as find_all

__all__ = ["find"]


def find(text: str, language: str = "en") -> list[Mention]:
    """Return the mentions of dates and hours in order; lengths of time are left to measures."""
    return [mention for mention in find_all(text, language) if mention.form not in UNCOUNTED]
