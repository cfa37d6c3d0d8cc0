"""What comparing found, kept in the case file, so that the next command need not look for it.

A row holds what was found beside all that it was found from: it is taken where that is the same
again, by the same code. Claims and documents are not written but named, with a hash of what is in
them. A case file may come from anybody: a row holds values and records of this package, which are
data, and whatever else it names is refused.
"""

import dataclasses
import hashlib
import io
import operator
import pickle
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, TypeVar

from variorum.compare.kept import Kept
from variorum.model import Claim, Document
from variorum.model.base import Record, of_values
from variorum.taxonomy import Taxonomy, load

T = TypeVar("T")
# What takes longer to find than to read, and where it matters to nobody which of two equals it is.
KIND_CODES = frozenset(
    {
        *("acts", "alike", "asides", "begun", "claims", "copy", "hash", "lede", "marks"),
        *("passage", "replies", "report", "settled", "solved", "stated", "told"),
    }
)
# So many rows are written at once.
TOGETHER = 500
UNREADABLE = (pickle.UnpicklingError, LookupError, AttributeError, EOFError, TypeError, ValueError)
# The parts of a claim that are named by it and their place in it.
PARTS = ("content", "measures", "when", "places", "actors", "propositions")
TAXONOMY: dict[type, tuple[Any, ...]] = {Taxonomy: ()}
PLAIN = {("collections", "Counter"), ("datetime", "date"), (of_values.__module__, "of_values")}
RECORDS = (Record, Enum, tuple)


class KeptRows(Kept):
    """What was found the last time, read from a case a kind at a time.

    Args:
        read: returns the rows of a kind that were written by this very code, by their names.
        write: writes rows of a kind, and deletes others by their names.
    """

    def __init__(
        self,
        read: Callable[[str], dict[str, bytes]],
        write: Callable[[str, Mapping[str, bytes], Iterable[str]], None],
    ) -> None:
        self._read_rows, self._write_rows = read, write
        self._there: dict[str, dict[str, bytes]] = {}
        self._waiting: dict[str, dict[str, bytes]] = defaultdict(dict)
        self._own: dict[str, Claim | Document] = {}
        self._digests: dict[str, str] = {}
        self._written: dict[str, tuple[str, Sequence[Claim]]] = {}

    def claims(
        self, document: str, text: str, read: Callable[[str], list[Claim]]
    ) -> Sequence[Claim]:
        """Return the claims of a document, which are written in a text and are read by `read`."""
        written = _digest(text)
        found = self.found(("claims", document), lambda _: read(text), written)
        self._written[document] = written, found
        return found

    def begin(self, documents: Sequence[Document], claims: Sequence[Claim]) -> None:
        """Be told which case is to be compared, whose records are known from now on."""
        told: dict[str, list[Claim]] = {one.id: [] for one in documents}
        for claim in claims:
            told[claim.document].append(claim)
        every: Iterable[Document | Claim] = (*documents, *claims)
        self._own = {one.id: one for one in every}
        self._digests = {
            d.id: _digest(d.model_dump_json() + self._text(d.id, told[d.id])) for d in documents
        }

    def _text(self, document: str, claims: Sequence[Claim]) -> str:
        """Return a hash of the claims of a document as they are written."""
        known, read = self._written.get(document, ("", ()))
        if known and len(read) == len(claims) and all(map(operator.is_, read, claims)):
            return known
        return _digest(f"[{','.join(claim.model_dump_json() for claim in claims)}]")

    def found(self, key: Hashable, make: Callable[..., T], *given: Any) -> T:
        """Return what `make` finds in what is given, or a row holds that was found in the same."""
        kind = str(key[0]) if isinstance(key, tuple) else ""
        if kind not in KIND_CODES:
            return make(*given)
        if kind not in self._there:
            self._write()
            self._there[kind] = self._read_rows(kind)
        row = self._there[kind].pop(repr(key), b"")
        known = self._read(row) if row else None
        if known is None or known[0] != given:
            known = given, make(*given)
            self.keep(key, known)
        return known[1]

    def put(self, key: Hashable, found: Any, claims: list[Claim], of: Document) -> None:
        """Keep what was found of a document before the case is compared."""
        self.begin([of], claims)
        self.keep(key, ((claims, of), found))

    def keep(self, key: Hashable, found: Any) -> None:
        """Keep what was found, with what it was found from, where it is of these kinds."""
        if isinstance(key, tuple) and key[0] in KIND_CODES:
            stream = io.BytesIO()
            writer = _Writer(stream, self._own)
            writer.dump(found)
            head = " ".join(f"{one}={self._digests[one]}" for one in sorted(writer.about))
            self._waiting[key[0]][repr(key)] = f"{head}\n".encode() + stream.getvalue()
            if len(self._waiting[key[0]]) == TOGETHER:
                self._write()

    def end(self) -> None:
        """Write what is new, and delete what nobody asked for."""
        self._write()
        for kind in list(self._there):
            self._write_rows(kind, {}, self._there.pop(kind))

    def _write(self) -> None:
        for kind in list(self._waiting):
            self._write_rows(kind, self._waiting.pop(kind), ())

    def _read(self, row: bytes) -> Any:
        head, _, body = row.partition(b"\n")
        pairs = (one.rpartition("=") for one in head.decode("utf-8", "replace").split())
        if any(self._digests.get(document) != digest for document, _, digest in pairs):
            return None
        try:
            before, found = _Reader(io.BytesIO(body), self._own).load()
        except UNREADABLE:
            return None
        return before, found


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class _Writer(pickle.Pickler):
    def __init__(self, stream: io.BytesIO, own: Mapping[str, Claim | Document]) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self._own = own
        self._parts: dict[int, tuple[str, str, int]] = {}
        self.about: set[str] = set()

    def persistent_id(self, it: Any) -> tuple[Any, ...] | None:
        """Return the name of a record of the case, of a part of a claim, or of the taxonomy."""
        if isinstance(it, Claim | Document) and self._own.get(it.id) is it:
            self.about.add(getattr(it, "document", it.id))
            for field in PARTS:
                parts = enumerate(getattr(it, field, ()))
                self._parts |= {id(part): (it.id, field, n) for n, part in parts}
            return (it.id,)
        return self._parts.get(id(it)) if isinstance(it, Record) else TAXONOMY.get(type(it))

    def reducer_override(self, it: Any) -> Any:
        """Return how to write a member of an enumeration: by its value, in every Python."""
        return (type(it), (it.value,)) if isinstance(it, Enum) else NotImplemented


class _Reader(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO, own: Mapping[str, Claim | Document]) -> None:
        super().__init__(stream)
        self._own = own

    def persistent_load(self, name: tuple[Any, ...]) -> Any:
        """Return what has a name."""
        if not name:
            return load()
        key, field, n = (*name, "", 0)[:3]
        return getattr(self._own[key], PARTS[PARTS.index(field)])[n] if field else self._own[key]

    def find_class(self, module: str, name: str, /) -> Any:
        """Return a kind of record, what makes one, a count or a day; all else is refused."""
        if module.startswith("variorum.") or (module, name) in PLAIN:
            kind = super().find_class(module, name)
            own = isinstance(kind, type) and kind.__module__.startswith("variorum.")
            records = own and (issubclass(kind, RECORDS) or dataclasses.is_dataclass(kind))
            if records or (module, name) in PLAIN:
                return kind
        raise pickle.UnpicklingError(f"{module}.{name} is no record")
