"""Event data sets, and what people have verified."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

Word = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables where they are missing: files were given them without a number once."""
    op.create_table(
        "events",
        sa.Column("id", Word, primary_key=True),
        sa.Column("data_set", Word, nullable=False),
        sa.Column("start", Word, nullable=False),
        sa.Column("end", Word, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        if_not_exists=True,
    )
    op.create_index("ix_events_days", "events", ["start", "id", "end"], if_not_exists=True)
    op.create_table(
        "verifications",
        sa.Column("term", Word, primary_key=True),
        sa.Column("claim", Word, primary_key=True),
        sa.Column("who", Word, primary_key=True),
        sa.Column("when", Word, primary_key=True),
        sa.Column("why", sa.Text, nullable=False),
        if_not_exists=True,
    )
