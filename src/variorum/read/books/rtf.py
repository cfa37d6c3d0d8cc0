"""Rich text (RTF 1.9): its words by striprtf, and what it says of itself."""

import re

from striprtf.striprtf import rtf_to_text

from variorum.read.content import Content, Source, joined, person
from variorum.read.language import stated_or_detected

_FIELD = r"\{\\%s ((?:[^{}\\]|\\[^{}])*)\}"
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})")


def read(source: Source) -> Content:
    """Return the text of an .rtf, a blank line between paragraphs, its title, author and day.

    Raises:
        UnreadableDocument: when it is broken.
    """
    data = source.data.decode("latin-1")
    page = _CODE_PAGE.search(data)
    encoding = f"cp{page[1]}" if page and page[1] != "65001" else "utf-8" if page else "cp1252"
    try:
        text = joined(rtf_to_text(data, encoding=encoding, errors="replace").split("\n"))
        title, author = (_field(data, name, encoding) for name in ("title", "author"))
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise source.unreadable(
            "The rich text is broken; open it in the program that wrote it, and save it anew."
        ) from error
    created = _CREATED.search(data)
    return Content(
        text=text,
        title=title or None,
        author=person(author),
        published="-".join(part.zfill(2) for part in created.groups()) if created else None,
        language=stated_or_detected(None, text),
    )


def _field(data: str, name: str, encoding: str) -> str:
    found = re.search(_FIELD % name, data)
    return rtf_to_text(f"{{\\rtf1 {found[1]}}}", encoding=encoding).strip() if found else ""
