"""OpenDocument texts (ISO 26300): paragraphs, headings, lists and tables in their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from variorum.read.books.packed import parts, words, xml
from variorum.read.content import Content, Source, joined, person
from variorum.read.language import stated_or_detected

__all__ = ["read"]

_BLOCKS = {"p", "h"}
_SPACES = {"s": " ", "tab": "\t", "line-break": "\n"}
# What stands beside the text, and what was deleted under tracked changes.
_BESIDE = {"note", "annotation", "tracked-changes", "frame"}


def read(source: Source) -> Content:
    """Return the text of an .odt, a blank line between paragraphs, and its metadata.

    A table is one row a line, its cells between bars. Notes, comments and deleted words are left
    out; of notes and comments it is remarked. The date is the day the document was created.

    Raises:
        UnreadableDocument: when the archive is broken, or would unpack to far more than its size.
    """
    with parts(source) as archive:
        body = xml(archive, "content.xml")
        meta = xml(archive, "meta.xml") if "meta.xml" in archive.namelist() else None
        text = joined(list(_blocks(body)))
        created = words(meta, "creation-date")
        return Content(
            text=text,
            title=words(meta, "title"),
            author=person(words(meta, "initial-creator") or words(meta, "creator") or ""),
            published=created[:10] if created else None,
            language=stated_or_detected(words(meta, "language"), text),
            remarks=tuple(_notes(body)),
        )


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _blocks(element: Any) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name in _BLOCKS:
            yield "".join(_runs(child))
            yield from (block for box in _boxes(child) for block in _blocks(box))
        elif name == "table":
            yield "\n".join(_row(row) for row in child.iter("{*}table-row"))
        elif name not in _BESIDE - {"frame"}:
            yield from _blocks(child)


def _runs(element: Any) -> Iterator[str]:
    """Yield the words of a paragraph, without notes and without text boxes anchored in it."""
    yield element.text or ""
    for child in element:
        name = _name(child)
        if name in _SPACES:
            yield _SPACES[name] * int(child.get(f"{{{child.nsmap.get('text')}}}c", "1"))
        elif name not in _BESIDE:
            yield from _runs(child)
        yield child.tail or ""


def _boxes(element: Any) -> Iterator[Any]:
    return (box for box in element.iter("{*}text-box"))


def _row(row: Any) -> str:
    cells = (" ".join(" ".join(_blocks(cell)).split()) for cell in row.iter("{*}table-cell"))
    return " | ".join(cells)


def _notes(body: Any) -> Iterator[str]:
    for name, kind in (("note", "notes"), ("annotation", "comments")):
        if next(body.iter(f"{{*}}{name}"), None) is not None:
            yield f"Its {kind} were not read; copy them into the text if they matter."
