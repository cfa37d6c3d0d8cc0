"""Reports that stand in the scripts of a page and not in the page: read where they are JSON."""

import json
import re
from collections.abc import Iterator
from typing import Any

import trafilatura

from variorum.grouping import grouped
from variorum.read.content import joined
from variorum.read.web.pages import LONG, words_of

LEAST = 300
"""A text in a script has at least so many characters."""
DEEPEST = 40
_STRING = re.compile(r'"((?:[^"\\]|\\.){60,4000})"')
_BEGIN = re.compile(r"[\[{]")
_END = re.compile(r"[.!?…؟。][\"'”’»)\]]*\s*$")
_TAG = re.compile(r"</?[a-z][^<>]{0,400}>", re.IGNORECASE)


def in_scripts(tree: Any, text: str) -> str | None:
    """Return the report that the scripts of a page hold, where the page itself has far less.

    Sentences that stand under the same keys of a JSON text, such as the paragraphs of a list, are
    one report; the longest is taken.
    """
    texts = grouped(
        told
        for number, script in enumerate(tree.iter("script"))
        for told in _strings(_json(script.text or ""), (str(number),))
    )
    told = [joined([block for one in found for block in _blocks(one)]) for found in texts.values()]
    best = max(told, key=len, default="")
    return best if len(best) >= max(LEAST, 2 * len(text)) else None


def _json(script: str) -> Any:
    """Return the JSON that a script is, or sets something to; None where there is none."""
    begin = _BEGIN.search(script)
    if begin is None:
        return None
    try:
        return json.JSONDecoder(strict=False).raw_decode(script, begin.start())[0]
    except (ValueError, RecursionError):
        return None


def _strings(told: Any, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the strings that hold sentences, with the keys that they stand under."""
    if len(keys) > DEEPEST:
        return
    if isinstance(told, dict):
        for key, value in told.items():
            yield from _strings(value, (*keys, key))
    elif isinstance(told, list):
        for value in told:
            yield from _strings(value, keys)
    elif isinstance(told, str) and len(told) >= LONG and told.count(" ") > LONG // 8:
        plain = _TAG.sub(" ", told)
        if keys[-1] == "articleBody" or _END.search(plain):
            yield keys, told


def _blocks(words: str) -> list[str]:
    """Return the paragraphs of a text that may be HTML."""
    if not _TAG.search(words):
        return words.split("\n")
    tree = trafilatura.load_html(f"<div>{words}</div>")
    if tree is None:
        return []
    inner = tree.iter("p", "li", "h2", "h3", "blockquote")
    return [words_of(one) for one in inner] or [words_of(tree)]


def unread_scripts(tree: Any, text: str) -> Iterator[str]:
    """Yield a remark where the scripts of a page hold more words than were read from it."""
    strings = (
        match for script in tree.iter("script") for match in _STRING.findall(script.text or "")
    )
    sentences = [_decoded(raw) for raw in strings if raw.count(" ") > LONG // 8 and "<" not in raw]
    unread = [words for words in sentences if words not in text]
    if sum(map(len, unread)) > len(text) // 2:
        yield (
            f"A script on this page holds text that was not read, such as {unread[0][:60]!r}; open"
            " the page in a browser, and save its text or print it to PDF."
        )


def _decoded(raw: str) -> str:
    try:
        return str(json.loads(f'"{raw}"'))
    except ValueError:
        return raw
