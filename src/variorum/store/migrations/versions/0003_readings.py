"""What reading each document gave, kept as it is done."""

from alembic import op

from variorum.store import schema

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table where it is missing: files were given it without a number once."""
    schema.readings.create(op.get_bind(), checkfirst=True)
