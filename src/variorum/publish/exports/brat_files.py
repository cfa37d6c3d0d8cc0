"""brat standoff: for each document its text and its marks, with the list of their types."""

import re
from collections.abc import Iterator
from importlib import resources
from typing import BinaryIO

from variorum.case import Case
from variorum.model import Span
from variorum.publish.base.index import Index
from variorum.publish.exports.archive import stem, write_archive
from variorum.publish.tables.marks import Mark, marks

# The file that tells brat the types of marks.
CONFIGURATION = "annotation.conf"
_LINE = re.compile(r"[^\n]+")


def write_brat(case: Case, stream: BinaryIO) -> None:
    """Write the documents of `case` to a binary `stream` as a ZIP of .txt and .ann files.

    Offsets count code points, as brat's own do. A note on each claim has its id and its speaker.
    """
    write_archive(_files(Index(case)), stream)


def _files(index: Index) -> Iterator[tuple[str, str]]:
    own = resources.files("variorum.publish").joinpath("templates", CONFIGURATION)
    yield CONFIGURATION, own.read_text("utf-8")
    for document in index.case.documents:
        name = stem(index, document)
        yield f"{name}.txt", document.text
        yield f"{name}.ann", "".join(f"{line}\n" for line in _lines(index, document.id))


def _lines(index: Index, document: str) -> Iterator[str]:
    claim, attributes = 0, 0
    for number, mark in enumerate(marks(index, document), start=1):
        yield _text_bound(number, mark)
        if mark.layer != "Claim":
            yield f"R{number}\tOf Arg1:T{number} Arg2:T{claim}"
            continue
        claim = number
        for name in ("Stance", "Certainty"):
            attributes += 1
            yield f"A{attributes}\t{name} T{number} {mark.facts[name.lower()]}"
        said = " ".join(mark.facts["speaker"].split())
        yield f"#{number}\tAnnotatorNotes T{number}\t{mark.claim}; speaker: {said}"


def _text_bound(number: int, mark: Mark) -> str:
    """Return a T line; a place that runs over the end of a line is told as several."""
    parts = [part for span in mark.spans for part in _parts(span)]
    places = ";".join(f"{start} {end}" for start, end, _ in parts)
    return f"T{number}\t{mark.layer} {places}\t{' '.join(words for _, _, words in parts)}"


def _parts(span: Span) -> list[tuple[int, int, str]]:
    found = _LINE.finditer(span.exact)
    return [(span.start + part.start(), span.start + part.end(), part[0]) for part in found]
