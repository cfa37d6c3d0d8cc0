"""EPUB books (W3C EPUB 3.3): their chapters in the order of reading."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import trafilatura

from variorum.read.books.packed import parts, words, xml
from variorum.read.content import Content, Source, joined
from variorum.read.encoding import decode
from variorum.read.language import stated_or_detected

_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre", "blockquote", "tr"}


def read(source: Source) -> Content:
    """Return the text of an .epub, a blank line between paragraphs, and its metadata.

    Raises:
        UnreadableDocument: when the archive is broken or locked, or would unpack to far too much.
    """
    with parts(source) as archive:
        if "META-INF/encryption.xml" in archive.namelist():
            raise source.unreadable("The book is locked; give a copy without copy protection.")
        package = next(xml(archive, "META-INF/container.xml").iter("{*}rootfile")).get("full-path")
        book = xml(archive, package)
        text = joined(
            [block for name in _chapters(book, package) for block in _blocks(archive, name)]
        )
        return Content(
            text=text,
            title=words(book, "title"),
            publisher=words(book, "publisher"),
            author=words(book, "creator"),
            published=(words(book, "date") or "")[:10] or None,
            language=stated_or_detected(words(book, "language"), text),
        )


def _chapters(book: Any, package: str) -> Iterator[str]:
    """Yield the names of the chapters in the order of reading."""
    files = {item.get("id"): item.get("href") for item in book.iter("{*}item")}
    folder = posixpath.dirname(package)
    for one in book.iter("{*}itemref"):
        href = files.get(one.get("idref"))
        if href:
            yield posixpath.normpath(posixpath.join(folder, unquote(href)))


def _blocks(archive: zipfile.ZipFile, name: str) -> Iterator[str]:
    """Yield the text of each innermost block of a chapter."""
    tree = trafilatura.load_html(decode(archive.read(name), "utf-8"))
    for element in tree.iter(*_BLOCKS) if tree is not None else ():
        if not any(inner is not element for inner in element.iter(*_BLOCKS)):
            yield " ".join("".join(element.itertext()).split())
