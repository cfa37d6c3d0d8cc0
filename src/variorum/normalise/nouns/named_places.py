"""Which place does a noun of a parsed document name? Asked wherever a parse tells a place."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from variorum.language import relations
from variorum.language.alignment import tokens_at
from variorum.language.dependents import children_of, first_word
from variorum.language.features import is_plural
from variorum.language.spelling import bare
from variorum.language.word_lists import words
from variorum.model import Place
from variorum.normalise.nouns.nouns import CALENDAR, group_names, lemma_of

PLACE_NOUNS = words("normalise", "place_nouns")
NAME_NOUNS = PLACE_NOUNS | words("normalise", "place_name_nouns")
# "Raqqa city" is Raqqa.
TOWN_NOUNS = words("normalise", "town_nouns")
TITLES = words("normalise", "person_titles")


def shared_name(place: Place) -> str:
    """Return the name that all spellings of a place share: the gazetteer's, or as written."""
    return bare(place.known_as) if place.known_as else place.name


class NamedPlaces:
    """The places that `places` found in a document, by the words that name them."""

    def __init__(self, doc: Doc, named: Iterable[Place]) -> None:
        self._at: dict[int, tuple[Place, Span]] = {}
        for place in named:
            found = tokens_at(doc, place.span.start, place.span.end)
            if place.relation is None and found is not None:
                self._at.update({token.i: (place, found) for token in found})

    def before(self, noun: Token) -> str | None:
        """Return the place that stands before a noun: "a Colorado theater"."""
        led = (token for child in noun.lefts for token in child.subtree)
        found = next((self._at[token.i] for token in led if token.i in self._at), None)
        return None if found is None else shared_name(found[0])

    def name(self, noun: Token) -> str | None:
        """Return the place that a noun behind a preposition names, or None.

        A place that the gazetteer knows has the name that all its spellings share; "Raqqa city" is
        Raqqa, but "west Mosul" and "Idlib province" are other places than the cities. A name that
        was not taken for a place is one where nothing speaks against it.
        """
        if noun.lower_ in group_names(noun.doc):
            return None
        before = children_of(noun, relations.COMPOUND | relations.NMOD)
        first = first_word(noun, relations.COMPOUND | relations.NMOD)
        area = noun.pos_ != "PROPN" and lemma_of(noun) in PLACE_NOUNS
        naming = [c for c in before if c.pos_ == "PROPN"] if area else [noun]
        found = next((self._at[token.i] for token in naming if token.i in self._at), None)
        if found is not None:
            words_after = noun.doc[found[1].end : noun.i + (lemma_of(noun) not in TOWN_NOUNS)]
            parts = noun.doc[first : found[1].start].text, shared_name(found[0]), words_after.text
            return " ".join(" ".join(parts).split())
        if not naming or not (area or _may_be_place(noun)):
            return None
        return " ".join(noun.doc[first : noun.i + 1].text.split())


def _may_be_place(name: Token) -> bool:
    """Return whether an unknown name may be a place, not a person, a body, a people or a month."""
    before = {c.lower_ for c in name.lefts}
    if name.pos_ != "PROPN" or name.lower_ in CALENDAR or before & TITLES:
        return False
    capitals = name.is_upper and len(name) > 1
    plain = "the" not in before and not capitals and not is_plural(name)
    return plain or name.lower_ in NAME_NOUNS
