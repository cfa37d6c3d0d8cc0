"""Which parts of a web page are the report's own: its opening, its author, its day, its scripts."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from variorum.read.web.weighing import size
from variorum.yaml_files import yaml_file

LONG = 60
"""A paragraph with this many characters is one of the report, and no label, menu or caption."""
_PARTS: dict[str, list[str]] = yaml_file(__package__, "page_parts.yaml")
PAGE_PARTS, HOLDERS = tuple(_PARTS["page_parts"]), tuple(_PARTS["holders"])
# What the parts of a page that hold its readers' words are named, in the languages read.
_COMMENTS = re.compile(
    r"(?:^|\s)coms?(?=\s|$)|(?:^|[\s_-])(?:comment-?(?:s|list|area|section)?|kommentar(?:e|er)?"
    r"|comentarios?|comentários|commentaires?|komentar(?:ze)?|yorumlar|disqus\w*|replies|respond"
    r"|reactions|discussion|lesermeinungen|guestbook|talkback)(?=$|[\s_-])",
    re.IGNORECASE,
)
UNSEEN = frozenset(_PARTS["wordless"])


def page_words(name: str) -> list[str]:
    """Return the words of the languages read that pages use for something, such as "by"."""
    return _PARTS[name]


def without_comments(tree: Any) -> Any:
    """Return the page without what its readers wrote below the report; `tree` is changed."""
    first = first_paragraph(tree, next(tree.iter("h1"), None))
    if first is None:
        return tree
    above = {first, *first.iterancestors()}
    begun = False
    for element in list(tree.iter()):
        begun = begun or element is first
        if begun and element not in above and element.tag in HOLDERS and _is_comments(element):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
    return tree


def _is_comments(element: Any) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return _COMMENTS.search(names) is not None


def first_paragraph(tree: Any, heading: Any | None) -> Any | None:
    """Return the first long paragraph behind the heading of a page."""
    begun = heading is None
    for element in tree.iter():
        begun = begun or element is heading
        if begun and element.tag == "p" and len(words_of(element)) >= LONG and is_own(element):
            return element
    return None


def words_of(element: Any) -> str:
    """Return the words of an element in one line."""
    return " ".join("".join(element.itertext()).replace("\u00ad", "").split())


def is_own(element: Any) -> bool:
    """Return whether an element is part of the report, and not of a menu or a form."""
    return not any(above.tag in PAGE_PARTS for above in (element, *element.iterancestors()))


def walked(tree: Any, heading: Any | None) -> Iterator[tuple[Any, str, str]]:
    """Yield what a reader sees of a page, part by part, each with where it stands.

    That is over the heading, in the opening under it, or in the body from the first paragraph on,
    and how many characters from the heading, or from the beginning of the body.
    """
    first = first_paragraph(tree, heading)
    zone, since = "over", -_length_before(tree, heading)
    for element in tree.iter():
        if element is heading:
            zone, since = "opening", 0
        if element is first:
            zone, since = "body", 0
        if isinstance(element.tag, str) and element.tag not in UNSEEN:
            yield element, zone, _PARTS["distances"][size(abs(since), (100, 400, 2500))]
            since += len((element.text or "").strip())
        since += len((element.tail or "").strip())


def _length_before(tree: Any, heading: Any | None) -> int:
    """Return how many characters stand over the heading of a page."""
    length = 0
    for element in tree.iter():
        if element is heading:
            return length
        if isinstance(element.tag, str) and element.tag not in UNSEEN:
            length += len((element.text or "").strip())
        length += len((element.tail or "").strip())
    return 0


def names_of(elements: Iterable[Any]) -> str:
    """Return what some elements are named by those who built the page."""
    given = _PARTS["named_by"]
    return " ".join(element.get(name, "") for element in elements for name in given)
