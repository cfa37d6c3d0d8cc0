"""Opening, reading and writing a case file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter
from sqlalchemy import (
    Connection,
    Engine,
    Table,
    create_engine,
    delete,
    event,
    func,
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DatabaseError

from variorum.case import Case, Comparison, DocumentResult
from variorum.errors import StoreError
from variorum.model import (
    Actor,
    Agreement,
    Claim,
    Commitment,
    Contradiction,
    Decision,
    Derivation,
    Dispute,
    Distortion,
    Document,
    Event,
    Gap,
    Happening,
    History,
    Origin,
    Question,
    Suggestion,
    Version,
    content_id,
)
from variorum.store import schema
from variorum.store.case_store import Reading

__all__ = ["Store", "Verification"]

# The parts of a Comparison, in the order they are written, and the record each is made of.
FINDINGS: dict[str, type[BaseModel]] = {
    "actors": Actor,
    "happenings": Happening,
    "questions": Question,
    "disputes": Dispute,
    "contradictions": Contradiction,
    "distortions": Distortion,
    "suggestions": Suggestion,
    "versions": Version,
    "origins": Origin,
    "stemma": Derivation,
    "histories": History,
    "agreements": Agreement,
    "commitments": Commitment,
    "gaps": Gap,
}
BATCH = 500
_CLAIMS, _GAPS = TypeAdapter(tuple[Claim, ...]), TypeAdapter(tuple[Gap, ...])
JOURNALS = ("", "-wal", "-shm")
AnyRecord = TypeVar("AnyRecord", bound=BaseModel)


class Verification(BaseModel):
    """That somebody looked at a claim and found a term to fit it, when, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    term: str
    claim: str
    who: str
    when: str
    why: str


