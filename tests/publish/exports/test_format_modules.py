"""Each format is what its own module makes of a case; nothing is lost on the way to the file."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from exported import exported

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.exports import (
    brat_files,
    cas_files,
    citations,
    claim_reviews,
    events_files,
    ftm_file,
    geojson_file,
    json_lines,
    parquet_file,
    peace_agreements,
    prov_file,
    spreadsheet,
    stix_file,
    timeline_file,
    web_annotations,
)
from variorum.publish.tables.dispute_tables import ANSWERS, DISPUTES
from variorum.publish.tables.table import Table, write_table

DOCUMENTS: dict[str, Callable[[Index], Any]] = {
    "geojson": geojson_file.geojson,
    "timelinejs": timeline_file.timeline,
    "web-annotation": web_annotations.web_annotations,
    "csl": citations.csl,
    "claimreview": claim_reviews.claim_reviews,
    "prov": prov_file.provenance,
    "stix": stix_file.bundle,
}
LINES: dict[str, Callable[[Index], Iterable[Any]]] = {
    "jsonl": json_lines.record_lines,
    "ftm": ftm_file.entities,
}
TABLES: dict[str, Table] = {
    "ucdp": events_files.UCDP,
    "acled": events_files.ACLED,
    "pa-x": peace_agreements.PAX,
    "disputes": DISPUTES,
    "answers": ANSWERS,
}
BINARIES: dict[str, Callable[[Case, Any], None]] = {
    "xlsx": spreadsheet.write_xlsx,
    "parquet": parquet_file.write_parquet,
    "brat": brat_files.write_brat,
    "cas": cas_files.write_cas,
}


def plain(made: Any) -> Any:
    return json.loads(json.dumps(made))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_what_its_module_makes(ferry_built: Case, name: str) -> None:
    assert json.loads(exported(name, ferry_built)) == plain(DOCUMENTS[name](Index(ferry_built)))


@pytest.mark.parametrize("name", LINES)
def test_each_line_is_one_record_of_its_module(ferry_built: Case, name: str) -> None:
    lines = [json.loads(line) for line in exported(name, ferry_built).splitlines()]
    assert lines == plain(list(LINES[name](Index(ferry_built))))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_written_whole(ferry_built: Case, name: str) -> None:
    stream = io.StringIO(newline="")
    write_table(TABLES[name], ferry_built, stream)
    assert exported(name, ferry_built).decode("utf-8") == stream.getvalue()


@pytest.mark.parametrize("name", BINARIES)
def test_a_file_has_the_same_bytes_each_time(ferry_built: Case, name: str) -> None:
    stream = io.BytesIO()
    BINARIES[name](ferry_built, stream)
    assert exported(name, ferry_built) == stream.getvalue()


def test_references_are_those_of_their_module(ferry_built: Case) -> None:
    assert exported("bibtex", ferry_built).decode("utf-8") == citations.bibtex(Index(ferry_built))
