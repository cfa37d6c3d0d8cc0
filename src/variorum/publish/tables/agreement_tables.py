"""The agreements as tables, in the shape of PA-X (Bell and Badanjak 2019) and ETH/PRIO.

One row a term, with the facts of its agreement repeated; or one row for each claim that says
whether a term was kept. What no report tells of an agreement, and who is bound where no report says
it, is the word unclear, never -1 or a blank; a part that a term does not have, such as an
exception, is left empty. Dates are EDTF.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from variorum.case import Json
from variorum.model import Agreement, ComplianceStatus, Term
from variorum.publish.base.index import Index
from variorum.publish.base.numbering import grouped_terms
from variorum.publish.base.vocabulary import UNCLEAR
from variorum.publish.tables.claim_table import told_of
from variorum.publish.tables.table import Row, row_of, table
from variorum.publish.views.agreed.agreements_view import origin_count

# The facts of an agreement that are one value each.
FACTS = ("reached", "start", "end", "duration", "entry", "renewal", "place")
COUNTED = (ComplianceStatus.KEPT, ComplianceStatus.BREACHED, ComplianceStatus.PARTLY)


def _known(value: object) -> str:
    """Return a fact as text, the word unclear where it is not told."""
    return str(value) if value else UNCLEAR


def _names(names: Iterable[str]) -> str:
    return _known("; ".join(names))


def _authenticity(agreement: Agreement) -> str:
    if agreement.disputed or agreement.denied:
        return "disputed"
    return "affirmed" if agreement.affirmed else UNCLEAR


def _facts(index: Index, agreement: Agreement) -> Json:
    monitoring = dict.fromkeys(" ".join(place.exact.split()) for place in agreement.monitoring)
    return {
        "agreement": agreement,
        "parties": _names(agreement.parties),
        "mediators": _names(agreement.mediators),
        **{name: _known(getattr(agreement, name)) for name in FACTS},
        "monitoring": _names(monitoring),
        "authenticity": _authenticity(agreement),
        "affirmed": len(agreement.affirmed),
        "denied": len(agreement.denied),
        "reports": len(agreement.documents),
        "origins": origin_count(index, agreement),
    }


def _obligor(term: Term) -> str:
    return _names(term.obligors) if term.obligors else _known(term.obligor)


def _said(index: Index, key: str) -> Json:
    """Return who claims it, where and when, the date of a section first."""
    if not (told := told_of(index, key)):
        return {}
    end = told["claim"].content[-1].end
    return {**told, "published": told["told_on"] or UNCLEAR, "claim_end": end}


def _term(index: Index, term: Term) -> Json:
    said = Counter(told.status.value for told in term.compliance)
    counts = {status.value: said[status.value] for status in COUNTED}
    return {"term": term, "obligor": _obligor(term), **counts, **_said(index, term.claim)}


def _agreement_rows(index: Index) -> Iterator[Row]:
    """Yield a row a term; an agreement of which no report tells a term has one row without."""
    for agreement in index.agreed.ordered:
        facts = _facts(index, agreement)
        for _, terms in grouped_terms(agreement):
            yield from (row_of(AGREEMENTS, facts | _term(index, term)) for term in terms)
        if not agreement.terms:
            yield row_of(AGREEMENTS, facts)


def _compliance_rows(index: Index) -> Iterator[Row]:
    for agreement in index.agreed.ordered:
        for _, terms in grouped_terms(agreement):
            for term in terms:
                head = {"agreement": agreement, "term": term, "obligor": _obligor(term)}
                for found in term.compliance:
                    facts = {"found": found, "by": _known(found.by), "when": _known(found.when)}
                    yield row_of(COMPLIANCE, head | facts | _said(index, found.claim))


# Names in one cell are joined by ';'. `kept`, `breached` and `partly` count the claims that say so.
AGREEMENTS = table("agreements", _agreement_rows)
COMPLIANCE = table("compliance", _compliance_rows)
