"""The invented cases, and their reports as files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Visit
from halcyon import disputed_case, halcyon_case
from playwright.sync_api import Browser
from truce import truce_case

from variorum.case import Case
from variorum.publish.page import render


@pytest.fixture(scope="session")
def case() -> Case:
    return halcyon_case()


@pytest.fixture(scope="session")
def disputed() -> Case:
    return disputed_case()


@pytest.fixture(scope="session")
def report(disputed: Case) -> str:
    return render(disputed, "The loss of the Halcyon")


@pytest.fixture(scope="session")
def report_path(report: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "halcyon.html"
    path.write_text(report, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def truce() -> Case:
    return truce_case()


@pytest.fixture(scope="session")
def truce_report(truce: Case) -> str:
    return render(truce, "The Hask truce")


@pytest.fixture(scope="session")
def truce_path(truce_report: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "truce.html"
    path.write_text(truce_report, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def packed_path(disputed: Case, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "packed.html"
    path.write_text(render(disputed, "The loss of the Halcyon", True), encoding="utf-8")
    return path


@pytest.fixture
def packed_visit(browser: Browser, packed_path: Path) -> Iterator[Visit]:
    visit = Visit(browser, packed_path)
    yield visit
    visit.close()


@pytest.fixture
def visit(browser: Browser, report_path: Path) -> Iterator[Visit]:
    visit = Visit(browser, report_path)
    yield visit
    visit.close()


@pytest.fixture
def truce_visit(browser: Browser, truce_path: Path) -> Iterator[Visit]:
    visit = Visit(browser, truce_path)
    yield visit
    visit.close()


@pytest.fixture(params=["report", "truce", "packed"])
def any_visit(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    """A visit to the page of either demo case, or packed: what holds of one page holds of all."""
    visit = Visit(browser, request.getfixturevalue(f"{request.param}_path"))
    yield visit
    visit.close()
