"""What a case can be exported to: one line a format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

from variorum.case import Case
from variorum.publish.tables.agreement_tables import write_agreements, write_compliance
from variorum.publish.tables.claim_table import write_csv
from variorum.publish.tables.json_file import write_json

__all__ = ["FORMATS", "Format"]


@dataclass(frozen=True)
class Format:
    """A format: what a file in it holds, and what writes a case to a text stream.

    The writer must give the same text for the same case.
    """

    holds: str
    write: Callable[[Case, TextIO], None]


# `variorum export --format` offers these. A new format is a row here; so is one that a program
# adds while it runs.
FORMATS = {
    "json": Format("the whole record", write_json),
    "csv": Format("one row a claim", write_csv),
    "agreements": Format("CSV, one row a term", write_agreements),
    "compliance": Format("CSV, one row for each claim that bears on a term", write_compliance),
}
