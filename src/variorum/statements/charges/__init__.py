"""Who is said to have done a deed of violence, by whom, and who denies it."""

from variorum.statements.charges.charge_reader import UNTOLD, read_charges
from variorum.statements.charges.named_parties import SIDES, STATE, bodies_in, is_nation, is_party
from variorum.statements.charges.party_reader import BY_BEFORE, PartyReader

__all__ = [
    "BY_BEFORE",
    "SIDES",
    "STATE",
    "UNTOLD",
    "PartyReader",
    "bodies_in",
    "is_nation",
    "is_party",
    "read_charges",
]
