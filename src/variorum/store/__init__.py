"""How is a case kept?

In: a case, and the result of each document as it is read. Out: the same, after whatever happened.
"""

from variorum.store.case_store import CaseStore, MemoryStore, Reading
from variorum.store.database import Store

__all__ = ["CaseStore", "MemoryStore", "Reading", "Store"]
