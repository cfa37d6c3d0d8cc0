"""Bringing a case from an older layout to the newest, by Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, update

from variorum.store import schema
from variorum.store.addresses import Address
from variorum.store.word_search import index_words


def upgrade(connection: Connection, address: Address, known: str) -> None:
    """Run the migrations after the one named `known`, in the transaction of the connection.

    Args:
        connection: that of the case, in a transaction.
        address: where the case is.
        known: the number of its layout; "" makes all tables by the migrations alone.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes |= {"connection": connection, "schema": address.schema}
    if known == "0001":
        command.stamp(config, known)
    command.upgrade(config, "head")
    connection.execute(update(schema.meta).where(schema.meta.c.key == "schema").values(value="2"))
    index_words(connection)
