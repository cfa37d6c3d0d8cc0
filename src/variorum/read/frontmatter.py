"""The front matter of a text file: YAML between two lines of three hyphens.

Titles with a colon in them ("Fire in the port: what we know") are broken YAML and yet what people
write, so a block that is no YAML but has one ``key: words`` on every line is read line by line.
"""

import re

import yaml

from variorum.read.content import Source

FIELDS = ("title", "publisher", "author", "url", "published", "language", "copy_of")

_FENCE = re.compile(r"-{3}[^\S\n]*")
_LINE = re.compile(r"(?P<key>[A-Za-z][\w -]*?)[^\S\n]*:(?:[^\S\n]+(?P<words>.*))?")
_MOST_CHARS = 64_000


def split(source: Source, text: str) -> tuple[dict[str, str], str]:
    """Return the known fields that `text` opens with, and the text after them.

    A text that opens with three hyphens and then no ``key:`` has no front matter.

    Raises:
        UnreadableDocument: when the block is never closed, or is no list of keys and values.
    """
    lines = text.split("\n")
    if len(lines) < 2 or not _FENCE.fullmatch(lines[0]) or not _LINE.fullmatch(lines[1]):
        return {}, text
    close = next((n for n, line in enumerate(lines[1:], 1) if _FENCE.fullmatch(line)), None)
    if close is None or sum(map(len, lines[:close])) > _MOST_CHARS:
        raise source.unreadable(
            "The front matter opened on line 1 is never closed; end it with a line of three"
            " hyphens, before the text begins."
        )
    return _fields(source, lines[1:close]), "\n".join(lines[close + 1 :]).lstrip("\n")


def _fields(source: Source, lines: list[str]) -> dict[str, str]:
    """Return the known fields of the block that have words in them."""
    try:
        # BaseLoader makes every value a string, so that 'no' stays Norwegian and dates stay dates.
        loaded = yaml.load("\n".join(lines), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        loaded = _by_line(source, lines)
    if not isinstance(loaded, dict):
        loaded = _by_line(source, lines)
    named = {str(key).strip().lower(): value for key, value in loaded.items()}
    values = ((field, named.get(field)) for field in FIELDS)
    return {k: " ".join(v.split()) for k, v in values if isinstance(v, str) and v.strip()}


def _by_line(source: Source, lines: list[str]) -> dict[str, str]:
    """Return the values of a block whose every line is ``key: words``."""
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 2):
        match = _LINE.fullmatch(line.rstrip())
        if match:
            found[match["key"].lower()] = (match["words"] or "").strip().strip("\"'")
        elif line.strip() and not line.lstrip().startswith("#"):
            raise source.unreadable(
                f"Line {number} of its front matter, {line.strip()[:60]!r}, cannot be read; write"
                " it as 'key: value', and put a value with signs in it between quotation marks."
            )
    return found
