"""Variorum sets the reports of one event side by side.

It reads many reports and builds the event's record: who claims what, on whose word, in which exact
words; which claims answer the same question; and which cannot all be true, with the arithmetic.

    >>> import variorum
    >>> case = variorum.build(["reports/"])
    >>> for contradiction in case.contradictions:
    ...     print(contradiction.because)
"""

import os
from typing import TYPE_CHECKING

from variorum import lazy

if TYPE_CHECKING:
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
        Decision,
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
    from variorum.notebook import OpenCase, open_case
    from variorum.pipeline import add_events, as_known, build, decide, extract
    from variorum.read import read
    from variorum.settings import Settings

__all__ = [
    "Actor",
    "Agreement",
    "Case",
    "Claim",
    "Commitment",
    "Compliance",
    "Contradiction",
    "Decision",
    "Document",
    "Event",
    "Gap",
    "Measure",
    "ModelMissing",
    "OpenCase",
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
    "as_known",
    "build",
    "decide",
    "extract",
    "open_case",
    "read",
]

__version__ = "0.1.0"

# Nothing leaves the machine: ONNX Runtime reads this when it is loaded, and sends no telemetry.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

# What is not named below is a record of the model.
_MODULES: dict[str, str | None] = {
    **dict.fromkeys(__all__, "variorum.model"),
    **dict.fromkeys(("StoreError", "UsageError", "VariorumError"), "variorum.errors"),
    **dict.fromkeys(("ModelMissing", "UnreadableDocument"), "variorum.errors"),
    **dict.fromkeys(("OpenCase", "open_case"), "variorum.notebook"),
    **dict.fromkeys(("add_events", "as_known", "build", "decide"), "variorum.pipeline"),
    **dict.fromkeys(("extract", "read")),
    "Case": "variorum.case",
    "Settings": "variorum.settings",
}
__getattr__, __dir__ = lazy.names(__name__, _MODULES)
