"""The page of the bundled case is short, small, and read in the order in which it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Visit
from gold import Gold
from playwright.sync_api import Browser

from variorum.publish.page import render
from variorum.publish.views.overview.title_view import title_of

pytestmark = pytest.mark.browser

WIDTH = 1280
MOST_SCREENS = {WIDTH: 15, 390: 30}
MOST_BYTES = 700_000


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


@pytest.mark.parametrize(("width", "most"), MOST_SCREENS.items())
def test_the_page_is_short_before_anything_is_opened(visit: Visit, width: int, most: int) -> None:
    page = visit.open(width=width, height=900 if width == WIDTH else 844)
    assert page.evaluate("document.documentElement.scrollHeight / innerHeight") <= most
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_page_is_a_small_file(path: Path) -> None:
    assert path.stat().st_size <= MOST_BYTES
