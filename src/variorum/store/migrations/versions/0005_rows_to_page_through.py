"""Columns to page through, answers as rows, files that were read, and words to search."""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from variorum.store import schema

revision = "0005"
down_revision = "0004"

Word = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make them, and fill the columns from the records."""
    op.add_column("documents", sa.Column("data_set", Word, nullable=False, server_default=""))
    op.add_column("claims", sa.Column("kind", Word, nullable=False, server_default=""))
    op.add_column("claims", sa.Column("part_of", Word))
    op.add_column("claims", sa.Column("review", Word))
    for table in (schema.answers, schema.files, schema.search):
        table.create(op.get_bind())
    _fill()


def _fill() -> None:
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
