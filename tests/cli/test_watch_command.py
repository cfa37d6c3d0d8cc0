"""Reports are taken in as they come, and what they change is told and kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from variorum.cli.watch_command import watch
from variorum.errors import UsageError
from variorum.notebook import open_case
from variorum.publish.change_log import ChangeLog

DATED = "---\npublished: 2019-05-04\n---\n\n"
FIRST = DATED + "The mayor said that 13 people were killed in the fire."
SECOND = DATED + "Police said that 40 people were killed in the fire."
SECONDS = 120


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    return folder


@pytest.fixture
def watched(reports: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "variorum", "watch", str(reports), "-o"]
    running = subprocess.Popen(
        [*command, str(tmp_path / "case.db")],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "COLUMNS": "200", "PYTHONUNBUFFERED": "1"},
    )
    yield running
    running.kill()
    running.communicate()


def until(true: Callable[[], bool]) -> None:
    ends = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < ends, "it did not come"
        time.sleep(0.1)


def test_new_changed_and_broken_reports_are_told_and_kept(
    reports: Path, tmp_path: Path, watched: subprocess.Popen[str]
) -> None:
    case, log = tmp_path / "case.db", ChangeLog(tmp_path / "case.changes", "case")
    assert watched.stdout is not None
    assert "no reports" in watched.stdout.readline()
    (reports / "a.txt").write_text(FIRST, "utf-8")
    until(lambda: case.exists() and len(open_case(case).documents) == 1)
    # One that is written bit by bit is read when it is whole.
    with (reports / "b.txt").open("w", encoding="utf-8") as stream:
        for part in (SECOND[:50], SECOND[50:80], SECOND[80:]):
            stream.write(part)
            stream.flush()
            time.sleep(0.4)
    until(lambda: len(log.changes()) >= 1)
    (reports / "c.pdf").write_bytes(b"%PDF-1.4 broken")
    until(lambda: len(log.changes()) >= 2)
    # Not SIGINT, which is ignored by what a shell runs in the background.
    watched.terminate()
    told = watched.communicate(timeout=SECONDS)[0]
    assert watched.returncode == 0
    found = open_case(case)
    assert [Path(d.path or "").name for d in found.documents] == ["a.txt", "b.txt"]
    first, second = (change["lines"] for change in log.changes()[:2])
    assert first == ["New: 1 report, 1 claim, 1 dispute (people killed)"]
    assert second[0].startswith("Could not be read: ")
    assert first[0] in told
    row = json.loads(log.lines.read_text("utf-8").splitlines()[0])
    assert row["new"]["disputes"] == ["people killed"]
    assert row["new"]["documents"] == [found.documents[1].id]


def test_a_case_among_the_reports_is_refused(reports: Path) -> None:
    with pytest.raises(UsageError, match=r"would lie in .*, among the reports; name another place"):
        watch([str(reports)], str(reports / "case.db"))
    assert list(reports.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no such file or folder"):
        watch([str(tmp_path / "nowhere")], str(tmp_path / "case.db"))
    assert list(tmp_path.iterdir()) == []
