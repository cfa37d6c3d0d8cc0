"""The tables of a case file.

Each row keeps its record whole as JSON, beside the columns that people query and that the foreign
keys need. Ids are content hashes, so that writing the same case twice changes nothing.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

__all__ = [
    "LATER_TABLES",
    "SCHEMA_VERSION",
    "claims",
    "decisions",
    "documents",
    "events",
    "finding_claims",
    "findings",
    "gaps",
    "meta",
    "metadata",
    "readings",
    "verifications",
]

# A table more leaves the version as it is: a Variorum that knows nothing of it keeps it unharmed.
SCHEMA_VERSION = 1

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    Column("path", String, index=True),
    Column("publisher", String),
    Column("published", String),
    Column("language", String),
    Column("record", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("speaker", String, nullable=False),
    Column("stance", String, nullable=False),
    Column("record", Text, nullable=False),
)

gaps = Table(
    "gaps",
    metadata,
    Column("id", String, primary_key=True),
    Column("document_id", ForeignKey("documents.id")),
    Column("what", String, nullable=False),
    Column("why", String, nullable=False),
    Column("record", Text, nullable=False),
)

# What comparing found: actors, questions, contradictions, versions, origins and gaps of the record.
findings = Table(
    "findings",
    metadata,
    Column("kind", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("severity", Float),
    Column("record", Text, nullable=False),
)

finding_claims = Table(
    "finding_claims",
    metadata,
    Column("finding_id", String, primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), primary_key=True),
)

# The rows of event data sets. Their days are ISO 8601, whose order is that of their letters; the
# index gives them in order and tells which of them reach into a window.
events = Table(
    "events",
    metadata,
    Column("id", String, primary_key=True),
    Column("data_set", String, nullable=False),
    Column("start", String, nullable=False),
    Column("end", String, nullable=False),
    Column("record", Text, nullable=False),
    Index("ix_events_days", "start", "id", "end"),
)

# Who has looked at a claim and found a term to fit it, when, and why.
verifications = Table(
    "verifications",
    metadata,
    Column("term", String, primary_key=True),
    Column("claim", String, primary_key=True),
    Column("who", String, primary_key=True),
    Column("when", String, primary_key=True),
    Column("why", Text, nullable=False),
)

# The log of decisions, in the order in which they were made.
decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("record", Text, nullable=False),
)

# What reading each document gave, kept as it is done. The claims stand here until the case is saved
# whole and holds them itself; then only the key stays, which says what the reading depended on.
readings = Table(
    "readings",
    metadata,
    Column("key", String, primary_key=True),
    Column("document", String, nullable=False),
    Column("claims", Text),
    Column("gaps", Text, nullable=False),
)

# Files made before these were thought of lack them, and are given them when they are opened.
LATER_TABLES = frozenset({decisions.name, events.name, readings.name, verifications.name})
