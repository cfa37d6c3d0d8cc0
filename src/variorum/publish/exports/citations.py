"""The reports as references: BibTeX (biblatex's @online) and CSL-JSON, for reference managers."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from variorum.case import Json
from variorum.edtf import days
from variorum.model import Document
from variorum.publish.base.index import Index

_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_BRACES = re.compile(r"[{}\\]")
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
KEY_CHARS = 12
"""Characters of a document's id in its key; the whole id is in the note."""


def bibtex(index: Index) -> str:
    """Return an @online entry for each report; dates are EDTF, which biblatex reads."""
    return "\n".join(map(_entry, _reports(index)))


def csl(index: Index) -> list[Json]:
    """Return a CSL-JSON item for each report; what is not known is left out."""
    return [_item(document) for document in _reports(index)]


def _reports(index: Index) -> Iterator[Document]:
    return (document for document in index.case.documents if not document.data_set)


def _authors(document: Document) -> list[str]:
    return [name.strip() for name in (document.author or "").split(";") if name.strip()]


def _key(document: Document) -> str:
    return f"variorum-{document.id[:KEY_CHARS]}"


def _entry(document: Document) -> str:
    fields = {
        "title": document.title or document.name,
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in _authors(document)),
        "organization": document.publisher,
        "date": document.published,
        "url": _BRACES.sub(lambda found: quote(found[0]), document.url or ""),
        "langid": document.language,
        "note": f"SHA-256 of the text: {document.id}",
    }
    plain = ("author", "url", "date")
    lines = (
        f"  {name} = {{{value if name in plain else _escaped(value)}}},\n"
        for name, value in fields.items()
        if value
    )
    return f"@online{{{_key(document)},\n{''.join(lines)}}}\n"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES.get(match[0], f"\\{match[0]}"), text)


def _item(document: Document) -> Json:
    item = {
        "id": _key(document),
        "type": "article-newspaper" if document.publisher else "webpage",
        "title": document.title or document.name,
        "author": [{"literal": name} for name in _authors(document)],
        "container-title": document.publisher,
        "issued": _issued(document.published),
        "URL": document.url,
        "language": document.language,
        "note": f"SHA-256 of the text: {document.id}",
    }
    return {key: value for key, value in item.items() if value}


def _issued(published: str | None) -> Json | None:
    """Return a date as CSL has it: a day, a month or a year, or a range; else as it is written."""
    known = days(published)
    if not published or not known:
        return {"literal": published} if published else None
    plain = published.split("/")[0]
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", published):
        return {"date-parts": [[int(part) for part in plain.split("-")]]}
    return {"date-parts": [[day.year, day.month, day.day] for day in known]}
