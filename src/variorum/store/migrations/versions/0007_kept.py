"""What comparing found, for the next time."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

Word = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make its table."""
    op.create_table(
        "kept",
        sa.Column("kind", Word, primary_key=True),
        sa.Column("name", Word, primary_key=True),
        sa.Column("code", Word, nullable=False),
        sa.Column("row", sa.LargeBinary, nullable=False),
    )
