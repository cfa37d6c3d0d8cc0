"""Mail: one message, its subject, sender, date and body."""

import email
import re
from collections.abc import Iterator, Sequence
from email import policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime

from variorum.model import Section
from variorum.read.content import Content, Source
from variorum.read.encoding import decode, repaired
from variorum.read.language import stated_or_detected
from variorum.read.mails.forwarded import FORWARDED, UNNAMED, in_parts
from variorum.read.publication_dates import edtf_date
from variorum.read.web.html import main_text
from variorum.text import clean

_BODIES = ("plain", "html")
WHOLE = 3  # A text so many times shorter than its page is not the same text
ATTACHED = "Its attachment {name} was not read; save it as a file and give that too."
_HEAD_END = re.compile(rb"(\r?\n\r?\n)")
_CONTENT_TYPE = re.compile(
    rb"^Content-Type:[^\n]*\n(?:[ \t][^\n]*\n)*", re.MULTILINE | re.IGNORECASE
)


def read(source: Source) -> Content:
    """Return the text of an .eml file, with its headers; of a text and its HTML twin the text.

    Where the text is no more than a stub, the page is read.

    The date is the day in the sender's own time zone; a mail forwarded within it is a section with
    its own date and writer, without its headers, and so is one that is attached. Other attachments
    are remarked on, one by one; to have them read, save them as files and give those.

    Raises:
        UnreadableDocument: when it is no mail, or has no body in words.
    """
    try:
        message = email.message_from_bytes(source.data, policy=policy.default)
        if not message.keys():
            raise source.unreadable("It has no mail headers; save the message anew as .eml.")
        return _content(source, _of_one_type(source, message))
    except (RecursionError, LookupError, ValueError, AttributeError) as error:
        # What the parser raises on messages that break the standard; it promises no error class.
        raise source.unreadable(
            f"The message is broken ({error}); save its text, and give that."
        ) from error


def _of_one_type(source: Source, message: EmailMessage) -> EmailMessage:
    """Return the message; of one with several Content-Types, by that whose parts are there."""
    types = [str(value) for value in message.get_all("Content-Type", ())]
    if len(types) < 2:
        return message
    head, line_end, body = _HEAD_END.split(source.data, maxsplit=1)
    bare = _CONTENT_TYPE.sub(b"", head + line_end[: len(line_end) // 2])
    for value in types:
        data = (
            b"Content-Type: " + value.encode("ascii", "replace") + b"\r\n" + bare + line_end + body
        )
        candidate = email.message_from_bytes(data, policy=policy.default)
        if any(_words(part).strip() for part in _texts(candidate)):
            return candidate
    raise source.unreadable(
        "It has two headers named Content-Type, and no text under either; save its text, and give"
        " that."
    )


def _content(source: Source, message: EmailMessage) -> Content:
    """Return what the parsed message says."""
    text, sections, parts = _with_attached(message)
    if not text.strip():
        raise source.unreadable("The message has no text; save its attachments and give those.")
    return Content(
        text=text,
        title=_header(message, "Subject"),
        author=sender_of(str(message.get("From", ""))),
        published=_day(message),
        language=stated_or_detected(_header(message, "Content-Language"), text),
        sections=sections,
        remarks=(
            *(_left_out(part) for part in _files(message, parts)),
            *dict.fromkeys(mended for part in parts if (mended := repaired(*_raw(part)))),
        ),
    )


def _with_attached(message: MIMEPart) -> tuple[str, tuple[Section, ...], list[MIMEPart]]:
    """Return the text of a message and of those attached to it, its sections, and its text parts.

    An attached message is a section of its sender, but for the mails within it.
    """
    parts = list(_texts(message))
    text, sections = in_parts("\n\n".join(_words(part) for part in parts))
    for attached in _attached(message):
        told, inner, read = _with_attached(attached)
        start = len(text := f"{text.rstrip()}\n\n") if text.strip() else 0
        moved = [
            part.model_copy(update={"start": start + part.start, "end": start + part.end})
            for part in (*inner, *_own_parts(attached, told, inner))
        ]
        text, parts = text + told, [*parts, *read]
        sections = (*sections, *sorted(moved, key=lambda part: part.start))
    return text, sections, parts


def _own_parts(message: MIMEPart, text: str, within: Sequence[Section]) -> Iterator[Section]:
    """Yield what an attached message says itself, as sections of its sender."""
    edges = [0, *(edge for part in within for edge in (part.start, part.end)), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if text[start:end].strip():
            yield Section(
                label=FORWARDED,
                start=start,
                end=end,
                published=edtf_date(_day(message)),
                author=sender_of(str(message.get("From", ""))) or UNNAMED,
            )


def _attached(message: MIMEPart) -> Iterator[MIMEPart]:
    """Yield the messages that are attached to one, without those attached to them."""
    if message.get_content_type() == "message/rfc822":
        yield from message.iter_parts()
    elif message.is_multipart():
        for inner in message.iter_parts():
            yield from _attached(inner)


def sender_of(stated: str) -> str | None:
    """Return who a mail says that it is from, by name or else by address."""
    name, address = parseaddr(stated)
    return name or address or None


def _texts(part: MIMEPart) -> Iterator[MIMEPart]:
    """Yield the parts of a message that are its text, in order; of twins the better one."""
    if part.is_attachment() or part.get_content_type() == "message/rfc822":
        return
    if part.get_content_subtype() == "alternative":
        twins = [body for kind in _BODIES if (body := part.get_body(preferencelist=(kind,)))]
        lengths = [len(_words(twin)) for twin in twins]
        # The text beside a page may only say that there is a page.
        stub = len(twins) > 1 and lengths[0] * WHOLE < lengths[1]
        yield from twins[-1:] if stub else twins[:1]
    elif part.is_multipart():
        for inner in part.iter_parts():
            yield from _texts(inner)
    elif part.get_content_maintype() == "text" and part.get_filename() is None:
        yield part


def _files(message: MIMEPart, texts: Sequence[MIMEPart]) -> Iterator[MIMEPart]:
    """Yield what is attached to a message."""
    for part in message.walk():
        read = part.is_multipart() or any(part is text for text in texts)
        if not read and (part.get_filename() is not None or part.get_content_maintype() != "text"):
            yield part


def _words(part: MIMEPart) -> str:
    """Return the words of a text part, in NFC; of a page, its main text."""
    raw = decode(*_raw(part))
    return main_text(raw) if part.get_content_subtype() == "html" else clean(raw)


def _raw(part: MIMEPart) -> tuple[bytes, str | None]:
    """Return the bytes of a text part, and the encoding that it declares."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b"", part.get_content_charset()


def _header(message: MIMEPart, name: str) -> str | None:
    """Return a header in one line, or None where it is missing or blank."""
    return " ".join(str(message.get(name, "")).split()) or None


def _day(message: MIMEPart) -> str | None:
    """Return the day the message was sent, or its Date header where that is no date."""
    stated = _header(message, "Date")
    try:
        return parsedate_to_datetime(stated).date().isoformat() if stated else None
    except ValueError:
        return stated


def _left_out(part: MIMEPart) -> str:
    """Return the remark that says an attachment was not read."""
    name = part.get_filename() or f"without a name ({part.get_content_type()})"
    return ATTACHED.format(name=name)
