"""Sentences for tests: parsed once, with their words found by how they are written."""

from __future__ import annotations

import functools

from spacy.tokens import Doc, Token

from variorum.extract.document.reading import Reading
from variorum.language.parsing import parse
from variorum.model import Document

__all__ = ["doc", "document", "reading", "word"]


@functools.cache
def document(text: str) -> Document:
    """Return an English document of The Paper with that text."""
    return Document.from_text(text, publisher="The Paper", published="2021-05-04", language="en")


@functools.cache
def doc(text: str) -> Doc:
    """Return the parse of a text."""
    return parse(document(text))


def word(text: str, written: str, nth: int = 0) -> Token:
    """Return the nth token of a text that is written so."""
    return [token for token in doc(text) if token.text == written][nth]


def reading(text: str) -> Reading:
    """Return the reading of a text with its parse."""
    return Reading(document(text), doc(text))
