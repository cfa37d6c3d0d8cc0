"""The title of a page: the heading that its readers see, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from variorum.read.web.page_metadata import first
from variorum.read.web.pages import is_own, words_of

__all__ = ["bare", "headline"]

_STATED = (
    "//meta[@property='og:title' or @name='og:title']/@content",
    "//meta[@name='twitter:title' or @property='twitter:title']/@content",
    "//title/text()",
)
_BETWEEN = re.compile(r"\s+[|·•–—:»«│-]+\s+|\s*[|│»]\s*|\s*::\s*")
# So much of a heading's and of a stated title's words are the same where one is told by the other.
SHARED = 0.5


def bare(words: str) -> str:
    """Return the letters and digits of some words, in small letters."""
    return "".join(char for char in words.casefold() if char.isalnum())


def headline(tree: Any, told: str, sites: Iterable[str]) -> tuple[Any | None, str | None]:
    """Return the element of the heading, and the title; None where the page has none.

    Args:
        tree: the page.
        told: the headline that its article states for machines.
        sites: what the site is called, which is no title and no part of one.
    """
    known = {bare(site) for site in sites}
    stated = [told, *(first(tree, path) or "" for path in _STATED)]
    titles = [title for title in (_without(one, known) for one in stated) if title]
    headings = [one for one in tree.iter("h1", "h2") if is_own(one) and bare(words_of(one))]
    seen = [one for one in headings if bare(words_of(one)) not in known]
    for title in titles:
        best = max(seen, key=partial(_share, title), default=None)
        if best is not None and _share(title, best) >= SHARED:
            return best, words_of(best)
    heading = next((one for one in seen if one.tag == "h1"), None)
    if titles:
        return heading, titles[0]
    return heading, words_of(heading) if heading is not None else None


def _without(title: str, sites: set[str]) -> str:
    """Return a title without the names of the site before and behind it."""
    title = " ".join(title.split())
    for _ in range(len(title)):
        marks = list(_BETWEEN.finditer(title))
        if marks and bare(title[marks[-1].end() :]) in sites:
            title = title[: marks[-1].start()]
        elif marks and bare(title[: marks[0].start()]) in sites:
            title = title[marks[0].end() :]
        else:
            break
    return title


def _share(title: str, element: Any) -> float:
    """Return what a title and a heading share of their words; all, where one ends the other."""
    heading = words_of(element)
    one, other = bare(heading), bare(title)
    if len(one) > len(other) / 4 and (other.startswith(one) or other.endswith(one)):
        return 1.0
    mine, theirs = ({bare(word) for word in text.split()} - {""} for text in (heading, title))
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0
