"""Tables for spreadsheets: the claims, one row a claim.

The text begins with a byte order mark: without it Excel reads UTF-8 as the machine's old code page
and turns Arabic or Cyrillic into rubbish. Cells that a spreadsheet would run as a formula get a
leading apostrophe (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from variorum.case import Case
from variorum.model import Claim, Measure
from variorum.publish.base.index import Index

__all__ = ["COLUMNS", "safe_cell", "write_csv", "write_rows"]

BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
COLUMNS = (
    "claim",
    "document",
    "path",
    "publisher",
    "published",
    "language",
    "speaker",
    "speaker_kind",
    "speaker_role",
    "relay",
    "stance",
    "certainty",
    "form",
    "cue",
    "content",
    "start",
    "end",
    "measures",
    "low",
    "high",
    "kind",
    "questions",
    "question_labels",
    "contradictions",
    "origin",
)


def safe_cell(value: str) -> str:
    """Return `value`, with an apostrophe before it where a spreadsheet would take it for a formula.

    Plain numbers, negative ones too, are left alone: they do nothing.
    """
    if not value.startswith(FORMULA_STARTS):
        return value
    try:
        float(value)
    except ValueError:
        return f"'{value}"
    return value


def _joined(values: Iterable[object], between: str = "; ") -> str:
    return between.join("" if value is None else str(value) for value in values)


def _bound(value: float | None) -> str:
    return "" if value is None else f"{value:g}" if value % 1 else f"{value:.0f}"


def _measures(measures: Iterable[Measure]) -> list[str]:
    """Return four cells: the words, low, high and kind of each measure, joined by ';'."""
    given = list(measures)
    return [
        _joined(measure.text for measure in given),
        _joined((_bound(measure.low) for measure in given), ";"),
        _joined((_bound(measure.high) for measure in given), ";"),
        _joined((measure.kind for measure in given), ";"),
    ]


def _row(index: Index, claim: Claim) -> list[str]:
    case, speaker = index.case, claim.speaker
    document = case.document_by_id[claim.document]
    asked = index.questions_of.get(claim.id, [])
    clashes = index.contradictions_of.get(claim.id, [])
    origin = case.origin_by_claim.get(claim.id)
    return [
        claim.id,
        document.id,
        document.path or "",
        document.name,
        document.published or "",
        document.language or "",
        speaker.name,
        speaker.kind.value,
        speaker.role.value,
        _joined((link.name for link in claim.relay), " > "),
        claim.stance.value,
        claim.certainty.value,
        claim.form.value,
        claim.cue.exact if claim.cue else "",
        claim.text,
        _joined((span.start for span in claim.content), ";"),
        _joined((span.end for span in claim.content), ";"),
        *_measures(claim.measures),
        _joined((question.id for question in asked), ";"),
        _joined(question.label for question in asked),
        _joined((clash.id for _, clash in clashes), ";"),
        origin.id if origin else "",
    ]


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]], stream: TextIO) -> None:
    r"""Write a table to a text `stream`: a row of names, then the rows, no cell of them a formula.

    The stream should be opened with ``encoding="utf-8", newline=""``. Rows end in ``\r\n``
    (RFC 4180).
    """
    stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)


def write_csv(case: Case, stream: TextIO) -> None:
    r"""Write the claims of `case` to a text `stream`, one row a claim, after a row of names.

    The stream should be opened with ``encoding="utf-8", newline=""``. Rows end in ``\r\n``
    (RFC 4180). Where a claim has several measures or content spans, a cell holds them in the same
    order, joined by ';'; an open bound is empty.
    """
    index = Index(case)
    write_rows(COLUMNS, (_row(index, claim) for claim in case.claims), stream)
