"""How is a case kept?

In: a case, and the result of each document as it is read. Out: the same, after whatever happened.
"""

from variorum.store.basis import basis_of
from variorum.store.case_store import CaseChanged, CaseStore, Made, MemoryStore, Reading
from variorum.store.database import Store
from variorum.store.people import INVITATION_DAYS, PassKind, People, Person, Role, Session

__all__ = [
    "INVITATION_DAYS",
    "CaseChanged",
    "CaseStore",
    "Made",
    "MemoryStore",
    "PassKind",
    "People",
    "Person",
    "Reading",
    "Role",
    "Session",
    "Store",
    "basis_of",
]
