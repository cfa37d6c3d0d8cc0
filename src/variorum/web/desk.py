"""A case file that is open at the desk: what is shown of it, and decisions one after the other."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from variorum.case import Case
from variorum.decisions import decision_of
from variorum.errors import VariorumError
from variorum.model import Decision
from variorum.pipeline import decide
from variorum.publish.base.index import Index
from variorum.publish.views.board_view import Board, board_view
from variorum.publish.views.overview.difference_view import differences
from variorum.store import Store
from variorum.work import with_own_values

__all__ = ["Desk", "Shown", "Stale"]


class Stale(VariorumError):
    """Somebody else has decided about the same thing since the page was opened."""


@dataclass(frozen=True)
class Shown:
    """One state of the case, with what all pages need of it."""

    case: Case
    revision: int
    index: Index = field(init=False)

    def __post_init__(self) -> None:
        """Index the case once."""
        object.__setattr__(self, "index", Index(self.case))

    @cached_property
    def board(self) -> Board:
        """The disputes."""
        return board_view(self.index)

    @cached_property
    def id_by_number(self) -> dict[int, str]:
        """The id of the claim that each number on a page leads to."""
        return {number: claim for claim, number in reversed([*self.index.claim_number.items()])}

    def about(self, name: str) -> list[Decision]:
        """Return the decisions about a claim, a name or anything else, in order."""
        return [decision for decision in self.case.decisions if name in decision.about]


class Desk:
    """Keeps a case open for the pages; every decision is written before it is shown.

    Args:
        place: the case file, or the address of a case in a database.

    Raises:
        StoreError: when there is no case.
    """

    def __init__(self, place: str | Path) -> None:
        self._store = Store(place, create=False)
        self._lock = threading.Lock()
        self._shown = self._read()

    def close(self) -> None:
        """Let go of the case."""
        self._store.close()

    def shown(self) -> Shown:
        """Return the case as it stands; one that another program has changed is read again."""
        if self._shown.revision != self._store.revision():
            with self._lock:
                if self._shown.revision != self._store.revision():
                    self._shown = self._read()
        return self._shown

    def decide(  # noqa: PLR0913  (what a line of the log has)
        self,
        kind: str,
        about: Sequence[str],
        fields: Mapping[str, str],
        *,
        who: str,
        why: str,
        seen: int | None = None,
    ) -> tuple[Decision, tuple[str, ...]]:
        """Write a decision, compare the case again, and return it with what it changed.

        Args:
            kind: a value of `DecisionKind`.
            about: ids or names.
            fields: what is set.
            who: who decides.
            why: the reason.
            seen: how many decisions about the first of these the page had shown; None does not ask.

        Raises:
            Stale: when there are others by now.
            UsageError: when it cannot be decided so.
        """
        with self._lock:
            before = self._store.load()
            others = [made for made in before.decisions if about and about[0] in made.about]
            if seen is not None and len(others) != seen:
                raise Stale(_told(others[seen:] or others))
            made = decision_of(
                before, kind, about, who=who, why=why, fields=fields, valued=with_own_values
            )
            after = decide(self._store, [made])
            self._shown = Shown(after, self._store.revision())
        return made, differences(before, after)

    def _read(self) -> Shown:
        revision = self._store.revision()
        return Shown(self._store.load(), revision)


def _told(others: Iterable[Decision]) -> str:
    said = "; ".join(f"{made.who} {made.kind}: {made.why}" for made in others)
    return f"Somebody has decided about this since you opened the page ({said}). Look again."
