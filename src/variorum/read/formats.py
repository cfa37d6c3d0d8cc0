"""Which reader reads which files: one line a suffix."""

from collections.abc import Callable

from variorum.read import pdf, plain, word
from variorum.read.books import epub, odt, rtf, sheets, slides
from variorum.read.content import Content, Source
from variorum.read.mails import mail, outlook
from variorum.read.web import html, saved_page

# A reader takes the bytes of a file and returns its text and what is known about it. A new format
# is a row here; so is one that a program adds while it runs.
FORMATS: dict[str, Callable[[Source], Content]] = {
    ".docx": word.read,
    ".eml": mail.read,
    ".epub": epub.read,
    ".htm": html.read,
    ".html": html.read,
    ".md": plain.read,
    ".mht": saved_page.read,
    ".mhtml": saved_page.read,
    ".msg": outlook.read,
    ".odt": odt.read,
    ".pdf": pdf.read,
    ".pptx": slides.read,
    ".rtf": rtf.read,
    ".txt": plain.read,
    ".xlsx": sheets.read,
}
