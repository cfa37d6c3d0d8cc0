"""Which reader reads which files: one line a suffix."""

from __future__ import annotations

from collections.abc import Callable

from variorum.read import mail, pdf, plain, word
from variorum.read.content import Content, Source
from variorum.read.web import html

__all__ = ["FORMATS"]

# A reader takes the bytes of a file and returns its text and what is known about it. A new format
# is a row here; so is one that a program adds while it runs.
FORMATS: dict[str, Callable[[Source], Content]] = {
    ".docx": word.read,
    ".eml": mail.read,
    ".htm": html.read,
    ".html": html.read,
    ".md": plain.read,
    ".pdf": pdf.read,
    ".txt": plain.read,
}
