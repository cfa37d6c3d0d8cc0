"""Read: a file becomes a Document, frozen, with its offsets fixed.

`find` says which files a user's paths mean, `read` makes one Document of one file, and
`read_with_gaps` does so without raising and also says what is missing. There is one module for
each format; `formats.FORMATS` joins them. The package itself can be called: `variorum.read(path)`.
"""

from typing import TYPE_CHECKING

from variorum import lazy

if TYPE_CHECKING:
    from variorum.read.event_data.event_data import read_events
    from variorum.read.finding import find
    from variorum.read.formats import FORMATS
    from variorum.read.read_file import read, read_with_gaps

__all__ = ["FORMATS", "find", "read", "read_events", "read_with_gaps"]

# Which files are meant is told without loading what reads them.
__getattr__, __dir__ = lazy.names(
    __name__,
    {
        "FORMATS": "variorum.read.formats",
        "find": "variorum.read.finding",
        "read": "variorum.read.read_file",
        "read_events": "variorum.read.event_data.event_data",
        "read_with_gaps": "variorum.read.read_file",
    },
)
lazy.make_callable(__name__)
