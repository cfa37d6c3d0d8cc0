"""The day of a page: of all the days that it states and shows, the one it was published on."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from variorum.read.publication_dates import DAY, dates_in, edtf_date
from variorum.read.sections import sections
from variorum.read.web.pages import PAGE_PARTS, names_of, page_words, walked, words_of
from variorum.read.web.weighing import likeliest, marks_in, marks_of

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}\.\s?\d{1,2}\.\s?\d\d(?!\d)")
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?([0-3]\d)(?!\d)")
_ADDRESSES = "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"
_ATTRIBUTES = [(name, how) for how in ("stated", "titled") for name in page_words(f"day_{how}")]
_SCRIPTED = re.compile(
    r'"((?:date_?|pub|publi|creat|modif|updat|upload)\w{0,16})"\s*:\s*\\?"([^"\\]{8,40})\\?"', re.I
)
_IN_SCRIPT = re.compile(r"publi|issued|pub_?date|created|dc\.date|posted", re.IGNORECASE)
_UTC = re.compile(r"T(\d\d):\d\d(?::\d\d(?:\.\d+)?)?(?:Z|\+00:?00)")
# What the marks of a day begin with that a page states for machines.
_PUBLISHED = ("article published", "meta published")
_STATED = (*_PUBLISHED, *page_words("stated_marks"))
# Those of one that stands right under the heading, and what tells the page's own elsewhere.
_UNDER = ("in opening near", "in opening mid")
_TOLD = {"lead none", "lead by", "time", "dated", "published", "changed"}
HEADLINE = 20  # A link with so many characters leads to another report


@dataclass(frozen=True)
class _Shown:
    """A day that a reader sees: its marks, and what tells the parts of the page like its own."""

    day: str
    marks: frozenset[str]
    kind: str


def day(tree: Any, heading: Any | None, told: dict[str, Any]) -> tuple[str, float] | None:
    """Return the day on which a page was published, and how likely it is; None for none.

    A day in a sentence is none, nor is that of a change where the publication is stated.

    Args:
        tree: the page.
        heading: the element of its heading.
        told: what its article states for machines.
    """
    found = marks_of(days(tree, heading, told))
    stated = {one for one, marks in found.items() if _begins(marks, _STATED)}
    told_first = any(_begins(found[one], _PUBLISHED) for one in stated)
    own = {one for one, marks in found.items() if _is_own(marks)}
    own -= {one for one in own if told_first and "changed" in found[one]}
    under = {one for one in own if "alone" in found[one] and _begins(found[one], _UNDER)}
    may_be = {one: found[one] for one in found if one in stated | (under or own)}
    return likeliest("day", may_be, 0.4)


def _begins(marks: set[str], starts: tuple[str, ...]) -> bool:
    return any(mark.startswith(starts) for mark in marks)


def _is_own(marks: set[str]) -> bool:
    """Return whether a day stands by itself, and nothing says what else it is of.

    In the body that may be the words before it, or that it stands in a tile or a comment.
    """
    beside = "of another" in marks and not _begins(marks, ("in opening", "in over"))
    return "alone" in marks and (bool(marks & _TOLD) or _begins(marks, _UNDER)) and not beside


def days(tree: Any, heading: Any | None, told: dict[str, Any]) -> Iterator[tuple[str, set[str]]]:
    """Yield each day on a page, with the marks of a place where it stands."""
    for key in ("datePublished", "dateCreated", "dateModified", "uploadDate"):
        yield from _stated(told.get(key), f"article {_kind(key)}")
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        yield from _stated(meta.get("content"), f"meta {_kind(name)}")
    for script in tree.iter("script"):
        for name, value in _SCRIPTED.findall(script.text or "")[:40]:
            yield from _stated(value, f"script {_kind(name)}")
    for address in map(str, tree.xpath(_ADDRESSES)):
        found = _IN_ADDRESS.search(address)
        if found and (told_day := edtf_date("-".join(found.groups()))):
            yield told_day, {"address"}
    shown = list(_shown(tree, heading))
    yield from ((one.day, marks) for one, marks in zip(shown, _compared(shown), strict=True))


def _kind(name: str) -> str:
    """Return what a page states a day for, by the name that it gives it."""
    if any(marks_in(name, "names", ("changed",))):
        return "changed"
    if _IN_SCRIPT.search(name):
        return "published"
    return "date" if re.search("date|time", name, re.IGNORECASE) else "other"


def _stated(value: Any, mark: str) -> Iterator[tuple[str, set[str]]]:
    """Yield the day of a stated time, and that in another zone where the time is in none."""
    if not isinstance(value, str) or len(value) > 90 or not _YEAR.search(value):
        return
    found = edtf_date(value)
    if found is None or not DAY.fullmatch(found):
        return
    yield found, {mark}
    hour = _UTC.search(value)
    for late, mend, words in ((True, 1, "next"), (False, -1, "eve")):
        if hour and (int(hour[1]) >= 16 if late else int(hour[1]) <= 8):
            other = datetime.date.fromisoformat(found) + datetime.timedelta(days=mend)
            yield other.isoformat(), {f"beside {words}", f"{mark} {words}"}


def _shown(tree: Any, heading: Any | None) -> Iterator[_Shown]:
    """Yield the days that a reader sees, in order."""
    language = (tree.get("lang") or "").lower()
    for element, zone, near in walked(tree, heading):
        for words, how in _pieces(element) if not sections(words_of(element)) else ():
            for told, before, after in [*dates_in(" ".join(words.split()), language)][:4]:
                holder = element.getparent() if how == "tail" else element
                marks = {f"how {how}", *_where(holder, f"{zone} {near}", before, after)}
                yield _Shown(told, frozenset(marks), _like(element))


def _pieces(element: Any) -> Iterator[tuple[str, str]]:
    """Yield the words of an element that may tell a day, and how they stand in it."""
    for name, how in _ATTRIBUTES:
        value = element.get(name) or ""
        if len(value) < 45 and _YEAR.search(value):
            yield value, how
    if 0 < len(element) <= 8:
        whole = words_of(element)
        if len(whole) <= 90 and _YEAR.search(whole):
            yield whole, "joined"
    if _YEAR.search(element.text or ""):
        yield element.text, "text"
    if _YEAR.search(element.tail or "") and element.getparent() is not None:
        yield element.tail, "tail"


def _where(element: Any, place: str, before: str, after: str) -> Iterator[str]:
    """Yield the marks of the place of a day: in what part, between which words."""
    above = [element, *element.iterancestors()]
    part = next((one.tag for one in above if one.tag in PAGE_PARTS), "")
    alone = max(len(before), len(after)) <= 25
    yield f"in {place} {part}{' alone' if alone else ''}"
    if alone:
        yield "alone"
    if any(one.tag == "time" for one in above[:3]):
        yield "time"
    names = names_of(above[:3])
    changed = [*marks_in(f"{names} {before[-25:]}", "names", ("changed",))]
    yield from changed or marks_in(names, "names", ("dated",))
    yield from marks_in(names, "names", ("published",))
    yield from marks_in(names_of(above[:7]), "names", ("others",))
    if any(one.tag == "a" for one in above[:4]):
        yield "link"
    named = any(marks_in(names_of(above[:7]), "names", ("tile", "readers")))
    # An item of a list with a link as long as a headline.
    links = (link for one in above[:3] if one.tag == "li" for link in one.iter("a"))
    if part or named or any(len(words_of(link)) >= HEADLINE for link in links):
        yield "of another"
    lead = before.strip(" :,-–|•·(").lower()
    if any(marks_in(lead, "words", ("rights",))):
        yield "rights"
    by = any(lead.endswith(word) for word in page_words("by"))
    yield "lead by" if lead and by else "lead words" if lead else "lead none"


def _like(element: Any) -> str:
    """Return what tells the parts of a page that are made alike."""
    above = element.getparent()
    upper = f"{above.tag}.{above.get('class', '')}" if above is not None else ""
    return f"{upper}/{element.tag}.{element.get('class', '')}"


def _compared(shown: list[_Shown]) -> Iterator[set[str]]:
    """Yield the marks of each day, with those that the other days of the page give it."""
    alike = Counter(kind for kind, _ in {(one.kind, one.day) for one in shown})
    order = list(dict.fromkeys(one.day for one in shown if "alone" in one.marks))
    for one in shown:
        many = min(alike[one.kind], 4)
        marks = {*one.marks, f"like it {many}"}
        if many == 4:
            marks = {f"{mark} many" if mark.startswith("in ") else mark for mark in marks}
        if "alone" in one.marks:
            marks.add(f"shown {min(order.index(one.day), 4)}")
            marks |= {"earliest shown"} if one.day == min(order) else set()
            marks |= {"only one shown"} if len(order) == 1 else set()
        yield marks
