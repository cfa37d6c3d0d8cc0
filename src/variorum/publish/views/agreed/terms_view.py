"""The terms of an agreement: who must do what, in whose words, and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.grouping import grouped
from variorum.model import Agreement, Clause, Compliance, ComplianceStatus, Domain, Term
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.base.numbering import grouped_terms
from variorum.publish.base.quoted_claims import Quotation, quotation
from variorum.publish.base.vocabulary import COMPLIANCE_WORDS, TERM_WORDS, UNCLEAR
from variorum.publish.views.agreed.evidence_view import GRAVE, Evidence, evidence, strongest
from variorum.wording import count, joined

FIELDS = {"modality": "Must or may", **TERM_WORDS}
Versions = tuple[tuple[str, tuple[tuple[str, str], ...], tuple[Quotation, ...]], ...]
# Behind "must" where others are what the act is done to: "the army must see to it: be searched".
PASSIVE = " see to it:"
# What the terms of an agreement came to is told in this order.
TALLIED = (
    ComplianceStatus.KEPT, ComplianceStatus.PARTLY, ComplianceStatus.BREACHED,
    ComplianceStatus.DISPUTED, ComplianceStatus.NOT_DUE, ComplianceStatus.UNCLEAR,
)  # fmt: skip


@dataclass(frozen=True)
class TermView:
    """One term; `as_written` is its obligor in the report's words, where they are others.

    `versions` are the term as some tell it who do not agree on it: the act, the fields that they
    differ in, and the voices.
    """

    number: int
    anchor: str
    who: str
    as_written: str
    modality: str
    act: str
    parts: tuple[tuple[str, str], ...]
    domain: str
    told_by: tuple[Quotation, ...]
    rival: tuple[str, ...]
    versions: Versions
    status: str
    standing: str
    grave: bool
    because: str
    evidence: tuple[Evidence, ...]
    implied: bool
    beside: tuple[tuple[Quotation, str], ...]
    """The claims that were compared and have no bearing, each with what was compared."""


def _part(told: Clause | Term, field: str) -> str:
    """Return one part of a term in words; "" where it is not told."""
    value = getattr(told, field)
    return date_words(value) if field == "due" and value else str(value or "")


def _parts(term: Term) -> tuple[tuple[str, str], ...]:
    """Return what a term says beside the act, without what its act says and what is in dispute."""
    said = {
        field: words
        for field in TERM_WORDS
        if field not in term.rival and (words := _part(term, field))
    }
    act = term.act.casefold()
    return tuple(
        (TERM_WORDS[field], words)
        for field, words in said.items()
        if field in ("due", "beneficiary") or words.casefold() not in act
    )


def _versions(index: Index, term: Term) -> Versions:
    """Return the different tellings side by side; those that tell none of what is in dispute not.

    Tellings that give all of it alike are one version.
    """
    told = grouped(
        (tuple(_part(telling.clause, field) for field in term.rival), telling)
        for telling in term.tellings
    )
    return tuple(
        (
            same[0].clause.act,
            tuple(
                (FIELDS.get(field, field), words or "not stated")
                for field, words in zip(term.rival, values, strict=True)
            ),
            voices(index, (telling.claim for telling in same)),
        )
        for values, same in told.items()
        if any(values)
    )


def voices(index: Index, claims: Iterable[str]) -> tuple[Quotation, ...]:
    """Return the quotations of claims, each once."""
    return tuple(quotation(index, index.case.claim_by_id[claim]) for claim in dict.fromkeys(claims))


def _view(index: Index, agreement: Agreement, term: Term) -> TermView:
    names = joined(term.obligors) or term.obligor or UNCLEAR
    written = term.obligor if term.obligor not in (names, UNCLEAR) else ""
    return TermView(
        number=index.agreed.term_number[term.id],
        anchor=index.agreed.term_anchor(agreement, term),
        who=names,
        as_written=written,
        modality=_bound(term),
        act=term.act,
        parts=_parts(term),
        domain=term.domain.value,
        told_by=voices(index, (telling.claim for telling in term.tellings)),
        rival=tuple(FIELDS.get(field, field) for field in term.rival),
        versions=_versions(index, term) if term.rival else (),
        status=COMPLIANCE_WORDS[term.status],
        standing=strongest(term),
        grave=term.status in GRAVE,
        because=_because(term),
        evidence=tuple(evidence(index, told) for told in _both_sides(term.compliance)),
        implied=term.implied,
        beside=tuple(
            (quotation(index, index.case.claim_by_id[one.claim]), ", ".join(one.steps))
            for one in term.no_bearing
        ),
    )


def _bound(term: Term) -> str:
    """Return must, must not or may; what a passive tells is done to others than who is bound."""
    done_to = term.act.startswith("be ") and term.object and term.obligors
    return f"{term.modality.value}{PASSIVE if done_to else ''}"


def _because(term: Term) -> str:
    """Return why the status is so, where neither the status nor the evidence says the same."""
    silent = term.status is ComplianceStatus.UNCLEAR and not term.compliance
    said = {told.because for told in term.compliance}
    return "" if silent or term.because in said else term.because


def _both_sides(told: Sequence[Compliance]) -> list[Compliance]:
    """Return the evidence with the first of each kind before the rest, so that no side is missed.

    On the page what comes late in a long list is folded away.
    """
    firsts: dict[ComplianceStatus, Compliance] = {}
    for said in told:
        firsts.setdefault(said.status, said)
    return [*firsts.values(), *(said for said in told if firsts[said.status] is not said)]


def term_groups(index: Index, agreement: Agreement) -> tuple[tuple[str, tuple[TermView, ...]], ...]:
    """Return the terms of an agreement in their order, by domain where they are many."""
    return tuple(
        (_domain_words(domain), tuple(_view(index, agreement, term) for term in terms))
        for domain, terms in grouped_terms(agreement)
    )


def _domain_words(domain: Domain | None) -> str:
    if domain is None:
        return ""
    return "Domain unclear" if domain is Domain.UNCLEAR else domain.value.capitalize()


def tally(terms: Sequence[Term]) -> str:
    """Return how many terms there are, and what the claims make of them: "2 terms: 2 unclear"."""
    held = {status: sum(term.status is status for term in terms) for status in TALLIED}
    told = ", ".join(f"{n} {COMPLIANCE_WORDS[status]}" for status, n in held.items() if n)
    return f"{count(len(terms), 'term')}: {told}" if terms else "No report gives its terms."
