"""Slides (PowerPoint, OOXML): the words of each slide in their order, its tables and its notes."""

import datetime
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from variorum import lazy
from variorum.read.books.packed import parts
from variorum.read.content import Content, Source, joined, person
from variorum.read.language import stated_or_detected
from variorum.read.table_rows import rows_as_text

# When python-pptx's own template was made.
TEMPLATE = datetime.datetime(2013, 1, 27, 9, 14, 16, tzinfo=datetime.UTC)
_PICTURES = "Its pictures and charts were not read: {count} of them, on slides {slides}."


def read(source: Source) -> Content:
    """Return the text of a .pptx, slide by slide, each with the speaker's notes behind it.

    A slide begins a page; a table is one row a line, each figure with the heading of its column.

    Raises:
        UnreadableDocument: when it is broken, or would unpack to far more than its size.
    """
    broken = lazy.extra("pptx.exc", "PythonPptxError", "office")
    with parts(source):
        try:
            return _content(lazy.extra("pptx", "Presentation", "office")(BytesIO(source.data)))
        except broken as error:
            raise ValueError(str(error)) from error


def _content(deck: Any) -> Content:
    """Return what the opened slides say."""
    remarks: list[str] = []
    slides = [joined(list(_slide(slide, remarks))) for slide in deck.slides]
    text = joined(slides)
    stated = deck.core_properties
    made = stated.created
    if made and made.replace(tzinfo=datetime.UTC) == TEMPLATE:
        made = None
    return Content(
        text=text,
        title=(stated.title or "").strip() or None,
        author=person(stated.author or "") if made else None,
        published=made.date().isoformat() if made else None,
        language=stated_or_detected(stated.language, text),
        page_starts=tuple(_starts(slides)),
        remarks=(*_unread(deck), *remarks),
    )


def _slide(slide: Any, remarks: list[str]) -> Iterator[str]:
    yield from _words(slide.shapes, remarks)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        yield from slide.notes_slide.notes_text_frame.text.split("\n")


def _words(shapes: Any, remarks: list[str]) -> Iterator[str]:
    """Yield the paragraphs of some shapes, from the top of the slide to its foot."""
    for shape in sorted(shapes, key=lambda one: (one.top or 0, one.left or 0)):
        if hasattr(shape, "shapes"):
            yield from _words(shape.shapes, remarks)
        elif shape.has_text_frame:
            yield from shape.text_frame.text.replace("\v", "\n").split("\n")
        elif getattr(shape, "has_table", False):
            rows = [[" ".join(cell.text.split()) for cell in row.cells] for row in shape.table.rows]
            told, unread = rows_as_text(rows, shape.table.first_row)
            remarks += unread
            yield told


def _starts(slides: list[str]) -> Iterator[int]:
    """Yield where each slide begins in the text; one without words where the next one does."""
    start = 0
    for slide in slides:
        yield start
        start += len(slide) + len("\n\n") if slide else 0


def _unread(deck: Any) -> Iterator[str]:
    """Yield a remark on the pictures and charts of the slides, if there are any."""
    shown = [
        number
        for number, slide in enumerate(deck.slides, 1)
        for shape in slide.shapes
        if hasattr(shape, "image") or getattr(shape, "has_chart", False)
    ]
    if shown:
        slides = ", ".join(map(str, dict.fromkeys(shown)))
        yield _PICTURES.format(count=len(shown), slides=slides)
