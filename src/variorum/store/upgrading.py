"""Bringing a case from an older layout to the newest: one numbered step after the other."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op
from alembic.migration import MigrationContext
from alembic.operations import Operations

from variorum.store import schema
from variorum.store.word_search import index_words

# The columns that the first tables did not have yet.
LATER = {"documents": ("data_set",), "claims": ("kind", "part_of", "review")}


def upgrade(connection: sa.Connection, known: str) -> None:
    """Run the steps after the one named `known`, in the transaction of the connection.

    Args:
        connection: that of the case, in a transaction.
        known: the number of its layout; "" makes all tables by the steps alone.
    """
    schema.version.create(connection, checkfirst=True)
    with Operations.context(MigrationContext.configure(connection)):
        for number, step in STEPS.items():
            if number > known:
                step()
    connection.execute(sa.delete(schema.version))
    connection.execute(sa.insert(schema.version), {"version_num": schema.HEAD})
    connection.execute(
        sa.update(schema.meta).where(schema.meta.c.key == "schema").values(value="2")
    )
    index_words(connection)


def _made(*tables: sa.Table) -> Callable[[], None]:
    """Return the step that makes tables where they are missing: once they had no number."""

    def step() -> None:
        for table in tables:
            table.create(op.get_bind(), checkfirst=True)
            for index in table.indexes:
                index.create(op.get_bind(), checkfirst=True)

    return step


def _first_tables() -> None:
    """Make the documents, their claims and gaps, and what comparing found, as they were."""
    first = sa.MetaData()
    for name in schema.FIRST_TABLES:
        later = LATER.get(name, ())
        sa.Table(name, first, *(c for c in schema.columns_of(name) if c.name not in later))
    first.create_all(op.get_bind())


def _rows_to_page_through() -> None:
    """Add columns to page through, and answers as rows; fill them from the records."""
    for table, later in LATER.items():
        for column in schema.columns_of(table):
            if column.name in later:
                op.add_column(table, column)
    _made(schema.answers, schema.files, schema.search)()
    bind = op.get_bind()
    for key, record in _records("documents"):
        if record.get("data_set"):
            statement = sa.text("UPDATE documents SET data_set = :set WHERE id = :id")
            bind.execute(statement, {"set": record["data_set"], "id": key})
    fill = sa.text(
        "UPDATE claims SET kind = :kind, part_of = :part, review = :state WHERE id = :id"
    )
    for key, record in _records("claims"):
        row = {"kind": record["speaker"]["kind"], "part": record.get("part_of"), "id": key}
        bind.execute(fill, {**row, "state": (record.get("review") or {}).get("state")})
    answer = sa.text(
        "INSERT INTO answers (question_id, position, claim_id, low, high, standing)"
        " VALUES (:question, :position, :claim, :low, :high, :standing)"
    )
    for key, record in _records("findings", "questions"):
        for position, told in enumerate(record.get("answers", ())):
            row = {name: told[name] for name in ("claim", "low", "high", "standing")}
            bind.execute(answer, {**row, "question": key, "position": position})


def _records(table: str, kind: str | None = None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the ids and the records of a table, a page at a time."""
    where = "AND kind = :kind" if kind else ""
    query = sa.text(
        f"SELECT id, record FROM {table} WHERE id > :last {where} ORDER BY id LIMIT 500"
    )
    last = ""
    while rows := op.get_bind().execute(query, {"last": last, "kind": kind}).all():
        yield from ((key, json.loads(record)) for key, record in rows)
        last = rows[-1][0]


STEPS = {
    "0001": _first_tables,
    "0002": _made(schema.events, schema.verifications),
    "0003": _made(schema.readings),
    "0004": _made(schema.decisions),
    "0005": _rows_to_page_through,
    "0006": _made(schema.people, schema.passes, schema.reads, schema.judgements),
    "0007": _made(schema.kept),
}
