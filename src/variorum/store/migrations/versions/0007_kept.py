"""What comparing found, for the next time."""

from alembic import op

from variorum.store import schema

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make its table."""
    schema.kept.create(op.get_bind())
