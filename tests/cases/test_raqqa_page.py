"""Five questions a reader asks of the bundled case, answered on its page in at most two clicks.

What answers a question is in view after the clicks, or within one screen below. With
`VARIORUM_ANSWERS` set to a folder, each view is written there as a picture.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Visit
from gold import Gold
from playwright.sync_api import Browser, Page

from variorum.publish.page import render
from variorum.publish.views.overview.title_view import title_of

pytestmark = pytest.mark.browser

WIDTH, HEIGHT = 1280, 900
MOST_SCREENS = {WIDTH: 15, 390: 30}
MOST_BYTES = 700_000
# What is in view, or within one screen below: the words of each line of text there.
IN_REACH = """() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.height && box.top >= 0 && box.bottom <= 2 * innerHeight) found.push(node.textContent);
  }
  return found.join(" ").replace(/\\s+/g, " ");
}"""
QUESTIONS = {
    "how many foreign fighters left, and by whose account": (
        ['.contents a[href="#disputes"]'],
        ["How many foreign fighters left?", "none", "Ryan Dillon", "dozens", "135 to 200"],
    ),
    "was there a deal, and did the coalition know": (
        [
            '.contents a[href="#matrix"]',
            '.matrix thead a:has-text("Was there any agreement?")',
        ],
        ["Was there any agreement?", "Why they cannot all be true", "never makes", "coalition"],
    ),
    "who changed their answer": (
        ['.contents a[href="#changed"]'],
        ["Who changed their answer", "denied knowing of", "aware of"],
    ),
    "which reports are independent": (
        ['.contents a[href="#stemma"]'],
        ["Who took from whom", "Republic Broadcasting Network", "repeats the text", "not linked"],
    ),
    "was the ceasefire real, and kept": (
        ['.contents a[href="#agreements"]', "#a1 > summary"],
        ["Ceasefire between", "authenticity is disputed", "Affirmed by", "Denied by"],
    ),
}


@pytest.fixture(scope="module")
def path(raqqa: Gold, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "raqqa.html"
    path.write_text(render(raqqa.case, title_of(raqqa.case)), "utf-8")
    return path


@pytest.fixture
def visit(browser: Browser, path: Path) -> Iterator[Visit]:
    visit = Visit(browser, path)
    yield visit
    visit.close()


def _seen(page: Page, name: str) -> str:
    folder = os.environ.get("VARIORUM_ANSWERS")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png")
    text: str = page.evaluate(IN_REACH)
    return text


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_within_two_clicks_and_a_screen(visit: Visit, question: str) -> None:
    clicks, answer = QUESTIONS[question]
    assert len(clicks) <= 2
    page = visit.open(width=WIDTH, height=HEIGHT)
    for click in clicks:
        page.click(click)
        page.wait_for_timeout(100)
    text = _seen(page, question)
    assert [words for words in answer if words not in text] == []
    assert (visit.requests, visit.complaints) == ([], [])


@pytest.mark.parametrize(("width", "most"), MOST_SCREENS.items())
def test_the_page_is_short_before_anything_is_opened(visit: Visit, width: int, most: int) -> None:
    page = visit.open(width=width, height=900 if width == WIDTH else 844)
    assert page.evaluate("document.documentElement.scrollHeight / innerHeight") <= most
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_page_is_a_small_file(path: Path) -> None:
    assert path.stat().st_size <= MOST_BYTES
