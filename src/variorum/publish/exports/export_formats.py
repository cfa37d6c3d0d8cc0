"""What a case can be exported to: one line a format."""

import functools
import itertools
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TextIO

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
from variorum.publish.tables.table import Table, write_table
from variorum.publish.tables.tables import TABLES


@dataclass(frozen=True)
class Format:
    """A format: what a file in it holds, and what writes a case to a stream.

    The writer must give the same bytes for the same case; the stream is one of text unless the
    format is `binary`.
    """

    holds: str
    write: Callable[[Case, Any], None]
    binary: bool = False


def _parts(made: Callable[[Index], Iterable[str]]) -> Callable[[Case, TextIO], None]:
    def write(case: Case, stream: TextIO) -> None:
        stream.writelines(made(Index(case)))

    return write


def _json(made: Callable[[Index], Any]) -> Callable[[Case, TextIO], None]:
    encoder = json.JSONEncoder(ensure_ascii=False, indent=2)
    return _parts(lambda index: itertools.chain(encoder.iterencode(made(index)), "\n"))


def _lines(made: Callable[[Index], Iterable[Any]]) -> Callable[[Case, TextIO], None]:
    encoder = json.JSONEncoder(ensure_ascii=False)
    return _parts(lambda index: (f"{encoder.encode(one)}\n" for one in made(index)))


def _csv(table: Table) -> Format:
    return Format(f"CSV, one row for {table.row}", functools.partial(write_table, table))


# `variorum export --format` offers these. A new format is a row here; so is one that a program
# adds while it runs.
FORMATS = {
    "json": Format("the whole record", _parts(lambda index: index.case.json_parts())),
    "jsonl": Format("the whole record, one record a line", _lines(record_lines)),
    "csv": _csv(TABLES["claims"]),
    **{name: _csv(table) for name, table in TABLES.items() if name != "claims"},
    "xlsx": Format("all of these tables as one workbook", write_xlsx, binary=True),
    "parquet": Format("the claims, with typed columns", write_parquet, binary=True),
    "geojson": Format("the places that claims name, with times in EDTF", _json(geojson)),
    "timelinejs": Format("the dated claims as a timeline", _json(timeline)),
    "web-annotation": Format("the claims as W3C Web Annotations", _json(web_annotations)),
    "bibtex": Format("the reports as references", _parts(lambda index: [bibtex(index)])),
    "csl": Format("the reports as CSL-JSON references", _json(csl)),
    "claimreview": Format("disputed answers to be rated, schema.org", _json(claim_reviews)),
    "prov": Format("who took from whom, PROV-JSON", _json(provenance)),
    "ftm": Format("FollowTheMoney entities, one a line", _lines(entities)),
    "ftm-statements": Format("the same, each value a statement", _lines(statements)),
    "stix": Format("a STIX 2.1 bundle", _json(bundle)),
    "ucdp": _csv(UCDP),
    "acled": _csv(ACLED),
    "pa-x": _csv(PAX),
    "brat": Format("the marked texts, a ZIP for brat", write_brat, binary=True),
    "cas": Format("the marked texts, a ZIP of UIMA CAS JSON for INCEpTION", write_cas, binary=True),
}
