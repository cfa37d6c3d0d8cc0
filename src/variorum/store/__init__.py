"""How is a case kept?

In: a case, and the result of each document as it is read. Out: the same, after whatever happened.
"""

from variorum.store.basis import basis_of
from variorum.store.database import CaseChanged, Made, Reading, Store, claims_written
from variorum.store.people import INVITATION_DAYS, PassKind, People, Person, Role

__all__ = [
    "INVITATION_DAYS",
    "CaseChanged",
    "Made",
    "PassKind",
    "People",
    "Person",
    "Reading",
    "Role",
    "Store",
    "basis_of",
    "claims_written",
]
