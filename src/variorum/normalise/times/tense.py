"""Whether the words around a time speak of what is to come, as far as verbs and such words tell."""

import functools
import re
from typing import Any

from variorum.language.files import table
from variorum.language.word_lists import alternatives

AHEAD, GONE = "ahead", "gone"

# How far from a time its sentence is looked at, in characters.
BEFORE, AFTER = 300, 120
_STOP = re.compile(
    r"[.?!](?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bSen\.)"
    r"(?<!\bGen\.)(?<!\bCol\.)(?<!\bRep\.)['’\"”)]*\s+(?=[A-Z\"“‘'(])|\n\s*\n|;\s"
)
_CLAUSE = re.compile(rf",|\b(?:{alternatives('normalise', 'clause')})\b")


@functools.cache
def _cues(language: str) -> re.Pattern[str]:
    raw: dict[str, Any] = table("times")[language]["tense"]
    ahead, gone, always, unlike = (
        "|".join(map(re.escape, raw[name])) for name in ("ahead", "gone", "always_gone", "not_gone")
    )
    return re.compile(
        rf"\b(?:(?P<neither>{unlike})|(?P<ahead>{ahead}|(?<=['’])ll)"
        rf"|(?P<always>(?<!\bbe )(?:{always}))"
        rf"|(?P<gone>(?<!\bbe )(?<!being )(?:{gone}|[a-z]{{2,}}ed)))\b"
    )


def is_ahead(text: str, start: int, end: int, language: str = "en") -> bool:
    """Return whether what happens at the time text[start:end] is told as yet to come."""
    return _tense(text, start, end, language, frozenset()) == AHEAD


def is_gone(text: str, start: int, end: int, language: str = "en") -> bool:
    """Return whether it is told as over; that somebody "said" it does not tell so."""
    telling = frozenset(table("times")[language]["tense"]["telling"])
    return _tense(text, start, end, language, telling) == GONE


def _tense(text: str, start: int, end: int, language: str, passed_over: frozenset[str]) -> str:
    """Return whether a time is told as yet to come or as over; "" where nothing tells.

    The last telling word before the time in its sentence decides, else the first one after it. A
    participle in the clause of "will" ("will send armed men") tells nothing.
    """
    cues = _cues(language)
    # The stop before a time shows only with the time's own first letter.
    before = _STOP.split(text[max(0, start - BEFORE) : start + 1])[-1][:-1]
    ahead_at, found = -1, ""
    for cue in cues.finditer(before):
        if cue[0] in passed_over and len(before[cue.end() :].split()) > 1:
            continue
        if cue["ahead"]:
            ahead_at, found = cue.end(), AHEAD
        elif cue["always"] or (
            cue["gone"] and (found != AHEAD or _CLAUSE.search(before, ahead_at, cue.start()))
        ):
            found = GONE
    if found:
        return found
    after = _STOP.split(text[end : end + AFTER], maxsplit=1)[0]
    told = (cue for cue in cues.finditer(after) if cue[0] not in passed_over)
    first = next((cue for cue in told if not cue["neither"]), None)
    return "" if first is None else AHEAD if first["ahead"] else GONE


def are_near(text: str, first: int, second: int) -> bool:
    """Return whether two places of a text are in the same sentence or in two that are next."""
    return second - first <= 2 * BEFORE and len(_STOP.findall(text, first, second + 1)) <= 1
