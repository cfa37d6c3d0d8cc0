"""Opening, reading and writing a case, in a file or in a PostgreSQL database."""

import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from pydantic import TypeAdapter
from sqlalchemy import Connection, bindparam, delete, func, select, update
from sqlalchemy.exc import DatabaseError

from variorum import lazy
from variorum.case import Case, DocumentResult
from variorum.errors import StoreError
from variorum.model import Actor, Claim, Decision, Document, Event, Gap
from variorum.store import schema
from variorum.store.asked import Asked
from variorum.store.basis import code_key
from variorum.store.rows import BATCH, event_row, log_of, put, put_case, put_findings, put_marks
from variorum.store.shared_records import Shared
from variorum.store.stored_case import StoredCase

_CLAIMS, _GAPS = TypeAdapter(tuple[Claim, ...]), TypeAdapter(tuple[Gap, ...])
FOUND: dict[str, type[Actor | Document | Claim]] = {
    "name": Actor,
    "title": Document,
    "quotation": Claim,
}
REVISION, BASIS, SECRET = "revision", "basis", "secret"


class CaseChanged(StoreError):
    """Somebody else saved the case meanwhile; it has to be made again from what they saved."""


@dataclass(frozen=True)
class Reading:
    """A result that is kept: its document, its gaps, and whether it waits for the case to be saved.

    One that waits is of a build that has not come to its end.
    """

    document: str
    waits: bool
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True)
class Made:
    """What a case was made from.

    Args:
        keys: those of the readings that its claims come from.
        basis: the key of all that it depends on (see `basis_of`).
        files: the hash of each file that a document was read from, by its path.
        there: claims that were read from the rows of the case, which need not be written.
    """

    keys: tuple[str, ...] = ()
    basis: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    there: Sequence[Claim] = ()


