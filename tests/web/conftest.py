"""The invented case of the decisions, served."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from served import Served, serving, serving_team

from decisions.weighed import made_in


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_in(tmp_path_factory.mktemp("desk"))


@pytest.fixture
def case_file(built: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "case.db"
    copy.write_bytes(built.read_bytes())
    return copy


@pytest.fixture
def stranger(case_file: Path) -> Iterator[Served]:
    """A desk with its own copy of the case; nobody has been let in yet."""
    with serving(case_file) as served:
        yield served


@pytest.fixture
def served(stranger: Served) -> Served:
    stranger.let_in()
    return stranger


@pytest.fixture
def team(case_file: Path) -> Iterator[Served]:
    """A team's desk; nobody has signed in yet."""
    with serving_team(case_file) as served:
        yield served
