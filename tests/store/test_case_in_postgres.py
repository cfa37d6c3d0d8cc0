"""From the command line a case in PostgreSQL is built, shown and found as one in a file is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from postgres_server import Server
from variorum.notebook import open_case
from variorum.store import Store

FERRY = Path(__file__).resolve().parents[1] / "cases" / "ferry"


def variorum(*words: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "variorum", *words],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_case_is_the_same_in_a_database_as_in_a_file(
    postgres: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    files = [str(file) for file in sorted(FERRY.glob("*.txt"))]
    variorum("build", *files[:3], "-o", "ferry", "--database", postgres.url)
    built = variorum("build", *files, "-o", "ferry", "--database", postgres.url)
    assert "New: 2 reports" in built
    again = variorum("build", *files, "-o", "ferry", VARIORUM_DATABASE=postgres.url)
    assert "Nothing has changed since last time." in again
    assert "Ardel" in variorum("find", f"{postgres.url}#ferry", "Ardel")
    assert list(tmp_path.iterdir()) == []
    variorum("build", *files, "-o", "ferry.db")
    shown = [
        variorum("show", "ferry.db", "--all", COLUMNS="120"),
        variorum("show", "ferry.db", "--all", COLUMNS="120", VARIORUM_DATABASE=postgres.url),
    ]
    assert shown[0] == shown[1]
    with Store(f"{postgres.url}#ferry", create=False) as store:
        assert store.load().to_json() == open_case(tmp_path / "ferry.db").to_json()
    monkeypatch.setenv("VARIORUM_DATABASE", postgres.url)
    assert open_case("ferry").to_json() == store.load().to_json()
