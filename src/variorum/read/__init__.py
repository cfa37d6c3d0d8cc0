"""Read: a file becomes a Document, frozen, with its offsets fixed.

`find` says which files a user's paths mean, `read` makes one Document of one file, and
`read_with_gaps` does so without raising and also says what is missing. There is one module for
each format; `formats.FORMATS` joins them. The package itself can be called: `variorum.read(path)`.
"""

from variorum import lazy
from variorum.read.event_data.event_data import read_events
from variorum.read.finding import find
from variorum.read.formats import FORMATS
from variorum.read.read_file import read, read_with_gaps

__all__ = ["FORMATS", "find", "read", "read_events", "read_with_gaps"]

lazy.make_callable(__name__)
