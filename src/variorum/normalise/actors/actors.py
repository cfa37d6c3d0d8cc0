"""The people, organisations, sides and groups that a text names, each with its fullest name.

Names are found by capitals, tags and grammar, without a tagger of names. Within a document a short
form stands for a fuller name only where it can stand for no other; else it stays as it is.
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from variorum.language import parsing
from variorum.language.backends import Readers
from variorum.language.name_spans import known_words
from variorum.model import Document, Mention, Place
from variorum.normalise.actors.actor_coreference import Fuller
from variorum.normalise.actors.definite import definite
from variorum.normalise.actors.typing import Found, found, offsets
from variorum.normalise.places.places import places
from variorum.text import span


def actors(
    document: Document, doc: Doc | None = None, named: Iterable[Place] | None = None
) -> list[Mention]:
    """Return every mention of somebody in `document`, in order of its start.

    A language that is read by its lexicon has no reader of actors: its names come with the
    attributions.

    English documents are parsed when there is no `doc`; `named` are its places, where known.
    """
    reader = READERS.of(document)
    return reader(document, doc, named) if reader else []


def _english(
    document: Document, doc: Doc | None = None, named: Iterable[Place] | None = None
) -> list[Mention]:
    doc = parsing.parse(document) if doc is None else doc
    named = places(document, doc) if named is None else named
    words = known_words()
    here = found(doc, words, [place for place in named if place.relation is None])
    fuller = Fuller(doc, here, words)
    here += definite(doc, here, words)
    mentions = [_mention(document, doc, one, fuller) for one in _apart(here)]
    return [mention for mention in mentions if mention is not None]


def _apart(here: Sequence[Found]) -> list[Found]:
    """Return the mentions in order, of those that overlap the first."""
    taken = -1
    kept = []
    for one in sorted(here, key=lambda one: (one.start, -one.end)):
        if one.start >= taken:
            kept.append(one)
            taken = one.end
    return kept


def _mention(document: Document, doc: Doc, one: Found, fuller: Fuller) -> Mention | None:
    """Return the record of a mention; None of an office or a noun that nobody is known by."""
    known = fuller.of(one)
    if known is None and one.definite:
        return None
    full, rule = known or (fuller.courteous(one), None)
    start, end = offsets(doc, one)
    if start >= end:
        return None
    return Mention(
        name=doc[one.start : one.end].text,
        kind=full.kind,
        title=one.title,
        full=doc[full.start : full.end].text,
        rule=rule,
        evidence=(span(document, *offsets(doc, full)),) if rule else (),
        span=span(document, start, end),
    )


READERS = Readers({"english": _english})
