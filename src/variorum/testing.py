"""Gold as marked-up text: the span is seen in its sentence, and nobody counts offsets.

A mark is ``{label|words}`` or ``{label:number|words}``; marks may nest, and marks that share a
number belong together::

    {source:1|The drivers} {cue:1|said} {content:1|the trip took {measure|three days}}.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.model import Document

__all__ = ["Mark", "marked", "marked_document"]

_OPEN = re.compile(r"\{(?P<label>[\w-]+)(?::(?P<number>\d+))?(?:=(?P<value>[^|{}]*))?\|")


@dataclass(frozen=True)
class Mark:
    """One marked stretch of text; `value` is what stands after '=' in the mark, if anything."""

    label: str
    number: int
    start: int
    end: int
    words: str
    value: str | None = None


def marked(source: str) -> tuple[str, list[Mark]]:
    """Return the text without its marks, and the marks in order of their start.

    Raises:
        ValueError: when a mark is never closed.
    """
    plain: list[str] = []
    length = 0
    opened: list[tuple[re.Match[str], int]] = []
    found: list[tuple[re.Match[str], int, int]] = []
    position = 0
    while position < len(source):
        if match := _OPEN.match(source, position):
            opened.append((match, length))
            position = match.end()
        elif source[position] == "}" and opened:
            begun, start = opened.pop()
            found.append((begun, start, length))
            position += 1
        else:
            plain.append(source[position])
            length += 1
            position += 1
    if opened:
        raise ValueError(f"the mark {opened[-1][0].group()!r} is never closed")
    text = "".join(plain)
    marks = [
        Mark(m["label"], int(m["number"] or 0), start, end, text[start:end], m["value"])
        for m, start, end in found
    ]
    return text, sorted(marks, key=lambda mark: (mark.start, -mark.end))


def marked_document(source: str, **metadata: str) -> tuple[Document, list[Mark]]:
    """Return a Document of the text without its marks, and the marks."""
    text, marks = marked(source)
    return Document.from_text(
        text, published=metadata.get("published"), publisher=metadata.get("publisher")
    ), marks
