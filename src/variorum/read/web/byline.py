"""The author of a page: a person whom the page names as such, never the site or a reader."""

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any

from variorum.read.content import person
from variorum.read.publication_dates import is_weekday, leading_date
from variorum.read.web.headline import bare
from variorum.read.web.pages import LONG, PAGE_PARTS, names_of, page_words, walked, words_of
from variorum.read.web.weighing import likeliest, marks_in, marks_of
from variorum.yaml_files import yaml_file

Names = tuple[str, ...]


def _any(name: str) -> str:
    return "|".join(sorted(map(re.escape, page_words(name)), key=len, reverse=True))


_BY = re.compile(
    rf"^\W*(?:(?:{_any('by')})(?!\w)[\s:]*|(?:{_any('labels')})\s*:\s*)+", re.IGNORECASE
)
_LABEL = re.compile(rf"(?:^|\W)(?:{_any('by')}|{_any('labels')})\s*:?\s*$", re.IGNORECASE)
_AND = re.compile(rf"\s*(?:[;,&/]|(?<!\w)(?:{_any('and')})(?![\w.]))\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]{4,60})\)\W*$|[–—]\s*([^–—.]{4,60})$")
_BODY = re.compile(rf"(?<!\w)(?:{_any('bodies')})(?!\w)|www\.|://", re.IGNORECASE)
# What ends a name in a byline: a figure, a sign, or a word that leads on to a day.
_END = re.compile(rf"\s*(?:[\d|•·@(\[:!?–—]|\s-\s|\s(?:{_any('before_day')})(?=\s|$)).*", re.DOTALL)
_FIGURE = re.compile(r"(?:19|20)\d\d|\d\d?\.\d\d?\.\d\d")
_PARTICLES = frozenset(page_words("particles"))
_CAPITAL = r"[^\W\d_a-z][\w’'.-]*"
_NAME = re.compile(rf"{_CAPITAL}(?:\s+(?:{_any('particles')}))*(?:\s+{_CAPITAL}){{1,3}}")
# Where a person is named within other words: behind a sign of a byline, as the owner, in brackets,
# or first, before what is told of the person.
_WITHIN = {
    kind: re.compile(words.format(by=f"(?i:{_any('by')})", name=f"({_NAME.pattern})"))
    for kind, words in dict(  # noqa: C408
        inner=r"\w\s+{by}\s+{name}",
        rights=r"(?i:©|\(c\)|copyright)(?:[\W\d]|c(?=\)))*(?:{by}\s+)?{name}",
        bracket=r"^\W*\({name}\)\W*$",
        opens=r"^\W*{name}(?=,?\s)",
    ).items()
}
# A full stop behind more than an initial ends a name; a title is no part of one.
_ENDED = re.compile(r"(?<=\w\w)\.\s.*")
_TITLES = re.compile(rf"^(?:(?:{_any('honours')})\b[\w.-]*\s+)+", re.IGNORECASE)
_GIVEN = frozenset(yaml_file(__package__, "given_names.yaml")["names"].split())
_PAPER = re.compile(rf"(?<!\w)(?:{_any('papers')})(?!\w)", re.IGNORECASE)
_PARTS = re.compile(r"\s[-–|•·]\s|,\s(?=\d)|:\s")
_META = (
    "//meta[contains(@name, 'author') or contains(@property, 'author')"
    " or contains(@itemprop, 'author') or contains(@name, 'reator')]/@content"
)
_PAGE_OF = re.compile(rf"/(?:{_any('author_pages')})\w*/([^\W\d_]+(?:[-_.][^\W\d_]+){{1,3}})/?$")
_SCRIPTED = re.compile(
    r'"(?:authors?|author_?name|byline)"\s*:\s*\[?\s*(?:\{[^{}]{0,200}?"name"\s*:\s*)?'
    r'"([^"\\]{4,60})"',
    re.IGNORECASE,
)
LONGEST = 40
LONGEST_LINE = 120  # Longer words that name a person by the way are a sentence of the report
MOST_WORDS = 6
OWN = 0.5  # A name of which so much is that of the site is the site's
# What marks an author so plainly that a name less likely than that is still given.
_PLAIN = {"article", "meta", "meta labelled", "schema", "person"} | {
    f"byline opening {lead} {kind}"
    for lead, kind in (("lead", "own"), ("lead", "around"), ("lead", "no"), ("bare", "own"))
}
_SOURCES = (
    "article", "meta", "script", "found", "byline", "piece", "links", "schema", "person", "within",
)  # fmt: skip
_OTHERS = {"others", "readers", "caption", "small words", "body", "site"}


