"""The table of extractors: what may find the claims of a document, by name.

A further one is named as `package.module:function` in the setting `extractor`; it takes the
document and its Doc, and is asked for every language that is read.
"""

from collections.abc import Callable
from typing import cast

from spacy.tokens import Doc

from variorum import lazy
from variorum.errors import UsageError
from variorum.extract.attribution.attributions import attributions
from variorum.extract.claims import claims_of
from variorum.extract.document.reading import Reading
from variorum.extract.lexical import extract as by_lexicon
from variorum.extract.model.encoder import has_model, load_encoder
from variorum.extract.model.tagger import Tagged, tag
from variorum.language.backends import Readers
from variorum.model import Claim, Document

LEARNED = "learned"
Extractor = Callable[[Document, Doc, Tagged | None], list[Claim]]


def _learned(document: Document, doc: Doc, tagged: Tagged | None) -> list[Claim]:
    """Find claims by the model, and by rules what it leaves; by rules alone without its files."""
    reading = Reading(document, doc)
    if tagged is None and has_model():
        tagged = tag(reading, load_encoder())
    found = attributions(reading, tagged)
    return claims_of(reading, found, tagged.facts if tagged is not None else None)


def _rules(document: Document, doc: Doc, tagged: Tagged | None) -> list[Claim]:
    """Find claims by rules on the parse."""
    del tagged
    reading = Reading(document, doc)
    return claims_of(reading, attributions(reading))


def _lexicon(document: Document, doc: Doc, tagged: Tagged | None) -> list[Claim]:
    """Find claims by the data file of the language."""
    del tagged
    return by_lexicon(document, doc)


EXTRACTORS = {
    LEARNED: Readers[Extractor]({"english": _learned, "lexicon": _lexicon}),
    # What a language model points to is joined with these (see `proposed`).
    "llm": Readers[Extractor]({"english": _learned, "lexicon": _lexicon}),
    "rules": Readers[Extractor]({"english": _rules, "lexicon": _lexicon}),
}


def extractor_of(name: str, language: str | None) -> Extractor | None:
    """Return the extractor of a name for a language; None where it does not read that.

    Raises:
        UsageError: when nothing has that name.
    """
    if name in EXTRACTORS:
        return EXTRACTORS[name].of_language(language)
    function = _imported(name)
    return lambda document, doc, _: function(document, doc)


def _imported(name: str) -> Callable[[Document, Doc], list[Claim]]:
    module, _, function = name.partition(":")
    try:
        found = lazy.attribute(module, function)
    except (ImportError, AttributeError, ValueError) as error:
        known = ", ".join(EXTRACTORS)
        raise UsageError(
            f"There is no extractor {name!r}; name one of {known}, or package.module:function."
        ) from error
    return cast("Callable[[Document, Doc], list[Claim]]", found)
