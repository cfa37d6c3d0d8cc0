"""The case file: one SQLite database that holds the record of an event."""

from variorum.store.database import Store

__all__ = ["Store"]
