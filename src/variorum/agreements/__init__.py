"""What was agreed or promised, and on which terms?

In: a document, its parse, and the dates and places found in it. Out: its claims with the
agreements, terms and pledges that their words tell. It sees one document at a time.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from variorum.agreements.agreements_by_lexicon import by_lexicon, unread
from variorum.agreements.attach import told_by, with_pledges
from variorum.agreements.authenticity_claims import vouchings
from variorum.agreements.term_reading import agreements
from variorum.language.backends import Readers
from variorum.model import Claim, Document, Place, When

__all__ = ["unread", "with_agreements"]


def with_agreements(
    claims: Sequence[Claim],
    document: Document,
    doc: Doc,
    whens: Sequence[When],
    places: Sequence[Place],
) -> list[Claim]:
    """Return the claims with the agreements, terms and pledges that their words tell.

    Args:
        claims: the claims of the document, without parts.
        document: a document; in other languages than English only plain terms are read.
        doc: its parse.
        whens: the dates found in it.
        places: the places found in it.
    """
    reader = READERS.of(document)
    return reader(claims, document, doc, whens, places) if reader else list(claims)


def _english(
    claims: Sequence[Claim],
    document: Document,
    doc: Doc,
    whens: Sequence[When],
    places: Sequence[Place],
) -> list[Claim]:
    pacts, clauses, apart = agreements(document, doc, whens, places)
    told = told_by(claims, document, pacts, clauses, vouchings(document, doc, pacts))
    return with_pledges(told, document, apart)


READERS = Readers({"english": _english, "lexicon": by_lexicon})
