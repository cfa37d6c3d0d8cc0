"""Slides and workbooks: their words, tables as sentences, and what is not read is said."""

import datetime

import pytest
from office_files import pptx, xlsx

from variorum.read import read, read_with_gaps
from variorum.read.books import sheets, slides
from variorum.read.formats import FORMATS

TOLD = "The mayor said that forty people were killed in the market on Sunday."


def put(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


def test_slides_are_read_with_their_tables_and_notes(tmp_path):
    table = [["Town", "dead"], ["Mersa", "12"]]
    document = read(
        put(tmp_path, "a.pptx", pptx("Forty dead", "Who fired", notes=TOLD, table=table))
    )
    slide = f"Mersa: 12 dead.\n\n{TOLD}"
    assert document.text == f"Forty dead\n\n{slide}\n\nWho fired\n\n{slide}"
    assert [document.text[start:][:5] for start in document.page_starts] == ["Forty", "Who f"]
    assert (document.title, document.author, document.published) == (
        "The market",
        "Ana Ruiz",
        "2031-05-04",
    )


def test_a_workbook_is_read_table_by_table(tmp_path):
    day = datetime.date(2031, 5, 4)
    rows = [
        ["Town", "dead", "seen on"],
        ["Mersa", 12, day],
        [],
        ["Source", TOLD],
        ["Kind", "report"],
    ]
    document, gaps = read_with_gaps(put(tmp_path, "a.xlsx", xlsx(rows)))
    assert document.text.split("\n\n") == [
        "Toll",
        "Mersa: 12 dead, seen on: 2031-05-04.",
        f"Source: {TOLD}\nKind: report.",
    ]
    assert (document.title, document.author, document.published) == (
        "The market",
        "Ana Ruiz",
        "2031-05-04",
    )
    assert gaps == []


def test_a_formula_without_its_result_is_a_gap(tmp_path):
    rows = [["what", "count"], [TOLD, "=40+1"]]
    _, gaps = read_with_gaps(put(tmp_path, "a.xlsx", xlsx(rows)))
    assert "1 cells of its sheet 'Toll' are formulas" in gaps[0].why


@pytest.mark.parametrize(("name", "made"), [("a.pptx", pptx(TOLD)), ("a.xlsx", xlsx([[TOLD]]))])
def test_a_damaged_file_and_an_empty_one_are_gaps(tmp_path, name, made):
    document, gaps = read_with_gaps(put(tmp_path, name, made[: len(made) // 2]))
    assert document is None
    assert "broken" in gaps[0].why
    document, gaps = read_with_gaps(put(tmp_path, name, b""))
    assert document is None
    assert "empty" in gaps[0].why


@pytest.mark.parametrize(("name", "made"), [("a.pptx", pptx()), ("a.xlsx", xlsx([]))])
def test_a_file_without_words_is_a_gap(tmp_path, name, made):
    assert "no words" in read_with_gaps(put(tmp_path, name, made))[1][0].why


def test_an_extra_that_is_not_installed_is_said(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    _, gaps = read_with_gaps(put(tmp_path, "a.xlsx", xlsx([[TOLD]])))
    assert "variorum[office]" in gaps[0].why


def test_each_has_its_reader():
    assert (FORMATS[".pptx"], FORMATS[".xlsx"]) == (slides.read, sheets.read)
