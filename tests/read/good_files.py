"""Files of packed and saved formats, made by their own libraries or by the rules of the format."""

from __future__ import annotations

import io
import zipfile
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from odf.dc import Language, Title
from odf.meta import CreationDate, InitialCreator
from odf.office import Annotation
from odf.opendocument import OpenDocumentText
from odf.table import Table, TableCell, TableRow
from odf.text import H, LineBreak, Note, NoteBody, P, S, Span

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
)
BOOK = (
    '<package xmlns="http://www.idpf.org/2007/opf"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The market</dc:title>'
    "<dc:creator>Ana Ruiz</dc:creator><dc:publisher>The Gull</dc:publisher>"
    "<dc:date>2031-05-04T00:00:00Z</dc:date><dc:language>en</dc:language></metadata>"
    '<manifest><item id="b" href="two.xhtml"/><item id="a" href="one%20a.xhtml"/></manifest>'
    '<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="gone"/></spine></package>'
)


def epub(*chapters: str, package: str = BOOK) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OPS/book.opf", package)
        for name, body in zip(("one a", "two"), chapters, strict=True):
            page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
            archive.writestr(f"OPS/{name}.xhtml", page)
    return held.getvalue()


def odt(*paragraphs: str, noted: bool = False) -> bytes:
    document = OpenDocumentText()
    document.meta.addElement(Title(text="The market"))
    document.meta.addElement(InitialCreator(text="Ana Ruiz"))
    document.meta.addElement(CreationDate(text="2031-05-04T12:30:00"))
    document.meta.addElement(Language(text="en-GB"))
    document.text.addElement(H(outlinelevel=1, text="Forty dead"))
    for words in paragraphs:
        paragraph = P()
        paragraph.addElement(Span(text=words))
        if noted:
            note = Note(noteclass="footnote", id="n1")
            body = NoteBody()
            body.addElement(P(text="A note beside the text."))
            note.addElement(body)
            paragraph.addElement(note)
            comment = Annotation()
            comment.addElement(P(text="A comment."))
            paragraph.addElement(comment)
        document.text.addElement(paragraph)
    last = P(text="One")
    last.addElement(S(c=2))
    last.addText("line")
    last.addElement(LineBreak())
    last.addText("and another.")
    document.text.addElement(last)
    table, row = Table(name="t"), TableRow()
    for words in ("dead", "40"):
        cell = TableCell()
        cell.addElement(P(text=words))
        row.addElement(cell)
    table.addElement(row)
    document.text.addElement(table)
    held = io.BytesIO()
    document.write(held)
    return held.getvalue()


def rtf(words: str, page: int = 1252) -> bytes:
    head = rb"{\rtf1\ansi\ansicpg%d\deff0{\fonttbl{\f0 Arial;}}" % page
    info = (
        rb"{\info{\title The \'6darket}{\author Ana Ruiz}"
        rb"{\creatim\yr2031\mo5\dy4\hr12\min30}}"
    )
    text = "".join(
        c if c.isascii() else "".join(f"\\'{b:02x}" for b in c.encode(f"cp{page}")) for c in words
    )
    return head + info + text.replace("\n", "\\par\n").encode("ascii") + b"}"


def mhtml(page: str, charset: str = "utf-8") -> bytes:
    whole = MIMEMultipart("related")
    whole["Snapshot-Content-Location"] = "https://gull.example/market"
    whole["Date"] = "Sun, 04 May 2031 12:30:00 +0200"
    whole.attach(MIMEText(page, "html", charset))
    whole.attach(MIMEText("p { color: red }", "css"))
    return whole.as_bytes()
