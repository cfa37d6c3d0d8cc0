"""Records as rows of their tables, and how rows are put, kept and deleted."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel
from sqlalchemy import Connection, Table, delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from variorum.case import Case, Comparison
from variorum.model import Claim, Decision, DecisionKind, Document, Event, Gap, content_id
from variorum.store import schema

# The parts of a Comparison, in the order they are written, and the record each is made of.
FINDINGS: dict[str, type[BaseModel]] = {
    name: get_args(listed)[0] for name, listed in get_type_hints(Comparison).items()
}
# So many rows are written at once, and are read as one page.
BATCH = 500
Row = dict[str, Any]
INSERTS = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def put(
    connection: Connection, table: Table, rows: Iterable[Row], *, by: str = "", anew: bool = True
) -> None:
    """Insert the rows; one whose key is there already takes the new values where they differ.

    Args:
        connection: in its transaction.
        table: their table.
        rows: written as they come, so that there may be more of them than fit in memory.
        by: the columns that tell them apart, where these are not the primary key.
        anew: whether a row that is there takes new values at all.
    """
    statement: Any = INSERTS[connection.dialect.name](table)
    keys = by.split() or [column.name for column in table.primary_key]
    new = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in {*keys, "id"}}
    differs = [table.c[name].is_distinct_from(value) for name, value in new.items()]
    upsert = (
        statement.on_conflict_do_update(index_elements=keys, set_=new, where=or_(*differs))
        if new and anew
        else statement.on_conflict_do_nothing()
    )
    rest = iter(rows)
    # PostgreSQL keeps no NUL; the record, as JSON, has it all the same.
    clean = connection.dialect.name == "postgresql"
    while batch := list(islice(rest, BATCH)):
        connection.execute(upsert, [_without_nul(row) for row in batch] if clean else batch)


def _without_nul(row: Row) -> Row:
    return {k: v.replace("\0", "\ufffd") if isinstance(v, str) else v for k, v in row.items()}


def keep_only(connection: Connection, table: Table, kept: Collection[str], key: str = "id") -> None:
    """Delete the rows whose key is not one of `kept`."""
    column = table.c[key]
    gone = [one for one in connection.scalars(select(column)) if one not in kept]
    for first in range(0, len(gone), BATCH):
        connection.execute(delete(table).where(column.in_(gone[first : first + BATCH])))


def put_case(connection: Connection, case: Case, there: Iterable[Claim]) -> None:
    """Write the documents, claims and gaps of a case, delete all others, and add to its log."""
    for table in (schema.finding_claims, schema.answers, schema.findings, schema.gaps):
        connection.execute(delete(table))
    keep_only(connection, schema.claims, {claim.id for claim in case.claims})
    keep_only(connection, schema.documents, {document.id for document in case.documents})
    put(connection, schema.documents, map(_document_row, case.documents))
    put(connection, schema.gaps, map(_gap_row, case.gaps))
    put_marks(connection, case, there)


def put_marks(connection: Connection, case: Case, there: Iterable[Claim]) -> None:
    """Write the claims of a case but for those that are in their rows, and add to its log."""
    known = {id(claim) for claim in there}
    new = (claim for claim in case.claims if id(claim) not in known)
    put(connection, schema.claims, map(_claim_row, new))
    rows = ({"id": made.id, "record": made.model_dump_json()} for made in case.decisions)
    put(connection, schema.decisions, rows, by="id", anew=False)


def log_of(connection: Connection) -> tuple[Decision, ...]:
    """Return the log of decisions, in order.

    Before there was a log, a case kept who had verified what in a table of its own: these come
    first, and are written into the log when the case is saved.
    """
    old = schema.verifications.c
    earlier = connection.execute(
        select(schema.verifications).order_by(old.when, old.term, old.claim, old.who)
    )
    made = [
        Decision(
            id=content_id("decision", *row),
            kind=DecisionKind.VERIFY,
            about=(row.term, row.claim),
            who=row.who,
            when=row.when,
            why=row.why,
        )
        for row in earlier
    ]
    log = schema.decisions.c
    kept = connection.scalars(select(log.record).order_by(log.number))
    every = [*made, *map(Decision.model_validate_json, kept)]
    return tuple({one.id: one for one in every}.values())


def put_findings(connection: Connection, case: Case) -> None:
    """Write what comparing found, with the claims of each finding and the answers."""
    put(connection, schema.findings, _finding_rows(case))
    put(connection, schema.finding_claims, _link_rows(case))
    put(connection, schema.answers, _answer_rows(case))


def _found(case: Case) -> Iterator[tuple[str, str, int, Any]]:
    """Yield the kind of each finding, its id, its place among its kind, and itself."""
    for kind in FINDINGS:
        for position, record in enumerate(getattr(case.comparison, kind)):
            key = getattr(record, "id", None) or content_id(kind.removesuffix("s"), record)
            yield kind, key, position, record


def _finding_rows(case: Case) -> Iterator[Row]:
    for kind, key, position, record in _found(case):
        yield {
            "kind": kind,
            "id": key,
            "position": position,
            "severity": getattr(record, "severity", None),
            "record": record.model_dump_json(),
        }


def _link_rows(case: Case) -> Iterator[Row]:
    for _, key, _, record in _found(case):
        for claim in getattr(record, "claims", ()):
            yield {"finding_id": key, "claim_id": claim}


def _answer_rows(case: Case) -> Iterator[Row]:
    for question in case.questions:
        for position, answer in enumerate(question.answers):
            key = {"question_id": question.id, "position": position, "claim_id": answer.claim}
            yield answer.model_dump(include={"low", "high", "standing"}) | key


def _document_row(document: Document) -> Row:
    columns = document.model_dump(include={"id", "path", "publisher", "published", "language"})
    return {**columns, "record": document.model_dump_json(), "data_set": document.data_set or ""}


def _claim_row(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "document_id": claim.document,
        "start": claim.start,
        "speaker": claim.speaker.name,
        "stance": claim.stance.value,
        "record": claim.model_dump_json(),
        "kind": claim.speaker.kind.value,
        "part_of": claim.part_of,
        "review": claim.review.state.value if claim.review else None,
    }


def event_row(row: Event) -> Row:
    """Return the row of an event."""
    columns = row.model_dump(include={"id", "data_set", "start", "end"})
    return {**columns, "record": row.model_dump_json()}


def _gap_row(gap: Gap) -> Row:
    key = content_id("gap", gap.what, gap.why, gap.kind, gap.document)
    columns = gap.model_dump(include={"what", "why"})
    return {**columns, "id": key, "document_id": gap.document, "record": gap.model_dump_json()}
