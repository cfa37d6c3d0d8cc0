"""How is one document read, and many of them side by side?

In: a document and the settings. Out: its claims and gaps, whatever goes wrong in it. Nothing here
looks at two documents together, but for a translation and its original.
"""

from variorum.work.result_keys import file_key, key_of
from variorum.work.spread import rarely_collected, ready, results
from variorum.work.unit import Job, claims_in, read_claims, read_file, with_own_values

__all__ = [
    "Job",
    "claims_in",
    "file_key",
    "key_of",
    "rarely_collected",
    "read_claims",
    "read_file",
    "ready",
    "results",
    "with_own_values",
]
