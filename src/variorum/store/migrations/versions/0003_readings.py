"""What reading each document gave, kept as it is done."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

Word = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table where it is missing: files were given it without a number once."""
    op.create_table(
        "readings",
        sa.Column("key", Word, primary_key=True),
        sa.Column("document", Word, nullable=False),
        sa.Column("claims", sa.Text),
        sa.Column("gaps", sa.Text, nullable=False),
        if_not_exists=True,
    )
