"""What could be known on a day: the documents out by then, and what they said up to then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from variorum.edtf import days
from variorum.errors import UsageError
from variorum.model import Claim, Document, Gap
from variorum.wording import count, joined

__all__ = ["known_by", "last_day"]

MOST_NAMED = 5
Known = tuple[list[Document], list[Claim], list[Gap]]


def last_day(edtf: str) -> date:
    """Return the last day of an EDTF day, month or year.

    Raises:
        UsageError: when it is none of these.
    """
    told = days(edtf)
    if told is None:
        raise UsageError(f"{edtf!r} is no date; write one such as 2017-11-01, 2017-11 or 2017.")
    return told[1]


def known_by(documents: Sequence[Document], claims: Sequence[Claim], edtf: str) -> Known:
    """Return the documents and claims that were out by the end of a day, and what was left out.

    A report known only by its month counts from its first day. Undated reports stay: nobody can
    tell that they were not out, and they are listed.

    Args:
        documents: the documents of the case.
        claims: their claims.
        edtf: the day, month or year, of which the last day counts.

    Raises:
        UsageError: when `edtf` is no date.
    """
    day = last_day(edtf)
    kept = [document for document in documents if not _after(document.published, day)]
    by_id = {document.id: document for document in kept}
    told = []
    for claim in claims:
        document = by_id.get(claim.document)
        section = document.section_at(claim.start) if document else None
        if document and not (section and _after(section.published, day)):
            told.append(claim)
    return kept, told, _gaps(documents, kept, len(claims) - len(told), day)


def _after(published: str | None, day: date) -> bool:
    told = days(published) if published else None
    return told is not None and told[0] > day


def _gaps(
    documents: Sequence[Document], kept: Sequence[Document], claims: int, day: date
) -> list[Gap]:
    ids = {document.id for document in kept}
    later = [document for document in documents if document.id not in ids]
    undated = [document for document in kept if days(document.published or "") is None]
    found = []
    if later or claims:
        what = f"After {day.isoformat()}"
        why = f"{count(len(later), 'report')} and {count(claims, 'claim')} are later and left out"
        found.append(Gap(what=what, why=f"{why}{_names(later)}.", kind="limit"))
    if undated:
        what = f"Undated, as of {day.isoformat()}"
        why = f"{count(len(undated), 'report')} without a date kept"
        found.append(Gap(what=what, why=f"{why}{_names(undated)}.", kind="limit"))
    return found


def _names(documents: Sequence[Document]) -> str:
    names = [document.name for document in documents[:MOST_NAMED]]
    more = len(documents) - len(names)
    if not names:
        return ""
    return ": " + joined([*names, f"{more} more"] if more else names)
