"""What `variorum find` prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.case import Case
from variorum.cli.find_command import find
from variorum.errors import UsageError
from variorum.store import Store


@pytest.fixture
def ferry(ferry_built: Case, tmp_path: Path) -> str:
    with Store(tmp_path / "ferry.db") as store:
        store.save(ferry_built)
    return str(tmp_path / "ferry.db")


def test_names_titles_and_quotations_are_printed_with_whose_they_are(
    ferry: str, capsys: pytest.CaptureFixture[str]
) -> None:
    find(ferry, ["Corvo"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Alena Corvo")
    find(ferry, ["sinks", "ferry"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Northwire, 13 March 2023: Ferry sinks off Ardel island, more than 20 dead"
    find(ferry, ["“They", "went", "OUT"])
    (line, many) = capsys.readouterr().out.splitlines()
    assert "“They went out" in line
    assert line.endswith("(Velmar Ministry of Transport, 13 March 2023)")
    assert many == "1 place"


def test_no_more_is_printed_than_asked_for(ferry: str, capsys: pytest.CaptureFixture[str]) -> None:
    find(ferry, ["ferry"], 2)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[-1] == "2 places; more than 2, --limit shows more"
    find(ferry, ["nowhere"], 2)
    assert capsys.readouterr().out == "no places\n"


def test_words_are_needed(ferry: str) -> None:
    with pytest.raises(UsageError, match="give words to look for"):
        find(ferry, ["?"])
