"""What is read: reports, their dated parts, and rows of event data sets."""

from __future__ import annotations

import functools
import hashlib
from pathlib import PureWindowsPath
from typing import Any

from pydantic import Field

from variorum.model.base import Record


class Section(Record):
    """A dated part of a document, such as an update appended later."""

    label: str
    start: int
    end: int
    published: str | None = Field(None, description="EDTF; null when the part has no own date")
    author: str | None = Field(
        None, description="who wrote it, where another than the author of the document"
    )


class Document(Record):
    """One report, frozen. Its id is the SHA-256 of its text."""

    id: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = Field(None, description="EDTF")
    language: str | None = Field(None, description="ISO 639-1")
    text: str
    sections: tuple[Section, ...] = ()
    page_starts: tuple[int, ...] = Field((), description="offset at which each page begins")
    revision_of: str | None = None
    copy_of: str | None = Field(None, description="what the file itself says it reprints")
    translation_of: str | None = Field(None, description="id of the document that it translates")
    captured: str | None = Field(
        None, description="EDTF: when a web archive captured it, where it is from one"
    )
    data_set: str | None = Field(
        None, description="the event data set whose rows it holds; null for reports"
    )

    @classmethod
    def from_text(cls, text: str, *, language: str | None = "en", **told: Any) -> Document:
        """Return a Document of `text`, with what is told of it by the names of the other fields."""
        key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(id=key, text=text, language=language, **told)

    @property
    def order(self) -> tuple[str, str, str]:
        """What the documents of a case are sorted by: reports by their path, then data sets."""
        return self.data_set or "", self.path or "", self.id

    @property
    def name(self) -> str:
        """The name a relay chain uses for this document: publisher, author, title or file name."""
        return self.publisher or self.author or self.title or self.file_name or self.id[:12]

    @property
    def file_name(self) -> str:
        """The last part of its path: what stands before it tells of the reader's machine."""
        return _last_part(self.path or "")

    @property
    def own_text(self) -> str:
        """Its text without the parts that others wrote, such as the mails quoted in a mail."""
        theirs = [part for part in self.sections if part.author is not None]
        edges = [0, *(edge for part in theirs for edge in (part.start, part.end)), len(self.text)]
        return "".join(self.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))

    def section_at(self, offset: int) -> Section | None:
        """Return the section that holds `offset`, or None in the body of the document."""
        return next((s for s in self.sections if s.start <= offset < s.end), None)


class Event(Record):
    """One row of an event data set: what its coders say happened, where and when."""

    id: str
    data_set: str = Field(description="the data set that says so, such as 'UCDP GED 23.1'")
    row: str = Field(description="the data set's own id of the row")
    line: int = Field(description="1-based line of the file at which the row begins")
    start: str = Field(description="EDTF: the first day it may have happened")
    end: str = Field(description="EDTF: the last")
    kind: str = Field(description="the type of event, in the data set's words")
    actors: tuple[str, ...] = Field(
        description="the two sides as the data set names them; who did it to whom where it says so"
    )
    directed: bool = Field(
        False, description="whether the first side is said to have done it to the second"
    )
    associates: tuple[str, ...] = ()
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    deaths: tuple[int | None, int | None, int | None] = Field(
        (None, None, None), description="lowest, best and highest estimate"
    )
    date_precision: int | None = Field(None, description="the data set's own code")
    place_precision: int | None = Field(None, description="the data set's own code")
    sources: tuple[str, ...] = ()
    notes: str = ""
    other: dict[str, str] = Field(
        default_factory=dict, description="every further column that is not empty, as written"
    )


@functools.lru_cache(maxsize=1 << 14)
def _last_part(path: str) -> str:
    return PureWindowsPath(path).name
