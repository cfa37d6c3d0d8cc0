"""Opening, reading and writing a case, in a file or in a PostgreSQL database."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter
from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError

from variorum import lazy
from variorum.case import Case, DocumentResult
from variorum.errors import StoreError
from variorum.model import Actor, Claim, Decision, Document, Event, Gap
from variorum.store import schema
from variorum.store.addresses import Address, address_of, engine_of
from variorum.store.case_store import CaseChanged, Made, Reading
from variorum.store.opening import opened
from variorum.store.rows import BATCH, event_row, put, put_case, put_findings
from variorum.store.stored_case import StoredCase

__all__ = ["Store", "Verification"]

_CLAIMS, _GAPS = TypeAdapter(tuple[Claim, ...]), TypeAdapter(tuple[Gap, ...])
JOURNALS = ("", "-wal", "-shm")
FOUND: dict[str, type[Actor | Document | Claim]] = {
    "name": Actor,
    "title": Document,
    "quotation": Claim,
}
# Seconds to wait before each further try to write to a database that is gone, such as one that is
# being started again.
WAITS = (0.1, 0.5, 1, 2, 4, 8, 8, 8)
REVISION, BASIS = "revision", "basis"
T = TypeVar("T")


class Verification(BaseModel):
    """That somebody looked at a claim and found a term to fit it, when, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    term: str
    claim: str
    who: str
    when: str
    why: str


