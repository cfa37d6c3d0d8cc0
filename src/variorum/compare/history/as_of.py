"""What could be known on a day: the documents out by then, and what they said up to then."""

from collections.abc import Sequence
from datetime import date

from variorum.edtf import days
from variorum.errors import UsageError
from variorum.model import Claim, Document, Gap
from variorum.wording import count, joined

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

    Only what is known to have been out counts: a report known by its month counts from the last day
    of it, and an undated one never does. What was left out is told.

    Args:
        documents: the documents of the case.
        claims: their claims.
        edtf: the day, month or year, of which the last day counts.

    Raises:
        UsageError: when `edtf` is no date.
    """
    day = last_day(edtf)
    kept = [document for document in documents if _is_out(document.published, day)]
    by_id = {document.id: document for document in kept}
    told = []
    for claim in claims:
        document = by_id.get(claim.document)
        section = document.section_at(claim.start) if document else None
        if document and not (section and section.published and not _is_out(section.published, day)):
            told.append(claim)
    return kept, told, _gaps(documents, kept, len(claims) - len(told), day)


def _is_out(published: str | None, day: date) -> bool:
    """Return whether what was published is known to have been out by the end of a day."""
    told = days(published or "")
    return told is not None and told[1] <= day


def _gaps(
    documents: Sequence[Document], kept: Sequence[Document], claims: int, day: date
) -> list[Gap]:
    ids = {document.id for document in kept}
    out = [document for document in documents if document.id not in ids]
    undated = [document for document in out if days(document.published or "") is None]
    later = [document for document in out if document not in undated]
    found = []
    if later or claims:
        what = f"After {day.isoformat()}"
        told = f"{count(len(later), 'report')} and {count(claims, 'claim')}"
        why = f"{told} are not known to be earlier and left out{_names(later)}."
        found.append(Gap(what=what, why=why, kind="limit"))
    if undated:
        what = f"Undated, as of {day.isoformat()}"
        why = f"{count(len(undated), 'report')} without a date left out"
        found.append(Gap(what=what, why=f"{why}{_names(undated)}.", kind="limit"))
    return found


def _names(documents: Sequence[Document]) -> str:
    names = [document.name for document in documents[:MOST_NAMED]]
    more = len(documents) - len(names)
    if not names:
        return ""
    return ": " + joined([*names, f"{more} more"] if more else names)
