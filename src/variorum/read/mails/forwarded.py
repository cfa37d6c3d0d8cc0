"""Mail that is forwarded or quoted within another: who wrote it, and the day it was sent."""

import itertools
import re
from collections.abc import Iterator
from email.utils import parseaddr
from typing import NamedTuple

from variorum.model import Section, SpeakerKind
from variorum.read.publication_dates import day_in, leading_date
from variorum.read.web.pages import page_words

UNNAMED = SpeakerKind.UNNAMED.value
FORWARDED, QUOTED = "Forwarded", "Quoted"
_FIELD = r"[ \t*]*[^\W\d_][^:\n]{1,24}?[ \t]?:[* \t]+[^\n]*\S[^\n]*"
# Mail programs write the headers of another mail in the reader's language: three lines or more of
# a name and a colon, one of them with an address and one with a date. The sender comes first.
_HEADERS = re.compile(rf"(?:[^\n]*[-_]{{4,}}[^\n]*\n+)?(?P<fields>(?:{_FIELD}(?:\n|\Z)){{3,8}})\n*")
_VALUE = re.compile(r"^[^:\n]+:[* \t]+(?P<value>[^\n]+)$", re.MULTILINE)
_WEEKDAY = re.compile(r"\w+\.?,?\s+(?:den |de |dem )?(?=\w)")
_MARKS = re.compile(r"(?:>[ \t]?)+")
# "On Tue, May 3, 2031 at 10:00 AM Ann Lee <ann@example.org> wrote:", in any language.
_ADDRESS = re.compile(r"[<(\[]+(?:mailto:)?(?P<address>[^\s<>()\[\]]+@[^\s<>()\[\]]+)")
_BEFORE_NAME = re.compile(r".*(?:[,;:\d]|\b[AP]M\b)", re.DOTALL)
MOST_LINES = 3


class _Sender(NamedTuple):
    """Who wrote a part of a mail, when (EDTF), and how the part came into it."""

    author: str
    sent: str | None
    label: str


def in_parts(text: str) -> tuple[str, tuple[Section, ...]]:
    """Return a mail's text without the headers and marks of the mails within it, each a section.

    A forwarded mail runs from where its headers stood to the next, or to the end; a quoted one as
    far as its lines are marked. Of a quotation without a sender the author is unnamed.
    """
    told = list(_told(text))
    sections: list[Section] = []
    start = 0
    for sender, lines in itertools.groupby(told, key=lambda one: one[0]):
        words = "".join(line for _, line in lines)
        end = start + len(words)
        if sender is not None and words.strip():
            sections.append(
                Section(
                    label=sender.label,
                    start=start,
                    end=end,
                    published=sender.sent,
                    author=sender.author,
                )
            )
        start = end
    return "".join(line for _, line in told), tuple(sections)


def _told(text: str) -> Iterator[tuple[_Sender | None, str]]:
    """Yield each line of a mail's own or of one within it, with the sender of that."""
    lines = [_unmarked(line) for line in text.splitlines(keepends=True)]
    senders: dict[int, _Sender] = {}
    place, current = 0, None
    while place < len(lines):
        depth, line = lines[place]
        if line.strip():
            senders = {deep: one for deep, one in senders.items() if deep <= depth}
            found = _headers(lines, place) or _introduced(lines, place)
            if found is not None:
                length, deep, sender = found
                senders[deep] = sender
                place += length
                continue
            current = senders.get(depth, _Sender(UNNAMED, None, QUOTED) if depth else None)
        yield current, line
        place += 1


def _unmarked(line: str) -> tuple[int, str]:
    """Return how deep a line is quoted, and its words."""
    marks = _MARKS.match(line)
    return (marks[0].count(">"), line[marks.end() :]) if marks else (0, line)


def _headers(lines: list[tuple[int, str]], place: int) -> tuple[int, int, _Sender] | None:
    """Return how many lines the headers of a mail take that begin here, and who sent it."""
    depth = lines[place][0]
    same = itertools.takewhile(lambda one: one[0] == depth, lines[place : place + 16])
    match = _HEADERS.match("".join(line for _, line in same))
    sent = _sent(match["fields"]) if match else None
    if match is None or sent is None or "@" not in match["fields"]:
        return None
    first = next(found["value"] for found in _VALUE.finditer(match["fields"]))
    return match[0].count("\n") or 1, depth, _Sender(_name(first), sent, FORWARDED)


def _sent(fields: str) -> str | None:
    """Return the date among the values of some headers, to the day, or None."""
    for match in _VALUE.finditer(fields):
        value = match["value"].strip()
        date = leading_date(value) or leading_date(_WEEKDAY.sub("", value, count=1))
        if date is not None and len(date) == len("2017-10-12"):
            return date
    return None


def _name(words: str) -> str:
    """Return the name in a From header, else its address."""
    name, address = parseaddr(words)
    found = _ADDRESS.search(words)
    return (words[: found.start()] if found else name).strip(" \"'*") or address or words.strip()


def _introduced(lines: list[tuple[int, str]], place: int) -> tuple[int, int, _Sender] | None:
    """Return how many lines introduce a quoted mail that begins here, and who wrote it.

    What follows is marked one deeper, or, where the line names an address and a day, not at all.
    """
    depth, first = lines[place]
    if day_in(first) is None and not _ADDRESS.search(first):
        return None
    for length in range(1, MOST_LINES + 1):
        held = lines[place : place + length]
        words = " ".join("".join(line for _, line in held).split())
        if any(deep != depth or not line.strip() for deep, line in held):
            return None
        if words.endswith(":"):
            sender = _introducer(words)
            after = next((deep for deep, line in lines[place + length :] if line.strip()), depth)
            if after > depth or (_ADDRESS.search(words) and sender.sent):
                return length, max(after, depth), sender
    return None


def _introducer(words: str) -> _Sender:
    """Return who wrote a quoted mail by the line over it, which names a day or an address."""
    sent, address = day_in(words), _ADDRESS.search(words)
    told = words[: address.start()] if address else words
    names: list[str] = []
    for word in reversed(_BEFORE_NAME.sub("", told.rstrip(" :,;")).split()):
        if word[0].islower() or word in page_words("by"):
            if names:
                break
        else:
            names.insert(0, word.strip("\"'"))
    return _Sender(" ".join(names) or (address["address"] if address else UNNAMED), sent, QUOTED)