def authors(
    tree: Any, heading: Any | None, stated: Iterable[str], sites: Iterable[str], found: str | None
) -> str | None:
    """Return the names of the authors, joined by ';', or None where the page names nobody.

    Args:
        tree: the page.
        heading: the element of its heading.
        stated: whom its article states for machines.
        sites: what the site is called.
        found: who was found on the page, which may be a reader, a user or the paper.
    """
    sites = tuple(sites)
    known = _known(sites)
    written, values = candidates(tree, heading, stated, sites, found)
    values = {one: marks for one, marks in values.items() if not _is_beside(marks)}
    plain = {one: marks for one, marks in values.items() if _is_plain(marks)}
    best = likeliest("author", values, 0.3) or likeliest("author", plain)
    more = (one for one in plain if best and one > best[0])
    whole = {one: values[one] for one in more if all(_is_name(n, known) for n in written[one])}
    chosen = likeliest("author", whole) or best
    names = [name for name in written[chosen[0]] if _is_name(name, known)] if chosen else []
    return "; ".join(names) or None


def _is_beside(marks: set[str]) -> bool:
    """Return whether a name stands in a menu, among what readers wrote, or is one word below."""
    if marks & {"part nav", "piece part nav"} and not marks & {"article", "meta", "meta labelled"}:
        return True
    told = marks & _PLAIN - {"schema", "person"}
    below = "words 1" in marks and not any("opening" in mark or "over" in mark for mark in marks)
    return ("readers" in marks or below) and not told


def _is_plain(marks: set[str]) -> bool:
    """Return whether a name is plainly marked as the author's; one word alone only in a byline."""
    whole = "words 1" not in marks or any("shown" in mark for mark in marks)
    return whole and bool(_PLAIN & marks) and not _OTHERS & marks


def _known(sites: Iterable[str]) -> set[str]:
    return {bare(name) for site in sites for name in (site, _TITLES.sub("", site.strip()))} - {""}


def candidates(
    tree: Any, heading: Any | None, stated: Iterable[str], sites: Iterable[str], found: str | None
) -> tuple[dict[frozenset[str], Names], dict[frozenset[str], set[str]]]:
    """Return who may have written a page, by the bare names: as written, and their marks."""
    known, sites = _known(sites), tuple(sites)
    told = [*_stated(tree, stated, found, known), *_bylines(tree, heading), *_pieces(tree, heading)]
    owners = (_TITLES.sub("", site.strip()) for site in sites)
    told += [(_names(name), {"site's"}) for name in owners if _is_owner(name)]
    told = [
        (names, {*marks, *_kinds(names, known)})
        for names, marks in told
        if names and (bare("".join(names)) not in known or _is_owner(names[0]))
    ]
    written = {frozenset(map(bare, names)): names for names, _ in reversed(told)}
    values = marks_of((frozenset(map(bare, names)), marks) for names, marks in told)
    for one, marks in values.items():
        marks |= set(_compared(one, marks, values))
    return written, values


def _stated(
    tree: Any, stated: Iterable[str], found: str | None, known: set[str]
) -> Iterator[tuple[Names, set[str]]]:
    """Yield whom a page states for machines, but for the site under its whole name."""

    def is_other(words: str) -> bool:
        return bare(words) not in known or _is_owner(words)

    own = [one for one in stated if is_other(one)]
    yield tuple(name for one in own for name in _names(one)), {"article"}
    for words in tree.xpath(_META):
        if is_other(words):
            yield _names(words), {"meta" if "://" not in words else "address"}
    for label in tree.xpath("//meta[@name='twitter:label1' or @name='twitter:label2']"):
        if _BY.match(label.get("content", "").strip()):
            data = label.get("name").replace("label", "data")
            for words in tree.xpath(f"//meta[@name='{data}']/@content"):
                yield _names(words), {"meta labelled"}
    for script in tree.iter("script"):
        for words in _SCRIPTED.findall(script.text or "")[:4]:
            yield _names(words), {"script"}
    for address in tree.xpath("//a/@href"):
        if page_of := _PAGE_OF.search(address):
            yield (re.sub(r"[-_.]", " ", page_of[1]).title(),), {"page of"}
    others = [one for one in (found or "").split(";") if is_other(one)]
    yield tuple(name for one in others for name in _names(one)), {"found"}


