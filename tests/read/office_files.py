"""Slides, workbooks, Outlook messages and scans, made by their own libraries or to the format."""

from __future__ import annotations

import datetime
import io
import struct

import pypdfium2
from fpdf import FPDF
from openpyxl import Workbook
from pptx import Presentation
from pptx.util import Inches

MADE = datetime.datetime(2031, 5, 4, 12, 30)


def pptx(*paragraphs: str, notes: str = "", table: list[list[str]] | None = None) -> bytes:
    deck = Presentation()
    deck.core_properties.title, deck.core_properties.author = "The market", "Ana Ruiz"
    deck.core_properties.created = MADE
    for words in paragraphs:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = words
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
        if table:
            inch = Inches(1)
            shape = slide.shapes.add_table(len(table), len(table[0]), inch, inch * 3, inch, inch)
            for row, cells in zip(shape.table.rows, table, strict=True):
                for cell, told in zip(row.cells, cells, strict=True):
                    cell.text = told
    held = io.BytesIO()
    deck.save(held)
    return held.getvalue()


def xlsx(rows: list[list[object]]) -> bytes:
    book = Workbook()
    book.properties.title, book.properties.creator = "The market", "Ana Ruiz"
    book.properties.created = MADE
    sheet = book.active
    sheet.title = "Toll"
    for row in rows:
        sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def scan(words: str) -> bytes:
    """Return a PDF that is a picture of a page."""
    pdf = FPDF()
    pdf.set_font("helvetica", size=14)
    pdf.add_page()
    pdf.multi_cell(170, 8, words)
    picture = pypdfium2.PdfDocument(bytes(pdf.output()))[0].render(scale=200 / 72).to_pil()
    scanned = FPDF()
    scanned.add_page()
    scanned.image(picture, 0, 0, 210)
    return bytes(scanned.output())


SECTOR, SMALL, CUTOFF, FREE, END = 512, 64, 4096, 0xFFFFFFFF, 0xFFFFFFFE


def msg(properties: dict[int, str], sent: datetime.datetime | None = None) -> bytes:
    """Return an Outlook message (MS-OXMSG) with these properties of text, in a compound file."""
    streams = {
        f"__substg1.0_{tag:04X}001F": words.encode("utf-16-le") for tag, words in properties.items()
    }
    rows = b"".join(
        struct.pack("<HHIII", 0x001F, tag, 6, len(words.encode("utf-16-le")) + 2, 0)
        for tag, words in properties.items()
    )
    if sent is not None:
        epoch = datetime.datetime(1601, 1, 1, tzinfo=datetime.UTC)
        ticks = int((sent - epoch).total_seconds() * 10_000_000)
        rows += struct.pack("<HHIQ", 0x0040, 0x0039, 6, ticks)
    streams["__properties_version1.0"] = bytes(8) + struct.pack("<4I", 0, 0, 0, 0) + bytes(8) + rows
    return compound(streams)


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file (MS-CFB) with some small streams under its root."""
    names = sorted(streams, key=lambda name: (len(name), name.upper()))
    small, chain, starts = b"", [], []
    for name in names:
        data = streams[name]
        assert len(data) < CUTOFF
        count = -(-len(data) // SMALL)
        starts.append(len(chain) if count else END)
        chain += [*range(len(chain) + 1, len(chain) + count), END] if count else []
        small += data.ljust(count * SMALL, b"\0")
    entries = [_entry("Root Entry", 5, 1 if names else FREE, 2, len(small))]
    for number, (name, start) in enumerate(zip(names, starts, strict=True), 1):
        right = number + 1 if number < len(names) else FREE
        entries.append(_entry(name, 2, FREE, start, len(streams[name]), right))
    folders = _padded(b"".join(entries))
    minis = _padded(struct.pack(f"<{len(chain)}I", *chain), b"\xff")
    parts = [folders, minis, _padded(small)]
    # Sector 0 is the table of sectors; root's stream begins where the others end.
    table, place, firsts = [0xFFFFFFFD], 1, []
    for part in parts:
        count = len(part) // SECTOR
        firsts.append(place if count else END)
        table += [*range(place + 1, place + count), END] if count else []
        place += count
    folders = folders[:116] + struct.pack("<I", firsts[2]) + folders[120:]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack(
        "<IIIIIIIII", 0, 1, firsts[0], 0, CUTOFF, firsts[1], len(minis) // SECTOR, END, 0
    )
    head += struct.pack("<I", 0) + b"\xff" * (SECTOR - len(head) - 4)
    return (
        head + _padded(struct.pack(f"<{len(table)}I", *table), b"\xff") + folders + minis + parts[2]
    )


def _padded(data: bytes, fill: bytes = b"\0") -> bytes:
    return data + fill * (-len(data) % SECTOR)


def _entry(name: str, kind: int, child: int, start: int, size: int, right: int = FREE) -> bytes:
    label = name.encode("utf-16-le")
    return (
        label.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(label) + 2, kind, 1, FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
