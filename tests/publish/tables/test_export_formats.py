"""The formats of export stand in one table; a format that is added there is offered at once."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

import pytest
from typer.testing import CliRunner

from variorum.case import Case
from variorum.cli import app
from variorum.publish.tables.export_formats import FORMATS, Format
from variorum.store import Store


def write_titles(case: Case, stream: TextIO) -> None:
    stream.writelines(f"{document.name}\n" for document in case.documents)


def test_a_new_row_of_the_table_is_a_format_of_the_command(
    ferry_built: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FORMATS, "titles", Format("one title a line", write_titles))
    path = tmp_path / "ferry.db"
    with Store(path) as store:
        store.save(ferry_built)
    found = CliRunner().invoke(app, ["export", str(path), "--format", "titles"])
    assert found.stdout.splitlines() == [document.name for document in ferry_built.documents]


def test_a_format_that_is_not_in_the_table_is_refused_with_those_that_are(tmp_path: Path) -> None:
    found = CliRunner().invoke(app, ["export", str(tmp_path / "a.db"), "--format", "xml"])
    assert found.exit_code == 2
    assert f"'xml' is not one of {', '.join(FORMATS)}." in " ".join(found.stderr.split())
