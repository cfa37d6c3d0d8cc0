"""The lists of the record as rows of plain columns, for data frames."""

from collections.abc import Iterator
from typing import Any

from variorum.case import Case
from variorum.errors import UsageError

Row = dict[str, Any]


def frame_rows(case: Case, name: str) -> list[Row]:
    """Return the rows of one list of the export, such as "claims", "origins" or "gaps".

    Records in records have columns such as `speaker.name`; lists stay lists. Claims also have
    their `text`, and the `publisher`, day and `language` of their report. "answers" is a list of
    its own: one row for each claim that answers a dispute.

    Raises:
        UsageError: when there is no list of that name.
    """
    record = case.to_dict()
    if name == "answers":
        return list(_answers(case))
    if name not in record:
        raise UsageError(f"There is no table '{name}'; there are answers, {', '.join(record)}.")
    rows = [dict(_flat(row)) for row in record[name]]
    return [with_report(case, row, row["id"]) for row in rows] if name == "claims" else rows


def _flat(row: Row, before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in row.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value


def with_report(case: Case, row: Row, of: str) -> Row:
    """Return a row with the text, publisher, day and language of the claim that it is `of`."""
    claim = case.claim_by_id[of]
    document = case.document_by_id[claim.document]
    told = {"publisher": document.name, "published": document.published}
    return {**row, "text": claim.text, **told, "language": document.language}


def _answers(case: Case) -> Iterator[Row]:
    for dispute in case.disputes:
        for position in dispute.positions:
            for answer in position.answers:
                speaker = case.claim_by_id[answer.claim].speaker.name
                row: Row = {"dispute": dispute.label, "position": position.label}
                row |= {"low": answer.low, "high": answer.high, "speaker": speaker}
                row |= {"reprint": answer.claim in position.reprints, "claim": answer.claim}
                yield with_report(case, row, answer.claim)
