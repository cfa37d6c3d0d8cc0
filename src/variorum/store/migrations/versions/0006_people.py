"""Who may read and decide, who is let in now, what was read, and what two people judge apart."""

from alembic import op

from variorum.store import schema

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the four tables."""
    for table in (schema.people, schema.passes, schema.reads, schema.judgements):
        table.create(op.get_bind())
