"""What every format's reader is given, and what it hands back."""

from dataclasses import dataclass

from variorum.errors import UnreadableDocument
from variorum.model import Section
from variorum.settings import Settings
from variorum.text import clean

PARAGRAPH = "\n\n"
# What the tool that wrote a file puts where a person's name should stand.
_NO_AUTHORS = frozenset(
    {"python-docx", "openpyxl", "microsoft office user", "user", "admin", "unknown"}
)


@dataclass(frozen=True)
class Source:
    """One file: its path as the user named it, its lower-case suffix, its bytes, the settings.

    Of a record of an archive also its address, when it was captured (EDTF), and the encoding that
    the server stated.
    """

    path: str
    suffix: str
    data: bytes
    settings: Settings
    url: str | None = None
    captured: str | None = None
    charset: str | None = None

    def unreadable(self, reason: str) -> UnreadableDocument:
        """Return the error that says why this file could not be read; the caller raises it."""
        return UnreadableDocument(self.path, reason)

    def check_length(self, chars: int) -> None:
        """Raise UnreadableDocument when `chars` characters are more than the settings allow."""
        limit = self.settings.max_text_chars
        if chars > limit:
            raise self.unreadable(
                f"Its text is longer than {limit:,} characters; cut it into smaller files, or raise"
                " max_text_chars."
            )


@dataclass(frozen=True)
class Content:
    """The words of a file and what it says of itself; nothing here is guessed.

    `text` has been through `text.clean`; `published` is as written in the file; `remarks` name
    whatever the file holds that did not become text.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    copy_of: str | None = None
    captured: str | None = None
    sections: tuple[Section, ...] = ()
    page_starts: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()


def joined(blocks: list[str]) -> str:
    """Return the blocks that hold any words, cleaned, with a blank line between them."""
    return PARAGRAPH.join(clean(block).strip() for block in blocks if block.strip())


def person(name: str) -> str | None:
    """Return the author that a file names, or None for a tool, a login name, or nobody."""
    bare = " ".join(name.split())
    login = bare.isascii() and bare.islower() and " " not in bare
    return None if not bare or login or bare.lower() in _NO_AUTHORS else bare
