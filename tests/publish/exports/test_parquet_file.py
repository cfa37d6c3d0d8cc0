from __future__ import annotations

import io
import sys

import pyarrow
import pyarrow.parquet
import pytest
from exported import exported

from variorum.case import Case
from variorum.errors import UsageError


def read(case: Case) -> pyarrow.Table:
    return pyarrow.parquet.read_table(io.BytesIO(exported("parquet", case)))


def test_every_claim_is_a_row_whose_words_stand_where_it_says(case: Case) -> None:
    rows = read(case).to_pylist()
    assert [row["claim"] for row in rows] == [claim.id for claim in case.claims]
    for row, claim in zip(rows, case.claims, strict=True):
        text = case.document_by_id[row["document"]].text
        parts = zip(row["start"], row["end"], strict=True)
        assert " ".join(text[start:end] for start, end in parts) == claim.text == row["content"]
        assert row["low"] == [measure.low for measure in claim.measures]


def test_a_case_of_nothing_has_the_same_typed_columns(case: Case) -> None:
    schema = read(case).schema
    assert read(Case()).schema.equals(schema)
    assert schema.field("low").type == pyarrow.list_(pyarrow.float64())


def test_without_the_extra_one_sentence_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pyarrow is not installed; .*variorum\[parquet\]"):
        exported("parquet", Case())
