"""What does each claim of a document state without a number?

In: the claims of one document. Out: its statements ("it was secret", "the army did it"), by the
lexicon and by any verb. It sees one document at a time; `compare` sets the statements of all
documents against each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model import Claim, Document
from variorum.statements.bound_answers import answered, in_full
from variorum.statements.charges import read_charges
from variorum.statements.predications import Predication, read_predications
from variorum.statements.statement import CAUSED, DEEDS, Statement
from variorum.statements.statement_reader import innermost, read_statements, states

__all__ = ["DocumentStatements", "in_full", "statements_of"]

# Of these a denial is of the deed itself.
_OF_A_DEED = frozenset({*DEEDS, CAUSED, "part", "fired_on"})


@dataclass(frozen=True)
class DocumentStatements:
    """What the claims of one document state: by the lexicon, and by any verb."""

    statements: tuple[Statement, ...] = ()
    predications: tuple[Predication, ...] = ()
    charges: tuple[Statement, ...] = ()
    """Who is charged with a deed of violence, and who denies it."""


def statements_of(claims: Sequence[Claim], document: Document) -> DocumentStatements:
    """Return what the claims of one document state; nothing else is looked at.

    Args:
        claims: the claims of the document, in order.
        document: the document.
    """
    statements = read_statements(claims, document)
    found = [*statements, *answered(claims, document, statements)]
    statements = list({(said.claim.id, said.key, said.words): said for said in found}.values())
    # What is denied of something else charges nobody: "denied that live ammunition was used".
    denied = {s.claim.id for s in statements if not s.holds and s.family not in _OF_A_DEED}
    sure = frozenset(c.id for c in claims if states(c) and c.id not in denied)
    return DocumentStatements(
        tuple(statements),
        tuple(read_predications(claims, document)),
        tuple(innermost(read_charges(claims, document, sure))),
    )
