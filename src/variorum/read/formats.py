"""Which reader reads which files: one line a suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from variorum.read import html, mail, pdf, plain, word
from variorum.read.content import Content, Source

__all__ = ["FORMATS"]

FORMATS: Mapping[str, Callable[[Source], Content]] = MappingProxyType(
    {
        ".docx": word.read,
        ".eml": mail.read,
        ".htm": html.read,
        ".html": html.read,
        ".md": plain.read,
        ".pdf": pdf.read,
        ".txt": plain.read,
    }
)
