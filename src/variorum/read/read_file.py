"""From a path to a Document, and to what is missing from it."""

import os
import re
import stat
from pathlib import Path

from variorum.errors import UnreadableDocument, UsageError
from variorum.language.backends import is_read
from variorum.model import Document, Gap
from variorum.read import sniff
from variorum.read.archives.capture_lists import Capture, capture_of, is_capture_list, unmet
from variorum.read.archives.members import is_archive, record_at
from variorum.read.content import Content, Source
from variorum.read.encoding import BROKEN
from variorum.read.formats import FORMATS
from variorum.read.language import detect, normalised
from variorum.read.publication_dates import edtf_date
from variorum.read.sections import sections
from variorum.settings import Settings
from variorum.text import clean

_MEGABYTE = 1_000_000
REPLACED = "Some of its bytes are no characters in any encoding and stand in it as \ufffd."
# Half of a surrogate pair, which broken files hold and no encoding can write.
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def read(path: str | Path, settings: Settings | None = None) -> Document:
    """Return the Document that the file at `path` holds.

    The text is brought to NFC with Unix line ends before it is frozen, and all offsets count its
    code points. The language is the one stated in the front matter or the page, else detected.

    Args:
        path: a file in one of the FORMATS.
        settings: the limits on size; those of the environment when left out.

    Raises:
        UnreadableDocument: when the file cannot be read; the reason says how to mend it.
    """
    return _read(str(path), settings or Settings.from_environment())[0]


def read_with_gaps(
    path: str | Path, settings: Settings | None = None
) -> tuple[Document | None, list[Gap]]:
    """Return the Document, or None when the file cannot be read, and all that is missing from it.

    The gaps name the file that could not be read, attachments and other parts left out, a date
    that is none, and a language from which no claims can be read yet. Raises nothing of its own.
    """
    try:
        document, remarks = _read(str(path), settings or Settings.from_environment())
    except UnreadableDocument as error:
        return None, [Gap(what=error.path, why=error.reason)]
    remarks = [*remarks, *_language_remarks(document.language)]
    return document, [Gap(what=str(path), why=why, document=document.id) for why in remarks]


def _language_remarks(language: str | None) -> list[str]:
    """Return what to say of a document in this language, if its claims cannot be read."""
    if language is None:
        return [
            "Its language could not be told, so no claims are read from it; state it in the front"
            " matter, as in 'language: en'."
        ]
    if not is_read(language):
        return [
            f"Its language, {language}, is not supported yet; the document is kept and shown, and"
            " no claims are read from it."
        ]
    return []


def _read(path: str, settings: Settings) -> tuple[Document, list[str]]:
    """Return the Document and the remarks of its reader."""
    source = _source(path, settings)
    sniff.check(source)
    try:
        content = FORMATS[source.suffix](source)
    except UsageError as error:
        # What reads it belongs to an extra that is not installed.
        raise source.unreadable(str(error)) from error
    source.check_length(len(content.text))
    if not content.text.strip():
        raise source.unreadable("There are no words in it; fetch or save the report again.")
    return _document(source, content)


def _document(source: Source, content: Content) -> tuple[Document, list[str]]:
    """Return the Document of the content, and what there is to remark about it."""
    remarks, published = list(content.remarks), edtf_date(content.published)
    if content.published and not published:
        remarks.append(
            f"Its date, {content.published[:60]!r}, is no date or can be read in two ways, and was"
            " left out; write it as 2017-11-14."
        )
    if BROKEN in content.text and BROKEN.encode() not in source.data:
        remarks.append(REPLACED)
    # One for one, so that the pages still begin where they did.
    text = _HALF_CHARACTER.sub("\ufffd", content.text)
    document = Document.from_text(
        text,
        path=source.path,
        title=_one_line(content.title),
        publisher=_one_line(content.publisher),
        author=_one_line(content.author),
        url=_one_line(content.url or source.url),
        captured=content.captured or source.captured,
        published=published,
        language=normalised(content.language) or detect(text),
        sections=tuple(sorted((*content.sections, *sections(text)), key=lambda part: part.start)),
        page_starts=content.page_starts,
        copy_of=_one_line(content.copy_of),
    )
    return document, remarks


def _one_line(words: str | None) -> str | None:
    """Return the words of a metadata field, cleaned and in one line, or None for none."""
    return " ".join(clean(_HALF_CHARACTER.sub("\ufffd", words or "")).split()) or None


def _source(path: str, settings: Settings) -> Source:
    """Return the bytes of the file, its suffix and size checked before a byte is read."""
    suffix = Path(path).suffix.lower()
    if _HALF_CHARACTER.search(path):
        shown = os.fsencode(path).decode("utf-8", "replace")
        raise UnreadableDocument(shown, "Its name is not valid UTF-8; rename the file.")
    try:
        if is_archive(Path(path).parent) and Path(path).parent.is_file():
            return _member(path, suffix, settings)
        status = Path(path).stat()
        _check_status(path, suffix, status.st_mode, status.st_size / _MEGABYTE, settings)
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UnreadableDocument(
            path, f"It cannot be opened ({why}); see that it is there and that you may read it."
        ) from error
    told = capture_of(Path(path)) or Capture(None, None)
    return Source(path, suffix, data, settings, told.url, told.captured)


def _member(path: str, suffix: str, settings: Settings) -> Source:
    """Return what a record of an archive holds."""
    found = record_at(Path(path), int(settings.max_file_mb * _MEGABYTE))
    _check_status(path, suffix, stat.S_IFREG, len(found.data) / _MEGABYTE, settings)
    return Source(path, suffix, found.data, settings, found.url, found.captured, found.charset)


def _check_status(path: str, suffix: str, mode: int, megabytes: float, settings: Settings) -> None:
    """Raise UnreadableDocument for what is no file, of no known format, or too large."""
    if stat.S_ISDIR(mode):
        raise UnreadableDocument(path, "It is a folder; give the files in it.")
    if not stat.S_ISREG(mode):
        raise UnreadableDocument(path, "It is a device or a pipe; save the report as a file.")
    if is_archive(Path(path)):
        raise UnreadableDocument(
            path,
            "The archive is broken, or holds no page and no mail that can be read; fetch it again,"
            " or give the reports in it as files.",
        )
    if is_capture_list(Path(path)):
        raise UnreadableDocument(
            path,
            f"It lists captured addresses, and {', '.join(unmet(Path(path))[:3]) or 'no report'} is"
            " not there; put the files that it names beside it.",
        )
    if suffix not in FORMATS:
        known = ", ".join(sorted(FORMATS))
        named = f"Files ending in {suffix}" if suffix else "Files without a suffix"
        csv = suffix == ".csv"
        table = " Event data are added with 'variorum add FILE -o CASE'." if csv else ""
        raise UnreadableDocument(
            path, f"{named} are not read; save the report as one of these: {known}.{table}"
        )
    if megabytes > settings.max_file_mb:
        raise UnreadableDocument(
            path,
            f"The file is {megabytes:,.1f} MB, more than the {settings.max_file_mb:g} MB allowed;"
            " give the report alone, or raise max_file_mb.",
        )
