"""In which order agreements and their terms stand, and under which numbers.

The order is the same on the page, in its links and in the terminal.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from variorum.case import Case
from variorum.grouping import grouped
from variorum.model import Agreement, Claim, Clause, Compliance, ComplianceStatus, Domain, Term

MOST_UNGROUPED = 6  # More terms than these are easier to read by the field of life that they order


def grouped_terms(agreement: Agreement) -> tuple[tuple[Domain | None, tuple[Term, ...]], ...]:
    """Return the terms by domain, each group in its order; a few terms are one group of no domain.

    An agreement without terms has no group.
    """
    if len(agreement.terms) <= MOST_UNGROUPED:
        return ((None, agreement.terms),) if agreement.terms else ()
    return tuple(
        (domain, terms)
        for domain in Domain
        if (terms := tuple(term for term in agreement.terms if term.domain is domain))
    )


def _is_telling(agreement: Agreement) -> bool:
    """Whether an agreement tells who agreed, for how long, or more than one thing agreed."""
    window = agreement.start or agreement.end
    return bool(window) or len(agreement.terms) > 1 or len(agreement.parties) > 1


def _is_small(agreement: Agreement) -> bool:
    """Whether no more is told of an agreement than who agreed, and a single term."""
    outcome = any(term.status is not ComplianceStatus.UNCLEAR for term in agreement.terms)
    window = agreement.start or agreement.end
    contested = agreement.affirmed or agreement.denied or agreement.disputed
    return not (window or len(agreement.terms) > 1 or outcome or contested)


@dataclass(frozen=True)
class Agreed:
    """The agreements of a case in order, with the numbers and anchors that lead to them."""

    case: Case

    @cached_property
    def shown(self) -> bool:
        """Whether the page has a section of agreements."""
        return any(_is_telling(agreement) for agreement in self.case.agreements)

    @cached_property
    def main(self) -> tuple[Agreement, ...]:
        """The agreements that the page shows open; where all are small, all of them."""
        more = tuple(agreement for agreement in self.case.agreements if not _is_small(agreement))
        return more or self.case.agreements

    @cached_property
    def ordered(self) -> tuple[Agreement, ...]:
        """All agreements, those shown open first."""
        first = {agreement.id for agreement in self.main}
        return (*self.main, *(a for a in self.case.agreements if a.id not in first))

    @cached_property
    def number(self) -> Mapping[str, int]:
        """Number of each agreement, by id."""
        return {agreement.id: n for n, agreement in enumerate(self.ordered, start=1)}

    @cached_property
    def term_number(self) -> Mapping[str, int]:
        """Number of each term within its agreement, by id."""
        numbers: dict[str, int] = {}
        for agreement in self.case.agreements:
            terms = (term for _, group in grouped_terms(agreement) for term in group)
            numbers |= {term.id: n for n, term in enumerate(terms, start=1)}
        return numbers

    def anchor(self, agreement: Agreement) -> str:
        """Return the id of an agreement's element on the page; "" where the page has none."""
        return f"a{self.number[agreement.id]}" if self.shown else ""

    def term_anchor(self, agreement: Agreement, term: Term) -> str:
        """Return the id of a term's element on the page; "" where the page has none."""
        anchor = self.anchor(agreement)
        return f"{anchor}-{self.term_number[term.id]}" if anchor else ""

    @cached_property
    def of_claim(self) -> Mapping[str, list[Agreement]]:
        """The agreements that each claim tells of, vouches for or bears on, by the claim's id."""
        return grouped(
            (claim, agreement)
            for agreement in self.ordered
            for claim in dict.fromkeys(self._bearing(agreement))
        )

    @cached_property
    def outcomes(self) -> Mapping[str, list[tuple[Agreement, Term, Compliance]]]:
        """What each claim says of terms having been kept or not, by the claim's id."""
        return grouped(
            (self._whole(told.claim), (agreement, term, told))
            for agreement in self.ordered
            for term in agreement.terms
            for told in term.compliance
        )

    def _whole(self, claim: str) -> str:
        """Return the claim in whose words a claim is read: a part is read in its whole."""
        known = self.case.claim_by_id.get(claim)
        return (known.part_of if known else None) or claim

    def _bearing(self, agreement: Agreement) -> Iterator[str]:
        """Yield the claims that have to do with an agreement."""
        ids = [*agreement.claims, *agreement.authenticity]
        for term in agreement.terms:
            ids += [telling.claim for telling in term.tellings]
            ids += [compliance.claim for compliance in term.compliance]
        yield from map(self._whole, ids)

    @cached_property
    def _term_at(self) -> Mapping[tuple[str, int, int], str]:
        """The anchor of the term told at each place: document, start and end."""
        return {
            (place.document, place.start, place.end): self.term_anchor(agreement, term)
            for agreement in self.ordered
            for term in agreement.terms
            for place in (telling.clause.span for telling in term.tellings)
        }

    def told(self, claim: Claim) -> Iterator[tuple[Clause, str]]:
        """Yield the clauses that a claim tells, each with the anchor of its term, if it has one."""
        for clause in claim.clauses:
            place = (clause.span.document, clause.span.start, clause.span.end)
            yield clause, self._term_at.get(place, "")
