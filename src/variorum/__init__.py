"""Variorum sets the reports of one event side by side.

It reads many reports and builds the event's record: who claims what, on whose word, in which exact
words; which claims answer the same question; and which cannot all be true, with the arithmetic.

    >>> import variorum
    >>> case = variorum.build(["reports/"])
    >>> for contradiction in case.contradictions:
    ...     print(contradiction.because)
"""

from variorum.case import Case
from variorum.errors import (
    ModelMissing,
    StoreError,
    UnreadableDocument,
    UsageError,
    VariorumError,
)
from variorum.model import (
    Actor,
    Agreement,
    Claim,
    Commitment,
    Compliance,
    Contradiction,
    Document,
    Event,
    Gap,
    Measure,
    Origin,
    Question,
    Span,
    Speaker,
    Term,
    Version,
    When,
)
from variorum.pipeline import add_events, build, extract, read
from variorum.settings import Settings

__all__ = [
    "Actor",
    "Agreement",
    "Case",
    "Claim",
    "Commitment",
    "Compliance",
    "Contradiction",
    "Document",
    "Event",
    "Gap",
    "Measure",
    "ModelMissing",
    "Origin",
    "Question",
    "Settings",
    "Span",
    "Speaker",
    "StoreError",
    "Term",
    "UnreadableDocument",
    "UsageError",
    "VariorumError",
    "Version",
    "When",
    "__version__",
    "add_events",
    "build",
    "extract",
    "read",
]

__version__ = "0.1.0"
