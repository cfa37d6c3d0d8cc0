"""What a file really is, told by its first bytes, where these leave no doubt."""

import re
from dataclasses import dataclass

from variorum.read.content import Source


@dataclass(frozen=True)
class Kind:
    """A kind of file: what people call it, the suffix it is read under, how its bytes begin."""

    name: str
    suffix: str | None
    magic: bytes


PDF = Kind("a PDF", ".pdf", b"%PDF-")
ZIP = Kind("a zip archive", None, b"PK\x03\x04")
EMPTY_ZIP = Kind("an empty zip archive", None, b"PK\x05\x06")
WORD = Kind("a Word document", ".docx", b"PK\x03\x04")
RTF = Kind("a rich text (RTF) document", ".rtf", b"{\\rtf")
# Both say in their first file, which is not packed, what they are.
EPUB = Kind("an EPUB book", ".epub", b"PK\x03\x04")
ODT = Kind("an OpenDocument text", ".odt", b"PK\x03\x04")
HTML = Kind("an HTML page", ".html", b"<html")
SLIDES = Kind("a PowerPoint presentation", ".pptx", b"PK\x03\x04")
SHEETS = Kind("an Excel workbook", ".xlsx", b"PK\x03\x04")
OUTLOOK = Kind("an Outlook message", ".msg", b"\xd0\xcf\x11\xe0\xa1\xb1")
OLD_OFFICE = Kind("an old or password-protected Office document", None, b"\xd0\xcf\x11\xe0\xa1\xb1")

# The last resort of each is to save it anew in a format that is read.
KINDS = (
    PDF,
    ZIP,
    EMPTY_ZIP,
    OLD_OFFICE,
    RTF,
    Kind("a PNG picture", None, b"\x89PNG\r\n\x1a\n"),
    Kind("a JPEG picture", None, b"\xff\xd8\xff"),
    Kind("a GIF picture", None, b"GIF8"),
    Kind("a TIFF picture", None, b"II*\x00"),
    Kind("a gzip archive", None, b"\x1f\x8b\x08"),
    Kind("a 7-Zip archive", None, b"7z\xbc\xaf\x27\x1c"),
    Kind("a RAR archive", None, b"Rar!\x1a\x07"),
    Kind("an SQLite database", None, b"SQLite format 3\x00"),
    Kind("a program", None, b"\x7fELF"),
)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)*(?:<!doctype\s+html|<html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_PDF_HEAD = 1024  # Readers of PDF look for the mark anywhere in the first kilobyte
# What the bytes must be where a suffix promises it, and what may not hide behind a text suffix.
_PROMISED = {one.suffix: one for one in (PDF, WORD, EPUB, OUTLOOK, ODT, SLIDES, RTF, SHEETS)}
_PARTS = {b"word/document.xml": WORD, b"ppt/presentation.xml": SLIDES, b"xl/workbook.xml": SHEETS}
# What every Outlook message has, in UTF-16: its version stream.
_VERSION = "__properties_version1.0".encode("utf-16-le")
_PACKED = {
    b"mimetypeapplication/epub+zip": EPUB,
    b"mimetypeapplication/vnd.oasis.opendocument.text": ODT,
}


def kind_of(data: bytes) -> Kind | None:
    """Return the kind that `data` certainly is, or None when it may be anything, such as text."""
    if _HTML.match(data[:4096]):
        return HTML
    if data.startswith(ZIP.magic):
        named = next((kind for part, kind in _PARTS.items() if part in data), None)
        if named is not None:
            return named
        head = data[30:_PDF_HEAD]
        return next((kind for mark, kind in _PACKED.items() if head.startswith(mark)), ZIP)
    if data.startswith(OUTLOOK.magic) and _VERSION in data:
        return OUTLOOK
    return next((kind for kind in KINDS if data.startswith(kind.magic)), None)


def check(source: Source) -> None:
    """Do nothing when the file is what its suffix says, as far as can be told for certain.

    Raises:
        UnreadableDocument: when the file is empty, or is something else.
    """
    if not source.data.strip(b"\x00\t\n\r\f\v "):
        raise source.unreadable("The file is empty; fetch or save the report again.")
    kind, promised = kind_of(source.data), _PROMISED.get(source.suffix)
    if kind is None and promised is PDF and PDF.magic in source.data[:_PDF_HEAD]:
        return
    if kind is promised or (kind is HTML and source.suffix in {".html", ".htm"}):
        return
    if kind is None and promised is not None:
        raise source.unreadable(
            f"It is named {source.suffix} but is not {promised.name}; give it the suffix of what it"
            " is, or fetch it again."
        )
    if kind is not None and not (kind is ZIP and promised in (WORD, EPUB, ODT, SLIDES, SHEETS)):
        raise source.unreadable(f"It is named {source.suffix} but is {kind.name}; {_mend(kind)}.")


def _mend(kind: Kind) -> str:
    """Return what to do with a file of this kind."""
    if kind.suffix:
        return f"rename it to end in {kind.suffix}"
    if kind is OLD_OFFICE:
        return "take the password off, and save it as .docx"
    if "archive" in kind.name:
        return "unpack it and give the reports in it"
    return "save the words in it as text, and give that"
