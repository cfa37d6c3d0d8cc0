"""What does each claim of a document state without a number?

In: the claims of one document. Out: its statements ("it was secret", "the army did it"), by the
lexicon and by any verb. It sees one document at a time; `compare` sets the statements of all
documents against each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model import Claim, Document
from variorum.statements.bound_answers import answered, in_full, told_of_both
from variorum.statements.predications import Predication, read_predications
from variorum.statements.statement import Statement
from variorum.statements.statement_reader import read_statements

__all__ = ["DocumentStatements", "in_full", "statements_of"]


@dataclass(frozen=True)
class DocumentStatements:
    """What the claims of one document state: by the lexicon, and by any verb."""

    statements: tuple[Statement, ...] = ()
    predications: tuple[Predication, ...] = ()


def statements_of(claims: Sequence[Claim], document: Document) -> DocumentStatements:
    """Return what the claims of one document state; nothing else is looked at.

    Args:
        claims: the claims of the document, in order.
        document: the document.
    """
    statements = read_statements(claims, document)
    statements = told_of_both([*statements, *answered(claims, document, statements)])
    return DocumentStatements(tuple(statements), tuple(read_predications(claims, document)))
