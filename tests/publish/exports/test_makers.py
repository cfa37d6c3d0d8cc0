"""What the command writes is what each maker gives, and nothing is put between."""

import io
import json

import pytest
from exported import exported

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.exports.brat_files import write_brat
from variorum.publish.exports.cas_files import write_cas
from variorum.publish.exports.citations import bibtex, csl
from variorum.publish.exports.claim_reviews import claim_reviews
from variorum.publish.exports.events_files import ACLED, UCDP
from variorum.publish.exports.ftm_file import entities, statements
from variorum.publish.exports.geojson_file import geojson
from variorum.publish.exports.json_lines import record_lines
from variorum.publish.exports.parquet_file import write_parquet
from variorum.publish.exports.peace_agreements import PAX
from variorum.publish.exports.prov_file import provenance
from variorum.publish.exports.spreadsheet import write_xlsx
from variorum.publish.exports.stix_file import bundle
from variorum.publish.exports.timeline_file import timeline
from variorum.publish.exports.web_annotations import web_annotations
from variorum.publish.tables.dispute_tables import ANSWERS, DISPUTES
from variorum.publish.tables.table import write_table

VALUES = {
    "geojson": geojson,
    "timelinejs": timeline,
    "web-annotation": web_annotations,
    "csl": csl,
    "claimreview": claim_reviews,
    "prov": provenance,
    "stix": bundle,
}
TABLES = {"ucdp": UCDP, "acled": ACLED, "pa-x": PAX, "answers": ANSWERS, "disputes": DISPUTES}
FILES = {"brat": write_brat, "cas": write_cas, "xlsx": write_xlsx, "parquet": write_parquet}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_written_as_json(name, disputed: Case) -> None:
    parts = json.JSONEncoder(indent=2).iterencode(VALUES[name](Index(disputed)))
    assert json.loads(exported(name, disputed)) == json.loads("".join(parts))


@pytest.mark.parametrize(
    ("name", "make"), [("jsonl", record_lines), ("ftm", entities), ("ftm-statements", statements)]
)
def test_lines_are_written_one_by_one(name, make, disputed: Case) -> None:
    lines = exported(name, disputed).decode("utf-8").splitlines()
    made = json.loads(json.dumps(list(make(Index(disputed)))))
    assert [json.loads(line) for line in lines] == made


def test_text_is_written_as_it_is(disputed: Case) -> None:
    assert exported("bibtex", disputed).decode("utf-8") == bibtex(Index(disputed))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_written_as_csv(name, disputed: Case) -> None:
    stream = io.StringIO(newline="")
    write_table(TABLES[name], disputed, stream)
    assert exported(name, disputed).decode("utf-8") == stream.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_bytes_are_written_as_they_are(name, disputed: Case) -> None:
    stream = io.BytesIO()
    FILES[name](disputed, stream)
    assert exported(name, disputed) == stream.getvalue()
