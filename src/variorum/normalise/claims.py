"""Claims get the measures and times that stand in their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from variorum import parsing
from variorum.model import Claim, Document, Span
from variorum.normalise.dates import dates
from variorum.normalise.measures import measures

__all__ = ["normalise"]


def normalise(claims: Iterable[Claim], document: Document, doc: Doc | None = None) -> list[Claim]:
    """Return the claims with the measures and whens whose spans lie in their content.

    A measure inside nested claims belongs to the inner and the outer one alike.
    """
    doc = parsing.parse(document) if doc is None else doc
    whens = dates(document, doc)
    found = measures(document, doc, whens)
    return [
        claim.model_copy(
            update={
                "measures": tuple(m for m in found if _inside(m.span, claim.content)),
                "when": tuple(w for w in whens if _inside(w.span, claim.content)),
            }
        )
        for claim in claims
    ]


def _inside(span: Span, content: Sequence[Span]) -> bool:
    return any(part.start <= span.start and span.end <= part.end for part in content)
