"""Workbooks are read back by openpyxl, which shares no code with what writes them."""

from __future__ import annotations

import io
import sys

import openpyxl
import pytest
from exported import exported

from variorum.case import Case
from variorum.errors import UsageError
from variorum.model import Document
from variorum.publish.tables.tables import TABLES


def book(case: Case) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(exported("xlsx", case)))


def rows(case: Case, sheet: str) -> list[dict[str, object]]:
    head, *lines = book(case)[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), line, strict=True)) for line in lines]


def test_there_is_a_sheet_of_every_table_with_a_head_that_stays_and_filters(disputed: Case) -> None:
    found = book(disputed)
    assert found.sheetnames == list(TABLES)
    for sheet in found:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert tuple(cell.value for cell in sheet[1]) == TABLES[sheet.title].names
    widths = {
        cell.value: found["disputes"].column_dimensions[cell.column_letter].width
        for cell in found["disputes"][1]
    }
    assert 40 < widths["quotation"] < 100
    assert 8 < widths["rank"] < 25
    given = {round(one.width) for one in found["disputes"].column_dimensions.values()}
    assert {15, 61} <= given  # Excel adds the margins of a cell


def test_a_row_is_as_high_as_its_longest_text_up_to_a_bound() -> None:
    for times, points in ((1, 15), (20, 30), (60, 90), (900, 180)):
        made = Case(
            documents=(Document.from_text("x", title="five " * times, publisher="The Gull"),)
        )
        sheet = book(made)["sources"]
        assert (sheet.row_dimensions[2].height or 15) == points  # 15 is what is usual
        assert sheet["C2"].alignment.wrap_text
        assert not sheet["A2"].alignment.wrap_text


def test_the_disputes_are_a_sheet_with_exact_words_numbers_and_the_proof(disputed: Case) -> None:
    told = rows(disputed, "disputes")
    positions = [position for dispute in disputed.disputes for position in dispute.positions]
    assert [row["position"] for row in told] == [position.id for position in positions]
    for row, position in zip(told, positions, strict=True):
        assert (row["low"], row["high"]) == (position.low, position.high)
        assert row["origins"] == len(position.origins)
        if row["claim"]:
            assert row["quotation"] == disputed.claim_by_id[str(row["claim"])].text
            assert str(row["words"]) in str(row["quotation"])
    proved = {dispute.id for dispute in disputed.disputes if dispute.proofs}
    assert {row["dispute"] for row in told if row["because"]} == proved


def test_answers_keep_the_place_of_their_words(disputed: Case) -> None:
    for row in rows(disputed, "answers"):
        text = disputed.document_by_id[str(row["document"])].text
        assert text[int(str(row["start"])) : int(str(row["end"]))] == row["words"]


@pytest.mark.parametrize("words", ["=1+1", "http://a.example/", "@SUM(A1)", "{=1}", "+49 30"])
def test_words_of_a_report_never_become_a_formula_or_a_link(words: str) -> None:
    case = Case(documents=(Document.from_text("Words.", title=words, path="a.txt"),))
    sheet = book(case)["sources"]
    cell = sheet["C2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (words, "s", None)


def test_a_cell_is_no_longer_than_excel_can_open() -> None:
    case = Case(documents=(Document.from_text("Words.", title="long " * 10_000, path="a.txt"),))
    assert len(str(rows(case, "sources")[0]["title"])) == 32_767


def test_without_the_extra_one_sentence_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(
        UsageError, match=r"xlsxwriter is not .* 'pip install \"variorum\[xlsx\]\"'"
    ):
        exported("xlsx", Case())
