"""The tables of a case, in SQLite and in PostgreSQL alike.

Each row keeps its record whole as JSON, beside the columns that people query and that the foreign
keys need. Ids are content hashes, so that writing the same case twice changes nothing. What stands
in each table says `tables.yaml`. A change of a table takes a step of its own in `upgrading.py`;
those that only make a table make it as it stands here, until the first step that changes it.
"""

from typing import Any

import sqlalchemy as sa

from variorum.yaml_files import word_file

# The number of the newest layout.
HEAD = "0007"

metadata = sa.MetaData()
_TYPES: dict[str, Any] = {
    # Both databases sort text by its code points.
    "word": sa.String().with_variant(sa.String(collation="C"), "postgresql"),
    "number": sa.String(32),
    "text": sa.Text(),
    "integer": sa.Integer(),
    "long": sa.BigInteger().with_variant(sa.Integer, "sqlite"),
    "float": sa.Float(),
    "bytes": sa.LargeBinary(),
}


def _column(name: str, told: str) -> sa.Column[object]:
    kind, *marks = told.split()
    return sa.Column(
        name,
        _TYPES[kind] if kind in _TYPES else sa.ForeignKey(kind),
        primary_key="key" in marks,
        nullable="null" in marks,
        index="index" in marks or None,
        unique="unique" in marks or None,
        server_default="" if "default" in marks else None,
    )


def columns_of(table: str) -> list[sa.Column[object]]:
    """Return the columns of a table, made anew."""
    told = word_file("variorum.store", "tables.yaml")[table]
    return [_column(*column) for column in told.items()]


def _table(name: str) -> sa.Table:
    return sa.Table(name, metadata, *columns_of(name))


version = _table("alembic_version")
meta = _table("meta")
documents = _table("documents")
claims = _table("claims")
gaps = _table("gaps")
findings = _table("findings")
finding_claims = _table("finding_claims")
answers = _table("answers")
events = _table("events")
verifications = _table("verifications")
decisions = _table("decisions")
people = _table("people")
passes = _table("passes")
reads = _table("reads")
judgements = _table("judgements")
readings = _table("readings")
files = _table("files")
kept = _table("kept")
search = _table("search")
# The days of events in order, which tell which events reach into a window.
sa.Index("ix_events_days", events.c.start, events.c.id, events.c.end)
search.append_constraint(sa.UniqueConstraint("kind", "ref"))
sa.Index(
    "ix_search_words",
    sa.func.array_to_tsvector(sa.func.string_to_array(search.c.words, sa.text("' '"))),
    postgresql_using="gin",
).ddl_if(dialect="postgresql")
# SQLite's index of the words; triggers keep it as the table is.
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
for _statement in SQLITE_SEARCH:
    _made = sa.DDL(_statement)  # type: ignore[no-untyped-call]
    sa.event.listen(search, "after_create", _made.execute_if(dialect="sqlite"))

# Those that every case file has had from the first.
FIRST_TABLES = frozenset({"meta", "documents", "claims", "gaps", "findings", "finding_claims"})
