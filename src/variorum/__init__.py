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
    Claim,
    Contradiction,
    Document,
    Gap,
    Measure,
    Origin,
    Question,
    Span,
    Speaker,
    Version,
    When,
)
from variorum.pipeline import build, extract, read
from variorum.settings import Settings

__all__ = [
    "Actor",
    "Case",
    "Claim",
    "Contradiction",
    "Document",
    "Gap",
    "Measure",
    "ModelMissing",
    "Origin",
    "Question",
    "Settings",
    "Span",
    "Speaker",
    "StoreError",
    "UnreadableDocument",
    "UsageError",
    "VariorumError",
    "Version",
    "When",
    "__version__",
    "build",
    "extract",
    "read",
]

__version__ = "0.1.0"
