"""The author of a page: a person whom the page names as such, never the site or a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from variorum.read.content import person
from variorum.read.publication_dates import is_weekday, leading_date
from variorum.read.web.headline import bare
from variorum.read.web.pages import opening, page_words, words_of

__all__ = ["authors"]

_MARKED = re.compile(r"author(?!i)|byline|autor(?!i)|auteur|/profil/", re.IGNORECASE)


def _any(name: str) -> str:
    return "|".join(sorted(map(re.escape, page_words(name)), key=len, reverse=True))


_BY = re.compile(rf"^(?:(?:{_any('by')})(?!\w)[\s:]*)+", re.IGNORECASE)
_AND = re.compile(rf"\s*(?:[;,&/]|(?<!\w)(?:{_any('and')})(?!\w))\s*", re.IGNORECASE)
_BODY = re.compile(rf"(?<!\w)(?:{_any('bodies')})(?!\w)|www\.|://", re.IGNORECASE)
# What ends a name in a byline: a figure, a sign, or a word that leads on to a day.
_END = re.compile(r"\s*(?:[\d|•·@(\[:!?–—]|\s-\s|\s(?:on|am|le|el)(?=\s|$)).*", re.DOTALL)
_FIGURE = re.compile(r"\d")
_PARTICLES = frozenset(page_words("particles"))
_META = (
    "//meta[@name='author' or @property='article:author' or @name='parsely-author']/@content"
    " | //meta[@itemprop='author']/@content"
)
_LABEL = "//meta[@name='twitter:label1' or @name='twitter:label2']"
LONGEST = 40
MOST_WORDS = 6
OWN = 0.5
"""A name of which so much is that of the site is the site's."""


def authors(
    tree: Any, heading: Any | None, stated: Iterable[str], sites: Iterable[str], found: str | None
) -> str | None:
    """Return the names of the authors, joined by ';', or None where the page names nobody.

    Args:
        tree: the page.
        heading: the element of its heading.
        stated: whom its article states for machines.
        sites: what the site is called.
        found: who was found on the page, which may be a reader, a user or the paper.
    """
    known = {bare(site) for site in sites}
    shown = bare(" ".join(words_of(element) for element in opening(tree, heading)))
    seen = [found] if found and bare(found.split(";")[0]) in shown else []
    marked = [*_marked(tree, heading)]
    for given in ([*stated], *marked, _meta(tree), seen):
        names = [name for one in given for name in _names(one) if not _is_site(name, known)]
        # A single word is a name in a byline alone; elsewhere it is a login or half a body's name.
        full = [name for name in names if " " in name] or (names if given in marked else [])
        if full:
            return "; ".join(dict.fromkeys(full))
    return None


def _marked(tree: Any, heading: Any | None) -> Iterator[list[str]]:
    """Yield the words under the heading that are marked as a byline, or begin as one."""
    for element in opening(tree, heading):
        marks = (element.get(name, "") for name in ("class", "itemprop", "rel", "href"))
        pieces = [" ".join(piece.split()) for piece in element.itertext() if piece.strip()]
        told = _MARKED.search(" ".join(marks)) or (pieces and _BY.match(pieces[0]))
        if told and sum(map(len, pieces)) <= LONGEST * 4:
            # A single word beside a figure is a month, a day or a count.
            least = 2 if any(map(_FIGURE.search, pieces)) else 1
            yield from ([piece] for piece in pieces if len(piece.split()) >= least)


def _meta(tree: Any) -> list[str]:
    """Return the author in the head of a page; a single word there is a login."""
    given = [str(one) for one in tree.xpath(_META)]
    for label in tree.xpath(_LABEL):
        if _BY.match(label.get("content", "").strip()):
            data = label.get("name").replace("label", "data")
            given += tree.xpath(f"//meta[@name='{data}']/@content")
    return [one for one in given if " " in one.strip() and "://" not in one][:1]


def _names(words: str) -> Iterator[str]:
    """Yield the names of persons in the words of a byline."""
    for part in _AND.split(_BY.sub("", " ".join(words.split()), count=1)):
        name = person(_undated(_END.sub("", part)))
        if name and len(name) <= LONGEST and _is_name(name):
            yield name


def _is_name(name: str) -> bool:
    """Return whether every word is one of a name, and none that of a body."""
    words = name.split()
    if any(map(is_weekday, words)):
        return False
    named = all(not word[0].islower() or word in _PARTICLES for word in words)
    return named and name[0].isalpha() and len(words) <= MOST_WORDS and not _BODY.search(name)


def _undated(name: str) -> str:
    """Return a name without the month of a date that was cut after it; "" for a month alone."""
    before, _, last = name.rpartition(" ")
    dated = leading_date(f"{last} 1, 2000") if before.count(" ") or not before else None
    return before if dated else name


def _is_site(name: str, sites: set[str]) -> bool:
    """Return whether a name is that of the site, longer or shorter."""
    own = bare(name)
    return any(
        (site in own and len(site) >= OWN * len(own)) or (own in site and len(own) > len("news"))
        for site in sites
        if site
    )