class Store:
    """A case file. Every write is one transaction: killed at any moment, the file still opens.

    Args:
        path: the file; it is created when `create` is true.
        create: whether a missing file is made.

    Raises:
        StoreError: when the file is missing, is not a case, or is of a newer version.
    """

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self.path = Path(path)
        if not create and not self.path.is_file():
            raise StoreError(
                f"{path} does not exist; make it with 'variorum build PATH -o {path}'."
            )
        if not self.path.parent.is_dir():
            raise StoreError(f"{path} cannot be written: the folder {self.path.parent} is missing.")
        self._engine = _engine(self.path)
        try:
            with self._engine.begin() as connection:
                _prepare(connection, self.path)
        except StoreError:
            self._engine.dispose()
            raise
        except DatabaseError as error:
            self._engine.dispose()
            raise _not_opened(self.path, error) from error

    def __enter__(self) -> Self:
        """Return the store itself, to be closed at the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()

    @property
    def files(self) -> frozenset[Path]:
        """The file and its journals; lying among the reports, they are none."""
        place = self.path.resolve()
        return frozenset(place.with_name(place.name + end) for end in JOURNALS)

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        with self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        self._engine.dispose()

    def load(self) -> Case:
        """Return the case as it was last saved; an empty file gives an empty case."""
        with self._engine.begin() as connection:
            documents = _read(connection, schema.documents, Document, schema.documents.c.path)
            documents.sort(key=lambda document: document.order)
            order = {document.id: place for place, document in enumerate(documents)}
            claims = _read(connection, schema.claims, Claim, schema.claims.c.start)
            claims.sort(key=lambda claim: (order[claim.document], claim.start, claim.id))
            gaps = _read(connection, schema.gaps, Gap, schema.gaps.c.what)
            comparison = Comparison(**{kind: _found(connection, kind) for kind in FINDINGS})
        gaps.sort(key=lambda gap: gap.order)
        return Case(tuple(documents), tuple(claims), tuple(gaps), comparison, self.decisions())

    def documents(self) -> tuple[Document, ...]:
        """Return the documents of the case as it was last saved, in no order."""
        with self._engine.begin() as connection:
            return tuple(_read(connection, schema.documents, Document, schema.documents.c.path))

    def gaps(self) -> tuple[Gap, ...]:
        """Return the gaps of the case as it was last saved, those of comparing left out."""
        with self._engine.begin() as connection:
            return tuple(_read(connection, schema.gaps, Gap, schema.gaps.c.what))

    def readings(self) -> dict[str, Reading]:
        """Return the readings that are kept, by their keys."""
        table = schema.readings.c
        query = select(table.key, table.document, table.claims.is_not(None), table.gaps)
        with self._engine.begin() as connection:
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
            StoreError: when the file cannot be written.
        """
        row = {
            "key": key,
            "document": document,
            "claims": _CLAIMS.dump_json(result.claims).decode(),
            "gaps": _GAPS.dump_json(result.gaps).decode(),
        }
        try:
            with self._engine.begin() as connection:
                _put(connection, schema.readings, [row])
        except DatabaseError as error:
            raise _not_written(self.path, error) from error

    def claims_of(self, keys: Iterable[str]) -> Iterator[Claim]:
        """Yield the claims of the readings with these keys."""
        table, claims = schema.readings.c, schema.claims.c
        with self._engine.begin() as connection:
            for key in keys:
                query = select(table.document, table.claims).where(table.key == key)
                document, waiting = connection.execute(query).one()
                if waiting is not None:
                    yield from _CLAIMS.validate_json(waiting)
                    continue
                own = select(claims.record).where(claims.document_id == document)
                for record in connection.scalars(own.order_by(claims.start, claims.id)):
                    yield Claim.model_validate_json(record)

    def save(self, case: Case, keys: Iterable[str] | None = None) -> None:
        """Write the case in one transaction, after which `load` returns it.

        Rows that are the same already stay as they are; rows the case does not hold are deleted.

        Args:
            case: the case.
            keys: those of the readings that its claims come from; other readings are deleted. None
                leaves the readings as they are.

        Raises:
            StoreError: when the file cannot be written, for instance because the disk is full.
        """
        try:
            with self._engine.begin() as connection:
                for table in (schema.finding_claims, schema.findings, schema.gaps):
                    connection.execute(delete(table))
                _keep_only(connection, schema.claims, {claim.id for claim in case.claims})
                _keep_only(connection, schema.documents, {d.id for d in case.documents})
                _put(connection, schema.documents, map(_document_row, case.documents))
                _put(connection, schema.claims, map(_claim_row, case.claims))
                _put(connection, schema.gaps, map(_gap_row, case.gaps))
                _put_findings(connection, case)
                if keys is not None:
                    _settle(connection, list(keys))
        except DatabaseError as error:
            raise _not_written(self.path, error) from error

    def add_events(self, events: Iterable[Event]) -> int:
        """Write events in one transaction, beside those that are there, and return how many.

        An event with the id of one that is there takes its place. They are written as they come,
        so that there may be more of them than fit in memory; whatever `events` raises undoes all.

        Raises:
            StoreError: when the file cannot be written.
        """
        rest, written = iter(events), 0
        try:
            with self._engine.begin() as connection:
                while batch := list(islice(rest, BATCH)):
                    _put(connection, schema.events, map(_event_row, batch))
                    written += len(batch)
        except DatabaseError as error:
            raise _not_written(self.path, error) from error
        return written

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
        """Return how many events the file holds."""
        with self._engine.connect() as connection:
            return connection.scalar(select(func.count()).select_from(schema.events)) or 0

    def decide(self, decisions: Iterable[Decision]) -> None:
        """Add decisions to the log in one transaction; one that is there already stays as it is.

        Raises:
            StoreError: when the file cannot be written.
        """
        rows = [{"id": made.id, "record": made.model_dump_json()} for made in decisions]
        add = sqlite.insert(schema.decisions).on_conflict_do_nothing(index_elements=["id"])
        try:
            with self._engine.begin() as connection:
                for row in rows:
                    connection.execute(add, row)
        except DatabaseError as error:
            raise _not_written(self.path, error) from error

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
            StoreError: when nobody or no reason is named, or the file cannot be written.
        """
        for given, word in ((who, "who verifies it"), (why, "the reason")):
            if not given.strip():
                raise StoreError(f"{term!r} cannot be verified of {claim} without {word}; name it.")
        row = Verification(term=term, claim=claim, who=who, when=when, why=why)
        try:
            with self._engine.begin() as connection:
                _put(connection, schema.verifications, [row.model_dump()])
        except DatabaseError as error:
            raise _not_written(self.path, error) from error

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


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: object) -> None:
        # The journal mode is kept in the file, the foreign keys are not: both are set each time.
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA busy_timeout=10000")

    return engine


def _not_opened(path: Path, error: DatabaseError) -> StoreError:
    if getattr(error.orig, "sqlite_errorname", "") == "SQLITE_NOTADB":
        return _foreign(path)
    return StoreError(f"{path} cannot be opened: {error.orig}; check the file and its folder.")


def _not_written(path: Path, error: DatabaseError) -> StoreError:
    return StoreError(f"{path} could not be written: {error.orig}")


def _foreign(path: Path) -> StoreError:
    return StoreError(f"{path} is not a case file; name another with -o, or move it away.")


def _prepare(connection: Connection, path: Path) -> None:
    """Make the tables that are missing; refuse another program's file and one from the future."""
    tables = set(inspect(connection).get_table_names())
    if tables and not tables >= set(schema.metadata.tables) - schema.LATER_TABLES:
        raise _foreign(path)
    schema.metadata.create_all(connection)
    version = connection.scalar(select(schema.meta.c.value).where(schema.meta.c.key == "schema"))
    if version is None:
        row = {"key": "schema", "value": str(schema.SCHEMA_VERSION)}
        connection.execute(insert(schema.meta), row)
    elif int(version) > schema.SCHEMA_VERSION:
        raise StoreError(f"{path} was written by a newer Variorum; upgrade to open it.")


