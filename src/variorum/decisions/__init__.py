"""What have people decided about the record, and what follows from it?

In: the log of decisions, and what the machine read. Out: the claims as decided, and the rulings
that comparing obeys. The log only grows: what is undone stays in it, with who undid it and why.
"""

from variorum.decisions.audit import FieldFigure, agreement, audit
from variorum.decisions.decided_claims import UNFOUND, Decided, as_read, decided
from variorum.decisions.decision_log import decision_of, from_lines, to_lines
from variorum.decisions.redaction import redacted
from variorum.decisions.restricted import case_without, restricted
from variorum.decisions.ruled_disputes import as_ruled

__all__ = [
    "UNFOUND",
    "Decided",
    "FieldFigure",
    "agreement",
    "as_read",
    "as_ruled",
    "audit",
    "case_without",
    "decided",
    "decision_of",
    "from_lines",
    "redacted",
    "restricted",
    "to_lines",
]
