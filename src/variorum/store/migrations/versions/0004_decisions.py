"""The log of what people decided."""

from alembic import op

from variorum.store import schema

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table where it is missing: files were given it without a number once."""
    schema.decisions.create(op.get_bind(), checkfirst=True)
