from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.case import Case
from variorum.publish.tables.claim_table import CLAIMS
from variorum.publish.tables.table import safe_cell, write_table


def _rows(case: Case) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    write_table(CLAIMS, case, stream)
    text = stream.getvalue()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_one_row_a_claim_with_its_exact_words(case: Case) -> None:
    rows = _rows(case)
    assert [row["claim"] for row in rows] == [claim.id for claim in case.claims]
    for row, claim in zip(rows, case.claims, strict=True):
        text = case.document_by_id[row["document"]].text
        assert text[int(row["start"]) : int(row["end"])] == claim.text
        assert set(row) == set(CLAIMS.names)


def test_relay_bounds_questions_and_contradictions_are_there(case: Case) -> None:
    row = next(row for row in _rows(case) if row["content"].startswith("There were more than 300"))
    assert row["relay"] == "Seafarers' Union > a deckhand"
    assert (row["low"], row["high"], row["kind"]) == ("301", "", "people")
    assert row["questions"] == "aboard"
    assert row["contradictions"] == "x-value-1"
    assert row["origin"] == "origin-Seafarers' Union"


def test_several_measures_keep_their_order(case: Case) -> None:
    row = next(row for row in _rows(case) if row["content"].startswith("The dead are"))
    assert (row["measures"], row["low"]) == ("30 adults; 18 children", "30;18")


@given(st.text(max_size=20))
def test_no_cell_starts_a_formula(value: str) -> None:
    cell = safe_cell(value)
    if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")):
        float(cell)
    assert cell.removeprefix("'") == value.removeprefix("'")


@pytest.mark.parametrize("value", ["=1+1", "+49 30", "-2+3", "@SUM(A1)", "\t=1"])
def test_formulas_are_taken_for_text(value: str) -> None:
    assert safe_cell(value) == f"'{value}"


@pytest.mark.parametrize("value", ["-4", "+4.5", "", "a=b", "4"])
def test_numbers_and_plain_words_stay(value: str) -> None:
    assert safe_cell(value) == value
