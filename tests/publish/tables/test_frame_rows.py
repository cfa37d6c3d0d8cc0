"""Rows for data frames: one a record, with plain columns."""

from __future__ import annotations

import pytest

from variorum.case import Case
from variorum.errors import UsageError
from variorum.publish.tables.frame_rows import frame_rows


def test_every_list_of_the_record_has_its_rows(ferry_built: Case) -> None:
    for name, records in ferry_built.to_dict().items():
        rows = frame_rows(ferry_built, name)
        assert len(rows) == len(records)
        assert not any(isinstance(value, dict) for row in rows for value in row.values())


def test_a_claim_has_its_words_and_its_report(ferry_built: Case) -> None:
    row, claim = frame_rows(ferry_built, "claims")[0], ferry_built.claims[0]
    assert row["text"] == claim.text
    assert row["speaker.name"] == claim.speaker.name
    assert row["publisher"] == ferry_built.document_by_id[claim.document].name


def test_each_answer_to_a_dispute_has_a_row(ferry_built: Case) -> None:
    rows = frame_rows(ferry_built, "answers")
    told = [a for d in ferry_built.disputes for p in d.positions for a in p.answers]
    assert [row["claim"] for row in rows] == [answer.claim for answer in told]
    assert {row["dispute"] for row in rows} <= {d.label for d in ferry_built.disputes}


def test_a_table_that_there_is_not_is_an_error_that_names_those_there_are(
    ferry_built: Case,
) -> None:
    with pytest.raises(UsageError, match="no table 'people'; there are answers, documents, claims"):
        frame_rows(ferry_built, "people")
