"""The disputes as tables: one row for each of their answers, and one for each claim that gives it.

The first is the sheet that a desk works from: what is asked, who says what in which words, how many
independent origins stand behind it, why it cannot all be true, and what would settle it.
"""

from collections.abc import Iterator

from variorum.case import Json
from variorum.model import Answer, Dispute, Position
from variorum.publish.base.index import Index
from variorum.publish.tables.claim_table import told_of
from variorum.publish.tables.table import Row, row_of, table


def _positions(index: Index) -> Iterator[tuple[Dispute, Position]]:
    for dispute in sorted(index.case.disputes, key=lambda one: one.rank):
        yield from ((dispute, position) for position in dispute.positions)


def _told(index: Index, dispute: Dispute, position: Position, given: Answer | None) -> Json:
    """Return what the row of an answer is made from; nobody says what only follows."""
    said = told_of(index, given.claim) if given else {}
    return {"dispute": dispute, "position": position, "given": given, **said}


def _first(position: Position) -> Answer | None:
    """Return the answer that was published first; of a position that only follows, None."""
    own = (answer for answer in position.answers if answer.claim == position.first)
    return next(own, position.answers[0] if position.answers else None)


def _disputes(index: Index) -> Iterator[Row]:
    for dispute, position in _positions(index):
        told = {
            **_told(index, dispute, position, _first(position)),
            "origins": len(position.origins),
            "claims": len(position.answers),
            "reprints": len(position.reprints),
            "because": _proofs(index, dispute, position),
        }
        yield row_of(DISPUTES, told)


def _proofs(index: Index, dispute: Dispute, position: Position) -> list[str]:
    """Return why a position cannot be true together with others."""
    of = (proof for proof in index.case.contradictions if proof.id in dispute.proofs)
    return [proof.because for proof in of if position.id in proof.positions or not proof.positions]


def _answers(index: Index) -> Iterator[Row]:
    for dispute, position in _positions(index):
        for given in position.answers:
            reprint = "yes" if given.claim in position.reprints else "no"
            told = _told(index, dispute, position, given)
            yield row_of(ANSWERS, {**told, "reprint": reprint})


DISPUTES = table("disputes", _disputes)
ANSWERS = table("answers", _answers)
