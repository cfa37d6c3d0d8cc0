"""Word documents: paragraphs, headings and tables in the order they stand in."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from variorum.read.books.packed import BROKEN, check_size
from variorum.read.content import Content, Source, joined, person
from variorum.read.language import stated_or_detected
from variorum.read.table_rows import rows_as_text

_TEXT, _TAB, _BREAKS = qn("w:t"), qn("w:tab"), {qn("w:br"), qn("w:cr")}
_SPAN, _VALUE, _HEADED = qn("w:gridSpan"), qn("w:val"), qn("w:tblHeader")
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
# ISO 29500 strict names its parts by other addresses.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"
# The same words a second time, for programs that cannot draw the first.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What the tool that wrote the file puts where the day should stand.
_TEMPLATE_DATE = "2013-12-23T23:15:00"


def read(source: Source) -> Content:
    """Return the text of a .docx, a blank line between paragraphs, and its core properties.

    Words inserted under track changes are in it, deleted ones are not. A table is one row a line,
    each figure with the heading of its column. What stands at the head of pages comes first, at
    their foot last, each once. The date is the day the document was created.

    Raises:
        UnreadableDocument: when the archive is broken, or would unpack to far more than its size.
    """
    try:
        _check_archive(source)
        return _content(docx.Document(io.BytesIO(_transitional(source.data))))
    except (*BROKEN, OpcError) as error:  # and whatever a part of the wrong kind leads to
        raise source.unreadable(
            "The Word document is broken and cannot be unpacked; open it in Word, and save it anew."
        ) from error


def _transitional(data: bytes) -> bytes:
    """Return a document in the names of the usual OOXML; those of strict OOXML are others."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if _STRICT.search(archive.read("word/document.xml")) is None:
            return data
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as renamed:
            for name in archive.namelist():
                renamed.writestr(name, _STRICT.sub(_USUAL, archive.read(name)))
        return held.getvalue()


def _check_archive(source: Source) -> None:
    """Raise UnreadableDocument for an archive of another kind, or one that unpacks too large."""
    with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
        if "word/document.xml" not in archive.namelist():
            raise source.unreadable(
                "It is named .docx but is a zip archive without a Word document in it; unpack it"
                " and give the reports in it."
            )
        check_size(source, archive)


def _content(document: Any) -> Content:
    """Return what the opened document says."""
    body = document.element.find(qn("w:body"))
    if body is None:
        raise KeyError("w:body")
    properties = document.core_properties
    created = properties.created
    if created and created.isoformat()[:19] == _TEMPLATE_DATE:
        created = None
    heads, feet = (_margins(document, part) for part in ("header", "footer"))
    remarks: list[str] = []
    text = joined([*heads, *_blocks(body, remarks), *feet])
    return Content(
        text=text,
        title=(properties.title or "").strip() or None,
        author=person(properties.author or ""),
        published=created.date().isoformat() if created else None,
        language=stated_or_detected(properties.language, text),
        remarks=(*_notes(document), *remarks),
    )


def _margins(document: Any, part: str) -> list[str]:
    """Return the text of the headers, or the footers, of the pages, each once."""
    shown = (getattr(section, part) for section in document.sections)
    texts = (joined(list(_blocks(one._element))) for one in shown if not one.is_linked_to_previous)
    return [text for text in dict.fromkeys(texts) if text]


def _blocks(element: Any, remarks: list[str] | None = None) -> Iterator[str]:
    """Yield the text of each paragraph and each table under an element, in their order."""
    remarks = [] if remarks is None else remarks
    for child in element:
        if child.tag == _PARAGRAPH:
            yield "".join(_runs(child))
            yield from _boxes(child)
        elif child.tag == _TABLE:
            headed = child.find(f".//{_HEADED}") is not None
            told, unread = rows_as_text([_row(row) for row in _own(child, _ROW)], headed)
            remarks += unread
            yield told
        elif child.tag != _FALLBACK:
            yield from _blocks(child, remarks)


def _runs(element: Any) -> Iterator[str]:
    """Yield the words of one paragraph, without those of text boxes anchored in it."""
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _TAB:
            yield "\t"
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag not in (_PARAGRAPH, _FALLBACK):
            yield from _runs(child)


def _boxes(paragraph: Any) -> Iterator[str]:
    """Yield the text of each text box anchored in a paragraph."""
    for inner in paragraph.iter(_PARAGRAPH):
        if inner is not paragraph and not any(a.tag == _FALLBACK for a in inner.iterancestors()):
            yield "".join(_runs(inner))


def _row(row: Any) -> list[str]:
    """Return the cells of a table's row; one that spans several columns stands in each."""
    cells: list[str] = []
    for cell in _own(row, _CELL):
        span = next((one.get(_VALUE, "1") for one in cell.iter(_SPAN)), "1")
        words = " ".join(" ".join(_blocks(cell)).split())
        cells += [words] * (int(span) if span.isdecimal() else 1)
    return cells


def _own(element: Any, tag: str) -> Iterator[Any]:
    """Yield an element's parts of this tag, without those of tables nested in it."""
    outer = element.tag
    return (part for part in element.iter(tag) if next(part.iterancestors(outer)) is element)


def _notes(document: Any) -> Iterator[str]:
    """Yield a remark for each kind of note in the document, none of which are read."""
    for part in document.part.package.iter_parts():
        stem = str(part.partname).rpartition("/")[2].removesuffix(".xml")
        # Every document has a part for notes; only those with words in them are worth a remark.
        if stem in {"footnotes", "endnotes", "comments"} and b"<w:t>" in part.blob.replace(
            b'<w:t xml:space="preserve">', b"<w:t>"
        ):
            yield f"Its {stem} were not read; copy them into the text if they matter."
