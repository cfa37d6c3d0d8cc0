from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

import pytest

from publish.halcyon import HOSTILE, halcyon_case
from variorum.case import Case
from variorum.model import Document
from variorum.publish.html import render

VOID = {"meta", "input", "br", "hr", "img", "link"}


class Page(HTMLParser):
    """Collects what matters of a page, and that its elements nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.headings: list[int] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1:] != [tag]:
            self.crossed.append(tag)
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, given, value in self.attributes if given == name]


@pytest.fixture(scope="module")
def page(report: str) -> Page:
    return Page(report)


def test_the_same_case_gives_the_same_bytes(report: str) -> None:
    assert render(halcyon_case(), "The loss of the Halcyon") == report


def test_elements_nest_and_all_are_closed(page: Page) -> None:
    assert (page.crossed, page.open) == ([], [])


def test_ids_are_unique_and_every_link_within_the_page_leads_somewhere(page: Page) -> None:
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    inside = {href[1:] for href in page.values("href") if href.startswith("#")}
    assert inside - set(ids) == set()


def test_headings_go_down_one_level_at_a_time(page: Page) -> None:
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    steps = zip(page.headings, page.headings[1:], strict=False)
    assert all(after - before <= 1 for before, after in steps)


def test_labels_of_aria_name_what_is_there(page: Page) -> None:
    assert set(page.values("aria-labelledby")) <= set(page.values("id"))


def test_hostile_text_makes_no_element_and_no_handler(page: Page) -> None:
    assert page.tags["script"] == 1
    assert page.tags["img"] == 0
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    assert not [name for _, name, _ in page.attributes if name == "style"]
    assert HOSTILE in "".join(page.text)


def test_only_http_addresses_become_links(page: Page) -> None:
    outside = [href for href in page.values("href") if not href.startswith("#")]
    assert outside
    assert all(href.startswith("https://") for href in outside)
    assert "javascript:alert(1)" in "".join(page.text)


def test_the_policy_allows_nothing_but_the_pages_own_style_and_script(report: str) -> None:
    policy = report.partition('Content-Security-Policy" content="')[2].partition('"')[0]
    assert policy.startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert "unsafe" not in policy


def test_every_contradiction_stands_with_its_arithmetic(case: Case, page: Page) -> None:
    text = "".join(page.text)
    for found in case.contradictions:
        assert found.because in text
        for line in found.derivation:
            assert line in text


def test_unread_reports_are_shown_whole_and_say_so(case: Case, page: Page) -> None:
    text = "".join(page.text)
    arabic = next(document for document in case.documents if document.language == "ar")
    for line in arabic.text.split("\n"):
        assert line in text
    assert text.count("not yet read for claims") == 2


def test_an_empty_case_is_a_page_too() -> None:
    page = Page(render(Case(), "Nothing yet"))
    assert page.open == []
    assert "No contradiction was found" in "".join(page.text)


def test_a_case_without_claims_shows_its_report() -> None:
    document = Document.from_text("Nothing to see.\n", publisher="The Post")
    page = Page(render(Case(documents=(document,)), "Quiet"))
    assert "Nothing to see." in page.text
    assert "No claim was found in this report." in "".join(page.text)
