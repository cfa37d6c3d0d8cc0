"""A ZIP of one file or more a document, whose bytes depend on what is in it alone."""

import re
import zipfile
from collections.abc import Iterable
from pathlib import PurePosixPath
from types import SimpleNamespace
from typing import BinaryIO

from variorum.model import Document
from variorum.publish.base.index import Index

_UNSAFE = re.compile(r"[^\w-]+")


def stem(index: Index, document: Document) -> str:
    """Return the name of a document's files: its number in the record, and its file's own name."""
    own = _UNSAFE.sub("-", PurePosixPath(document.path or document.name).stem).strip("-")
    return f"{index.document_number[document.id]:04}-{own[:60]}"


def write_archive(files: Iterable[tuple[str, Iterable[str]]], stream: BinaryIO) -> None:
    """Write files, each a name and the parts of its text, to a binary `stream` as a ZIP archive."""
    # Told nothing of where it stands, an archive is the same in a file and in a pipe.
    forward = SimpleNamespace(write=stream.write, flush=stream.flush)
    with zipfile.ZipFile(forward, "w") as archive:
        for name, parts in files:
            told = zipfile.ZipInfo(name)
            told.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(told, "w") as file:
                file.writelines(part.encode("utf-8") for part in parts)
            stream.flush()
