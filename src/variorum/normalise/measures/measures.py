"""Measures: every quantity of a text with what it counts, what happened to it, and its scope."""

from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from variorum.language import parsing
from variorum.language.backends import Readers
from variorum.model import Document, Measure, Place, When
from variorum.normalise.measures.measures_by_lexicon import measures_by_lexicon
from variorum.normalise.measures.measures_by_parse import measures_by_parse
from variorum.normalise.places.places import places
from variorum.normalise.times.dates import dates

Reader = Callable[[Document, Doc, Sequence[When], Sequence[Place]], list[Measure]]
READERS: Readers[Reader] = Readers({"english": measures_by_parse, "lexicon": measures_by_lexicon})


def measures(
    document: Document,
    doc: Doc | None = None,
    whens: Sequence[When] | None = None,
    named: Sequence[Place] | None = None,
) -> list[Measure]:
    """Return every quantity mention of the document, claim or no claim, in order of their start.

    `doc`, `whens` and `named` are its parse, its dates and its places, where the caller has them
    already.
    """
    reader = READERS.of(document)
    doc = parsing.parse(document) if doc is None else doc
    whens = dates(document, doc) if whens is None else whens
    named = places(document, doc) if named is None else named
    return reader(document, doc, whens, named) if reader else []
