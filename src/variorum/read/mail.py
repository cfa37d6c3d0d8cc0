"""Mail: one message, its subject, sender, date and body."""

from __future__ import annotations

import email
from email import policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime

from variorum.read.content import Content, Source
from variorum.read.encoding import decode
from variorum.read.html import main_text
from variorum.read.language import stated_or_detected
from variorum.text import clean

__all__ = ["read"]

_BODIES = ("plain", "html")


def read(source: Source) -> Content:
    """Return the body of an .eml file, its text part before its HTML part, with its headers.

    The date is the day in the sender's own time zone. Attachments are remarked on, one by one;
    to have them read, save them as files and give those.

    Raises:
        UnreadableDocument: when it is no mail, or has no body in words.
    """
    try:
        message = email.message_from_bytes(source.data, policy=policy.default)
        if not message.keys():
            raise source.unreadable("It has no mail headers; save the message anew as .eml.")
        return _content(source, message)
    except (RecursionError, LookupError, ValueError, AttributeError) as error:
        # What the parser raises on messages that break the standard; it promises no error class.
        raise source.unreadable(
            f"The message is broken ({error}); save its text, and give that."
        ) from error


def _content(source: Source, message: EmailMessage) -> Content:
    """Return what the parsed message says."""
    body = message.get_body(preferencelist=_BODIES)
    text = _words(body) if body is not None else ""
    if not text.strip():
        raise source.unreadable("The message has no text; save its attachments and give those.")
    name, address = parseaddr(str(message.get("From", "")))
    return Content(
        text=text,
        title=_header(message, "Subject"),
        author=name or address or None,
        published=_day(message),
        language=stated_or_detected(_header(message, "Content-Language"), text),
        remarks=tuple(_left_out(part) for part in message.walk() if _is_file(part, body)),
    )


def _words(part: MIMEPart) -> str:
    """Return the words of a text part, in NFC; of a page, its main text."""
    payload = part.get_payload(decode=True)
    raw = decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
    return main_text(raw) if part.get_content_subtype() == "html" else clean(raw)


def _header(message: EmailMessage, name: str) -> str | None:
    """Return a header in one line, or None where it is missing or blank."""
    return " ".join(str(message.get(name, "")).split()) or None


def _day(message: EmailMessage) -> str | None:
    """Return the day the message was sent, or its Date header where that is no date."""
    stated = _header(message, "Date")
    try:
        return parsedate_to_datetime(stated).date().isoformat() if stated else None
    except ValueError:
        return stated


def _is_file(part: MIMEPart, body: MIMEPart | None) -> bool:
    """Return whether a part of the message is something attached to it."""
    if part is body or part.is_multipart():
        return part.get_content_type() == "message/rfc822"
    return part.get_filename() is not None or part.get_content_maintype() != "text"


def _left_out(part: MIMEPart) -> str:
    """Return the remark that says an attachment was not read."""
    name = part.get_filename() or f"without a name ({part.get_content_type()})"
    return f"Its attachment {name} was not read; save it as a file and give that too."
