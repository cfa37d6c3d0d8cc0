"""The tables of a case, in SQLite and in PostgreSQL alike.

Each row keeps its record whole as JSON, beside the columns that people query and that the foreign
keys need. Ids are content hashes, so that writing the same case twice changes nothing. A change of
a table takes a migration of its own in `migrations/versions`; those that only make a table make it
as it stands here, until the first migration that changes it.
"""

from sqlalchemy import (
    DDL,
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
    func,
    text,
)

# The newest migration.
HEAD = "0007"

metadata = MetaData()
# Both databases sort text by its code points.
Word = String().with_variant(String(collation="C"), "postgresql")

# Alembic's own table, which says what the last migration was.
version = Table(
    "alembic_version", metadata, Column("version_num", String(32), primary_key=True, nullable=False)
)

meta = Table(
    "meta", metadata, Column("key", Word, primary_key=True), Column("value", Word, nullable=False)
)

documents = Table(
    "documents",
    metadata,
    Column("id", Word, primary_key=True),
    Column("path", Word, index=True),
    Column("publisher", Word),
    Column("published", Word),
    Column("language", Word),
    Column("record", Text, nullable=False),
    Column("data_set", Word, nullable=False, server_default=""),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Word, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("speaker", Word, nullable=False),
    Column("stance", Word, nullable=False),
    Column("record", Text, nullable=False),
    Column("kind", Word, nullable=False, server_default=""),
    Column("part_of", Word),
    Column("review", Word),
)

gaps = Table(
    "gaps",
    metadata,
    Column("id", Word, primary_key=True),
    Column("document_id", ForeignKey("documents.id")),
    Column("what", Word, nullable=False),
    Column("why", Word, nullable=False),
    Column("record", Text, nullable=False),
)

# What comparing found: actors, questions, contradictions, versions, origins and gaps of the record.
findings = Table(
    "findings",
    metadata,
    Column("kind", Word, primary_key=True),
    Column("id", Word, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("severity", Float),
    Column("record", Text, nullable=False),
)

finding_claims = Table(
    "finding_claims",
    metadata,
    Column("finding_id", Word, primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), primary_key=True),
)

# Who answers what to each question: the range, in the first unit of the question's kind.
answers = Table(
    "answers",
    metadata,
    Column("question_id", Word, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), nullable=False, index=True),
    Column("low", Float),
    Column("high", Float),
    Column("standing", Word, nullable=False),
)

# The rows of event data sets. Their days are ISO 8601, whose order is that of their letters; the
# index gives them in order and tells which of them reach into a window.
events = Table(
    "events",
    metadata,
    Column("id", Word, primary_key=True),
    Column("data_set", Word, nullable=False),
    Column("start", Word, nullable=False),
    Column("end", Word, nullable=False),
    Column("record", Text, nullable=False),
    Index("ix_events_days", "start", "id", "end"),
)

# Who has looked at a claim and found a term to fit it, when, and why.
verifications = Table(
    "verifications",
    metadata,
    Column("term", Word, primary_key=True),
    Column("claim", Word, primary_key=True),
    Column("who", Word, primary_key=True),
    Column("when", Word, primary_key=True),
    Column("why", Text, nullable=False),
)

# The log of decisions, in the order in which they were made.
decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Word, nullable=False, unique=True),
    Column("record", Text, nullable=False),
)

# Who may read and decide.
people = Table(
    "people",
    metadata,
    Column("name", Word, primary_key=True),
    Column("role", Word, nullable=False),
    Column("password", Word),
)

# Sessions and invitations. `key` is the hash of a token that only its bearer has.
passes = Table(
    "passes",
    metadata,
    Column("key", Word, primary_key=True),
    Column("kind", Word, nullable=False),
    Column("person", ForeignKey("people.name"), nullable=False, index=True),
    Column("form_token", Word, nullable=False),
    Column("ends", Word, nullable=False),
)

# Who was shown words of a restricted document, on which page, and when.
reads = Table(
    "reads",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("person", Word, nullable=False),
    Column("document", Word, nullable=False),
    Column("page", Text, nullable=False),
    Column("when", Word, nullable=False),
)

# What two people decide apart from each other, each as a decision that is in no log yet.
judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("person", Word, nullable=False),
    Column("claim", Word, nullable=False),
    Column("record", Text, nullable=False),
)

# What reading each document gave, kept as it is done. The claims stand here until the case is saved
# whole and holds them itself; then only the key stays, which says what the reading depended on.
readings = Table(
    "readings",
    metadata,
    Column("key", Word, primary_key=True),
    Column("document", Word, nullable=False),
    Column("claims", Text),
    Column("gaps", Text, nullable=False),
)

# The files that documents were read from, each with a hash of its bytes and of what read them.
files = Table(
    "files", metadata, Column("path", Word, primary_key=True), Column("key", Word, nullable=False)
)

# What comparing found, for the next time (see `compare/kept_rows.py`), and by which code.
kept = Table(
    "kept",
    metadata,
    Column("kind", Word, primary_key=True),
    Column("name", Word, primary_key=True),
    Column("code", Word, nullable=False),
    Column("row", LargeBinary, nullable=False),
)

# What is found by its words: quotations, titles and names, folded (see `word_search.py`).
search = Table(
    "search",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("kind", Word, nullable=False),
    Column("ref", Word, nullable=False),
    Column("words", Text, nullable=False),
    UniqueConstraint("kind", "ref"),
)
Index(
    "ix_search_words",
    func.array_to_tsvector(func.string_to_array(search.c.words, text("' '"))),
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
    _made = DDL(_statement)  # type: ignore[no-untyped-call]
    event.listen(search, "after_create", _made.execute_if(dialect="sqlite"))

# Those that every case file has had from the first.
FIRST_TABLES = frozenset({"meta", "documents", "claims", "gaps", "findings", "finding_claims"})
