"""What building a case asks of a store, and the store that keeps nothing beyond the process."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from variorum.case import Case, DocumentResult
from variorum.errors import StoreError
from variorum.model import Claim, Decision, Document, Event, Gap


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
    """

    keys: tuple[str, ...] = ()
    basis: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


class CaseStore(Protocol):
    """A case and, beside it, what reading each document gave, kept as it is done."""

    @property
    def files(self) -> frozenset[Path]:
        """The store's own files, which are no reports."""

    def load(self) -> Case:
        """Return the case as it was last saved."""

    def documents(self) -> tuple[Document, ...]:
        """Return the documents of that case."""

    def gaps(self) -> tuple[Gap, ...]:
        """Return the gaps of that case, those of comparing left out."""

    def readings(self) -> dict[str, Reading]:
        """Return the readings that are kept, by their keys."""

    def keep(self, key: str, document: str, result: DocumentResult) -> None:
        """Keep what reading a document gave, for good once this returns."""

    def claims_of(self, keys: Iterable[str]) -> Iterator[Claim]:
        """Yield the claims of the readings with these keys."""

    def revision(self) -> int:
        """Return how often the case has been saved."""

    def basis(self) -> str:
        """Return the key of what the case was made from; nothing where it was changed since."""

    def files_read(self) -> Mapping[str, str]:
        """Return the hash of each file that a document was read from, by its path."""

    def save(
        self,
        case: Case,
        made: Made | None = None,
        since: int | None = None,
        before: Case | None = None,
    ) -> None:
        """Save the case, all or nothing; of the readings of its documents those used stay.

        From the case `before`, which is the one that is saved, it differs in claims and in its log.

        Raises:
            CaseChanged: when somebody else has saved the case after the revision `since`.
        """

    def add_events(self, events: Iterable[Event]) -> int:
        """Keep events beside the case and return how many."""

    def events_between(self, first: str, last: str) -> Iterator[Event]:
        """Yield the events that may have happened between two days, both among them."""

    def event_count(self) -> int:
        """Return how many events are kept."""

    def decisions(self) -> tuple[Decision, ...]:
        """Return the log of decisions, in order."""


class MemoryStore:
    """A store for a case that is built in memory alone; it takes no events."""

    files: frozenset[Path] = frozenset()

    def __init__(self) -> None:
        self._case = Case()
        self._kept: dict[str, tuple[Reading, tuple[Claim, ...]]] = {}
        self._made = Made()
        self._revision = 0

    def load(self) -> Case:
        """Return the case as it was last saved."""
        return self._case

    def documents(self) -> tuple[Document, ...]:
        """Return the documents of that case."""
        return self._case.documents

    def gaps(self) -> tuple[Gap, ...]:
        """Return the gaps of that case, those of comparing left out."""
        return self._case.gaps

    def readings(self) -> dict[str, Reading]:
        """Return the readings that are kept, by their keys."""
        return {key: reading for key, (reading, _) in self._kept.items()}

    def keep(self, key: str, document: str, result: DocumentResult) -> None:
        """Keep what reading a document gave."""
        self._kept[key] = Reading(document, True, result.gaps), result.claims

    def claims_of(self, keys: Iterable[str]) -> Iterator[Claim]:
        """Yield the claims of the readings with these keys."""
        for key in keys:
            yield from self._kept[key][1]

    def revision(self) -> int:
        """Return how often the case has been saved."""
        return self._revision

    def basis(self) -> str:
        """Return the key of what the case was made from."""
        return self._made.basis

    def files_read(self) -> Mapping[str, str]:
        """Return the hash of each file that a document was read from, by its path."""
        return self._made.files

    def save(
        self,
        case: Case,
        made: Made | None = None,
        since: int | None = None,  # noqa: ARG002
        before: Case | None = None,  # noqa: ARG002
    ) -> None:
        """Save the case; of the readings only those that it was made from stay."""
        self._case, self._revision = case, self._revision + 1
        kept = self._kept if made is None else {key: self._kept[key] for key in made.keys}
        self._kept = {
            key: (replace(reading, waits=False), claims) for key, (reading, claims) in kept.items()
        }
        files = {**self._made.files, **(made.files if made else {})}
        self._made = replace(made or self._made, files=files)

    def add_events(self, events: Iterable[Event]) -> int:
        """Refuse: events are kept in a case file."""
        raise NotImplementedError("add events to a case file")

    def events_between(self, first: str, last: str) -> Iterator[Event]:  # noqa: ARG002
        """Yield nothing."""
        yield from ()

    def event_count(self) -> int:
        """Return 0."""
        return 0

    def decisions(self) -> tuple[Decision, ...]:
        """Return the log of decisions, in order."""
        return self._case.decisions
