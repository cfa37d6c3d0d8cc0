"""The days on which a count stood: an interval, as far as the words and the report tell.

A toll is a count up to a day: the day the claim says it stood at, else that of its section or
report. A report known only by its month may be of any day of it, and an undated one of any day
from the last that it tells of. Nothing is placed at the latest day because it has none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from variorum.compare.happenings.incidents import HURT
from variorum.compare.quantities.answers import Reply
from variorum.compare.quantities.surroundings import sentence_of
from variorum.edtf import days, one_day
from variorum.grouping import grouped
from variorum.model import Document
from variorum.statements.revisions import FIRST, SO_FAR, is_marked

# A toll that is told so many days after the first news is the last one: all others are part of it.
OVER = 60
LAST = "9999-12-31"


def dated(found: Sequence[Reply], documents: Mapping[str, Document]) -> list[Reply]:
    """Return the replies with the days that their counts stood on, as `first/last` of ISO days.

    What is known to one day is that day's, whoever counts; what is not is its report's alone, and
    told by a mark behind the days. An end that nobody knows is left out.
    """
    last_told = _last_told(found)
    news = min((d[0] for x in documents.values() if (d := days(x.published or ""))), default=None)
    over = news + timedelta(days=OVER) if news else date.max
    return [
        replace(
            reply,
            variable=replace(reply.variable, as_of=_interval(reply, documents, last_told, over)),
            high=None if _may_grow(reply, documents[reply.claim.document]) else reply.high,
        )
        for reply in found
    ]


def _may_grow(reply: Reply, document: Document) -> bool:
    """Return whether a toll is told as one of before, or of this hour: "earlier", "it may rise"."""
    sentence, at = sentence_of(document, reply)
    first = reply.measure.span.start - at
    end = document.text.find("\n", first + len(sentence))
    told = document.text[first : end if end >= 0 else None]
    before = is_marked(sentence[:at], FIRST)
    return reply.variable.event in HURT and (before or is_marked(told, SO_FAR))


def _interval(
    reply: Reply, documents: Mapping[str, Document], last_told: Mapping[str, date], over: date
) -> str:
    document = documents[reply.claim.document]
    section = document.section_at(reply.measure.span.start)
    scope = reply.measure.scope
    sentence, at = sentence_of(document, reply)
    earlier = scope.window and is_marked(sentence, FIRST)
    if reply.variable.event not in HURT and is_marked(sentence[:at], FIRST):
        return f"/#{reply.claim.id[:18]}"
    stated = scope.as_of or (scope.window if earlier else None)
    told = days(stated or (section and section.published) or document.published or "")
    if told is None:
        first = last_told.get(document.id)
        return f"{first or ''}/#{document.id[:12]}"
    if told[0] >= over:
        return f"{LAST}/{LAST}"
    # Of a longer time nobody knows the day, so that each report's count is one of its own.
    mark = "" if told[0] == told[1] else f"#{document.id[:12]}"
    return f"{told[0]}/{told[1]}{mark}"


def _last_told(found: Iterable[Reply]) -> dict[str, date]:
    """Return the last day that each report tells of: it cannot have been written before."""
    told = grouped(
        (claim.document, day)
        for claim in {reply.claim.id: reply.claim for reply in found}.values()
        for when in claim.when
        if (day := one_day(when.edtf)) is not None
    )
    return {document: max(days_told) for document, days_told in told.items()}


def bounds_of(as_of: str) -> tuple[str, str]:
    """Return the first and the last day that a count may be of, "" where nobody knows."""
    first, _, last = as_of.partition("#")[0].partition("/")
    return first, last or ("" if "/" in as_of else first)
