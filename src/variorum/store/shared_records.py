"""Claims in half the memory: each record once, its fields in a table that its class shares.

A claim names its speaker, and what it spans, in several places; of the claims of one document a
third of the records are equal to another one. And a record that is read from JSON has a dictionary
of its own, where Python can share the names of the fields among all records of a class.
"""

from typing import Any

from variorum.model import Claim
from variorum.model.base import Record

SLOTS = ("__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")


class Shared:
    """What the claims of one document are made of, each record and text once."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def claim(self, claim: Claim) -> Claim:
        """Return an equal claim that is made of what is known already, as far as it is."""
        made: Claim = self._made(claim)
        return made

    def _made(self, record: Any) -> Any:
        made = object.__new__(type(record))
        for name in SLOTS:
            object.__setattr__(made, name, getattr(record, name))
        for name, value in record:
            object.__setattr__(made, name, self._one(value))
        return made

    def _one(self, value: Any) -> Any:
        if isinstance(value, Record):
            value = self._made(value)
        elif isinstance(value, tuple):
            value = tuple(map(self._one, value))
        elif not isinstance(value, str):
            return value
        # What is equal and of another class, as an empty text and an empty list, stays apart.
        return self._known.setdefault((type(value), value), value)
