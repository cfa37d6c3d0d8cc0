"""What claims say of a term or a commitment: whether it was kept, and on whose word."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model import BreachStanding, Compliance, ComplianceStatus, Term
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import Quotation, quotation
from variorum.publish.base.vocabulary import COMPLIANCE_WORDS
from variorum.wording import shortened

# The sentence says why a claim bears on a term; its words are there to be recognised by.
LONGEST_WORDS = 180
# Only of these is it alleged, potential or verified that they happened.
HAPPENED = (ComplianceStatus.KEPT, ComplianceStatus.BREACHED, ComplianceStatus.PARTLY)
# It was not kept, wholly or in part, or the claims do not agree on it.
GRAVE = (ComplianceStatus.BREACHED, ComplianceStatus.PARTLY, ComplianceStatus.DISPUTED)
QUOTES = '"“”„«» '


@dataclass(frozen=True)
class Evidence:
    """What one claim says of a term; no quotation where it is not among the case's claims."""

    status: str
    standing: str
    by: str
    interest: str
    when: str
    because: str
    steps: str
    """What was compared, and what came of it; "" where the record does not say."""
    words: str
    quotation: Quotation | None


def evidence(index: Index, told: Compliance) -> Evidence:
    """Return what one claim says of a term, with its quotation."""
    claim = index.case.claim_by_id.get(told.claim)
    return Evidence(
        status=COMPLIANCE_WORDS[told.status],
        standing=told.standing.value if told.status in HAPPENED else "",
        by=told.by or "",
        interest=told.interest.value,
        when=date_words(told.when) if told.when else "",
        because=told.because,
        steps=", ".join(told.steps),
        words=shortened(claim.text.strip(QUOTES), LONGEST_WORDS) if claim else "",
        quotation=quotation(index, claim) if claim else None,
    )


def strongest(term: Term) -> str:
    """Return how far the status of a term is established at best; "" where no claim says it."""
    held: Sequence[BreachStanding] = [
        told.standing
        for told in term.compliance
        if told.status is term.status and told.status in HAPPENED
    ]
    return max(held, key=tuple(BreachStanding).index).value if held else ""
