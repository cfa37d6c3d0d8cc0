"""What stands between a store and its database: opening, asking, waiting for it, closing."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, OperationalError

from variorum.errors import StoreError
from variorum.store.addresses import Address, address_of, engine_of
from variorum.store.opening import opened

# Seconds to wait before each further try to ask a database that is gone, such as one that is being
# started again.
WAITS = (0.1, 0.5, 1, 2, 4, 8, 8, 8)
T = TypeVar("T")


class Asked:
    """A database that is asked for what it has and told what to keep, a transaction at a time."""

    def __init__(self, place: str | Path, *, create: bool = True) -> None:
        self.address = address_of(place)
        _check_place(self.address, create=create)
        self._engine = engine_of(self.address)
        try:
            opened(self._engine, self.address, create=create)
        except StoreError:
            self._engine.dispose()
            raise

    def __enter__(self) -> Self:
        """Return the store itself, to be closed at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the case."""
        self.close()

    @property
    def files(self) -> frozenset[Path]:
        """The file and its journals; lying among the reports, they are none."""
        if self.address.path is None:
            return frozenset()
        place = self.address.path.resolve()
        return frozenset(place.with_name(place.name + end) for end in ("", "-wal", "-shm"))

    def close(self) -> None:
        """Let go of the case; of a file the write-ahead log is first folded into it."""
        if self.address.path is not None:
            raw = self._engine.raw_connection()  # a checkpoint is made in no transaction
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            raw.close()
        self._engine.dispose()

    @property
    def _at_once(self) -> dict[str, Any]:
        """What a connection is told so that all it reads is of one moment."""
        return {} if self.address.path else {"isolation_level": "REPEATABLE READ"}

    def _write(self, work: Callable[[Connection], T], *, again: bool = True) -> T:
        """Return what some work gives that writes."""
        return self._tried(work, "written", {"writes": True}, again=again)

    def _ask(self, work: Callable[[Connection], T], *, at_once: bool = False) -> T:
        """Return what some work gives that reads, with `at_once` all of it of one moment."""
        return self._tried(work, "read", self._at_once if at_once else {})

    def _tried(
        self,
        work: Callable[[Connection], T],
        verb: str,
        options: dict[str, Any],
        *,
        again: bool = True,
    ) -> T:
        """Return what some work gives, done in one transaction.

        A database that is gone is waited for and asked again, unless the work can be done but once.

        Raises:
            StoreError: when it cannot be done.
        """
        for wait in (*WAITS, None):
            try:
                with (
                    self._engine.connect().execution_options(**options) as connection,
                    connection.begin(),
                ):
                    return work(connection)
            except DatabaseError as error:
                if wait is None or not again or not self._is_gone(error):
                    raise self._failed(error, verb) from error
                time.sleep(wait)
        raise AssertionError

    def _failed(self, error: DatabaseError, verb: str) -> StoreError:
        why = " ".join(str(error.orig).split())
        return StoreError(f"{self.address.shown} could not be {verb}: {why}")

    def _is_gone(self, error: DatabaseError) -> bool:
        """Return whether the database, not the work, is what failed."""
        state = getattr(error.orig, "sqlstate", None) or ""
        gone = error.connection_invalidated or not state or state.startswith("57P0")
        return self.address.path is None and isinstance(error, OperationalError) and gone


def _check_place(address: Address, *, create: bool) -> None:
    path = address.path
    if path is None:
        return
    if not create and not path.is_file():
        raise StoreError(f"{path} does not exist; make it with 'variorum build PATH -o {path}'.")
    if not path.parent.is_dir():
        raise StoreError(f"{path} cannot be written: the folder {path.parent} is missing.")
