"""Who is said to have done a deed of violence, by whom, and who denies it."""

from variorum.statements.charges.charge_reader import UNTOLD, read_charges
from variorum.statements.charges.parties import STATE, is_nation, is_party

__all__ = ["STATE", "UNTOLD", "is_nation", "is_party", "read_charges"]