class Store(Asked):
    """A case. Every write is one transaction: killed at any moment, the case still opens.

    Args:
        place: a file, or an address such as `postgresql://ann@db/desk#raqqa`.
        create: whether a case that is missing is made.

    Raises:
        StoreError: when the case is missing, is none, or is of a newer version.
    """

    def load(self) -> Case:
        """Return the case as it was last saved, all in memory; an empty file gives an empty one."""
        return self._ask(lambda connection: StoredCase(connection).whole(), at_once=True)

    @contextmanager
    def reading(self) -> Iterator[StoredCase]:
        """Give the case as it was last saved, of which what is asked for is read, and no more.

        Within the block it stays as it is, whatever others write.

        Raises:
            StoreError: when it cannot be read.
        """
        try:
            with self._engine.connect().execution_options(**self._at_once) as connection:
                yield StoredCase(connection)
        except DatabaseError as error:
            raise self._failed(error, "read") from error

    def documents(self) -> tuple[Document, ...]:
        """Return the documents of the case as it was last saved, in order."""
        return self._ask(lambda connection: StoredCase(connection).documents, at_once=True)

    def document(self, key: str) -> Document:
        """Return the document with an id."""
        query = select(schema.documents.c.record).where(schema.documents.c.id == key)
        return Document.model_validate_json(self._ask(lambda c: c.scalars(query).one()))

    def gaps(self) -> tuple[Gap, ...]:
        """Return the gaps of the case as it was last saved, those of comparing left out."""
        return self._ask(lambda connection: StoredCase(connection).gaps, at_once=True)

    def readings(self) -> dict[str, Reading]:
        """Return the readings that are kept, by their keys."""
        table = schema.readings.c
        query = select(table.key, table.document, table.claims.is_not(None), table.gaps)
        rows = self._ask(lambda c: c.execute(query.order_by(table.key)).all())
        return {
            key: Reading(document, waiting, _GAPS.validate_json(gaps))
            for key, document, waiting, gaps in rows
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
        claims, gaps = _CLAIMS.dump_json(result.claims), _GAPS.dump_json(result.gaps)
        row = {"key": key, "document": document, "claims": claims.decode(), "gaps": gaps.decode()}
        self._write(lambda connection: put(connection, schema.readings, [row]))

    def texts_of(self, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield the document of each of these readings, and its claims as JSON."""
        for key in keys:
            yield self._ask(partial(_text_of, key=key))

    def revision(self) -> int:
        """Return how often the case has been saved."""
        return int(self._ask(lambda connection: _told(connection, REVISION)) or 0)

    def basis(self) -> str:
        """Return the key of what the case was made from; nothing where it was changed since."""
        return self._ask(lambda connection: _told(connection, BASIS)) or ""

    def files_read(self) -> dict[str, str]:
        """Return the hash of each file that a document was read from, by its path."""
        rows = self._ask(lambda connection: connection.execute(select(schema.files)).all())
        return {row.path: row.key for row in rows}

    def save(
        self,
        case: Case,
        made: Made | None = None,
        since: int | None = None,
        before: Case | None = None,
    ) -> None:
        """Write the case in one transaction, after which `load` returns it.

        Rows that are the same already stay as they are; rows the case does not hold are deleted.

        Args:
            case: the case.
            made: what it was made from; other readings of its documents are deleted. None leaves
                the readings as they are.
            since: the revision that it was made from; None asks for none.
            before: the case of that revision, if it differs from this in claims and its log alone;
                then only these are written.

        Raises:
            CaseChanged: when somebody else has saved the case since then.
            StoreError: when it cannot be written, for instance because the disk is full.
        """

        def written(connection: Connection) -> None:
            revision = int(_told(connection, REVISION, locked=True) or 0)
            if since not in {None, revision}:
                raise CaseChanged(f"{self.address.shown} was saved by somebody else; build again.")
            if before is None:
                put_case(connection, case, made.there if made else ())
                put_findings(connection, case)
                lazy.attribute("variorum.store.word_search", "index_words")(connection)
            else:
                put_marks(connection, case, before.claims)
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
        query = select(days.record).where(days.start <= last, days.end >= first)
        query = query.order_by(days.start, days.id)
        with self._engine.connect() as connection:
            for record in connection.execution_options(yield_per=BATCH).scalars(query):
                yield Event.model_validate_json(record)

    def event_count(self) -> int:
        """Return how many events are kept."""
        query = select(func.count()).select_from(schema.events)
        return self._ask(lambda connection: connection.scalar(query)) or 0

    def secret(self) -> str:
        """Return a key of the case that is never published; it is made when it is first asked for.

        Raises:
            StoreError: when it cannot be written.
        """

        def kept(connection: Connection) -> str:
            known = _told(connection, SECRET, locked=True)
            if known is None:
                known = secrets.token_hex(32)
                _tell(connection, SECRET, known)
            return known

        return self._write(kept)

    def kept_rows(self, kind: str) -> dict[str, bytes]:
        """Return what comparing found of a kind, by this very code, by its name."""
        table = schema.kept.c
        query = select(table.name, table.row).where(table.kind == kind, table.code == code_key())
        return {row.name: row.row for row in self._ask(lambda c: c.execute(query).all())}

    def keep_rows(self, kind: str, rows: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
        """Keep what comparing found of a kind; delete what is `gone`, and what other code found."""
        table, told = schema.kept, {"kind": kind, "code": code_key()}
        one = table.c.kind == kind, table.c.name == bindparam("gone")
        names = [{"gone": name} for name in gone]

        def written(connection: Connection) -> None:
            connection.execute(delete(table).where(table.c.code != code_key()))
            if names:
                connection.execute(delete(table).where(*one), names)
            put(connection, table, ({**told, "name": n, "row": row} for n, row in rows.items()))

        self._write(written)

    def decisions(self) -> tuple[Decision, ...]:
        """Return the log of decisions, in order."""
        return self._ask(log_of)


def claims_written(text: str) -> list[Claim]:
    """Return the claims that are written as JSON, which share what is equal in them."""
    return list(map(Shared().claim, _CLAIMS.validate_json(text)))


def _text_of(connection: Connection, key: str) -> tuple[str, str]:
    """Return the document and the claims of a reading: those that wait with it, else the case's."""
    table, claims = schema.readings.c, schema.claims.c
    query = select(table.document, table.claims).where(table.key == key)
    document, waiting = connection.execute(query).one()
    if waiting is not None:
        return document, waiting
    own = select(claims.record).where(claims.document_id == document)
    return document, f"[{','.join(connection.scalars(own.order_by(claims.start, claims.id)))}]"


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
        connection.execute(delete(table).where(table.c.key.in_(older[first : first + BATCH])))
    for first in range(0, len(made.keys), BATCH):
        own = table.c.key.in_(made.keys[first : first + BATCH])
        connection.execute(
            update(table).where(own, table.c.claims.is_not(None)).values(claims=None)
        )
    put(connection, schema.files, ({"path": p, "key": key} for p, key in made.files.items()))
