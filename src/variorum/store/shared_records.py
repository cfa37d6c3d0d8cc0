"""Claims in half the memory: each record once, its fields in a table that its class shares.

A claim names its speaker, and what it spans, in several places; of the claims of one document a
third of the records are equal to another one. And a record that is read from JSON has a dictionary
of its own, where Python can share the names of the fields among all records of a class.
"""

from typing import Any

from variorum.model import Claim
from variorum.model.base import Record, of_values

# What the class of every record is of.
_KIND = type(Record)


class Shared:
    """What the claims of one document are made of, each record and text once."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def claim(self, claim: Claim) -> Claim:
        """Return an equal claim that is made of what is known already, as far as it is."""
        made: Claim = self._made(claim)
        return made

    def _made(self, value: Any) -> Any:
        """Return a record or a tuple that is equal and known, or else becomes known.

        It is told apart by the ids of its parts, which are known: that costs least.
        """
        known, kind = self._known, type(value)
        parts: list[Any] = []
        for part in value if kind is tuple else value.__dict__.values():
            of = type(part)
            if of is str or of is int:
                parts.append(known.setdefault(part, part))
            elif part and (of is tuple or type(of) is _KIND):
                parts.append(self._made(part))
            else:
                parts.append(part)
        key = (kind, *map(id, parts))
        same = known.get(key)
        if same is None:
            same = known[key] = tuple(parts) if kind is tuple else of_values(kind, *parts)
        return same
