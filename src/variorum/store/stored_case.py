"""A case that is read from its store as it is asked for, a page of rows at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, overload

from sqlalchemy import Connection, Result, Select, func, or_, select

from variorum.case import Case, ClaimHead, Comparison
from variorum.model import Claim, Document, Gap, ReviewState
from variorum.store import schema
from variorum.store.rows import BATCH, FINDINGS, log_of

# So many claims that were asked for by their ids are held in memory.
MOST_HELD = 2_000
DOCUMENTS, CLAIMS = schema.documents.c, schema.claims.c
OF_DOCUMENTS = (DOCUMENTS.data_set, func.coalesce(DOCUMENTS.path, ""), DOCUMENTS.id)
OF_CLAIMS = (*OF_DOCUMENTS, CLAIMS.start, CLAIMS.id)


class StoredCase(Case):
    """A case of which only what is asked for is in memory.

    Documents are read at once; claims come a page at a time or by their ids, and each kind of
    finding when it is first asked for. All is as it was saved when the connection was opened.

    Args:
        connection: in its transaction.
        standing: whether the claims that people rejected are left out.
    """

    _claims_read: _Claims

    def __init__(self, connection: Connection, *, standing: bool = False) -> None:
        documents = connection.scalars(select(DOCUMENTS.record).order_by(*OF_DOCUMENTS))
        gaps = map(Gap.model_validate_json, connection.scalars(select(schema.gaps.c.record)))
        claims = _Claims(connection, standing=standing)
        super().__init__(
            tuple(map(Document.model_validate_json, documents)),
            claims,
            tuple(sorted(gaps, key=lambda gap: gap.order)),
            _Comparison(connection),
            log_of(connection),
        )
        object.__setattr__(self, "_claims_read", claims)

    def claims_of(self, document: str) -> Sequence[Claim]:
        """Return the claims of a document by its id, read each time."""
        query = self._claims_read.query(CLAIMS.record).where(CLAIMS.document_id == document)
        return tuple(map(Claim.model_validate_json, self._claims_read.connection.scalars(query)))

    @cached_property
    def claim_by_id(self) -> Mapping[str, Claim]:
        """Claims by id, each read when it is asked for."""
        return _ClaimsById(self._claims_read)

    @cached_property
    def claim_heads(self) -> Sequence[ClaimHead]:
        """What is told of each claim without reading it."""
        columns = (CLAIMS.id, CLAIMS.document_id, CLAIMS.part_of, CLAIMS.kind)
        return list(map(ClaimHead._make, self._claims_read.rows(*columns)))

    def claims_with(self, words: Iterable[str]) -> Iterable[Claim]:
        """Yield the claims with all of some words in their records, whose relay names the report.

        SQLite knows no case beyond ASCII: there words are found in small, capital or title letters.
        """
        query = self._claims_read.query(CLAIMS.record)
        for word in words:
            forms = {word, word.lower(), word.upper(), word.title()}
            found = (CLAIMS.record.icontains(form, autoescape=True) for form in forms)
            query = query.where(or_(*found))
        rows = self._claims_read.connection.execution_options(yield_per=BATCH).scalars(query)
        return map(Claim.model_validate_json, rows)

    def without_rejected(self) -> Case:
        """Return the case without the claims that people rejected."""
        return StoredCase(self._claims_read.connection, standing=True)

    def whole(self) -> Case:
        """Return the case with all of it in memory."""
        comparison = Comparison(**{kind: getattr(self.comparison, kind) for kind in FINDINGS})
        return Case(self.documents, tuple(self.claims), self.gaps, comparison, self.decisions)


class _Claims(Sequence[Claim]):
    """The claims in the order of the case, read page by page each time they are gone through."""

    def __init__(self, connection: Connection, *, standing: bool) -> None:
        self.connection, self._standing = connection, standing

    def query(self, *columns: Any) -> Select[Any]:
        """Return the query for columns of them, in order."""
        told = (
            select(*columns).select_from(schema.claims).join(schema.documents).order_by(*OF_CLAIMS)
        )
        if not self._standing:
            return told
        return told.where(CLAIMS.review.is_distinct_from(ReviewState.REJECTED.value))

    def rows(self, *columns: Any) -> Result[Any]:
        """Return columns of them, a page at a time."""
        return self.connection.execution_options(yield_per=BATCH).execute(self.query(*columns))

    def __len__(self) -> int:
        query = select(func.count()).select_from(self.query(CLAIMS.id).subquery())
        return self.connection.scalar(query) or 0

    def __iter__(self) -> Iterator[Claim]:
        for (record,) in self.rows(CLAIMS.record):
            yield Claim.model_validate_json(record)

    @overload
    def __getitem__(self, place: int) -> Claim: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Claim]: ...
    def __getitem__(self, place: int | slice) -> Claim | Sequence[Claim]:
        places = range(len(self))[place]
        if isinstance(places, range):
            return [self[one] for one in places]
        query = self.query(CLAIMS.record).offset(places).limit(1)
        return Claim.model_validate_json(self.connection.scalars(query).one())


class _ClaimsById(Mapping[str, Claim]):
    """The claims by their ids; with one those of its document are read, which come next."""

    def __init__(self, claims: _Claims) -> None:
        self._claims = claims
        self._held: dict[str, Claim] = {}

    def __getitem__(self, key: str) -> Claim:
        if key not in self._held:
            if len(self._held) > MOST_HELD:
                self._held.clear()
            of_key = select(CLAIMS.document_id).where(CLAIMS.id == key).scalar_subquery()
            query = self._claims.query(CLAIMS.record).where(CLAIMS.document_id == of_key)
            found = map(Claim.model_validate_json, self._claims.connection.scalars(query))
            self._held |= {claim.id: claim for claim in found}
        return self._held[key]

    def __iter__(self) -> Iterator[str]:
        yield from self._claims.connection.scalars(self._claims.query(CLAIMS.id))

    def __len__(self) -> int:
        return len(self._claims)


class _Comparison(Comparison):
    """What comparing found, each kind read when it is first asked for."""

    def __init__(self, connection: Connection) -> None:
        object.__setattr__(self, "_connection", connection)

    def __getattribute__(self, name: str) -> Any:
        own = object.__getattribute__(self, "__dict__")
        if name in FINDINGS and name not in own:
            table = schema.findings.c
            query = select(table.record).where(table.kind == name).order_by(table.position)
            rows = own["_connection"].scalars(query)
            own[name] = tuple(map(FINDINGS[name].model_validate_json, rows))
        return object.__getattribute__(self, name)
