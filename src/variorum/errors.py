"""Every error that Variorum raises on purpose.

    VariorumError
    ├── UsageError          what the user asked for cannot be done as asked
    ├── UnreadableDocument  one file could not be made a Document; the case goes on without it
    ├── DocumentFailed      the claims of one document could not be read, and the build is strict
    ├── ModelMissing        no usable language model is installed
    └── StoreError          a case file cannot be opened or written

Each message is one sentence that names the file or value and says how to mend it.
"""


class VariorumError(Exception):
    """The root of every error Variorum raises; catch this one to catch them all."""


class UsageError(VariorumError):
    """What was asked for cannot be done as asked, such as a path that does not exist."""


class UnreadableDocument(VariorumError):
    """One file could not be read into a Document.

    Args:
        path: the file as the user named it.
        reason: why, and what to do about it, as a sentence without the path.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class DocumentFailed(VariorumError):
    """The claims of one document could not be read, and a strict build ends there.

    Args:
        path: the file as the user named it.
        reason: why, as a sentence without the path.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)

    def __str__(self) -> str:
        """Return the path and the reason."""
        return ": ".join(self.args)


class ModelMissing(VariorumError):
    """No usable language model is installed, or the one named is not what it should be."""


class StoreError(VariorumError):
    """A case file cannot be opened, is not a case, or was written by a newer Variorum."""