def _bylines(tree: Any, heading: Any | None) -> Iterator[tuple[Names, set[str]]]:
    """Yield who stands in the parts of a page that are marked as a byline, or begin as one."""
    for element, zone, near in walked(tree, heading):
        above = list(element.iterancestors())
        marked = any(marks_in(names_of([element]), "names", ("byline",)))
        around = any(marks_in(names_of(above[:2]), "names", ("byline",)))
        whole = words_of(element) if len(element) < 12 else ""
        head = (element.text or "").strip() if len(element) else ""
        for words, how in ((whole, "whole"), (head, "head")):
            lead = _BY.match(words)
            if words and len(words) <= 160 and (marked or around or lead):
                kind = "own" if marked else "around" if around else "no"
                marks = {f"in {zone} {near}", f"shown {how}"}
                marks.add(f"byline {zone} {'lead' if lead else 'bare'} {kind}")
                yield _names(words), {*marks, *_where([element, *above], "")}
        links = [one for one in element if one.tag == "a"] if marked else []
        if links:
            yield tuple(n for one in links for n in _names(words_of(one))), {f"links {zone}"}


def _pieces(tree: Any, heading: Any | None) -> Iterator[tuple[Names, set[str]]]:
    """Yield the names that stand by themselves under the heading, at a day, or at the end."""
    end, before = _last_parts(tree), ""
    for element, zone, near in walked(tree, heading):
        for words, holder in ((element.text, element), (element.tail, element.getparent())):
            piece = " ".join((words or "").split())
            last = _IN_BRACKETS.search(piece) if holder in end and len(piece) > 90 else None
            if last:
                yield from _named(last[1] or last[2], holder, f"last {zone}", "end")
            if piece and len(piece) <= 90 and holder is not None:
                place = _place(piece, holder, before, holder in end)
                if place or near == "near" or (zone != "body" and near == "mid"):
                    yield from _named(piece, holder, f"{place or 'bare'} {zone}", f"{zone} {near}")
            if piece and holder is not None:
                yield from _within(piece, holder, zone, holder in end)
            before = piece or before


def _within(piece: str, holder: Any, zone: str, at_end: bool) -> Iterator[tuple[Names, set[str]]]:
    """Yield the persons with a known given name that are named within a piece of a page."""
    above = [holder, *holder.iterancestors()]
    told_of = at_end or any(marks_in(names_of(above[:3]), "names", ("byline",)))
    for kind, pattern in _WITHIN.items():
        fits = len(piece) <= LONGEST_LINE if kind != "opens" else told_of and len(piece) > LONG
        found = pattern.search(piece) if fits else None
        name = _ENDED.sub("", found[1]) if found else ""
        if _is_given(name):
            yield _names(name), {f"within {kind} {zone}", *_where(above, "within ")}


def _last_parts(tree: Any) -> set[Any]:
    """Return the last long paragraph of a page, and what stands directly behind it."""
    long = [one for one in tree.iter("p") if len(words_of(one)) >= LONG]
    found: set[Any] = set()
    following = long[-1] if long else None
    while following is not None and len(found) < LONGEST:
        found.update(following.iter())
        following = following.getnext()
    return found


def _place(piece: str, holder: Any, before: str, at_end: bool) -> str | None:
    """Return what makes a name a likely author's: a label, a day beside it, or the end."""
    above = holder.getparent()
    beside = words_of(above)[:200] if above is not None and len(above) < 12 else ""
    if _LABEL.search(before):
        return "labelled"
    if _BY.match(piece):
        return "lead"
    if _FIGURE.search(piece) or _FIGURE.search(beside):
        return "dated"
    return "end" if at_end else None


def _named(piece: str, holder: Any, how: str, where: str) -> Iterator[tuple[Names, set[str]]]:
    parts = _PARTS.split(piece)
    above = [holder, *holder.iterancestors()]
    for part in parts:
        names = tuple(itertools.takewhile(_NAME.fullmatch, _names(part)))
        if names:
            marks = {f"piece {how}", f"piece at {where}", "shown piece", f"piece in {holder.tag}"}
            marks |= {"piece whole"} if len(parts) == 1 else set()
            yield names, {*marks, *_where(above, "piece ")}


