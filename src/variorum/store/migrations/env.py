"""What Alembic runs: the migrations, in the transaction of the connection it is given."""

from alembic import context

from variorum.store import schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema.metadata,
    version_table_schema=context.config.attributes["schema"],
    render_as_batch=True,
)
context.run_migrations()
