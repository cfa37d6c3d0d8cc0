"""Who may read and decide, who is let in now, what was read, and what two people judge apart."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

Word = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the four tables."""
    op.create_table(
        "people",
        sa.Column("name", Word, primary_key=True),
        sa.Column("role", Word, nullable=False),
        sa.Column("password", Word),
    )
    op.create_table(
        "passes",
        sa.Column("key", Word, primary_key=True),
        sa.Column("kind", Word, nullable=False),
        sa.Column("person", Word, sa.ForeignKey("people.name"), nullable=False, index=True),
        sa.Column("form_token", Word, nullable=False),
        sa.Column("ends", Word, nullable=False),
    )
    op.create_table(
        "reads",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("person", Word, nullable=False),
        sa.Column("document", Word, nullable=False),
        sa.Column("page", sa.Text, nullable=False),
        sa.Column("when", Word, nullable=False),
    )
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("person", Word, nullable=False),
        sa.Column("claim", Word, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
