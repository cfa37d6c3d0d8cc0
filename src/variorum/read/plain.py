"""Plain text and Markdown, with or without front matter; the text is kept exactly as it is."""

import re
from typing import Any

from variorum.read.content import Content, Source
from variorum.read.encoding import decode
from variorum.read.frontmatter import split
from variorum.text import clean

_MARKDOWN_TITLE = re.compile(r"\s*# +(?P<title>\S.*?)[ #]*(?:\n|$)")

# Tab, line feed, form feed and their kin are text; other control characters and bytes
# that no encoding fits are not.
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_MOST_CONTROLS = 0.01


def read(source: Source) -> Content:
    """Return the text of a .txt or .md file and its front matter.

    Raises:
        UnreadableDocument: when the bytes are no text, or the front matter is broken.
    """
    decoded = decode(source.data)
    if len(_BINARY.findall(decoded)) > _MOST_CONTROLS * len(decoded):
        raise source.unreadable(
            "This is not text but binary data; give the report in its own format, with the suffix"
            " that belongs to it."
        )
    matter, body = split(source, clean(decoded))
    heading = _MARKDOWN_TITLE.match(body) if source.suffix != ".txt" else None
    told: dict[str, Any] = {"title": heading["title"] if heading else None, **matter}
    return Content(text=body, **told)
