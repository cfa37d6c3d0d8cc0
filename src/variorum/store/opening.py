"""Opening a case: its tables are made, or brought from an older layout to the newest."""

from sqlalchemy import Connection, Engine, func, insert, inspect, select, text
from sqlalchemy.exc import DatabaseError

from variorum import lazy
from variorum.errors import StoreError
from variorum.store import schema
from variorum.store.addresses import Address

# What layouts are numbered as in files of before there were migrations.
UNNUMBERED = "1"


def opened(engine: Engine, address: Address, *, create: bool) -> None:
    """See that a case has the newest layout; make the tables where there are none.

    Raises:
        StoreError: when there is no case and none is to be made, when it is no case, or when it is
            of a newer version.
    """
    try:
        with engine.connect() as connection:
            known = _version(connection, address)
        if known == schema.HEAD:
            return
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            _bring(connection, address, create=create)
    except DatabaseError as error:
        raise _not_opened(address, error) from error


def _version(connection: Connection, address: Address) -> str | None:
    """Return the number of the layout, or None where there are no tables.

    Raises:
        StoreError: when the tables are those of another program or of a newer version.
    """
    tables = set(inspect(connection).get_table_names(schema=address.schema))
    if tables and not tables >= schema.FIRST_TABLES:
        raise _foreign(address)
    if not tables:
        return None
    if schema.version.name in tables:
        found = connection.scalar(select(schema.version.c.version_num)) or ""
    else:
        number = select(schema.meta.c.value).where(schema.meta.c.key == "schema")
        found = "0001" if connection.scalar(number) == UNNUMBERED else "newer"
    if found > schema.HEAD:
        raise StoreError(f"{address.shown} was written by a newer Variorum; upgrade to open it.")
    return found


def _bring(connection: Connection, address: Address, *, create: bool) -> None:
    """Make the tables, or bring them to the newest layout, whichever is wanting by now."""
    if address.schema is not None:
        # Two that make one case at once take turns.
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(address.schema))))
    known = _version(connection, address)
    if known is None:
        if address.schema is not None:
            if not create:
                raise StoreError(
                    f"{address.shown} has no such case; make it with 'variorum build PATH'."
                )
            quoted = connection.dialect.identifier_preparer.quote(address.schema)
            connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {quoted}"))
        schema.metadata.create_all(connection)
        connection.execute(insert(schema.version), {"version_num": schema.HEAD})
        # What a Variorum of before there were migrations looks for, and refuses.
        connection.execute(insert(schema.meta), {"key": "schema", "value": "2"})
    elif known != schema.HEAD:
        # Alembic is needed by older cases alone, and takes its time to load.
        lazy.attribute("variorum.store.upgrading", "upgrade")(connection, known)


def _not_opened(address: Address, error: DatabaseError) -> StoreError:
    if getattr(error.orig, "sqlite_errorname", "") == "SQLITE_NOTADB":
        return _foreign(address)
    kind = "file and its folder" if address.path else "database and your rights in it"
    why = " ".join(str(error.orig).split())
    return StoreError(f"{address.shown} cannot be opened: {why}; check the {kind}.")


def _foreign(address: Address) -> StoreError:
    return StoreError(f"{address.shown} is not a case file; name another with -o, or move it away.")
