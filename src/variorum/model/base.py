"""What all records share: a stable id, a place in a text, and what is missing."""

import hashlib
from collections.abc import Callable
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

CONTEXT_CHARS = 32


def content_id(prefix: str, *parts: object) -> str:
    """Return a short stable id made of `prefix` and a SHA-256 of the parts, in their order."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "replace"))
    return f"{prefix}-{digest.hexdigest()[:16]}"


# What every record has for a set of the fields that were given: a set of its own would take more
# memory than all else in it, and nobody asks for it.
_GIVEN: set[str] = set()
# Whole numbers, most of them places in texts, each held once for all records.
_NUMBERS: dict[int, int] = {}
_GIVEN_OF, *_OTHERS_OF = (
    BaseModel.__dict__[f"__pydantic_{name}__"].__set__
    for name in ("fields_set", "extra", "private")
)
_put = object.__setattr__


class Record(BaseModel):
    """Base of all records: frozen, and no field that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _context: object, /) -> None:
        """Let go of the set of the fields that were given."""
        _GIVEN_OF(self, _GIVEN)

    def __reduce__(self) -> tuple[Callable[..., Self], tuple[Any, ...]]:
        """Be pickled as the values of the fields."""
        return of_values, (type(self), *(value for _, value in self))


R = TypeVar("R", bound=Record)


def of_values(kind: type[R], *values: Any) -> R:
    """Return a record of the values of all its fields, in order, which are not checked.

    What it is made of lies in a table that its class shares, and takes a third of the memory of one
    that pydantic makes.
    """
    made = object.__new__(kind)
    _GIVEN_OF(made, _GIVEN)
    for put_none in _OTHERS_OF:
        put_none(made, None)
    for name, value in zip(kind.__pydantic_fields__, values, strict=True):
        _put(made, name, _NUMBERS.setdefault(value, value) if type(value) is int else value)
    return made


class Span(Record):
    """A place in a document: W3C TextPositionSelector and TextQuoteSelector in one."""

    document: str
    start: int = Field(ge=0)
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    page: int | None = Field(None, description="1-based page of the file, where it has pages")

    def bare(self) -> Self:
        """Return the place without the words around it."""
        return self.model_copy(update={"prefix": "", "suffix": ""})

    @model_validator(mode="after")
    def _length_is_that_of_the_words(self) -> Self:
        if self.end - self.start != len(self.exact):
            raise ValueError(f"span {self.start}:{self.end} does not fit its words {self.exact!r}")
        return self


class Gap(Record):
    """What is missing from the record, and why."""

    what: str
    why: str
    kind: str = Field(default="document", description="document, question, citation or limit")
    document: str | None = Field(None, description="id, when the document was kept")

    @property
    def order(self) -> tuple[str, int, str]:
        """What gaps are sorted by: what is missing, its lines as numbers, and why."""
        head = self.what.rstrip("0123456789")
        return head, int(self.what[len(head) :] or 0), self.why
