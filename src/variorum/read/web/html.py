"""Web pages: the main text by trafilatura, and what the page states about itself."""

from __future__ import annotations

import copy
import re
from typing import Any

import trafilatura
from htmldate import find_date

from variorum.read.content import Content, Source, joined
from variorum.read.encoding import decode
from variorum.read.language import stated_or_detected
from variorum.read.publication_dates import edtf_date
from variorum.read.web.byline import authors
from variorum.read.web.headline import headline
from variorum.read.web.page_metadata import article, first, people, site_names
from variorum.read.web.pages import day_shown, own_text, unread_scripts, without_comments

__all__ = ["main_text", "read"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_HEAD_BYTES = 4096
# Where pages state the day they were published, in the order they are to be believed. What a page
# says it was last modified on is not that day.
_STATED_DATE = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@property='article:published' or @property='og:article:published_time']/@content",
    "//*[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='citation_publication_date' or @name='DC.date.issued']/@content",
    "//meta[@name='dcterms.issued' or @name='parsely-pub-date']/@content",
    "//meta[@name='pubdate' or @name='publish-date' or @name='date']/@content",
    "//time[@pubdate]/@datetime",
)
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')


def read(source: Source) -> Content:
    """Return the main text of a page, its blocks a blank line apart, and its metadata.

    Menus, comments and scripts are left out by trafilatura (Barbaresi 2021). The date is the one
    the page states, never one guessed from its surroundings; None where it states none.

    Raises:
        UnreadableDocument: when no words are found on the page.
    """
    in_page = _CHARSET.search(source.data[:_HEAD_BYTES])
    page = decode(source.data, source.charset or (in_page and in_page[1].decode("ascii")))
    source.check_length(len(page) // 10)
    tree = trafilatura.load_html(page)
    text = _main(without_comments(copy.deepcopy(tree))) if tree is not None else ""
    if tree is None or not text:
        raise source.unreadable(
            "No words are found on this page, which its scripts may fetch when it is opened; open"
            " it in a browser, and save its text or print it to PDF."
        )
    stated, told = trafilatura.extract_metadata(tree), article(tree)
    sites = [*site_names(tree, told), stated.sitename or ""]
    heading, title = headline(tree, str(told.get("headline") or ""), sites)
    return Content(
        text=text,
        title=title,
        publisher=stated.sitename,
        author=authors(tree, heading, people(told), sites, stated.author),
        url=stated.url,
        published=_published(tree, heading, told, page),
        language=stated_or_detected(first(tree, "//html/@lang"), text),
        remarks=tuple(unread_scripts(tree, text)),
    )


def main_text(page: str) -> str:
    """Return the words of the page's article, its blocks a blank line apart; "" if none."""
    return _main(page)


def _main(page: Any) -> str:
    """Return the words of the article of a page, or of its tree."""
    found = trafilatura.extract(copy.deepcopy(page), include_comments=False)
    if not found:
        found = trafilatura.html2txt(page)
    return joined((found or "").split("\n"))


def _published(tree: Any, heading: Any | None, told: dict[str, Any], page: str) -> str | None:
    """Return the day that the page shows at its heading, or states, or None."""
    stated = _stated_date(tree, told, page)
    return day_shown(tree, heading, stated) or stated or _in_byline(tree)


def _stated_date(tree: Any, told: dict[str, Any], page: str) -> str | None:
    """Return the date of publication that the page states for machines, or None."""
    in_json = _JSON_DATE.search(page)
    stated = (told.get("datePublished"), *(first(tree, path) for path in _STATED_DATE))
    dates = (*stated, in_json and in_json[1])
    return next((date for date in dates if isinstance(date, str) and edtf_date(date)), None)


def _in_byline(tree: Any) -> str | None:
    """Return the date htmldate finds, where its day and year stand in what a reader sees."""
    found: str | None = find_date(tree, extensive_search=False, original_date=True)
    if not found:
        return None
    seen = own_text(without_comments(copy.deepcopy(tree)))
    year, month, day = found.split("-")
    one_day = rf"0?{int(day)}"
    shapes = (
        rf"\b{one_day}\b\D{{1,20}}\b{year}\b",
        rf"\b{one_day}[./-]0?{int(month)}[./-]{year}\b",
        rf"\b0?{int(month)}/{one_day}/{year}\b",
        rf"\b{year}[./-]?{month}[./-]?{day}",
    )
    return found if any(re.search(shape, seen) for shape in shapes) else None
