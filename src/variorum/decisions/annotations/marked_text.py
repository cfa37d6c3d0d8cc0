"""A text as somebody marked it: claims, and what belongs to each."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from variorum.errors import UsageError
from variorum.model import Document

# The layers of the export besides Claim.
LAYERS = ("Cue", "Speaker", "Measure", "When", "Place")
Range = tuple[int, int]


@dataclass(frozen=True)
class Marking:
    """Something marked beside a claim's words: its layer, its place and what is said of it."""

    layer: str
    place: Range
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass
class MarkedClaim:
    """A claim that is marked; places are code points.

    `key` is the id it was exported under, and `facts` are speaker, stance and certainty, as far as
    they are told.
    """

    key: str | None
    places: list[Range] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    marks: list[Marking] = field(default_factory=list)


@dataclass
class MarkedText:
    """One annotated text, from a file of some name.

    `words` holds what stands at each place, as the file has it; `text` is the whole text, or None
    where the file does not hold it. `loose` counts the marks that belong to no claim, by layer.
    """

    name: str
    text: str | None
    claims: list[MarkedClaim]
    words: dict[tuple[Range, ...], str]
    loose: dict[str, int]

    def fits(self, document: Document) -> bool:
        """Return whether it is this document that is marked."""
        if self.text is not None:
            return self.text == document.text
        return bool(self.words) and all(stand(document.text, *told) for told in self.words.items())

    def damaged(self, why: str) -> UsageError:
        """Return the error that the file cannot be used."""
        return UsageError(f"{self.name} {why}")


def stand(text: str, places: tuple[Range, ...], words: str) -> bool:
    """Return whether some words stand at some places of a text."""
    return " ".join(text[start:end] for start, end in places) == words
