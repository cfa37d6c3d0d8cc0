"""Web pages: the main text by trafilatura, and what the page states about itself."""

import copy
import re
from dataclasses import dataclass
from typing import Any

import trafilatura

from variorum.read.content import PARAGRAPH, Content, Source, joined
from variorum.read.encoding import decode, repaired
from variorum.read.language import stated_or_detected
from variorum.read.publication_dates import edtf_date
from variorum.read.web.byline import authors
from variorum.read.web.day import day
from variorum.read.web.headline import headline
from variorum.read.web.live_entries import entries
from variorum.read.web.page_blocks import Placed, own_blocks, placed, tables_told
from variorum.read.web.page_metadata import article, first, people, site_names
from variorum.read.web.page_scripts import in_scripts, unread_scripts
from variorum.read.web.pages import page_words, without_comments

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_HEAD_BYTES = 4096
SURE = 0.8  # A day less likely than this is remarked on
_UNSURE = (
    "Its day, {day}, is one of several that stand on the page, and may be another; where it is,"
    " save its text with the right one in the front matter."
)


@dataclass(frozen=True)
class Page:
    """A page: its tree, what it states of its article, what is found stated, the site's names."""

    tree: Any
    told: dict[str, Any]
    stated: Any
    sites: tuple[str, ...]

    @property
    def headline(self) -> str:
        """The headline that the article states for machines; "" where it states none."""
        return str(self.told.get("headline") or "")


def _declared(source: Source) -> str | None:
    """Return the encoding that the server or the head of a page declares."""
    in_page = _CHARSET.search(source.data[:_HEAD_BYTES])
    return source.charset or (in_page[1].decode("ascii") if in_page else None)


def opened(source: Source) -> Page | None:
    """Return the page in a file without what its readers wrote, or None where there is none."""
    words = decode(source.data, _declared(source))
    source.check_length(len(words) // 10)
    tree = trafilatura.load_html(words)
    if tree is None:
        return None
    tree = without_comments(tree)
    stated, told = trafilatura.extract_metadata(tree), article(tree)
    return Page(tree, told, stated, (*site_names(tree, told), stated.sitename or ""))


def read(source: Source) -> Content:
    """Return the main text of a page, its blocks a blank line apart, and its metadata.

    Menus, comments and scripts are left out by trafilatura (Barbaresi 2021). The date is the one
    the page states, never one guessed from its surroundings; None where it states none.

    Raises:
        UnreadableDocument: when no words are found on the page.
    """
    page = opened(source)
    found = placed(own_blocks(copy.deepcopy(page.tree))) if page is not None else []
    text = PARAGRAPH.join(one.words for one in found)
    if page is not None:
        text = text or _main(page.tree)
        scripted = in_scripts(page.tree, text)
        found, text = ([], scripted) if scripted else (found, text)
    if page is None or not text:
        raise source.unreadable(
            "No words are found on this page, which its scripts may fetch when it is opened; open"
            " it in a browser, and save its text or print it to PDF."
        )
    return _content(source, page, text, found)


def _content(source: Source, page: Page, text: str, found: list[Placed]) -> Content:
    """Return what a page says: its text, and what it states and shows about itself."""
    tree = page.tree
    heading, title = headline(tree, page.headline, page.sites)
    # What a page states for machines, be it a month.
    dates = (
        page.told.get("datePublished"),
        *(first(tree, path) for path in page_words("day_paths")),
    )
    stated = next((date for date in dates if isinstance(date, str) and edtf_date(date)), None)
    published, sure = day(tree, heading, page.told) or (stated, 1.0)
    mended = repaired(source.data, _declared(source))
    return Content(
        text=text,
        title=title,
        publisher=page.stated.sitename,
        author=authors(tree, heading, people(page.told), page.sites, page.stated.author),
        url=page.stated.url,
        published=published,
        language=stated_or_detected(first(tree, "//html/@lang"), text),
        sections=entries(page.told, found, published),
        remarks=(
            *unread_scripts(tree, text),
            *([mended] if mended else ()),
            *([_UNSURE.format(day=published)] if published and sure < SURE else ()),
        ),
    )


def main_text(page: str) -> str:
    """Return the words of the page's article, its blocks a blank line apart; "" if none."""
    tree = trafilatura.load_html(page)
    return _main(tree) if tree is not None else ""


def _main(tree: Any) -> str:
    """Return the words of the article of the tree of a page; its tables become sentences."""
    tables_told(tree)
    found = trafilatura.extract(copy.deepcopy(tree), include_comments=False)
    if not found:
        found = trafilatura.html2txt(tree)
    return joined((found or "").split("\n"))
