"""The title of a page: the heading that its readers see, without the name of the site."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from variorum.read.web.page_metadata import first
from variorum.read.web.pages import first_paragraph, is_own, names_of, page_words, words_of
from variorum.read.web.weighing import likeliest, marks_in, marks_of, size

_HEADINGS = ("h1", "h2", "h3", "h4")
_OTHERS = page_words("title_tags")
# Where a title is stated, and what that place is called in the weights.
_META = {name: name.partition(":")[0] if ":" in name else "meta" for name in page_words("titles")}
_BETWEEN = re.compile(r"\s+[|·•–—:»«│\-/~]+\s+|\s*[|│»]\s*|\s*::\s*|:\s+")
_SPACED = re.compile(r"[|│\s]")


def bare(words: str) -> str:
    """Return the letters and digits of some words, in small letters."""
    return "".join(char for char in words.casefold() if char.isalnum())


def headline(tree: Any, told: str, sites: Iterable[str]) -> tuple[Any | None, str | None]:
    """Return the element of the heading, and the title; None where the page has none.

    Args:
        tree: the page.
        told: the headline that its article states for machines.
        sites: what the site is called, which is no title and no part of one.
    """
    shown, values = titles(tree, told, sites)
    best = likeliest("title", {one: marks for one, marks in values.items() if _is_whole(marks)})
    if best is None:
        return None, None
    title = best[0]
    headings = [one for one in tree.iter(*_HEADINGS) if is_own(one) or one.tag == "h1"]
    heading = next((one for one in headings if bare(words_of(one)) == title), None)
    if heading is None:
        heading = next((one for one in headings if title in bare(words_of(one))), None)
    if heading is None:
        heading = next((one for one in headings if one.tag == "h1" and is_own(one)), None)
    return heading, shown[title]


def _is_whole(marks: set[str]) -> bool:
    """Return whether some words are more than a piece of a longer title between two signs."""
    places = [
        mark.split() for mark in marks if mark.split()[0] in _SOURCES | {"h", "part", "beside"}
    ]
    return any(mark[1:2] not in (["before"], ["behind"]) for mark in places)


def titles(
    tree: Any, told: str, sites: Iterable[str]
) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Return what may be the title, by its bare letters: as it is written, and its marks."""
    known = {bare(site) for site in sites if site} - {""}
    found = [*_stated(tree, told, known), *_seen(tree, known)]
    written = {bare(words): words for words, _ in reversed(found)}
    values = marks_of((name, marks) for words, marks in found if (name := bare(words)))
    for name, marks in values.items():
        marks |= set(_compared(name, marks, values))
        marks.add(f"words {size(len(written[name].split()), (2, 3, 5, 16))}")
        if name in known:
            marks.add("site")
    return written, values


def _compared(name: str, marks: set[str], values: dict[str, set[str]]) -> Iterator[str]:
    """Yield what the other titles say of one: in how many places it stands, whole or in part."""
    sources = {mark.split()[0] for mark in marks if mark.split()[0] in _SOURCES}
    seen, stated = sources & set(_HEADINGS), sources - set(_HEADINGS)
    yield f"sources {min(len(sources), 3)}"
    yield f"seen {bool(seen)} stated {bool(stated)}"
    within = sum(name in other for other in values if other != name)
    holds = sum(other in name for other in values if other != name and len(other) > 3)
    yield f"within {min(within, 3)}"
    yield f"holds {min(holds, 3)}"


_SOURCES = {"article", "title", *_META.values(), *_HEADINGS, _OTHERS[0]}


def _stated(tree: Any, told: str, known: set[str]) -> Iterator[tuple[str, set[str]]]:
    """Yield the titles that a page states for machines, whole and in parts."""
    given = [("article", told), ("title", first(tree, "//title/text()") or "")]
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        given += [(_META[name], meta.get("content") or "")] if name in _META else []
    for source, words in given:
        yield from ((form, {f"{source} {how}"}) for form, how in _forms(words, known))


