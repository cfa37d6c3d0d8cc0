"""The two databases that a case may be kept in; each test of the store runs on both."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

Places = Callable[[], str]


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