class Store:
    """A case. Every write is one transaction: killed at any moment, the case still opens.

    Args:
        place: a file, or an address such as `postgresql://ann@db/desk#raqqa`.
        create: whether a case that is missing is made.

    Raises:
        StoreError: when the case is missing, is none, or is of a newer version.
    """

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

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the case."""
        self.close()

    @property
    def files(self) -> frozenset[Path]:
        """The file and its journals; lying among the reports, they are none."""
        if self.address.path is None:
            return frozenset()
        place = self.address.path.resolve()
        return frozenset(place.with_name(place.name + end) for end in JOURNALS)

    def close(self) -> None:
        """Let go of the case; of a file the write-ahead log is first folded into it."""
        if self.address.path is not None:
            raw = self._engine.raw_connection()  # a checkpoint is made in no transaction
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            raw.close()
        self._engine.dispose()

    def load(self) -> Case:
        """Return the case as it was last saved, all in memory; an empty file gives an empty one."""
        with self.reading() as case:
            return case.whole()

    @contextmanager
    def reading(self) -> Iterator[StoredCase]:
        """Give the case as it was last saved, of which what is asked for is read, and no more.

        Within the block it stays as it is, whatever others write.

        Raises:
            StoreError: when it cannot be read.
        """
        engine = self._engine
        if self.address.path is None:
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        try:
            with engine.connect() as connection:
                yield StoredCase(connection)
        except DatabaseError as error:
            why = " ".join(str(error.orig).split())
            raise StoreError(f"{self.address.shown} could not be read: {why}") from error

    def documents(self) -> tuple[Document, ...]:
        """Return the documents of the case as it was last saved, in order."""
        with self.reading() as case:
            return case.documents

    def document(self, key: str) -> Document:
        """Return the document with an id."""
        query = select(schema.documents.c.record).where(schema.documents.c.id == key)
        with self._engine.connect() as connection:
            return Document.model_validate_json(connection.scalars(query).one())

    def gaps(self) -> tuple[Gap, ...]:
        """Return the gaps of the case as it was last saved, those of comparing left out."""
        with self.reading() as case:
            return case.gaps

    def readings(self) -> dict[str, Reading]:
        """Return the readings that are kept, by their keys."""
        table = schema.readings.c
        query = select(table.key, table.document, table.claims.is_not(None), table.gaps)
        with self._engine.connect() as connection:
            return {
                key: Reading(document, waiting, _GAPS.validate_json(gaps))
                for key, document, waiting, gaps in connection.execute(query.order_by(table.key))
            }

    def keep(self, key: str, document: str, result: DocumentResult) -> None:
        """Write what reading one document gave, at once and for good; the case stays as it is.

        Args:
            key: what the reading depended on (see `variorum.work.result_keys`).
            document: id of the document.
            result: its claims and gaps.

        Raises:
            StoreError: when it cannot be written.
        """
        row = {
            "key": key,
            "document": document,
            "claims": _CLAIMS.dump_json(result.claims).decode(),
            "gaps": _GAPS.dump_json(result.gaps).decode(),
        }
        self._write(lambda connection: put(connection, schema.readings, [row]))

    def claims_of(self, keys: Iterable[str]) -> Iterator[Claim]:
        """Yield the claims of the readings with these keys."""
        table, claims = schema.readings.c, schema.claims.c
        with self._engine.connect() as connection:
            for key in keys:
                query = select(table.document, table.claims).where(table.key == key)
                document, waiting = connection.execute(query).one()
                if waiting is not None:
                    yield from _CLAIMS.validate_json(waiting)
                    continue
                own = select(claims.record).where(claims.document_id == document)
                for record in connection.scalars(own.order_by(claims.start, claims.id)):
                    yield Claim.model_validate_json(record)

    def revision(self) -> int:
        """Return how often the case has been saved."""
        with self._engine.connect() as connection:
            return int(_told(connection, REVISION) or 0)

    def basis(self) -> str:
        """Return the key of what the case was made from; nothing where it was changed since."""
        with self._engine.connect() as connection:
            return _told(connection, BASIS) or ""

    def files_read(self) -> dict[str, str]:
        """Return the hash of each file that a document was read from, by its path."""
        with self._engine.connect() as connection:
            return {row.path: row.key for row in connection.execute(select(schema.files))}

    def save(self, case: Case, made: Made | None = None, since: int | None = None) -> None:
        """Write the case in one transaction, after which `load` returns it.

        Rows that are the same already stay as they are; rows the case does not hold are deleted.

        Args:
            case: the case.
            made: what it was made from; other readings of its documents are deleted. None leaves
                the readings as they are.
            since: the revision that it was made from; None asks for none.

        Raises:
            CaseChanged: when somebody else has saved the case since then.
            StoreError: when it cannot be written, for instance because the disk is full.
        """

        def written(connection: Connection) -> None:
            revision = int(_told(connection, REVISION, locked=True) or 0)
            if since not in {None, revision}:
                raise CaseChanged(f"{self.address.shown} was saved by somebody else; build again.")
            put_case(connection, case)
            put_findings(connection, case)
            lazy.attribute("variorum.store.word_search", "index_words")(connection)
            if made is not None:
                _settle(connection, made, {document.id for document in case.documents})
            _tell(connection, REVISION, str(revision + 1))
            _tell(connection, BASIS, made.basis if made else "")

        self._write(written)

    def find(self, words: str, most: int) -> Iterator[Actor | Document | Claim]:
        """Yield what holds all of some words: actors, documents by their titles, then claims.

        Args:
            words: neither case nor diacritics count; `word*` stands for all that begin so. Names
                are also found in another spelling or script.
            most: so many are found.

        Raises:
            UsageError: when there is no word in `words`.
        """
        matches = lazy.attribute("variorum.store.word_search", "matches")
        tables = lazy.attribute("variorum.store.word_search", "KINDS")
        with self._engine.connect() as connection:
            for kind, key in connection.execute(matches(words, connection.dialect.name, most)):
                table = tables[kind]
                query = select(table.c.record).where(table.c.id == key)
                yield FOUND[kind].model_validate_json(connection.scalars(query).one())

    def add_events(self, events: Iterable[Event]) -> int:
        """Write events in one transaction, beside those that are there, and return how many.

        An event with the id of one that is there takes its place. They are written as they come,
        so that there may be more of them than fit in memory; whatever `events` raises undoes all.

        Raises:
            StoreError: when they cannot be written.
        """
        rest = iter(events)

        def written(connection: Connection) -> int:
            many = 0
            while batch := list(islice(rest, BATCH)):
                put(connection, schema.events, map(event_row, batch))
                many += len(batch)
            _tell(connection, BASIS, "")
            return many

        return self._write(written, again=False)

    def events_between(self, first: str, last: str) -> Iterator[Event]:
        """Yield the events that may have happened from one day to another, both among them.

        Args:
            first: the first day, as 2017-12-03.
            last: the last.

        They come in the order of their first days and then their ids, and are read as they are
        asked for.
        """
        days = schema.events.c
        query = (
            select(days.record)
            .where(days.start <= last, days.end >= first)
            .order_by(days.start, days.id)
        )
        with self._engine.connect() as connection:
            for record in connection.execution_options(yield_per=BATCH).scalars(query):
                yield Event.model_validate_json(record)

    def event_count(self) -> int:
        """Return how many events are kept."""
        with self._engine.connect() as connection:
            return connection.scalar(select(func.count()).select_from(schema.events)) or 0

    def decide(self, decisions: Iterable[Decision]) -> None:
        """Add decisions to the log in one transaction; one that is there already stays as it is.

        Raises:
            StoreError: when the file cannot be written.
        """
        rows = [{"id": made.id, "record": made.model_dump_json()} for made in decisions]

        def written(connection: Connection) -> None:
            put(connection, schema.decisions, rows, by="id", anew=False)
            _tell(connection, BASIS, "")

        self._write(written)

    def decisions(self) -> tuple[Decision, ...]:
        """Return the log of decisions, in order."""
        log = schema.decisions.c
        with self._engine.connect() as connection:
            rows = connection.scalars(select(log.record).order_by(log.number))
            return tuple(Decision.model_validate_json(row) for row in rows)

    def verify(self, term: str, claim: str, *, who: str, why: str, when: str) -> None:
        """Keep that somebody found a term to fit a claim; said again, the later reason stays.

        Args:
            term: the term.
            claim: id of the claim.
            who: who says so.
            why: the reason.
            when: EDTF.

        Raises:
            StoreError: when nobody or no reason is named, or it cannot be written.
        """
        for given, word in ((who, "who verifies it"), (why, "the reason")):
            if not given.strip():
                raise StoreError(f"{term!r} cannot be verified of {claim} without {word}; name it.")
        row = Verification(term=term, claim=claim, who=who, when=when, why=why)

        def written(connection: Connection) -> None:
            put(connection, schema.verifications, [row.model_dump()])
            _tell(connection, BASIS, "")

        self._write(written)

    def verified(self) -> frozenset[tuple[str, str]]:
        """Return the pairs of a term's and a claim's id that anybody has verified."""
        return frozenset((row.term, row.claim) for row in self.verifications())

    def verifications(self) -> tuple[Verification, ...]:
        """Return all verifications, in the order of terms, claims and times."""
        columns = schema.verifications.c
        order = (columns.term, columns.claim, columns.when, columns.who)
        with self._engine.connect() as connection:
            rows = connection.execute(select(schema.verifications).order_by(*order)).mappings()
            return tuple(Verification.model_validate(dict(row)) for row in rows)

    def _write(self, work: Callable[[Connection], T], *, again: bool = True) -> T:
        """Return what some work gives, done in one transaction.

        A database that is gone is waited for and asked again, unless the work can be done but once.
        """
        for wait in (*WAITS, None):
            try:
                with (
                    self._engine.connect().execution_options(writes=True) as connection,
                    connection.begin(),
                ):
                    return work(connection)
            except DatabaseError as error:
                if wait is None or not again or not self._is_gone(error):
                    why = " ".join(str(error.orig).split())
                    raise StoreError(f"{self.address.shown} could not be written: {why}") from error
                time.sleep(wait)
        raise AssertionError

    def _is_gone(self, error: DBAPIError) -> bool:
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


def _told(connection: Connection, key: str, *, locked: bool = False) -> str | None:
    """Return what `meta` has under a key; `locked` makes others who ask so wait."""
    if locked and connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(func.current_schema()))))
    return connection.scalar(select(schema.meta.c.value).where(schema.meta.c.key == key))


def _tell(connection: Connection, key: str, value: str) -> None:
    put(connection, schema.meta, [{"key": key, "value": value}])


def _settle(connection: Connection, made: Made, documents: Collection[str]) -> None:
    """Keep the readings that were used, their claims now in the case, and drop older ones.

    The readings of documents that the case does not hold are somebody else's, who has not saved.
    """
    table = schema.readings
    known = connection.execute(select(table.c.key, table.c.document)).all()
    used = set(made.keys)
    older = [key for key, document in known if key not in used and document in documents]
    for first in range(0, len(older), BATCH):
        part = older[first : first + BATCH]
        connection.execute(delete(table).where(table.c.key.in_(part)))
    for first in range(0, len(made.keys), BATCH):
        own = table.c.key.in_(made.keys[first : first + BATCH])
        connection.execute(
            update(table).where(own, table.c.claims.is_not(None)).values(claims=None)
        )
    put(connection, schema.files, ({"path": p, "key": key} for p, key in made.files.items()))