def _forms(words: str, known: set[str]) -> Iterator[tuple[str, str]]:
    """Yield a title without the site's name, whole, and what is before and behind each sign."""
    whole = " ".join(words.split())
    words = _without(whole, known)
    marks = list(_BETWEEN.finditer(words))
    split = any(_SPACED.match(mark[0]) for mark in marks)
    if words:
        yield words, "cut" if words != whole else "whole split" if split else "whole"
    for number, mark in enumerate(marks):
        before, behind = words[: mark.start()].strip(), words[mark.end() :].strip()
        sign = next((sign for sign in "|│:-–—" if sign in mark[0]), "other")
        if before:
            yield before, f"before {sign}{' outer' if number == len(marks) - 1 else ''}"
        if behind:
            yield behind, f"behind {sign}{' outer' if number == 0 else ''}"


def _without(title: str, sites: set[str]) -> str:
    """Return a title without the names of the site before and behind it."""
    for _ in range(len(title)):
        marks = list(_BETWEEN.finditer(title))
        if marks and bare(title[marks[-1].end() :]) in sites:
            title = title[: marks[-1].start()]
        elif marks and bare(title[: marks[0].start()]) in sites:
            title = title[marks[0].end() :]
        else:
            break
    return title.strip()


def _seen(tree: Any, known: set[str]) -> Iterator[tuple[str, set[str]]]:
    """Yield the headings of a page, whole and in parts, with the marks of their places."""
    first_one, past = first_paragraph(tree, None), False
    none_higher = next(tree.iter("h1"), None) is None
    numbers: dict[str, int] = {}
    for element in tree.iter(*_HEADINGS, *_OTHERS):
        past = past or element is first_one
        kind = _heading(element)
        words = words_of(element) if kind else ""
        forms = [*_forms(words, known)] if kind and len(words) <= 250 else []
        if kind and forms:
            numbers[kind] = numbers.get(kind, 0) + 1
            place = f"{min(numbers[kind], 3)}{' past' if past else ''}"
            lower = {f"no h1 {kind}"} if none_higher else set()
            yield forms[0][0], {*_marks(element, kind, place), *lower}
            yield from _parts(element, kind, words)
            higher = "h1" if kind == "h1" else "h"
            yield from ((form, {f"{higher} {how}"}) for form, how in forms[1:])


def _heading(element: Any) -> str | None:
    """Return the kind of heading that an element is, or None."""
    if element.tag in _HEADINGS:
        return str(element.tag)
    named = len(element) <= 3 and any(marks_in(names_of([element]), "names", ("headed",)))
    return "div" if named else None


def _marks(element: Any, kind: str, place: str) -> Iterator[str]:
    above = list(element.iterancestors())
    own = is_own(element)
    yield f"{kind} {'own' if own else 'foreign'} {place}"
    if not own and any(one.tag == "header" for one in above):
        yield "in header"
    names = names_of([element])
    yield from marks_in(names, "names", ("titled",))
    more = f"{names} {names_of(above[:3])}"
    yield from marks_in(more, "names", ("site", "others", "kicker"))
    if any(one.tag in ("article", "main") for one in above):
        yield "in article"
    if element.find(".//a") is not None or (above and above[0].tag == "a"):
        yield "link"


def _parts(element: Any, kind: str, words: str) -> Iterator[tuple[str, set[str]]]:
    """Yield the parts of a heading that are made unlike: a kicker, and the title beside it."""
    inner = [one for one in element if isinstance(one.tag, str)]
    for one in inner:
        part = words_of(one)
        if part and len(part) < len(words):
            last = one is inner[-1] and not (one.tail or "").strip()
            yield part, {f"part of {kind} {one.tag}", "part last" if last else "part"}
    beside = " ".join(" ".join([element.text or "", *(one.tail or "" for one in inner)]).split())
    if inner and beside and beside != words:
        yield beside, {f"beside the parts of {kind}"}
