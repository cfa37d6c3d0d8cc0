"""The two databases that a case may be kept in; each test of the store runs on both."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from postgres_server import Server, programs, server

# Set where PostgreSQL has to be there, as in continuous integration.
WANTED = "VARIORUM_TEST_POSTGRES"
Places = Callable[[], str]


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


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Places:
    """What gives the address of a case that is not there yet, in one database and the other."""
    numbers = itertools.count()
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres").url
        return lambda: f"{url}#test{next(numbers)}"
    folder = tmp_path_factory.mktemp("cases")
    return lambda: str(folder / f"case{next(numbers)}.db")


@pytest.fixture
def place(places: Places) -> str:
    return places()
