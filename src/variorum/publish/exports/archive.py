"""A ZIP of one file or more a document, whose bytes depend on what is in it alone."""

import re
import zipfile
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import BinaryIO

from variorum.model import Document
from variorum.publish.base.index import Index

_UNSAFE = re.compile(r"[^\w-]+")


def stem(index: Index, document: Document) -> str:
    """Return the name of a document's files: its number in the record, and its file's own name."""
    own = _UNSAFE.sub("-", PurePosixPath(document.path or document.name).stem).strip("-")
    return f"{index.document_number[document.id]:04}-{own[:60]}"


def write_archive(files: Iterable[tuple[str, str]], stream: BinaryIO) -> None:
    """Write files, each a name and its text, to a binary `stream` as a ZIP archive."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files:
            archive.writestr(zipfile.ZipInfo(name), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
