"""What comparing found of a document or a group, kept for when the case is compared again.

Comparing is made of functions that look at nothing but what they are given. Where one is given what
it was given the last time, what it found then is taken. So the result is that of comparing all of
it anew, whatever has come, gone or been decided meanwhile.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

from variorum.model import Claim, Document

T = TypeVar("T")


class Kept:
    """Keeps nothing: all is looked for each time (see `kept_rows`)."""

    def begin(self, documents: Sequence[Document], claims: Sequence[Claim]) -> None:
        """Be told which case is to be compared."""

    def found(self, key: Hashable, make: Callable[..., T], *given: Any) -> T:
        """Return what `make` finds in what is given, or found the last time in equal things.

        Args:
            key: tells what is looked for, once in a case: its kind comes first.
            make: finds it; what it finds is not changed by anybody.
            given: all that `make` looks at, but for what never changes in a process.
        """
        del key
        return make(*given)

    def end(self) -> None:
        """Be told that the case has been compared."""


NOTHING_KEPT = Kept()
