"""The words around a number: its sentence, and the clause of it."""

from variorum.compare.quantities.answers import Reply
from variorum.model import Document
from variorum.text import STOPS, words_around

BREAKS = (*STOPS, ", ", "; ", "، ", "؛ ", " – ", " — ")


def sentence_of(document: Document, reply: Reply) -> tuple[str, int]:
    """Return the words around a number up to the stops on either side, and its place in them."""
    return _between(document, reply, STOPS)


def clause_of(document: Document, reply: Reply) -> tuple[str, int]:
    """Return the words around a number up to the commas and stops, and its place in them."""
    return _between(document, reply, BREAKS)


def _between(document: Document, reply: Reply, stops: tuple[str, ...]) -> tuple[str, int]:
    start, end = reply.measure.span.start, reply.measure.span.end
    first, last = words_around(document.text, start, end, stops)
    return document.text[first:last], start - first
