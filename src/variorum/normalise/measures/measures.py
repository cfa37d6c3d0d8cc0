"""Measures: every quantity of a text with what it counts, what happened to it, and its scope."""

import re
from collections.abc import Callable, Collection, Sequence

from spacy.tokens import Doc

from variorum.language import code_of, parsing, section
from variorum.language.backends import Readers
from variorum.language.word_lists import words
from variorum.model import Document, FigureRole, Measure, Place, When
from variorum.normalise.measures.measures_by_lexicon import measures_by_lexicon
from variorum.normalise.measures.measures_by_parse import measures_by_parse
from variorum.normalise.places.places import places
from variorum.normalise.times.dates import dates

Reader = Callable[[Document, Doc, Sequence[When], Sequence[Place]], list[Measure]]
FAR = 300
STOPS = re.compile(r"[.!?;؟۔]\s|\n")
HELD = words("normalise", "held_areas")
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
    found = reader(document, doc, whens, named) if reader else []
    code = code_of(document.language) or ""
    by_words = reader is measures_by_lexicon
    areas = section(code, "things")["held_areas"] if by_words else HELD
    return [_of_one_side(document, measure, areas) for measure in found]


def _of_one_side(document: Document, measure: Measure, areas: Collection[str]) -> Measure:
    """Return a count of the land that one side holds as a part: "16 died in occupied territory"."""
    place = measure.span
    before = document.text[max(0, place.start - FAR) : place.start]
    behind = document.text[place.end : place.end + FAR]
    sentence = (STOPS.split(before)[-1] + STOPS.split(behind, maxsplit=1)[0]).casefold()
    counted = measure.scope.event is not None and measure.role is FigureRole.FIGURE
    part = counted and any(area in sentence for area in areas)
    return measure.model_copy(update={"role": FigureRole.PART}) if part else measure
