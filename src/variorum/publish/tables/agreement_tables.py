"""The agreements as tables, in the shape of PA-X (Bell and Badanjak 2019) and ETH/PRIO.

One row a term, with the facts of its agreement repeated; or one row for each claim that says
whether a term was kept. What no report tells of an agreement, and who is bound where no report says
it, is the word unclear, never -1 or a blank; a part that a term does not have, such as an
exception, is left empty. Dates are EDTF.
"""

from collections.abc import Iterable, Iterator

from variorum.model import Agreement, Claim, Compliance, ComplianceStatus, Term
from variorum.publish.base.index import Index
from variorum.publish.base.numbering import grouped_terms
from variorum.publish.base.vocabulary import UNCLEAR, speaker_name
from variorum.publish.tables.claim_table import told_on
from variorum.publish.tables.table import Row, table
from variorum.publish.views.agreed.agreements_view import origin_count


def _known(value: object) -> str:
    """Return a fact as text, the word unclear where it is not told."""
    return str(value) if value else UNCLEAR


def _names(names: Iterable[str]) -> str:
    return _known("; ".join(names))


def _authenticity(agreement: Agreement) -> str:
    if agreement.disputed or agreement.denied:
        return "disputed"
    return "affirmed" if agreement.affirmed else UNCLEAR


def _facts(index: Index, agreement: Agreement) -> list[str | int]:
    return [
        agreement.id,
        agreement.label,
        agreement.type.value,
        agreement.stage.value,
        agreement.form.value,
        _names(agreement.parties),
        _names(agreement.mediators),
        *map(_known, (agreement.reached, agreement.start, agreement.end)),
        *map(_known, (agreement.duration, agreement.entry, agreement.renewal, agreement.place)),
        _names(dict.fromkeys(" ".join(place.exact.split()) for place in agreement.monitoring)),
        _authenticity(agreement),
        len(agreement.affirmed),
        len(agreement.denied),
        len(agreement.documents),
        origin_count(index, agreement),
    ]


def _obligor(term: Term) -> str:
    return _names(term.obligors) if term.obligors else _known(term.obligor)


def _source(index: Index, claim: Claim) -> tuple[str, str]:
    """Return when the words of a claim were published, its section's date first, and where."""
    document = index.case.document_by_id[claim.document]
    return told_on(document, claim.start) or UNCLEAR, document.url or ""


def _term(index: Index, term: Term) -> list[str | int]:
    claim = index.case.claim_by_id[term.claim]
    said = [told.status for told in term.compliance]
    counted = (ComplianceStatus.KEPT, ComplianceStatus.BREACHED, ComplianceStatus.PARTLY)
    parts = (term.object, term.quantity, term.place, term.condition, term.exception)
    return [
        term.id,
        _obligor(term),
        term.beneficiary or "",
        term.modality.value,
        term.act,
        *(part or "" for part in (*parts, term.due, term.sequence)),
        term.domain.value,
        term.status.value,
        *(said.count(status) for status in counted),
        term.span.document,
        term.span.start,
        term.span.end,
        term.span.exact,
        claim.id,
        speaker_name(claim.speaker),
        *_source(index, claim),
    ]


def _agreement_rows(index: Index) -> Iterator[Row]:
    """Yield a row a term; an agreement of which no report tells a term has one row without."""
    for agreement in index.agreed.ordered:
        facts = _facts(index, agreement)
        for _, terms in grouped_terms(agreement):
            yield from ([*facts, *_term(index, term)] for term in terms)
        if not agreement.terms:
            yield [*facts, *[None] * (len(AGREEMENTS.columns) - len(facts))]


def _claim_cells(index: Index, told: Compliance) -> list[str | int | None]:
    """Return who claims it and where; nothing where it is no claim but a row of a data set."""
    claim = index.case.claim_by_id.get(told.claim)
    if claim is None:
        return [None for _ in range(9)]
    document = index.case.document_by_id[claim.document]
    origin = index.case.origin_by_claim.get(claim.id)
    return [
        speaker_name(claim.speaker),
        claim.text,
        document.id,
        claim.start,
        claim.content[-1].end,
        document.name,
        *_source(index, claim),
        origin.id if origin else "",
    ]


def _compliance_rows(index: Index) -> Iterator[Row]:
    for agreement in index.agreed.ordered:
        for _, terms in grouped_terms(agreement):
            for term in terms:
                head = [agreement.id, agreement.label, term.id, _obligor(term)]
                what = [term.modality.value, term.act, term.status.value]
                for told in term.compliance:
                    said = [told.claim, told.status.value, told.standing.value, _known(told.by)]
                    why = [told.interest.value, _known(told.when), told.because]
                    yield [*head, *what, *said, *why, *_claim_cells(index, told)]


# Names in one cell are joined by ';'. `kept`, `breached` and `partly` count the claims that say so.
AGREEMENTS = table("agreements", _agreement_rows)
COMPLIANCE = table("compliance", _compliance_rows)
