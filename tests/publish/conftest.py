"""The invented case, its report as a file, and a real headless browser to read it in."""

from __future__ import annotations

from pathlib import Path

import pytest
from ferry import ferry_case

from variorum.case import Case
from variorum.publish.html import render


@pytest.fixture(scope="session")
def case() -> Case:
    return ferry_case()


@pytest.fixture(scope="session")
def report(case: Case) -> str:
    return render(case, "The loss of the Halcyon")


@pytest.fixture(scope="session")
def report_path(report: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "halcyon.html"
    path.write_text(report, encoding="utf-8")
    return path
