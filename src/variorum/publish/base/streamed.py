"""What is written as JSON while it is made, so that a file begins before all of a case is read."""

from collections.abc import Callable, Iterator
from typing import TypeVar

T = TypeVar("T")


class Streamed(list[T]):
    """A list whose items are made anew each time it is gone through, and never held together.

    It is a list because the encoder of `json` writes no other sequence.
    """

    def __init__(self, made: Callable[[], Iterator[T]]) -> None:
        super().__init__()
        self._made = made

    def __iter__(self) -> Iterator[T]:
        return self._made()

    def __bool__(self) -> bool:
        return any(True for _ in self)


class StreamedFields(dict[str, T]):
    """The same of an object: its names and values are made each time they are gone through."""

    def __init__(self, made: Callable[[], Iterator[tuple[str, T]]]) -> None:
        super().__init__()
        self._made = made

    def items(self) -> Iterator[tuple[str, T]]:  # type: ignore[override]
        """Yield the names and values."""
        return self._made()

    def __bool__(self) -> bool:
        return any(True for _ in self.items())
