"""The entries of a live blog: parts of a page of one kind, each with its own time."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from variorum.edtf import is_edtf
from variorum.model import Section
from variorum.read.publication_dates import day_in, edtf_date
from variorum.read.web.headline import bare
from variorum.read.web.page_blocks import Placed
from variorum.read.web.pages import LONG, is_own, names_of, words_of
from variorum.read.web.weighing import marks_in

FEWEST = 3  # So many entries make a live blog
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-3])\s?[:.hH]\s?([0-5]\d)(?!\d)\s*([ap]\.?m\b)?", re.I)
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?")


def entries(told: dict[str, Any], found: Sequence[Placed], day: str | None) -> tuple[Section, ...]:
    """Return a section for each entry of a live blog; none for a page that is no live blog.

    Args:
        told: what the article of the page states for machines, which may be the times of entries.
        found: the blocks of its text.
        day: the day of the page, on which a clock time alone is.
    """
    starts = _stated(told, found) or _shown(found, day)
    ends = [*(start for start, _ in starts), found[-1].end if found else 0][1:]
    timed = [
        Section(
            label=moment.partition("T")[2][: len("19:05")] or moment,
            start=start,
            end=end,
            published=moment,
        )
        for (start, moment), end in zip(starts, ends, strict=True)
        if moment and start < end
    ]
    return tuple(timed) if len(timed) >= FEWEST else ()


def _stated(told: dict[str, Any], found: Sequence[Placed]) -> list[tuple[int, str | None]]:
    """Return where each entry begins that the page states for machines, and its time."""
    updates = told.get("liveBlogUpdate")
    starts: dict[int, str | None] = {}
    for update in updates if isinstance(updates, list) else ():
        if isinstance(update, dict):
            keys = [bare(str(update.get(key) or ""))[:LONG] for key in ("headline", "articleBody")]
            begins = (one.start for one in found for key in keys if _begins(one.words, key))
            start = next(begins, None)
            if start is not None:
                starts[start] = _moment(str(update.get("datePublished") or ""), None)
    return sorted(starts.items())


def _begins(words: str, key: str) -> bool:
    own = bare(words)
    return len(key) > len("headline") and bool(own) and (own.startswith(key) or key.startswith(own))


def _shown(found: Sequence[Placed], day: str | None) -> list[tuple[int, str | None]]:
    """Return where each part of a page begins that has its own time, and that time."""
    kinds: defaultdict[tuple[str, str], dict[Any, str]] = defaultdict(dict)
    if not found:
        return []
    for element, moment in _times(found[0].element.getroottree().getroot(), day):
        entry = _entry(element)
        if entry is not None:
            kinds[(entry.tag, entry.get("class", ""))].setdefault(entry, moment)
    timed: dict[Any, str] = {}
    for kind in kinds.values():
        timed |= kind if len(kind) >= FEWEST else {}
    starts: list[tuple[int, str | None]] = []
    last: Any = None
    for placed in found:
        above = (placed.element, *placed.element.iterancestors())
        entry = next((one for one in above if one in timed), None)
        if entry is not last and (entry is not None or last is not None):
            starts.append((placed.start, timed.get(entry)))
        last = entry
    return starts


def _times(tree: Any, day: str | None) -> Iterator[tuple[Any, str]]:
    """Yield the elements that are a time of day and no more, with the moment."""
    for element in tree.iter("time", "span", "div", "p", "h3", "h4", "strong", "b"):
        stamp = element.get("datetime") or element.get("data-datetime") or ""
        words = words_of(element) if len(element) <= FEWEST else ""
        if (stamp or 0 < len(words) <= 40) and is_own(element):
            moment = _moment(stamp, None) or _moment(words, day)
            if moment:
                yield element, moment


def _moment(words: str, day: str | None) -> str | None:
    """Return a moment as EDTF, in the zone that is stated; a clock time alone is on `day`."""
    stamp = _STAMP.match(words)
    if stamp:
        zone = stamp[4] or ""
        zone = f"{zone[:3]}:{zone[-2:]}" if len(zone) == len("+0300") else zone
        moment = f"{stamp[1]}T{stamp[2]}{stamp[3] or ':00'}{zone}"
        return moment if is_edtf(moment) else None
    clock = _CLOCK.search(words)
    on = day_in(words) or edtf_date(day)
    if clock is None or on is None or len(on) != len("2023-10-17"):
        return None
    half = (clock[3] or "").lower()[:1]
    hour = int(clock[1]) % 12 + (12 if half == "p" else 0) if half else int(clock[1])
    return f"{on}T{hour:02}:{clock[2]}:00"


def _entry(element: Any) -> Any | None:
    """Return the least part of a page around a time that holds more than a heading."""
    own = len(words_of(element))
    for above in element.iterancestors("article", "div", "li", "section", "details"):
        if len(words_of(above)) - own >= LONG:
            return None if any(marks_in(names_of([above]), "names", ("readers",))) else above
    return None
