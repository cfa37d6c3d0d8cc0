"""Which parts of a web page are the report's own: its opening, its author, its day, its scripts."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from variorum.read.publication_dates import day_in, edtf_date, leading_date
from variorum.yaml_files import yaml_file

__all__ = [
    "day_shown",
    "is_own",
    "opening",
    "own_text",
    "page_words",
    "unread_scripts",
    "without_comments",
    "words_of",
]

LONG = 60
"""A paragraph with this many characters is one of the report, and no label, menu or caption."""
NEAR = 80
"""So many characters over the heading may hold the day."""
_PARTS: dict[str, list[str]] = yaml_file(__package__, "page_parts.yaml")
PAGE_PARTS, HOLDERS = tuple(_PARTS["page_parts"]), tuple(_PARTS["holders"])
# What the parts of a page that hold its readers' words are named, in the languages read.
_COMMENTS = re.compile(
    r"(?:^|\s)coms?(?=\s|$)|(?:^|[\s_-])(?:comment-?(?:s|list|area|section)?|kommentar(?:e|er)?"
    r"|comentarios?|comentários|commentaires?|komentar(?:ze)?|yorumlar|disqus\w*|replies|respond"
    r"|reactions|discussion|lesermeinungen|guestbook|talkback)(?=$|[\s_-])",
    re.IGNORECASE,
)
_STRING = re.compile(r'"((?:[^"\\]|\\.){60,4000})"')
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def page_words(name: str) -> list[str]:
    """Return the words of the languages read that pages use for something, such as "by"."""
    return _PARTS[name]


def without_comments(tree: Any) -> Any:
    """Return the page without what its readers wrote below the report; `tree` is changed."""
    first = _first_paragraph(tree, next(tree.iter("h1"), None))
    if first is None:
        return tree
    above = {first, *first.iterancestors()}
    begun = False
    for element in list(tree.iter()):
        begun = begun or element is first
        if begun and element not in above and element.tag in HOLDERS and _is_comments(element):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
    return tree


def _is_comments(element: Any) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return _COMMENTS.search(names) is not None


def _first_paragraph(tree: Any, heading: Any | None) -> Any | None:
    """Return the first long paragraph behind the heading of a page."""
    begun = heading is None
    for element in tree.iter():
        begun = begun or element is heading
        if begun and element.tag == "p" and len(words_of(element)) >= LONG and is_own(element):
            return element
    return None


def words_of(element: Any) -> str:
    """Return the words of an element in one line."""
    return " ".join("".join(element.itertext()).split())


def is_own(element: Any) -> bool:
    """Return whether an element is part of the report, and not of a menu or a form."""
    return not any(above.tag in PAGE_PARTS for above in (element, *element.iterancestors()))


def opening(tree: Any, heading: Any | None) -> Iterator[Any]:
    """Yield what stands between the heading of a page and its first long paragraph."""
    first = _first_paragraph(tree, heading)
    if heading is None or first is None:
        return
    begun = False
    for element in tree.iter():
        if element is first:
            return
        if begun and isinstance(element.tag, str) and is_own(element):
            yield element
        begun = begun or element is heading


def own_text(tree: Any) -> str:
    """Return what a reader sees of a page from its heading on, with the days it is marked by."""
    heading = next(tree.iter("h1"), None)
    parts, begun = [], heading is None
    for element in tree.iter():
        begun = begun or element is heading
        if begun and isinstance(element.tag, str) and is_own(element):
            parts += [element.text or "", element.get("datetime", "")]
        parts.append((element.tail or "") if begun else "")
    return " ".join(part for part in parts if part.strip())


def day_shown(tree: Any, heading: Any | None, stated: str | None) -> str | None:
    """Return the day that a page shows under its heading, or just over it; None for none.

    Where the page states a time that is further from it than the time zones are, it is another day.
    """
    day = next(chain(_days(tree, heading), _days_over(heading)), None)
    known = edtf_date(stated)
    if day is None or known is None:
        return day
    return day if _apart(day, known) <= 1 else None


def _days(tree: Any, heading: Any | None) -> Iterator[str]:
    """Yield the days between the heading and the first paragraph, in order."""
    for element in opening(tree, heading):
        told = (element.text or "", element.tail or "", element.get("datetime", ""))
        yield from (day for words in told if (day := day_in(words)) is not None)


def _days_over(heading: Any | None) -> Iterator[str]:
    """Yield the day that stands by itself in the last words over the heading."""
    room = NEAR
    for element in heading.xpath("preceding::*")[::-1] if heading is not None else ():
        if not isinstance(element.tag, str) or not is_own(element):
            continue
        words = (element.text or "").strip()
        marked = element.tag == "time" or "date" in element.get("class", "").lower()
        day = day_in(words) if marked else leading_date(words)
        if day and _DAY.fullmatch(day) and len(words) <= NEAR / 2:
            yield day
        room -= len(words) + len((element.tail or "").strip())
        if room < 0:
            return


def _apart(one: str, other: str) -> int:
    """Return how many days two dates are apart; many where one is no day."""
    if not (_DAY.fullmatch(one) and _DAY.fullmatch(other)):
        return datetime.date.max.day
    return abs((datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)).days)


def unread_scripts(tree: Any, text: str) -> Iterator[str]:
    """Yield a remark where the scripts of a page hold more words than were read from it."""
    strings = (
        match for script in tree.iter("script") for match in _STRING.findall(script.text or "")
    )
    sentences = [_decoded(raw) for raw in strings if raw.count(" ") > LONG // 8 and "<" not in raw]
    unread = [words for words in sentences if words not in text]
    if sum(map(len, unread)) > len(text) // 2:
        yield (
            f"A script on this page holds text that was not read, such as {unread[0][:60]!r}; open"
            " the page in a browser, and save its text or print it to PDF."
        )


def _decoded(raw: str) -> str:
    try:
        return str(json.loads(f'"{raw}"'))
    except ValueError:
        return raw
