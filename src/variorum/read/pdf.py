"""PDF files with text in them: lines become paragraphs again, and every page keeps its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from variorum.read.content import Content, Source, person
from variorum.read.lines import Line, flow
from variorum.read.publication_dates import day_in, edtf_date
from variorum.read.scans import Scanned, is_there, scanned
from variorum.text import clean

# What pdfium gives for a hyphen that it takes for one at a line's end; the line end is left out.
_LINE_END_HYPHEN = 0x02
RAISED_SIZE = 0.8
MOST_DIGITS = 3
_NO_CHARACTERS = frozenset({0x00, 0xFFFE, 0xFFFF})
TOP_LINES = 6
LONGEST_TOP = 120
_MADE = (
    "It does not say when it was published; the file was made on {made}. Where that is the day,"
    " save its text with 'published: {made}' in the front matter."
)
_NO_TITLES = ("untitled", "microsoft word - ", "document")


def read(source: Source) -> Content:
    """Return the text of a PDF with the offset at which each page begins, and its metadata.

    Lines are joined to paragraphs, and words cut at a line's end to words, before offsets are
    fixed (see `lines`). The date is the one that the top of the first page shows; the day on which
    the file was made, which may be the day of printing, is only remarked on.

    Raises:
        UnreadableDocument: when the file is broken, needs a password, or is a scan without text.
    """
    with _opened(source) as document:
        pages = [_lines(page) for page in _pages(source, document)]
        empty = [number for number, lines in enumerate(pages) if not lines]
        seen = {number: scanned(document[number]) for number in empty if is_there()}
        pages = [one.lines if (one := seen.get(n)) else lines for n, lines in enumerate(pages)]
        notes = list(_comments(document))
        metadata = document.get_metadata_dict(skip_empty=True)
        attached = [
            document.get_attachment(i).get_name() for i in range(document.count_attachments())
        ]
    if not any(pages):
        raise source.unreadable(
            "It has no text in it, only pictures of pages; run text recognition (OCR) on it first,"
            " or install tesseract, and it is run on such pages here."
        )
    text, starts = flow(pages)
    title = clean(metadata.get("Title", "")).strip()
    day, made = _day_at_top(text), edtf_date(metadata.get("CreationDate"))
    return Content(
        text=text,
        title=None if title.lower().startswith(_NO_TITLES) else title or None,
        author=person(clean(metadata.get("Author", ""))),
        published=day,
        page_starts=starts,
        remarks=(
            *_empty_pages(pages),
            *_scans(seen),
            *notes,
            *(f"Its attachment {name} was not read; give it as a file too." for name in attached),
            *([_MADE.format(made=made)] if made and not day else ()),
        ),
    )


def _day_at_top(text: str) -> str | None:
    """Return the one day that the short lines at the top of a text show, or None."""
    top = [line for line in text.split("\n\n")[:TOP_LINES] if len(line) <= LONGEST_TOP]
    days = {day for line in top if (day := day_in(line)) is not None}
    return days.pop() if len(days) == 1 else None


@contextmanager
def _opened(source: Source) -> Iterator[Any]:
    """Yield the opened PDF, and close it."""
    try:
        document = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise source.unreadable(
                "It is protected by a password; save a copy without one, and give that."
            ) from error
        raise source.unreadable(
            "The PDF is broken and cannot be opened; fetch it again, or print it to a new PDF."
        ) from error
    try:
        yield document
    finally:
        document.close()


def _pages(source: Source, document: Any) -> Iterator[Any]:
    """Yield the text of each page, as pdfium holds it; stop when there is too much of it."""
    chars = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError as error:
            raise source.unreadable(
                f"Page {number + 1} of the PDF is broken; print it to a new PDF, and give that."
            ) from error
        text_page = page.get_textpage()
        chars += text_page.count_chars()
        source.check_length(chars)
        yield text_page
        text_page.close()
        page.close()


def _lines(text_page: Any) -> list[Line]:
    """Return the lines of a page that have words in them."""
    lines: list[Line] = []
    first, words = 0, ""
    count = text_page.count_chars()
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text_page.raw, index)
        if code == _LINE_END_HYPHEN:
            words += "-"
        elif code not in _NO_CHARACTERS and code != 0x0A and not _is_note(text_page, index, code):
            words += chr(code)
        if code in (0x0A, _LINE_END_HYPHEN) or index == count - 1:
            if words.strip():
                # Of a rare character pdfium gives two halves.
                whole = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
                lines.append(_line(text_page, clean(whole).strip(), first, index))
            first, words = index + 1, ""
    return lines


def _is_note(text_page: Any, index: int, code: int) -> bool:
    """Return whether a digit is the mark of a note: small, and raised over the text before it."""
    if not 0x30 <= code <= 0x39 or index == 0:
        return False
    size = pdfium.FPDFText_GetFontSize(text_page.raw, index)
    for step in range(1, min(index, MOST_DIGITS) + 1):
        before = pdfium.FPDFText_GetFontSize(text_page.raw, index - step)
        if before * RAISED_SIZE >= size:
            raised: bool = text_page.get_charbox(index)[1] > text_page.get_charbox(index - step)[1]
            return raised and pdfium.FPDFText_GetUnicode(text_page.raw, index - step) > 0x20
    return False


def _line(text_page: Any, words: str, first: int, last: int) -> Line:
    """Return a line with its place on the page, from its first and last printed characters."""
    boxes = [text_page.get_charbox(index, loose=True) for index in (first, last)]
    for step in range(1, 3):
        # Spaces and line ends that pdfium made up have no box of their own.
        if boxes[1][2] <= boxes[1][0] and last - step > first:
            boxes[1] = text_page.get_charbox(last - step, loose=True)
    (left, bottom, right, top), end = boxes
    # Where the script runs from right to left, the first character is the rightmost.
    return Line(words, min(left, end[0]), max(right, end[2]), bottom, top - bottom)


def _scans(seen: dict[int, Scanned | None]) -> Iterator[str]:
    """Yield remarks on the pages whose text was recognised in pictures of them."""
    read = {number + 1: one for number, one in seen.items() if one is not None and one.lines}
    if read:
        sure = [value for one in read.values() for value in one.sure]
        yield (
            f"Pages read by text recognition (OCR): {', '.join(map(str, read))}, with a confidence"
            f" of {sum(sure) / len(sure):.0f} in 100; compare quotations with the pages."
        )
    for number, one in read.items():
        if one.unread:
            yield (
                f"Page {number} has ink in which no text was recognised, {one.unread} bands of it:"
                " a picture, or lines that were not read; look at the page."
            )


def _comments(document: Any) -> Iterator[str]:
    """Yield a remark where readers of a PDF have put comments on its pages."""
    count = 0
    for page in document:
        for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
            annotation = pdfium.FPDFPage_GetAnnot(page, number)
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            length = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
            # A text in UTF-16 that is empty has two bytes.
            count += kind != pdfium.FPDF_ANNOT_POPUP and length > 2
            pdfium.FPDFPage_CloseAnnot(annotation)
        page.close()
    if count:
        yield f"{count} comments on its pages were not read; copy them into the text."


def _empty_pages(pages: list[list[Line]]) -> Iterator[str]:
    """Yield a remark on the pages without text, if there are any."""
    empty = [str(number) for number, lines in enumerate(pages, 1) if not lines]
    if empty:
        many = "Pages" if len(empty) > 1 else "Page"
        yield f"{many} {', '.join(empty)} of it had no text; run text recognition (OCR) on it."
