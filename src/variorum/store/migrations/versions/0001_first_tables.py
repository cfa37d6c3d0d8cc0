"""The first tables: documents, their claims and gaps, and what comparing found."""

import sqlalchemy as sa
from alembic import op

from variorum.store import schema

revision = "0001"
down_revision = None

Word = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make them."""
    schema.meta.create(op.get_bind())
    op.create_table(
        "documents",
        sa.Column("id", Word, primary_key=True),
        sa.Column("path", Word, index=True),
        sa.Column("publisher", Word),
        sa.Column("published", Word),
        sa.Column("language", Word),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "claims",
        sa.Column("id", Word, primary_key=True),
        sa.Column("document_id", Word, sa.ForeignKey("documents.id"), nullable=False, index=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("speaker", Word, nullable=False),
        sa.Column("stance", Word, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    for table in (schema.gaps, schema.findings, schema.finding_claims):
        table.create(op.get_bind())
