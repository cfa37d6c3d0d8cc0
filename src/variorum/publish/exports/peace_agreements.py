"""Agreements in the layout of PA-X (Bell and Badanjak 2019), one row an agreement.

PA-X codes the texts of agreements; these are agreements as reports tell them. So a provision is 1,
"mentioned", where a report tells one, and never 0: what no report tells is left empty.
"""

from collections.abc import Iterator

from variorum.edtf import iso_day
from variorum.model import Agreement, AgreementStage, AgreementType, Domain
from variorum.publish.base.index import Index
from variorum.publish.tables.table import Row, row_of, table

_STAGES = {AgreementStage.PRELIMINARY: "Pre", AgreementStage.RENEWAL: "Ren"}


def _mentioned(agreement: Agreement, domain: Domain) -> int | None:
    return 1 if any(term.domain is domain for term in agreement.terms) else None


def _rows(index: Index) -> Iterator[Row]:
    known = index.case.document_by_id
    for agreement in index.agreed.ordered:
        # In PA-X a ceasefire has a stage of its own.
        truce = agreement.type is AgreementType.CEASEFIRE
        told = {
            "agreement": agreement,
            "Dat": iso_day(agreement.reached),
            "Stage": "Cea" if truce else _STAGES.get(agreement.stage),
            "TjPrire": _mentioned(agreement, Domain.DETAINEES),
            "DevHum": _mentioned(agreement, Domain.HUMANITARIAN),
            "variorum_terms": len(agreement.terms),
            "variorum_reports": [*dict.fromkeys(known[one].name for one in agreement.documents)],
        }
        yield row_of(PAX, told)


PAX = table("pa-x", _rows)
