"""Laws of the whole stage: whatever the bytes, there is a document or a gap, and never a crash."""

from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import docx
import good_files
import office_files
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.read import FORMATS, read_with_gaps

WORDS = "The minister said on Monday that the trucks had left the town at dawn."


def good_pdf() -> bytes:
    pdf = FPDF()
    pdf.set_compression(False)
    pdf.set_font("helvetica", size=12)
    pdf.add_page()
    pdf.multi_cell(60, 6, WORDS)
    return bytes(pdf.output())


def good_word() -> bytes:
    word = docx.Document()
    word.add_paragraph(WORDS)
    held = BytesIO()
    word.save(held)
    return held.getvalue()


def good_mail() -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"] = "The convoy", "Ann Lee <ann@example.org>"
    made.set_content(WORDS)
    made.add_attachment(b"123", maintype="image", subtype="png", filename="a.png")
    return bytes(made)


PAGE = f"<!doctype html><html lang='en'><head><title>x</title></head><body><p>{WORDS}</p></body>"
GOOD = {
    ".docx": good_word(),
    ".eml": good_mail(),
    ".epub": good_files.epub(f"<p>{WORDS}</p>", ""),
    ".htm": PAGE.encode(),
    ".html": PAGE.encode(),
    ".md": f"---\ntitle: x\n---\n{WORDS}".encode(),
    ".mht": good_files.mhtml(PAGE),
    ".mhtml": good_files.mhtml(PAGE),
    ".msg": office_files.msg({0x0037: "The convoy", 0x1000: WORDS}),
    ".odt": good_files.odt(WORDS),
    ".pdf": good_pdf(),
    ".pptx": office_files.pptx(WORDS),
    ".rtf": good_files.rtf(WORDS),
    ".txt": WORDS.encode(),
    ".xlsx": office_files.xlsx([["what"], [WORDS]]),
}


def check(folder: Path, suffix: str, data: bytes) -> None:
    path = folder / f"report{suffix}"
    path.write_bytes(data)
    document, gaps = read_with_gaps(path)
    assert document is not None or len(gaps) == 1
    if document is not None:
        assert document.text.strip()
        assert document.model_validate_json(document.model_dump_json()) == document


def test_every_format_has_a_good_file_here() -> None:
    assert GOOD.keys() == FORMATS.keys()


@pytest.mark.parametrize("suffix", sorted(FORMATS))
@settings(max_examples=40, deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, suffix: str, data: bytes) -> None:
    check(tmp_path_factory.mktemp("any"), suffix, data)


@pytest.mark.parametrize("suffix", sorted(FORMATS))
@settings(max_examples=60, deadline=None)
@given(at=st.floats(0, 1), cut=st.integers(0, 40), put=st.binary(max_size=20))
def test_a_good_file_with_a_wound(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, at: float, cut: int, put: bytes
) -> None:
    good = GOOD[suffix]
    place = int(at * len(good))
    check(tmp_path_factory.mktemp("wound"), suffix, good[:place] + put + good[place + cut :])


def test_half_characters_are_replaced(tmp_path: Path) -> None:
    title = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "a\\ud800b"}'
    check(tmp_path, ".html", PAGE.replace("</head>", title + "</script></head>").encode())
    check(tmp_path, ".html", PAGE.replace("trucks", "tr&#xD800;ucks").encode())
    check(tmp_path, ".eml", b"Subject: \xe3\xe6\xff\nFrom: \xe3\xe6 <a@b.c>\n\n" + WORDS.encode())
