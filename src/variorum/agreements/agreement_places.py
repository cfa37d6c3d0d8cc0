"""Where an agreement was reached: "signed at Port Elin", "a deal made in Corr"."""

from collections.abc import Sequence

from spacy.tokens import Span

from variorum.agreements.agreement_mentions import Talk
from variorum.agreements.norms.agreement_words import load
from variorum.language.alignment import tokens_at
from variorum.language.dependents import verb_above
from variorum.language.relations import ADPOSITION
from variorum.model import Place


def place_of(
    about: Sequence[Talk], sentences: Sequence[Span], places: Sequence[Place]
) -> str | None:
    """Return the place named with the verb of making, in a sentence about the agreement.

    Args:
        about: where the agreement is spoken of.
        sentences: the sentences that tell of it.
        places: the places of the document.
    """
    made = load()["making"]
    spoken = {talk.sentence.start for talk in about}
    for sentence in (s for s in sentences if s.start in spoken):
        for place in places:
            inside = sentence.start_char <= place.span.start < sentence.end_char
            held = tokens_at(sentence.doc, place.span.start, place.span.end) if inside else None
            if held is None or not len(held):
                continue
            prep = held.root.head
            within = prep.dep_ in ADPOSITION and prep.lower_ in load()["within"]
            if within and verb_above(prep).lemma_ in made and prep.head.i == verb_above(prep).i:
                return place.name
    return None
