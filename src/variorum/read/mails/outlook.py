"""Mails saved by Outlook (.msg, MS-OXMSG): subject, sender, day, text, and what is attached."""

import struct
from email.utils import parsedate_to_datetime
from typing import Any

from variorum import lazy
from variorum.read.content import Content, Source
from variorum.read.language import stated_or_detected
from variorum.read.mails.forwarded import in_parts
from variorum.read.mails.mail import ATTACHED, WHOLE, sender_of
from variorum.read.web.html import main_text
from variorum.text import clean

# What the parsers of compound files and of their properties raise.
_BROKEN = (
    AttributeError, EOFError, LookupError, OSError, RecursionError, TypeError, ValueError,
    struct.error,
)  # fmt: skip


def read(source: Source) -> Content:
    """Return the text of a .msg file as that of an .eml; of a text and its HTML twin the text.

    The day is that of the Date header in the sender's zone, else of its sending in UTC.

    Raises:
        UnreadableDocument: when it is broken, or has no text.
    """
    load = lazy.extra("oxmsg", "Message", "office").load
    try:
        return _content(source, load(source.data))
    except _BROKEN as error:
        raise source.unreadable(
            "The Outlook message is broken; open it in Outlook, and save it as .eml or as text."
        ) from error


def _content(source: Source, message: Any) -> Content:
    """Return what the parsed message says."""
    plain = clean(message.body or "")
    page = main_text(message.html_body) if message.html_body else ""
    text, forwarded = in_parts(page if len(plain) * WHOLE < len(page) else plain)
    if not text.strip():
        raise source.unreadable("The message has no text; save its attachments and give those.")
    return Content(
        text=text,
        title=" ".join(message.subject.split()) or None,
        author=sender_of(message.sender or ""),
        published=_day(message),
        language=stated_or_detected(None, text),
        sections=forwarded,
        remarks=tuple(
            ATTACHED.format(name=one.file_name or "without a name") for one in message.attachments
        ),
    )


def _day(message: Any) -> str | None:
    """Return the day the message was sent, or None where it does not say."""
    stated = message.message_headers.get("Date")
    if stated:
        return parsedate_to_datetime(stated).date().isoformat()
    return message.sent_date.date().isoformat() if message.sent_date else None
