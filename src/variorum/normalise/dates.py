"""Dates."""

from __future__ import annotations

from spacy.tokens import Doc

from variorum.model import Document, When

__all__ = ["dates"]


def dates(document: Document, doc: Doc | None = None) -> list[When]:
    """Return the dates."""
    return []
