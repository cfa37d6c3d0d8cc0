"""The first tables: documents, their claims and gaps, and what comparing found."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Word = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "meta", sa.Column("key", Word, primary_key=True), sa.Column("value", Word, nullable=False)
    )
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
    op.create_table(
        "gaps",
        sa.Column("id", Word, primary_key=True),
        sa.Column("document_id", Word, sa.ForeignKey("documents.id")),
        sa.Column("what", Word, nullable=False),
        sa.Column("why", Word, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "findings",
        sa.Column("kind", Word, primary_key=True),
        sa.Column("id", Word, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("severity", sa.Float),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "finding_claims",
        sa.Column("finding_id", Word, primary_key=True),
        sa.Column("claim_id", Word, sa.ForeignKey("claims.id"), primary_key=True),
    )
