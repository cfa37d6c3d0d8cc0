"""Lines of a page that stand in running text: its title, its date, the credit of a picture.

A page taken from a site without its layout begins "Raid kills ten AFP Saturday 24 Sep 2016 At least
ten people ...". What such a line says is no part of the sentence beside it.
"""

import functools
import itertools
import re
from collections.abc import Iterator

from variorum.language.english_words import word_list
from variorum.language.word_lists import alternatives
from variorum.text import paragraphs

_BEGINS = r"(?=[A-Z“\"‘\d]|\Z)"
_WORD = re.compile(r"\W{0,3}(\w+)")
FARTHEST = 300
LEAST_TITLE = 4


def page_blocks(text: str, title: str | None = None) -> list[tuple[int, int]]:
    """Return the offsets of the paragraphs, each cut where a line of the page ends or begins.

    Together they cover the text without a gap.

    Args:
        text: the text of a document.
        title: its title, which may be repeated where its text begins.
    """
    cuts = {0, len(text), *(start for start, _ in paragraphs(text)), *_head_ends(text, title)}
    cuts |= set(_line_starts(text))
    for match in _inserted().finditer(text):
        cuts |= {match.start(), match.end()} if match["credit"] else {match.start()}
    return list(itertools.pairwise(sorted(cuts))) if text else []


def _line_starts(text: str) -> Iterator[int]:
    """Yield where a paragraph's second line begins, if the first is a heading: no wrapped text.

    A heading has no stop and had room for the next word, and whole sentences follow it.
    """
    longest = max(map(len, text.split("\n")))
    for start, end in paragraphs(text):
        heading, _, told = text[start:end].rstrip().partition("\n")
        first = told.split(maxsplit=1)[:1] or [""]
        room = len(heading.rstrip()) + 1 + len(first[0]) <= longest
        begins = first[0][:1].isalnum() and not first[0][:1].islower()
        if room and begins and heading.rstrip()[-1:].isalnum() and not told[-1:].isalnum():
            yield start + len(heading) + 1


def _head_ends(text: str, title: str | None) -> set[int]:
    """Return where the lines end that stand at the head of a text: days, title, agency."""
    ends: set[int] = set()
    at = -1
    after = 0
    while at < after:
        at = after
        stamp = _stamp().match(text, at)
        after = stamp.end() if stamp else _past_title(text, at, title)
        ends.add(after)
        agency = _agency().match(text, after) if after > at and not stamp else None
        after = agency.end() if agency else after
    dated = _dated_agency().search(text, 0, FARTHEST)
    return ends | ({dated.start(), dated.end()} if dated and not at else set())


def _past_title(text: str, at: int, title: str | None) -> int:
    """Return where a title that begins at an offset ends, whatever its marks; else the offset."""
    words, end = _WORD.findall(title or ""), at
    if len(words) < LEAST_TITLE:
        return at
    for word in words:
        found = _WORD.match(text, end)
        if found is None or found[1].lower() != word.lower():
            return at
        end = found.end()
    mark = re.compile(rf"(?:[^\w\s]*\s+)+{_BEGINS}").match(text, end)
    return mark.end() if mark else at


@functools.cache
def _stamp() -> re.Pattern[str]:
    """Return what a page says of its day before its text begins, with its counters."""
    names = "|".join(sorted({word[:3].title() for word in word_list("calendar")}))
    day = rf"(?:{names})[a-z]*\.?"
    dates = rf"(?:{day},? )*(?:\d{{1,2}} {day},? \d{{4}}|{day} \d{{1,2}},? ?\d{{4}})"
    dates += r"|\d\d?([-./])\d\d?\1\d{4}"
    clock = r"(?: ?\(updated [\d .:]+\))?(?:,? (?:at )?\d{1,2}:?\d\d\b)?"
    counters = rf"(?:{alternatives('language', 'stamp_counters')})(?: \d+){{1,2}}(?: 0\b)*"
    openers = alternatives("language", "stamp_openers")
    return re.compile(rf"(?:(?:{openers}) )*(?:{dates}){clock} ?(?:{counters})?(?!,)\s*{_BEGINS}")


@functools.cache
def _agency() -> re.Pattern[str]:
    names = "|".join(sorted(re.escape(name.upper()) for name in word_list("outlet")))
    return re.compile(rf"(?:(?:{names}|Reuters)\s+{_BEGINS})?")


@functools.cache
def _dated_agency() -> re.Pattern[str]:
    """Return the line "AFP Saturday 24 Sep 2016", which ends a title that is not known."""
    return re.compile(rf"\b{_agency().pattern[:-1]}(?:{_stamp().pattern})")


@functools.cache
def _inserted() -> re.Pattern[str]:
    """Return the credits of pictures, and datelines that stand in the middle of a text."""
    last = alternatives("language", "credits")
    return re.compile(
        rf"(?P<credit>\((?:[A-Z][\w.]* |and )*(?:{last})\)\s+"
        r"|\b[A-Z]{3,}/[A-Z][\w-]+ [A-Z][\w-]+\s+(?=[A-Z]))"
        r"|(?<=[\w.”\"] )(?:[A-Z]{3,} ){1,3}\([A-Z]\w+\) (?=[A-Z“\"])"
    )
