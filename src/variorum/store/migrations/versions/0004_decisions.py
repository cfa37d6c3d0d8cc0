"""The log of what people decided."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

Word = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table where it is missing: files were given it without a number once."""
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", Word, nullable=False, unique=True),
        sa.Column("record", sa.Text, nullable=False),
        if_not_exists=True,
    )
