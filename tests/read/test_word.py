import datetime
import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from variorum.errors import UnreadableDocument
from variorum.read import read, read_with_gaps, word
from variorum.read.content import Source
from variorum.settings import Settings

WORDS = "The minister said on Monday that the trucks had left the town at dawn."


def save(word: Word, folder: Path) -> Path:
    word.save(str(folder / "report.docx"))
    return folder / "report.docx"


def rewritten(path: Path, **members: bytes) -> Path:
    """Return a copy of an archive in which members are replaced or added ('__' stands for '/')."""
    given = {name.replace("__", "/") + ".xml": data for name, data in members.items()}
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()} | given
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return path


def test_headings_paragraphs_and_tables_come_in_their_order(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("The convoy", 1)
    word.add_paragraph(WORDS)
    table = word.add_table(2, 2)
    for row, (left, right) in zip(table.rows, [("Trucks", "40"), ("Buses", "13")], strict=True):
        row.cells[0].text, row.cells[1].text = left, right
    word.add_paragraph("UPDATE: They came back.")
    document = read(save(word, tmp_path))
    assert document.text == (
        f"The convoy\n\n{WORDS}\n\nTrucks: 40.\nBuses: 13.\n\nUPDATE: They came back."
    )
    assert [section.label for section in document.sections] == ["UPDATE"]


def test_the_core_properties_are_read(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph(WORDS)
    properties = word.core_properties
    properties.title, properties.author = "Convoy", "Ann Lee"
    properties.created = datetime.datetime(2017, 11, 14, 9)
    document = read(save(word, tmp_path))
    assert (document.title, document.author) == ("Convoy", "Ann Lee")
    assert (document.published, document.language) == ("2017-11-14", "en")


def test_what_the_template_says_of_itself_is_not_believed(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph(WORDS)
    document = read(save(word, tmp_path))
    assert (document.author, document.published) == (None, None)


def test_tracked_insertions_are_read_and_deletions_are_not(tmp_path: Path) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("The trucks ")
    for xml in (
        "<w:ins {}><w:r><w:t>left</w:t></w:r></w:ins>",
        "<w:del {}><w:r><w:delText>stayed</w:delText></w:r></w:del>",
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    assert read(save(word, tmp_path)).text == "The trucks left"


def test_a_text_box_is_read_once_and_after_its_paragraph(tmp_path: Path) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("The trucks left.")
    box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:pict>{box}</w:pict></w:r>"))
    word.add_paragraph("They came back.")
    assert read(save(word, tmp_path)).text == ("The trucks left.\n\nIn the box.\n\nThey came back.")


def test_nested_tables_are_read_once(tmp_path: Path) -> None:
    word = docx.Document()
    cell = word.add_table(1, 1).cell(0, 0)
    cell.text = "Outer"
    cell.add_table(1, 1).cell(0, 0).text = "inner"
    assert read(save(word, tmp_path)).text == "Outer inner"


def test_notes_left_out_are_a_gap(tmp_path: Path) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph(WORDS)
    word.add_comment(paragraph.runs, text="Check this.", author="Ann")
    _, gaps = read_with_gaps(save(word, tmp_path))
    assert ["comments" in gap.why for gap in gaps] == [True]


def test_a_document_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="no words"):
        read(save(docx.Document(), tmp_path))


@pytest.mark.parametrize("share", [0.3, 0.9, 0.99])
def test_a_broken_zip_is_said(tmp_path: Path, share: float) -> None:
    word = docx.Document()
    word.add_paragraph(WORDS)
    path = save(word, tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(UnreadableDocument, match="broken"):
        read(path)


@pytest.mark.parametrize("xml", [b"", b"<w:document>", b"no xml", b"<a/>", b"\x00\xff"])
def test_broken_xml_is_said(tmp_path: Path, xml: bytes) -> None:
    word = docx.Document()
    path = rewritten(save(word, tmp_path), word__document=xml)
    with pytest.raises(UnreadableDocument):
        read(path)


def test_a_zip_of_another_kind_is_said(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as opened:
        opened.writestr("content.txt", WORDS)
    with pytest.raises(UnreadableDocument, match="without a Word document in it"):
        read(tmp_path / "a.docx")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph(WORDS)
    path = rewritten(save(word, tmp_path), word__media__bomb=bytes(3_000_000))
    with pytest.raises(UnreadableDocument, match=r"unpack to \d MB"):
        read(path, Settings(max_file_mb=0.1))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    laugh = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    body = "<w:body><w:p><w:r><w:t>They laughed. &e9;</w:t></w:r></w:p></w:body>"
    xml = f"<!DOCTYPE x [{laugh}]><w:document {nsdecls('w')}>{body}</w:document>"
    path = rewritten(save(docx.Document(), tmp_path), word__document=xml.encode())
    document, gaps = read_with_gaps(path)
    assert document is None or len(document.text) < 100
    assert document is not None or "broken" in gaps[0].why


def test_deep_xml_is_refused(tmp_path: Path) -> None:
    deep = "<w:sdt>" * 20_000 + "</w:sdt>" * 20_000
    xml = f"<w:document {nsdecls('w')}><w:body>{deep}</w:body></w:document>"
    path = rewritten(save(docx.Document(), tmp_path), word__document=xml.encode())
    with pytest.raises(UnreadableDocument):
        read(path)


def test_a_password_makes_another_container(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)).read())
    with pytest.raises(UnreadableDocument, match="password"):
        read(path)


def test_an_archive_may_unpack_to_twenty_times_the_allowed_size(tmp_path: Path) -> None:
    word_ = docx.Document()
    word_.add_paragraph(WORDS)
    path = save(word_, tmp_path)
    size = sum(entry.file_size for entry in zipfile.ZipFile(path).infolist()) / 1_000_000
    for share, allowed in ((1.01, True), (0.99, False)):
        settings = Settings(max_file_mb=size / 20 * share)
        source = Source("a.docx", ".docx", path.read_bytes(), settings)
        if allowed:
            assert word.read(source).text == WORDS
        else:
            with pytest.raises(UnreadableDocument, match="would unpack"):
                word.read(source)


def test_what_stands_at_the_head_and_foot_of_pages_is_read_once(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Forty people were killed.")
    document.add_section()
    document.sections[0].header.paragraphs[0].text = "Ministry of Health, 12 October 2017"
    document.sections[0].footer.paragraphs[0].text = "Ten of them were children."
    document.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx").text.split("\n\n") == [
        "Ministry of Health, 12 October 2017",
        "Forty people were killed.",
        "Ten of them were children.",
    ]


def test_strict_ooxml_is_read_as_the_usual_one(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph(WORDS)
    word.core_properties.author = "Ann Lee"
    path = save(word, tmp_path)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            for room in (b"wordprocessingml", b"officeDocument", b"drawingml"):
                usual = b"http://schemas.openxmlformats.org/" + room + b"/2006/"
                data = data.replace(usual, b"http://purl.oclc.org/ooxml/" + room + b"/")  # noqa: PLW2901
            new.writestr(name, data)
    document = read(path)
    assert (document.text, document.author) == (WORDS, "Ann Lee")
