"""Extraction: from a parsed document to the claims made in it.

The one way in is `extract`; whatever finds attributions better may take its place. The package
itself can be called: `variorum.extract(document)` runs the pipeline's steps on one document.
"""

from __future__ import annotations

from spacy.tokens import Doc

from variorum import lazy
from variorum.extract.attribution.attributions import attributions
from variorum.extract.claims import claims_of
from variorum.extract.document.reading import Reading
from variorum.extract.lexical import extract as by_lexicon
from variorum.extract.model.encoder import has_model, load_encoder
from variorum.extract.model.prefetch import read_ahead
from variorum.extract.model.tagger import Tagged, tag
from variorum.language.backends import Readers
from variorum.model import Claim, Document

__all__ = ["Tagged", "extract", "has_model", "load_encoder", "read_ahead"]

lazy.make_callable(__name__)


def extract(document: Document, doc: Doc, tagged: Tagged | None = None) -> list[Claim]:
    """Return the claims of `document`, sorted by place, without measures, times and places.

    Args:
        document: the report.
        doc: its Doc as `variorum.language.parsing` gives it; token offsets are the document's own.
        tagged: what the model sees in it, where `read_ahead` has asked it already.

    Raises:
        ModelMissing: when the files of the model are damaged.
    """
    reader = READERS.of(document)
    return reader(document, doc, tagged) if reader else []


def _english(document: Document, doc: Doc, tagged: Tagged | None) -> list[Claim]:
    # 1. Lay the document open: sentences, quotations, paragraphs.
    reading = Reading(document, doc)
    # 2. Find who is said to say what: cue, source, content.
    if tagged is None and has_model():
        tagged = tag(reading, load_encoder())
    found = attributions(reading, tagged)
    # 3. Make claims of them and of what the document says itself.
    return claims_of(reading, found, tagged.facts if tagged is not None else None)


def _by_lexicon(document: Document, doc: Doc, tagged: Tagged | None) -> list[Claim]:
    del tagged
    return by_lexicon(document, doc)


READERS = Readers({"english": _english, "lexicon": _by_lexicon})
