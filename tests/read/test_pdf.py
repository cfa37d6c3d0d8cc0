from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF

from variorum.errors import UnreadableDocument
from variorum.read import pdf, read, read_with_gaps
from variorum.read.content import Source
from variorum.settings import Settings
from variorum.text import span

ONE = (
    "The quick convoy of forty trucks left the port at dawn, the ministry said on Monday, and went"
    " north along the river, where the cease-fire held for many days and nobody was hurt."
)
TWO = "Drivers told the paper that the trip took three days. It was long."


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    def build(*pages: list[str], password: str = "", width: float = 70, **metadata: str) -> Path:
        pdf = FPDF()
        pdf.set_font("helvetica", size=12)
        for paragraphs in pages:
            pdf.add_page()
            for paragraph in paragraphs:
                pdf.multi_cell(width, 6, paragraph, align="L")
                pdf.ln(5)
        if metadata:
            pdf.set_title(metadata["title"])
            pdf.set_author(metadata["author"])
        if password:
            pdf.set_encryption("owner", password)
        pdf.output(str(tmp_path / "report.pdf"))
        return tmp_path / "report.pdf"

    return build


def test_lines_become_paragraphs(make: Callable[..., Path]) -> None:
    assert read(make([ONE, TWO])).text == f"{ONE}\n\n{TWO}"


def test_a_span_knows_its_page(make: Callable[..., Path]) -> None:
    document = read(make([ONE], [TWO], ["The end."]))
    assert document.text == f"{ONE}\n\n{TWO}\n\nThe end."
    assert [document.text[start:][:3] for start in document.page_starts] == ["The", "Dri", "The"]
    for words, page in ((ONE, 1), (TWO, 2), ("The end.", 3)):
        start = document.text.index(words)
        assert span(document, start, start + len(words)).page == page


def test_a_sentence_runs_on_over_a_page(make: Callable[..., Path]) -> None:
    document = read(make(["The convoy left the port and"], ["went north along the river."]))
    assert document.text == "The convoy left the port and went north along the river."
    assert document.page_starts == (0, document.text.index("went"))


def test_a_word_cut_at_the_end_of_a_line_is_made_whole(make: Callable[..., Path]) -> None:
    cut = "The govern-\nment said the US-\nbacked force left."
    text = f"{cut} The cease-\nfire, this cease-fire, held."
    assert read(make([text])).text == (
        "The government said the US-backed force left. The cease-fire, this cease-fire, held."
    )


def test_metadata_is_read(make: Callable[..., Path]) -> None:
    document = read(make([ONE], title="Convoy", author="Ann Lee"))
    assert (document.title, document.author, document.language) == ("Convoy", "Ann Lee", "en")
    assert read(make([ONE])).title is None


def test_a_password_is_said(make: Callable[..., Path]) -> None:
    path = make([ONE], password="secret")
    with pytest.raises(UnreadableDocument, match="protected by a password; save a copy"):
        read(path)


def test_a_scan_is_said(make: Callable[..., Path]) -> None:
    path = make([], [])
    with pytest.raises(UnreadableDocument, match="no text in it"):
        read(path)


def test_a_page_without_text_is_a_gap_and_keeps_its_number(make: Callable[..., Path]) -> None:
    document, (gap, *_) = read_with_gaps(make([ONE], [], [TWO]))
    assert document is not None
    assert "Page 2" in gap.why
    start = document.text.index(TWO)
    assert span(document, start, start + 5).page == 3


def test_a_broken_pdf_is_said(tmp_path: Path, make: Callable[..., Path]) -> None:
    whole = make([ONE]).read_bytes()
    (tmp_path / "cut.pdf").write_bytes(whole[: len(whole) // 8])
    with pytest.raises(UnreadableDocument, match="broken"):
        read(tmp_path / "cut.pdf")


def test_a_long_pdf_is_refused(make: Callable[..., Path]) -> None:
    path = make([ONE], [TWO])
    with pytest.raises(UnreadableDocument, match="longer than 100 characters"):
        read(path, Settings(max_text_chars=100))


def test_each_page_begins_where_its_first_word_stands(make: Callable[..., Path]) -> None:
    data = make([ONE], [TWO]).read_bytes()
    content = pdf.read(Source("a.pdf", ".pdf", data, Settings()))
    assert [content.text[start:].split()[0] for start in content.page_starts] == ["The", "Drivers"]


def test_the_day_is_the_one_at_the_top_and_not_that_of_printing(make: Callable[..., Path]) -> None:
    document, gaps = read_with_gaps(make(["Published 12 October 2017", ONE]))
    assert document is not None
    assert (document.published, gaps) == ("2017-10-12", [])
    document, (gap,) = read_with_gaps(make([ONE]))
    assert document is not None
    assert document.published is None
    assert "was made on" in gap.why
    assert read(make(["12 October 2017", "13 October 2017", ONE])).published is None
    late = [f"Line {n}." for n in range(6)]
    assert read(make([*late, "12 October 2017", ONE])).published is None


@pytest.mark.parametrize(
    ("named", "author"), [("jdoe", None), ("admin", None), ("Ann Lee", "Ann Lee")]
)
def test_a_login_name_is_no_author(
    make: Callable[..., Path], named: str, author: str | None
) -> None:
    assert read(make([ONE], title="Convoy", author=named)).author == author


def test_the_mark_of_a_note_is_no_digit_of_a_number(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.set_font("helvetica", size=12)
    pdf.add_page()
    pdf.write(6, "The police said that 40")
    pdf.char_vpos = "SUP"
    pdf.write(6, "13")
    pdf.char_vpos = "LINE"
    pdf.write(6, " people were killed, and 3 were hurt.")
    pdf.output(str(tmp_path / "a.pdf"))
    said = "The police said that 40 people were killed, and 3 were hurt."
    assert read(tmp_path / "a.pdf").text == said


def test_notes_at_the_foot_of_a_page_part_no_paragraph(tmp_path: Path) -> None:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=12)
    for words in ("The harbour was shut.", "The convoy left the port in the early morning and"):
        made.multi_cell(120, 6, words, align="L")
        made.ln(5)
    made.set_font("helvetica", size=8)
    made.set_y(250)
    made.multi_cell(
        120, 4, "1 Interview with a driver, who asked for his name to be left out of it."
    )
    made.add_page()
    made.set_font("helvetica", size=12)
    made.multi_cell(120, 6, "went north along the river.", align="L")
    made.output(str(tmp_path / "a.pdf"))
    document = read(tmp_path / "a.pdf")
    note = "1 Interview with a driver, who asked for his name to be left out of it."
    last = "The convoy left the port in the early morning and went north along the river."
    assert document.text.split("\n\n") == ["The harbour was shut.", note, last]
    assert document.page_starts == (0, document.text.index("went"))


def test_a_file_attached_to_a_pdf_is_a_gap(tmp_path: Path) -> None:
    annex = tmp_path / "annex.txt"
    annex.write_text("Ten were hurt.")
    pdf = FPDF()
    pdf.set_font("helvetica", size=12)
    pdf.add_page()
    pdf.write(6, ONE)
    pdf.embed_file(annex)
    pdf.output(str(tmp_path / "a.pdf"))
    _, gaps = read_with_gaps(tmp_path / "a.pdf")
    assert any("annex.txt" in gap.why for gap in gaps)
