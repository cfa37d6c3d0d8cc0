"""Columns to page through, answers as rows, files that were read, and words to search."""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

Word = sa.String().with_variant(sa.String(collation="C"), "postgresql")
SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE search_words USING fts5(words, content='search', content_rowid='id',"
    " tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER search_added AFTER INSERT ON search BEGIN"
    " INSERT INTO search_words(rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER search_gone AFTER DELETE ON search BEGIN INSERT INTO"
    " search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words); END",
    "CREATE TRIGGER search_changed AFTER UPDATE ON search BEGIN INSERT INTO"
    " search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words);"
    " INSERT INTO search_words(rowid, words) VALUES (new.id, new.words); END",
)


def upgrade() -> None:
    """Make them, and fill the columns from the records."""
    op.add_column("documents", sa.Column("data_set", Word, nullable=False, server_default=""))
    op.add_column("claims", sa.Column("kind", Word, nullable=False, server_default=""))
    op.add_column("claims", sa.Column("part_of", Word))
    op.add_column("claims", sa.Column("review", Word))
    op.create_table(
        "answers",
        sa.Column("question_id", Word, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("claim_id", Word, sa.ForeignKey("claims.id"), nullable=False, index=True),
        sa.Column("low", sa.Float),
        sa.Column("high", sa.Float),
        sa.Column("standing", Word, nullable=False),
    )
    op.create_table(
        "files", sa.Column("path", Word, primary_key=True), sa.Column("key", Word, nullable=False)
    )
    _search()
    _fill()


def _search() -> None:
    op.create_table(
        "search",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("kind", Word, nullable=False),
        sa.Column("ref", Word, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.UniqueConstraint("kind", "ref"),
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in SQLITE_SEARCH:
            op.execute(statement)
    else:
        op.execute(
            "CREATE INDEX ix_search_words ON search"
            " USING gin (array_to_tsvector(string_to_array(words, ' ')))"
        )


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
