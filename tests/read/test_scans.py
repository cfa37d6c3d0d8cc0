"""Pages that are pictures are read by tesseract where it is installed, and said to be."""

import os
import shutil
import stat

import pypdfium2
import pytest
from fpdf import FPDF
from office_files import scan

from variorum.read import read_with_gaps, scans

WORDS = "The mayor said that 40 people were killed in the market on Sunday."
HEAD = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
)
# What the program says of the page below, made as `tesseract stdin stdout tsv` makes it.
ROWS = [
    f"5\t1\t1\t1\t1\t{n}\t{130 + 160 * n}\t160\t150\t50\t{90 + n}\t{word}"
    for n, word in enumerate(WORDS.split())
]


def put(folder, data):
    path = folder / "a.pdf"
    path.write_bytes(data)
    return path


def program(folder, monkeypatch, body):
    """Put a program called tesseract on the path that answers so."""
    made = folder / "bin" / scans.PROGRAM
    made.parent.mkdir()
    made.write_text(f'#!/bin/sh\nif [ "$1" = --list-langs ]; then echo eng; exit 0; fi\n{body}\n')
    made.chmod(made.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{made.parent}{os.pathsep}{os.environ['PATH']}")
    scans._languages.cache_clear()


@pytest.mark.skipif(shutil.which(scans.PROGRAM) is None, reason="tesseract is not installed")
def test_a_scan_is_read_and_its_confidence_said(tmp_path):
    document, gaps = read_with_gaps(put(tmp_path, scan(WORDS)))
    assert document.text == WORDS
    assert "text recognition (OCR): 1, with a confidence of 9" in gaps[0].why


def test_words_confidence_and_ink_without_text_are_told(tmp_path, monkeypatch):
    table = "\\n".join([HEAD, *ROWS])
    program(tmp_path, monkeypatch, f"cat > /dev/null; printf '{table}\\n'")
    pdf = FPDF()
    pdf.add_page()
    pdf.set_fill_color(0)
    pdf.rect(20, 100, 30, 10, style="F")
    document, gaps = read_with_gaps(put(tmp_path, bytes(pdf.output())))
    assert document.text == WORDS
    assert "with a confidence of 96 in 100" in gaps[0].why
    assert "1 bands" in gaps[1].why


@pytest.mark.parametrize("body", ["exit 1", "cat > /dev/null; echo"])
def test_a_program_that_fails_leaves_the_gap(tmp_path, monkeypatch, body):
    program(tmp_path, monkeypatch, body)
    document, gaps = read_with_gaps(put(tmp_path, scan(WORDS)))
    assert document is None
    assert "only pictures of pages" in gaps[0].why


def test_without_the_program_a_scan_is_a_gap_that_says_the_mend(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not scans.is_there()
    document, gaps = read_with_gaps(put(tmp_path, scan(WORDS)))
    assert document is None
    assert "install tesseract" in gaps[0].why


def test_a_page_is_drawn_at_the_dots_that_the_program_is_told(tmp_path, monkeypatch):
    program(tmp_path, monkeypatch, f"head -c 15 > {tmp_path}/head; cat > /dev/null; exit 1")
    page = pypdfium2.PdfDocument(scan(WORDS))[0]
    assert scans.scanned(page) is None
    width, height = (round(side * 300 / 72) for side in page.get_size())
    kind, wide, high = (tmp_path / "head").read_bytes().split()[:3]
    assert kind == b"P5"
    assert abs(int(wide) - width) <= 1
    assert abs(int(high) - height) <= 1