def _read(
    connection: Connection, table: Table, record: type[AnyRecord], order: Any
) -> list[AnyRecord]:
    rows = connection.scalars(select(table.c.record).order_by(order, table.c.id))
    return [record.model_validate_json(row) for row in rows]


def _found(connection: Connection, kind: str) -> tuple[Any, ...]:
    table = schema.findings
    query = select(table.c.record).where(table.c.kind == kind).order_by(table.c.position)
    return tuple(FINDINGS[kind].model_validate_json(row) for row in connection.scalars(query))


def _put(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Insert the rows; a row whose key is there already takes the new values."""
    statement = sqlite.insert(table)
    new = {c.name: statement.excluded[c.name] for c in table.columns if not c.primary_key}
    upsert = (
        statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=new)
        if new
        else statement.on_conflict_do_nothing()
    )
    rest = iter(rows)
    while batch := list(islice(rest, BATCH)):
        connection.execute(upsert, batch)


def _keep_only(connection: Connection, table: Table, kept: set[str]) -> None:
    """Delete the rows whose id is not one of `kept`."""
    gone = [key for key in connection.scalars(select(table.c.id)) if key not in kept]
    for first in range(0, len(gone), BATCH):
        connection.execute(delete(table).where(table.c.id.in_(gone[first : first + BATCH])))


def _settle(connection: Connection, keys: Sequence[str]) -> None:
    """Keep the readings with these keys, their claims now in the case, and delete all others."""
    table = schema.readings
    kept = select(func.json_each(json.dumps(list(keys))).table_valued("value").c.value)
    connection.execute(delete(table).where(table.c.key.not_in(kept)))
    connection.execute(update(table).values(claims=None))


def _put_findings(connection: Connection, case: Case) -> None:
    rows: list[dict[str, Any]] = []
    links: list[dict[str, Any]] = []
    for kind in FINDINGS:
        found: Sequence[Any] = getattr(case.comparison, kind)
        for position, record in enumerate(found):
            key = getattr(record, "id", None) or content_id(kind.removesuffix("s"), record)
            rows.append(
                {
                    "kind": kind,
                    "id": key,
                    "position": position,
                    "severity": getattr(record, "severity", None),
                    "record": record.model_dump_json(),
                }
            )
            claims = getattr(record, "claims", ())
            links += [{"finding_id": key, "claim_id": claim} for claim in claims]
    _put(connection, schema.findings, rows)
    _put(connection, schema.finding_claims, links)


def _document_row(document: Document) -> dict[str, Any]:
    columns = document.model_dump(include={"id", "path", "publisher", "published", "language"})
    return {**columns, "record": document.model_dump_json()}


def _claim_row(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "document_id": claim.document,
        "start": claim.start,
        "speaker": claim.speaker.name,
        "stance": claim.stance.value,
        "record": claim.model_dump_json(),
    }


def _event_row(row: Event) -> dict[str, Any]:
    columns = row.model_dump(include={"id", "data_set", "start", "end"})
    return {**columns, "record": row.model_dump_json()}


def _gap_row(gap: Gap) -> dict[str, Any]:
    return {
        "id": content_id("gap", gap.what, gap.why, gap.kind, gap.document),
        "document_id": gap.document,
        "what": gap.what,
        "why": gap.why,
        "record": gap.model_dump_json(),
    }
