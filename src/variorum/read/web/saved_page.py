"""Pages saved by a browser as one file (MHTML, RFC 2557): the page among its parts."""

import email
from dataclasses import replace
from email import policy
from email.utils import parsedate_to_datetime

from variorum.read.content import Content, Source
from variorum.read.web import html


def read(source: Source) -> Content:
    """Return what the first page in an .mhtml file says, its address, and when it was saved.

    Raises:
        UnreadableDocument: when no page is found in it.
    """
    try:
        message = email.message_from_bytes(source.data, policy=policy.default)
        pages = (part for part in message.walk() if part.get_content_subtype() in {"html", "xhtml"})
        page = next(pages, None)
        data = page.get_payload(decode=True) if page is not None else b""
    except (RecursionError, LookupError, ValueError, AttributeError) as error:
        # What the parser raises on messages that break the standard; it promises no error class.
        raise source.unreadable(f"The saved page is broken ({error}); save it anew.") from error
    if page is None or not isinstance(data, bytes) or not data:
        raise source.unreadable("There is no page in it; save the page anew, or print it to PDF.")
    content = html.read(replace(source, data=data, charset=page.get_content_charset()))
    address = message.get("Snapshot-Content-Location") or page.get("Content-Location")
    saved = _moment(message.get("Date"))
    return replace(content, url=content.url or (str(address) if address else None), captured=saved)


def _moment(stated: object) -> str | None:
    """Return when a page was saved as EDTF, in the zone that is stated; None where it is not."""
    try:
        return parsedate_to_datetime(str(stated)).isoformat() if stated else None
    except ValueError:
        return None
