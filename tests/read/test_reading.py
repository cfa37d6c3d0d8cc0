import os
import zipfile
from pathlib import Path

import pytest
from fpdf import FPDF

from variorum.errors import UnreadableDocument, VariorumError
from variorum.read.formats import FORMATS
from variorum.read.read_file import read, read_with_gaps
from variorum.settings import Settings

WORDS = "The minister said on Monday that the trucks had left the town at dawn."


def pdf_bytes() -> bytes:
    pdf = FPDF()
    pdf.set_font("helvetica", size=12)
    pdf.add_page()
    pdf.multi_cell(0, 6, WORDS)
    return bytes(pdf.output())


def archive(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w") as opened:
        for name, words in members.items():
            opened.writestr(name.replace("__", "/"), words)
    return path


def reason(path: Path, settings: Settings | None = None) -> str:
    with pytest.raises(UnreadableDocument) as raised:
        read(path, settings)
    assert isinstance(raised.value, VariorumError)
    document, gaps = read_with_gaps(path, settings)
    assert document is None
    assert [(gap.what, gap.why) for gap in gaps] == [(str(path), raised.value.reason)]
    assert raised.value.reason.endswith(".")
    return raised.value.reason


def test_a_path_may_be_a_string(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS)
    document = read(str(path))
    assert (document.text, document.path, document.language) == (WORDS, str(path), "en")
    assert read_with_gaps(path) == (document, [])


def test_suffixes_may_be_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "a.TXT"
    path.write_text(WORDS)
    assert read(path).text == WORDS


@pytest.mark.parametrize("suffix", sorted(FORMATS))
@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\x00\x00"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    assert "empty" in reason(path)


@pytest.mark.parametrize("suffix", sorted(FORMATS))
@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n12", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.7"]
)
def test_no_reader_crashes_on_the_bytes_of_another(
    tmp_path: Path, suffix: str, data: bytes
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    assert reason(path)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", pdf_bytes(), r"named .txt but is a PDF; rename it to end in .pdf"),
        ("a.html", pdf_bytes(), r"named .html but is a PDF"),
        ("a.txt", b"<!DOCTYPE html>\n<html><body><p>Words", r"rename it to end in .html"),
        ("a.md", b"\xef\xbb\xbf <!-- x --> <HTML lang='en'>", r"rename it to end in .html"),
        ("a.pdf", WORDS.encode(), r"named .pdf but is not a PDF"),
        ("a.pdf", b"PK\x03\x04 and more", r"is a zip archive; unpack it"),
        ("a.docx", WORDS.encode(), r"named .docx but is not a Word document"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"take the password off"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(99), r"is a PNG picture"),
        ("a.eml", b"{\\rtf1 words}", r"rich text"),
    ],
)
def test_a_file_that_lies_about_its_type_is_told(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert says in reason(path)


def test_a_document_named_as_text_is_told_by_what_is_in_it(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.txt", word__document__xml="x")
    assert "zip" in reason(path)
    path = archive(tmp_path / "b.txt", **{"word__document.xml": "x"})
    assert "rename it to end in .docx" in reason(path)


def test_other_suffixes_are_answered_with_those_that_are_read(tmp_path: Path) -> None:
    for name in ("photo.jpg", "notes"):
        (tmp_path / name).write_text(WORDS)
        said = reason(tmp_path / name)
        assert all(suffix in said for suffix in FORMATS)


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    with path.open("wb") as opened:
        opened.truncate(50_000_000)
    assert "50.0 MB, more than the 20 MB" in reason(path)


def test_a_long_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS)
    assert "longer than 10 characters" in reason(path, Settings(max_text_chars=10))
    assert read(path, Settings(max_text_chars=len(WORDS))).text == WORDS


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "cannot be opened" in reason(tmp_path / "nowhere.txt")
    assert "cannot be opened" in reason(tmp_path / ("long" * 100 + ".txt"))
    assert "cannot be opened" in reason(tmp_path / "nul\0.txt")
    (tmp_path / "folder.txt").mkdir()
    assert "is a folder" in reason(tmp_path / "folder.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe" in reason(tmp_path / "pipe.txt")


def test_a_file_one_may_not_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    assert "may read it" in reason(path)


def test_a_language_without_support_is_kept_and_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Ministern sade på måndagen att lastbilarna lämnade staden i gryningen.")
    document, (gap,) = read_with_gaps(path)
    assert document is not None
    assert document.language == "sv"
    assert (gap.what, gap.document) == (str(path), document.id)
    assert "sv, is not supported yet" in gap.why


def test_a_language_that_cannot_be_told_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("12 + 34 = 46")
    document, (gap,) = read_with_gaps(path)
    assert document is not None
    assert document.language is None
    assert "language: en" in gap.why


def test_the_same_file_gives_the_same_document(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS)
    assert read(path) == read(path)
