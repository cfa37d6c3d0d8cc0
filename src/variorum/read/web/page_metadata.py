"""What a page states of its article for machines: JSON-LD (schema.org) and meta elements."""

import json
import re
from collections.abc import Iterator
from typing import Any

from variorum.text import host_of

Json = dict[str, Any]
_ARTICLE = re.compile(r"\w*(?:Article|Posting|Report)\w*")
_PERSON = "Person"
_SITE = (
    "//meta[@property='og:site_name' or @name='application-name']/@content",
    "//meta[@name='publisher' or @name='copyright' or @name='twitter:site']/@content",
)
_ADDRESS = "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"
_PLAIN = {"www", "com", "co", "org", "net", "de", "news"}


def first(tree: Any, path: str) -> str | None:
    """Return the first value at an XPath that is not blank."""
    return next((str(value).strip() for value in tree.xpath(path) if str(value).strip()), None)


def article(tree: Any) -> Json:
    """Return the first article that the page describes in JSON-LD; empty where there is none.

    Authors and publisher that stand elsewhere in its graph are put in their place.
    """
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            things = list(_things(json.loads(script.text or "", strict=False)))
        except (ValueError, RecursionError):
            continue
        found = next((one for one in things if _is_article(one)), None)
        if found is not None:
            known = {str(one["@id"]): one for one in things if len(one) > 1 and "@id" in one}
            parts = ("author", "publisher")
            return {**found, **{part: _resolved(found.get(part), known) for part in parts}}
    return {}


def _resolved(told: Any, known: dict[str, Json]) -> Any:
    """Return a thing in place of a mere reference to it, in a list too."""
    if isinstance(told, list):
        return [_resolved(one, known) for one in told]
    return known.get(str(told.get("@id")), told) if isinstance(told, dict) else told


def _things(told: Any) -> Iterator[Json]:
    """Yield the things of a JSON-LD text: a thing, a list of things, or a graph of things."""
    if isinstance(told, list):
        for one in told:
            yield from _things(one)
    elif isinstance(told, dict):
        yield told
        yield from _things(told.get("@graph"))
        yield from _things(told.get("mainEntity"))


def _is_article(thing: Json) -> bool:
    types = thing.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and _ARTICLE.fullmatch(name) for name in names)


def people(thing: Json) -> list[str]:
    """Return the authors of an article who are not told to be organisations."""
    given = thing.get("author")
    return [name for one in (given if isinstance(given, list) else [given]) if (name := _name(one))]


def _name(one: Any) -> str | None:
    if isinstance(one, dict):
        types = one.get("@type", _PERSON)
        one = one.get("name") if _PERSON in (types if isinstance(types, list) else [types]) else ""
    return " ".join(one.split()) if isinstance(one, str) and one.strip() else None


def site_names(tree: Any, told: Json) -> list[str]:
    """Return what the site is called: by itself, by its publisher, and by its address."""
    publisher = told.get("publisher")
    names = [publisher.get("name")] if isinstance(publisher, dict) else [publisher]
    names += [value for path in _SITE for value in tree.xpath(path)]
    host = host_of(first(tree, _ADDRESS))
    parts = [part for part in host.split(".") if part not in _PLAIN]
    names += [host.removeprefix("www."), *parts[:1], *parts[-2:-1]]
    return [str(name).lstrip("@") for name in names if isinstance(name, str) and name.strip()]
