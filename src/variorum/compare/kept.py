"""What comparing found of a document or a group, kept for when the case is compared again.

Comparing is made of functions that look at nothing but what they are given. Where one is given what
it was given the last time, what it found then is taken. So the result is that of comparing all of
it anew, whatever has come, gone or been decided meanwhile.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, TypeVar

from variorum.model import Claim, Document

T = TypeVar("T")


class Kept:
    """What was found the last time, by what it was found from; it takes memory of its own.

    Args:
        keeps: whether anything is kept at all.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        self._keeps = keeps
        self._before: dict[Hashable, Any] = {}
        self._now: dict[Hashable, Any] = {}

    def begin(
        self, documents: Sequence[Document], claims: Sequence[Claim]
    ) -> tuple[Sequence[Document], Sequence[Claim]]:
        """Return a case to be compared, what is equal to before as the very same records.

        What was not asked for the last time is let go of.
        """
        if not self._keeps:
            return documents, claims
        self._before, self._now = self._now, {}
        return self._same(documents), self._same(claims)

    def _same(self, records: Iterable[T]) -> list[T]:
        return [self.found(("record", record.id), lambda same: same, record) for record in records]  # type: ignore[attr-defined]

    def found(self, key: Hashable, make: Callable[..., T], *given: Any) -> T:
        """Return what `make` finds in what is given, or found the last time in equal things.

        Args:
            key: tells what is looked for, once in a case.
            make: finds it; what it finds is not changed by anybody.
            given: all that `make` looks at, but for what never changes in a process.
        """
        if not self._keeps:
            return make(*given)
        known = self._now.get(key, self._before.get(key))
        if known is None or known[0] != given:
            known = given, make(*given)
        self._now[key] = known
        found: T = known[1]
        return found

    def put(self, key: Hashable, found: Any, claims: list[Claim], of: Document) -> None:
        """Keep what was found of a document before the case is compared."""
        self.keep(key, ((claims, of), found))

    def end(self) -> None:
        """Be told that the case has been compared."""

    def keep(self, key: Hashable, found: Any) -> None:
        """Keep what was found, which whoever asks for it compares with what it needs."""
        if self._keeps:
            self._now[key] = found


NOTHING_KEPT = Kept(keeps=False)
