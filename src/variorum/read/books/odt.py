"""OpenDocument texts (ISO 26300): paragraphs, headings, lists and tables in their order."""

from collections.abc import Iterator
from typing import Any

from variorum.read.books.packed import parts, words, xml
from variorum.read.content import Content, Source, joined, person
from variorum.read.language import stated_or_detected
from variorum.read.table_rows import rows_as_text

_SPACES = {"s": " ", "tab": "\t", "line-break": "\n"}
# What stands beside the text, and what was deleted under tracked changes.
_BESIDE = {"note", "annotation", "tracked-changes", "frame"}


def read(source: Source) -> Content:
    """Return the text of an .odt, a blank line between paragraphs, and its metadata.

    A table is one row a line, each figure with the heading of its column. Notes, comments and
    deleted words are left out; of notes and comments it is remarked. The date is the day the
    document was created.

    Raises:
        UnreadableDocument: when the archive is broken, or would unpack to far more than its size.
    """
    with parts(source) as archive:
        body = xml(archive, "content.xml")
        meta = xml(archive, "meta.xml") if "meta.xml" in archive.namelist() else None
        remarks: list[str] = []
        text = joined(list(_blocks(body, remarks)))
        created = words(meta, "creation-date")
        return Content(
            text=text,
            title=words(meta, "title"),
            author=person(words(meta, "initial-creator") or words(meta, "creator") or ""),
            published=created[:10] if created else None,
            language=stated_or_detected(words(meta, "language"), text),
            remarks=(*_notes(body), *remarks),
        )


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _blocks(element: Any, remarks: list[str]) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name in {"p", "h"}:
            yield "".join(_runs(child))
            boxes = child.iter("{*}text-box")
            yield from (block for box in boxes for block in _blocks(box, remarks))
        elif name == "table":
            headed = child.find("{*}table-header-rows") is not None
            told, unread = rows_as_text([_row(row) for row in child.iter("{*}table-row")], headed)
            remarks += unread
            yield told
        elif name not in _BESIDE - {"frame"}:
            yield from _blocks(child, remarks)


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


def _row(row: Any) -> list[str]:
    """Return the cells of a row; one that is repeated or spans several columns stands in each."""
    cells: list[str] = []
    for cell in row.iterchildren("{*}table-cell", "{*}covered-table-cell"):
        words = " ".join(" ".join(_blocks(cell, [])).split())
        covered = _name(cell) == "covered-table-cell" and cells
        times = cell.get(f"{{{cell.nsmap.get('table')}}}number-columns-repeated", "1")
        count = min(int(times), 50) if times.isdecimal() else 1
        cells += [cells[-1] if covered else words] * count
    return cells


def _notes(body: Any) -> Iterator[str]:
    for name, kind in (("note", "notes"), ("annotation", "comments")):
        if next(body.iter(f"{{*}}{name}"), None) is not None:
            yield f"Its {kind} were not read; copy them into the text if they matter."
