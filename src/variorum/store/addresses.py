"""Where a case is: a file, or a name within a PostgreSQL database."""

import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from variorum.errors import StoreError
from variorum.settings import Settings

SCHEMES = ("postgresql://", "postgres://")
# What a case in a database is called where nobody says.
UNNAMED = "case"
PREFIX = "case_"
# The longest name that PostgreSQL keeps whole.
MOST_BYTES = 63
# How long a file that another is writing is waited for.
BUSY_SECONDS = 30


@dataclass(frozen=True)
class Address:
    """Where a case is kept: the `path` of its file, or the `schema` of a database."""

    url: URL
    shown: str
    path: Path | None = None
    schema: str | None = None

    @property
    def name(self) -> str:
        """What the case is called in its database."""
        return (self.schema or "").removeprefix(PREFIX)


def address_of(place: str | Path) -> Address:
    """Return the address that a path or a URL such as `postgresql://ann@db/desk#raqqa` names.

    A case in a database has a schema of its own, named after it. Where the settings name a
    database, a path stands for the case in it that is called like the file: `cases/raqqa.db` for
    "raqqa".

    Raises:
        StoreError: when the URL is none, or the case's name is too long.
        UsageError: when a setting is wrong.
    """
    text = str(place)
    database = Settings.from_environment().database
    if database and not text.startswith(SCHEMES):
        text = f"{database.partition('#')[0]}#{Path(text).stem}"
    if not text.startswith(SCHEMES):
        path = Path(place)
        return Address(URL.create("sqlite", database=str(path)), text, path=path)
    written, _, name = text.partition("#")
    try:
        url = make_url(written)
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            "The database's address is no URL; write it as postgresql://USER@HOST/DATABASE."
        ) from error
    schema = f"{PREFIX}{name or UNNAMED}"
    if len(schema.encode()) > MOST_BYTES:
        raise StoreError(f"{name!r} is too long for a case in a database; shorten it.")
    shown = f"{url.render_as_string(hide_password=True)}#{name or UNNAMED}"
    return Address(url.set(drivername="postgresql+psycopg"), shown, schema=schema)


def engine_of(address: Address) -> Engine:
    """Return the engine that opens the address; nothing is opened yet.

    Raises:
        StoreError: when the driver of PostgreSQL is not installed.
    """
    if address.schema is None:
        engine = create_engine(address.url)
        event.listen(engine, "connect", _sqlite_connected)
        event.listen(engine, "begin", _sqlite_begins)
        return engine
    try:
        engine = create_engine(address.url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise StoreError(
            "PostgreSQL is reached by psycopg, which is not installed;"
            " 'pip install variorum[postgres]' installs it."
        ) from error
    event.listen(engine, "connect", _searching(address.schema))
    return engine


def _sqlite_connected(connection: Any, _record: object) -> None:
    # The journal mode is kept in the file, the rest is not: all are set each time.
    connection.isolation_level = None  # `_sqlite_begins` begins: tables are made in it too
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute(f"PRAGMA busy_timeout={1000 * BUSY_SECONDS}")
    for wait in (*[0.02] * (50 * BUSY_SECONDS), None):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            # While another makes the file, SQLite fails here at once, whatever its time-out.
            if wait is None:
                raise
            time.sleep(wait)


def _sqlite_begins(connection: Any) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _searching(schema: str) -> Callable[[Any, object], None]:
    """Return what lets a connection find the tables of a schema."""

    def connected(connection: Any, _record: object) -> None:
        quoted = schema.replace('"', '""')
        connection.execute(f'SET search_path TO "{quoted}"')
        connection.commit()

    return connected
