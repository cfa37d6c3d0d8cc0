"""Documents that are XML in a ZIP archive: opened with a bound on what they unpack to."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lxml import etree

from variorum.read.content import Source

# A text packs to a tenth; a document of pictures hardly packs at all. More is a bomb.
_MOST_TIMES_LARGER = 20
_MEGABYTE = 1_000_000
# What broken archives and the XML in them raise: zipfile, zlib and lxml each their own.
BROKEN = (
    zipfile.BadZipFile, zlib.error, etree.LxmlError, AttributeError, EOFError, LookupError, OSError,
    RuntimeError, SyntaxError, TypeError, ValueError, struct.error,
)  # fmt: skip


@contextmanager
def parts(source: Source) -> Iterator[zipfile.ZipFile]:
    """Open the archive of a document.

    Raises:
        UnreadableDocument: when it is broken, or would unpack to far more than its size.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            check_size(source, archive)
            yield archive
    except BROKEN as error:
        raise source.unreadable(
            f"The {source.suffix} document is broken and cannot be unpacked; open it in the program"
            " that wrote it, and save it anew."
        ) from error


def check_size(source: Source, archive: zipfile.ZipFile) -> None:
    """Raise UnreadableDocument where an archive would unpack to far more than its size."""
    size = sum(entry.file_size for entry in archive.infolist()) / _MEGABYTE
    if size > source.settings.max_file_mb * _MOST_TIMES_LARGER:
        raise source.unreadable(
            f"It would unpack to {size:,.0f} MB, far more than a report holds; save its text, and"
            " give that."
        )


def xml(archive: zipfile.ZipFile, name: str) -> Any:
    """Return the root of an XML part; entities are not expanded, and nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(archive.read(name), parser)
    if root is None:
        raise ValueError(f"{name} is no XML")
    return root


def words(tree: Any, name: str) -> str | None:
    """Return the words of the first element of a local name, in one line; None for none."""
    named = tree.iter(f"{{*}}{name}") if tree is not None else ()
    return next((" ".join("".join(one.itertext()).split()) for one in named), None) or None
