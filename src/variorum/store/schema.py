"""The tables of a case file.

Each row keeps its record whole as JSON, beside the columns that people query and that the foreign
keys need. Ids are content hashes, so that writing the same case twice changes nothing.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Integer, MetaData, String, Table, Text

__all__ = [
    "SCHEMA_VERSION",
    "claims",
    "documents",
    "finding_claims",
    "findings",
    "gaps",
    "meta",
    "metadata",
]

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
