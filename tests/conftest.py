"""What every test may use, and the list of what did not run."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Error, sync_playwright

import variorum
from postgres_server import Server, programs, server
from variorum.case import Case

ROOT = Path(__file__).resolve().parents[1]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# Set where PostgreSQL has to be there, as in continuous integration.
WANTED = "VARIORUM_TEST_POSTGRES"
NAMES = ("chromium", "chromium-browser", "google-chrome")

# The same examples in every run, so that no gate depends on luck; `--hypothesis-profile=explore`
# looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=500)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def installed() -> Path:
    """The programs of PostgreSQL; without them its tests are listed as not run, or fail."""
    found = programs()
    if found is None:
        missing = pytest.fail if os.environ.get(WANTED) else pytest.skip
        missing("no PostgreSQL is installed; 'apt-get install postgresql' installs one")
    assert found is not None
    return found


@pytest.fixture(scope="session")
def postgres(installed: Path) -> Iterator[Server]:
    """A PostgreSQL server that runs as long as the tests."""
    with server(installed) as one:
        yield one


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, the system's or Playwright's own; without one its tests are skipped."""
    installed = next((path for name in NAMES if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=installed, args=FLAGS)
        except Error as error:
            pytest.skip(f"no Chromium can be started: {error.message.splitlines()[0]}")
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def ferry_files() -> list[Path]:
    return sorted((ROOT / "tests" / "cases" / "ferry").glob("*.txt"))


@pytest.fixture(scope="session")
def ferry_built(ferry_files: list[Path]) -> Case:
    return variorum.build(ferry_files)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the tests that did not run: a missing browser must not look like a pass."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[reason].append(report.nodeid)
    if not reasons:
        return
    terminalreporter.section("tests that did not run")
    for reason, tests in sorted(reasons.items()):
        terminalreporter.write_line(f"{len(tests)} not run: {reason}")
        for test in tests:
            terminalreporter.write_line(f"    {test}")
