"""The disputes as tables: one row for each of their answers, and one for each claim that gives it.

The first is the sheet that a desk works from: what is asked, who says what in which words, how many
independent origins stand behind it, why it cannot all be true, and what would settle it.
"""

from collections.abc import Iterator

from variorum.model import Answer, Dispute, Position
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import speaker_name
from variorum.publish.tables.claim_table import told_on
from variorum.publish.tables.table import Row, table


def _positions(index: Index) -> Iterator[tuple[Dispute, Position]]:
    for dispute in sorted(index.case.disputes, key=lambda one: one.rank):
        yield from ((dispute, position) for position in dispute.positions)


def _head(dispute: Dispute, position: Position) -> Row:
    return dispute.id, dispute.rank, dispute.label, position.id, position.label


def _quoted(index: Index, answer: Answer | None) -> Row:
    """Return the cells of a quotation; empty ones for a position that only follows."""
    if answer is None:
        return [None] * 7
    claim = index.case.claim_by_id[answer.claim]
    document = index.case.document_by_id[claim.document]
    said = (claim.id, answer.span.exact, claim.text, speaker_name(claim.speaker))
    return (*said, document.name, told_on(document, claim.start), document.url)


def _first(position: Position) -> Answer | None:
    """Return the answer that was published first; of a position that only follows, None."""
    own = (answer for answer in position.answers if answer.claim == position.first)
    return next(own, position.answers[0] if position.answers else None)


def _disputes(index: Index) -> Iterator[Row]:
    for dispute, position in _positions(index):
        yield (
            *_head(dispute, position),
            position.low,
            position.high,
            position.value,
            len(position.origins),
            len(position.answers),
            len(position.reprints),
            list(position.speakers),
            *_quoted(index, _first(position)),
            list(position.derived),
            _proofs(index, dispute, position),
            dispute.settled_by,
        )


def _proofs(index: Index, dispute: Dispute, position: Position) -> list[str]:
    """Return why a position cannot be true together with others."""
    of = (proof for proof in index.case.contradictions if proof.id in dispute.proofs)
    return [proof.because for proof in of if position.id in proof.positions or not proof.positions]


def _answers(index: Index) -> Iterator[Row]:
    for dispute, position in _positions(index):
        for answer in position.answers:
            place = answer.span.document, answer.span.start, answer.span.end
            reprint = "yes" if answer.claim in position.reprints else "no"
            said = (answer.low, answer.high, *_quoted(index, answer), reprint)
            yield (*_head(dispute, position), *said, *place)


DISPUTES = table("disputes", _disputes)
ANSWERS = table("answers", _answers)
