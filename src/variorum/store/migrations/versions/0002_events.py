"""Event data sets, and what people have verified."""

from alembic import op

from variorum.store import schema

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables where they are missing: files were given them without a number once."""
    schema.events.create(op.get_bind(), checkfirst=True)
    op.create_index("ix_events_days", "events", ["start", "id", "end"], if_not_exists=True)
    schema.verifications.create(op.get_bind(), checkfirst=True)