def _where(above: list[Any], kind: str) -> Iterator[str]:
    """Yield the marks of the part of a page that a name stands in."""
    part = next((one.tag for one in above if one.tag in PAGE_PARTS), None)
    if part:
        yield f"{kind}part {part}"
    if above[0].tag == "a":
        yield f"{kind}link"
    if any(one.tag in ("article", "main") for one in above):
        yield "in article"
    yield from marks_in(names_of(above[:7]), "names", ("others", "readers", "caption"))
    yield from marks_in(names_of(above[:2]), "names", ("person",))
    if above[0].get("itemprop") == "author" or "author" in (above[0].get("rel") or ""):
        yield "schema"


def _kinds(names: Names, known: set[str]) -> Iterator[str]:
    """Yield what the names themselves are like."""
    words = names[0].split()
    yield f"words {min(len(words), 4)}"
    yield f"names {min(len(names), 4)}"
    if any(word[0].islower() and word not in _PARTICLES for word in words):
        yield "small words"
    if _BODY.search(names[0]):
        yield "body"
    if _is_site(names[0], known):
        yield "site"
    if _is_owner(names[0]) and bare(names[0]) in known:
        yield "owner"
    given = sum(map(_is_given, names))
    if given:
        yield "given" if given == len(names) else "given part"
    if names[0].isupper():
        yield "capitals"


def _compared(
    one: frozenset[str], marks: set[str], values: dict[frozenset[str], set[str]]
) -> Iterator[str]:
    """Yield what the other names on the page say of one."""
    seen = [other for other, told in values.items() if any("shown" in mark for mark in told)]
    stated = marks & {"article", "meta", "meta labelled", "script", "found"}
    yield f"stated {min(len(stated), 3)} {'seen' if one in seen else 'unseen'}"
    yield f"kinds {sum(any(mark.startswith(kind) for mark in marks) for kind in _SOURCES)}"
    if seen == [one]:
        yield "only seen"
    if one in seen:
        yield f"seen {min(seen.index(one), 5)}"
    if any(other < one for other in values):
        yield "holds another"
    if any(other > one for other in values):
        yield "held by another"
    every = {name for other in values for name in other}
    if any(name != other and name in other for name in one for other in every):
        yield "part of a name"


def _names(words: str) -> Names:
    """Return the names in the words of a byline, each once, up to what is no name."""
    found: list[str] = []
    for part in _AND.split(_BY.sub("", " ".join(words.split()), count=1)):
        name = person(_undated(_END.sub("", part).strip(" .,")))
        named = name and len(name) <= LONGEST and len(name.split()) <= MOST_WORDS
        if name and named and name[0].isalpha():
            found.append(name)
        elif found:
            break
    return tuple(dict.fromkeys(found))


def is_person(name: str, known: set[str]) -> bool:
    """Return whether every word is one of a name, and none that of a body or the site."""
    return _is_name(name, known) and not _BODY.search(name)


def _is_name(name: str, known: set[str]) -> bool:
    words = name.split()
    if any(map(is_weekday, words)) or _is_site(name, known):
        return False
    return all(not word[0].islower() or word in _PARTICLES for word in words)


def _undated(name: str) -> str:
    """Return a name without the month of a date that was cut after it; "" for a month alone."""
    before, _, last = name.rpartition(" ")
    dated = leading_date(f"{last} 1, 2000") if before.count(" ") or not before else None
    return before if dated else name


def _is_site(name: str, sites: set[str]) -> bool:
    """Return whether a name is that of the site, longer or shorter; not that of its owner."""
    own = bare(name)
    if own in sites and _is_owner(name):
        return False
    return any(
        (site in own and len(site) >= OWN * len(own)) or (own in site and len(own) > len("news"))
        for site in sites
    )


def _is_given(name: str) -> bool:
    """Return whether a name of several words begins with a given name that is known."""
    first, *others = name.casefold().split() or [""]
    return bool(others) and (first in _GIVEN or first.partition("-")[0] in _GIVEN)


def _is_owner(name: str) -> bool:
    """Return whether what a site is called is rather a person than a paper or a body."""
    return _is_given(name) and not _PAPER.search(name) and not _BODY.search(name)
