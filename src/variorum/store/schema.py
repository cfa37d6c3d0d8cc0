"""The tables of a case, in SQLite and in PostgreSQL alike.

Each row keeps its record whole as JSON, beside the columns that people query and that the foreign
keys need. Ids are content hashes, so that writing the same case twice changes nothing. A change of
a table takes a migration of its own in `migrations/versions`; those that only make a table make it
as it stands here, until the first migration that changes it.
"""

import sqlalchemy as sa

# The newest migration.
HEAD = "0007"

metadata = sa.MetaData()
# Both databases sort text by its code points.
Word = sa.String().with_variant(sa.String(collation="C"), "postgresql")

# Alembic's own table, which says what the last migration was.
version = sa.Table(
    "alembic_version",
    metadata,
    sa.Column("version_num", sa.String(32), primary_key=True, nullable=False),
)

meta = sa.Table(
    "meta",
    metadata,
    sa.Column("key", Word, primary_key=True),
    sa.Column("value", Word, nullable=False),
)

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("id", Word, primary_key=True),
    sa.Column("path", Word, index=True),
    sa.Column("publisher", Word),
    sa.Column("published", Word),
    sa.Column("language", Word),
    sa.Column("record", sa.Text, nullable=False),
    sa.Column("data_set", Word, nullable=False, server_default=""),
)

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("id", Word, primary_key=True),
    sa.Column("document_id", sa.ForeignKey("documents.id"), nullable=False, index=True),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("speaker", Word, nullable=False),
    sa.Column("stance", Word, nullable=False),
    sa.Column("record", sa.Text, nullable=False),
    sa.Column("kind", Word, nullable=False, server_default=""),
    sa.Column("part_of", Word),
    sa.Column("review", Word),
)

gaps = sa.Table(
    "gaps",
    metadata,
    sa.Column("id", Word, primary_key=True),
    sa.Column("document_id", sa.ForeignKey("documents.id")),
    sa.Column("what", Word, nullable=False),
    sa.Column("why", Word, nullable=False),
    sa.Column("record", sa.Text, nullable=False),
)

# What comparing found: actors, questions, contradictions, versions, origins and gaps of the record.
findings = sa.Table(
    "findings",
    metadata,
    sa.Column("kind", Word, primary_key=True),
    sa.Column("id", Word, primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("severity", sa.Float),
    sa.Column("record", sa.Text, nullable=False),
)

finding_claims = sa.Table(
    "finding_claims",
    metadata,
    sa.Column("finding_id", Word, primary_key=True),
    sa.Column("claim_id", sa.ForeignKey("claims.id"), primary_key=True),
)

# Who answers what to each question: the range, in the first unit of the question's kind.
answers = sa.Table(
    "answers",
    metadata,
    sa.Column("question_id", Word, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("claim_id", sa.ForeignKey("claims.id"), nullable=False, index=True),
    sa.Column("low", sa.Float),
    sa.Column("high", sa.Float),
    sa.Column("standing", Word, nullable=False),
)

# The rows of event data sets. Their days are ISO 8601, whose order is that of their letters; the
# index gives them in order and tells which of them reach into a window.
events = sa.Table(
    "events",
    metadata,
    sa.Column("id", Word, primary_key=True),
    sa.Column("data_set", Word, nullable=False),
    sa.Column("start", Word, nullable=False),
    sa.Column("end", Word, nullable=False),
    sa.Column("record", sa.Text, nullable=False),
    sa.Index("ix_events_days", "start", "id", "end"),
)

# Who has looked at a claim and found a term to fit it, when, and why.
verifications = sa.Table(
    "verifications",
    metadata,
    sa.Column("term", Word, primary_key=True),
    sa.Column("claim", Word, primary_key=True),
    sa.Column("who", Word, primary_key=True),
    sa.Column("when", Word, primary_key=True),
    sa.Column("why", sa.Text, nullable=False),
)

# The log of decisions, in the order in which they were made.
decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", Word, nullable=False, unique=True),
    sa.Column("record", sa.Text, nullable=False),
)

# Who may read and decide.
people = sa.Table(
    "people",
    metadata,
    sa.Column("name", Word, primary_key=True),
    sa.Column("role", Word, nullable=False),
    sa.Column("password", Word),
)

# Sessions and invitations. `key` is the hash of a token that only its bearer has.
passes = sa.Table(
    "passes",
    metadata,
    sa.Column("key", Word, primary_key=True),
    sa.Column("kind", Word, nullable=False),
    sa.Column("person", sa.ForeignKey("people.name"), nullable=False, index=True),
    sa.Column("form_token", Word, nullable=False),
    sa.Column("ends", Word, nullable=False),
)

# Who was shown words of a restricted document, on which page, and when.
reads = sa.Table(
    "reads",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("person", Word, nullable=False),
    sa.Column("document", Word, nullable=False),
    sa.Column("page", sa.Text, nullable=False),
    sa.Column("when", Word, nullable=False),
)

# What two people decide apart from each other, each as a decision that is in no log yet.
judgements = sa.Table(
    "judgements",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("person", Word, nullable=False),
    sa.Column("claim", Word, nullable=False),
    sa.Column("record", sa.Text, nullable=False),
)

# What reading each document gave, kept as it is done. The claims stand here until the case is saved
# whole and holds them itself; then only the key stays, which says what the reading depended on.
readings = sa.Table(
    "readings",
    metadata,
    sa.Column("key", Word, primary_key=True),
    sa.Column("document", Word, nullable=False),
    sa.Column("claims", sa.Text),
    sa.Column("gaps", sa.Text, nullable=False),
)

# The files that documents were read from, each with a hash of its bytes and of what read them.
files = sa.Table(
    "files",
    metadata,
    sa.Column("path", Word, primary_key=True),
    sa.Column("key", Word, nullable=False),
)

# What comparing found, for the next time (see `compare/kept_rows.py`), and by which code.
kept = sa.Table(
    "kept",
    metadata,
    sa.Column("kind", Word, primary_key=True),
    sa.Column("name", Word, primary_key=True),
    sa.Column("code", Word, nullable=False),
    sa.Column("row", sa.LargeBinary, nullable=False),
)

# What is found by its words: quotations, titles and names, folded (see `word_search.py`).
search = sa.Table(
    "search",
    metadata,
    sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
    sa.Column("kind", Word, nullable=False),
    sa.Column("ref", Word, nullable=False),
    sa.Column("words", sa.Text, nullable=False),
    sa.UniqueConstraint("kind", "ref"),
)
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
