"""Which parts of a document are read by whom: paragraphs in another language, and tables.

Each part is the document with all that is not of this part blanked, so that places in it are
places in the document.
"""

import re
from collections.abc import Iterator
from typing import Any

from variorum.language.backends import is_read
from variorum.model import CONTEXT_CHARS, Claim, Document, Gap
from variorum.read.language import sure_language
from variorum.text import paragraphs

Range = tuple[int, int]
_TABLE = re.compile(r"(?:^[^\n|]*\|[^\n|]*\|[^\n]*(?:\n|\Z)){2,}", re.MULTILINE)
_WORDS = re.compile(r"\S")


def parts_of(document: Document) -> list[Document]:
    """Return the parts of a document in the languages that are read, the main one first.

    A document in one language without a table is its own only part.
    """
    others = list(_others(document))
    tables = [match.span() for match in _TABLE.finditer(document.text)]
    if not others and not tables:
        return [document]
    found = [_without(document, document.language, [*(place for _, place in others), *tables])]
    for language in dict.fromkeys(code for code, _ in others if is_read(code)):
        own = [place for code, place in others if code == language]
        found.append(_without(document, language, [*_between(document, own), *tables]))
    return found


def gaps_of(document: Document) -> Iterator[Gap]:
    """Yield what of a document nobody reads: tables, and languages that are not read."""
    unread = dict.fromkeys(code for code, _ in _others(document) if not is_read(code))
    why = [f"A part of it is in {code}, a language that is not read." for code in unread]
    if (table := _TABLE.search(document.text)) is not None:
        row = " ".join(table.group().split("\n")[0].split())[:60]
        why.append(f"No claims are read from the table in it that begins {row!r}.")
    for reason in why:
        yield Gap(what=str(document.path), why=reason, document=document.id)


def _others(document: Document) -> Iterator[tuple[str, Range]]:
    """Yield the paragraphs that are in another language than the document, with its code."""
    for place in paragraphs(document.text):
        language = sure_language(document.text[slice(*place)], document.language)
        if language is not None:
            yield language, place


def _between(document: Document, places: list[Range]) -> Iterator[Range]:
    """Yield what lies between some places."""
    start = 0
    for low, high in places:
        yield start, low
        start = high
    yield start, len(document.text)


def _without(document: Document, language: str | None, places: list[Range]) -> Document:
    """Return the document in a language, with the words of some places blanked."""
    text = document.text
    for low, high in places:
        text = text[:low] + _WORDS.sub(" ", text[low:high]) + text[high:]
    return document.model_copy(update={"text": text, "language": language})


def of_whole(claim: Claim, document: Document) -> Claim:
    """Return a claim of a part with the context that its words have in the whole document."""
    return Claim.model_validate(_in_context(claim.model_dump(), document.text))


def _in_context(value: Any, text: str) -> Any:
    if isinstance(value, dict):
        found = {key: _in_context(inner, text) for key, inner in value.items()}
        if {"start", "end", "prefix", "suffix"} <= set(found):
            start, end = found["start"], found["end"]
            found["prefix"] = text[max(0, start - CONTEXT_CHARS) : start]
            found["suffix"] = text[end : end + CONTEXT_CHARS]
        return found
    if isinstance(value, list | tuple):
        return [_in_context(inner, text) for inner in value]
    return value
