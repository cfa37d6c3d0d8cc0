"""Changes are kept in three files that say the same, whatever becomes of their writer."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from variorum.publish.change_log import ATOM, MOST_ENTRIES, ChangeLog

WHEN = datetime.datetime(2026, 3, 4, 5, 6, 7, tzinfo=datetime.UTC)
TOLD = {"new": {"documents": ["d"]}}


@pytest.fixture
def log(tmp_path: Path) -> ChangeLog:
    return ChangeLog(tmp_path / "case.changes", "case")


def entries(log: ChangeLog) -> list[dict[str, str]]:
    feed = ElementTree.parse(log.feed).getroot()
    assert feed.tag == f"{{{ATOM}}}feed"
    needed = ("title", "id", "updated", "author")
    assert all(feed.find(f"{{{ATOM}}}{name}") is not None for name in needed)
    return [
        {child.tag.partition("}")[2]: child.text or "" for child in entry}
        for entry in feed.findall(f"{{{ATOM}}}entry")
    ]


def test_a_change_is_in_all_three_files(log: ChangeLog) -> None:
    log.add(["New: 1 report <b> & “é”", "Gone: 1 dispute"], TOLD, WHEN)
    at = "2026-03-04T05:06:07+00:00"
    assert [json.loads(line) for line in log.lines.read_text("utf-8").splitlines()] == [
        {"at": at, "lines": ["New: 1 report <b> & “é”", "Gone: 1 dispute"], **TOLD}
    ]
    assert log.text.read_text("utf-8") == (
        f"{at}  New: 1 report <b> & “é”\n{at}  Gone: 1 dispute\n"
    )
    (entry,) = entries(log)
    assert (entry["title"], entry["updated"]) == ("New: 1 report <b> & “é”", at)
    assert entry["content"] == "New: 1 report <b> & “é”\nGone: 1 dispute"
    assert entry["id"].startswith("urn:uuid:")


def test_the_feed_has_the_last_changes_each_with_an_id_of_its_own(log: ChangeLog) -> None:
    for number in range(MOST_ENTRIES + 2):
        log.add([f"New: report {number}\x00"], TOLD, WHEN)
    told = entries(log)
    assert [entry["title"] for entry in told[:2]] == ["New: report 101", "New: report 100"]
    assert len(told) == len({entry["id"] for entry in told}) == MOST_ENTRIES
    assert len(log.changes()) == MOST_ENTRIES + 2


def test_half_a_line_of_a_crash_spoils_no_other(log: ChangeLog) -> None:
    log.add(["one"], TOLD, WHEN)
    with log.lines.open("a", encoding="utf-8") as stream:
        stream.write('{"at": "2026')
    log.add(["two"], TOLD, WHEN)
    assert [change["lines"] for change in log.changes()] == [["one"], ["two"]]
    assert [entry["title"] for entry in entries(log)] == ["two", "one"]


def test_nothing_is_kept_before_the_first_change(log: ChangeLog) -> None:
    assert log.changes() == []
    assert {file.name for file in log.files} == {
        "case.changes.jsonl",
        "case.changes.txt",
        "case.changes.atom",
    }
