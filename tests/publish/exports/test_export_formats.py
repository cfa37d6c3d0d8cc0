"""The formats of export stand in one table; a format that is added there is offered at once."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from typing import TextIO

import pytest
from exported import exported
from typer.testing import CliRunner

from variorum.case import Case
from variorum.cli import app
from variorum.publish.exports.export_formats import FORMATS, Format
from variorum.store import Store

PAGE = Path(__file__).parents[3] / "docs" / "formats.md"
# The formats that issue trackers and readers of the documentation know by these names.
PROMISED = (
    "json jsonl csv xlsx parquet ftm web-annotation prov geojson timelinejs claimreview ucdp acled"
    " pa-x stix bibtex csl cas brat"
)


def write_titles(case: Case, stream: TextIO) -> None:
    stream.writelines(f"{document.name}\n" for document in case.documents)


@pytest.fixture
def case_file(tmp_path: Path, ferry_built: Case) -> Path:
    path = tmp_path / "ferry.db"
    with Store(path) as store:
        store.save(ferry_built)
    return path


def test_a_new_row_of_the_table_is_a_format_of_the_command(
    ferry_built: Case, case_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FORMATS, "titles", Format("one title a line", write_titles))
    found = CliRunner().invoke(app, ["export", str(case_file), "--format", "titles"])
    assert found.stdout.splitlines() == [document.name for document in ferry_built.documents]


def test_a_format_that_is_not_in_the_table_is_refused_with_those_that_are(tmp_path: Path) -> None:
    found = CliRunner().invoke(app, ["export", str(tmp_path / "a.db"), "--format", "xml"])
    assert found.exit_code == 2
    assert f"'xml' is not one of {', '.join(FORMATS)}." in " ".join(found.stderr.split())


@pytest.mark.parametrize("name", ["geojson", "xlsx", "brat"])
def test_the_command_writes_text_and_bytes_to_the_file_it_is_given(
    name: str, ferry_built: Case, case_file: Path, tmp_path: Path
) -> None:
    target = tmp_path / f"ferry.{name}"
    given = ["export", str(case_file), "--format", name, "-o", str(target)]
    assert CliRunner().invoke(app, given).exit_code == 0
    assert target.read_bytes() == exported(name, ferry_built)


def test_every_promised_format_is_there_and_every_format_has_its_section() -> None:
    assert set(PROMISED.split()) <= set(FORMATS)
    heads = re.findall(r"(?m)^## (.+)$", PAGE.read_text("utf-8"))
    assert {name for head in heads for name in head.split(", ")} >= set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_case_gives_the_same_bytes(name: str, disputed: Case) -> None:
    assert exported(name, disputed) == exported(name, disputed)


@pytest.mark.parametrize("name", FORMATS)
def test_a_case_of_nothing_is_a_whole_file(name: str) -> None:
    data = exported(name, Case())
    if name in {"jsonl", "ftm", "ftm-statements", "bibtex"}:
        assert data == b""
    elif name in {"brat", "cas", "xlsx"}:
        assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    elif name == "parquet":
        assert data[:4] == data[-4:] == b"PAR1"
    elif FORMATS[name].holds.startswith("CSV"):
        (head,) = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        assert len(head) == len(set(head)) > 3
    else:
        assert isinstance(json.loads(data), dict | list)


@pytest.mark.parametrize("name", FORMATS)
def test_the_case_with_agreements_can_be_written_too(name: str, truce: Case) -> None:
    assert exported(name, truce)
