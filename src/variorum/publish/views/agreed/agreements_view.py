"""What was agreed: the facts of each agreement, whether it is genuine, and its terms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace

from variorum.grouping import grouped
from variorum.model import Agreement, AgreementTelling, Pact
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import Quotation
from variorum.publish.base.vocabulary import FACT_WORDS, UNCLEAR
from variorum.publish.views.agreed.authenticity_view import authenticity_view
from variorum.publish.views.agreed.evidence_view import Evidence, evidence
from variorum.publish.views.agreed.terms_view import TermView, tally, term_groups, voices
from variorum.publish.views.agreed.time_windows_view import window_view
from variorum.wording import joined

# So many agreements stand open on the page; the rest are folded away with the small ones.
MOST_OPEN = 8
Values = tuple[tuple[str, tuple[Quotation, ...]], ...]


@dataclass(frozen=True)
class FactView:
    """One fact of an agreement: the value of the record first, then how others tell it.

    A value is its words, and those who tell it. Without values no report tells it. `rival` says
    that not all of them can be right; otherwise they are one thing in several words, or, where they
    are `listed`, several things.
    """

    name: str
    values: Values
    rival: bool
    quoted: bool
    listed: bool = False


@dataclass(frozen=True)
class AgreementView:
    """One agreement with all that the page says of it."""

    number: int
    anchor: str
    label: str
    reports: int
    origins: int
    facts: tuple[FactView, ...]
    authenticity: SimpleNamespace
    tally: str
    terms: int
    groups: tuple[tuple[str, tuple[TermView, ...]], ...]
    """The terms by domain; without one where they are too few to be grouped."""
    evidenced: bool
    window: SimpleNamespace | None
    whole: tuple[Evidence, ...] = ()
    """What is said of the agreement as a whole."""


@dataclass(frozen=True)
class AgreementsView:
    """The agreements that the page shows, those folded away last; none where nothing is told."""

    open: tuple[AgreementView, ...] = ()
    folded: tuple[AgreementView, ...] = ()


DATES, QUOTED = ("reached", "start", "end"), ("duration", "entry", "renewal")


def _words(told: Pact | Agreement, field: str) -> str:
    """Return a fact of a telling, or of the record, in words; "" where it is not told."""
    value = getattr(told, field)
    if field in DATES:
        return date_words(value) if value else ""
    if isinstance(value, tuple):
        return joined(value)
    return "" if value in {None, UNCLEAR} else str(value)


def _values(index: Index, told: Mapping[str, Sequence[AgreementTelling]]) -> Values:
    return tuple((words, voices(index, (t.claim for t in own))) for words, own in told.items())


def _fact(index: Index, agreement: Agreement, field: str) -> FactView:
    """Return a fact as told: the record's value first, even where no telling has it so."""
    tellings = ((_words(telling.pact, field), telling) for telling in agreement.tellings)
    told = {_words(agreement, field): [], **grouped(tellings)}
    told.pop("", None)
    values = _values(index, told)
    return FactView(FACT_WORDS[field], values, field in agreement.rival, field in QUOTED)


def _monitoring(index: Index, agreement: Agreement) -> FactView:
    """Return who or what watches over an agreement, each in the words of whoever tells it."""
    told = grouped(
        (" ".join(place.exact.split()), telling)
        for telling in agreement.tellings
        for place in telling.pact.monitoring
    )
    return FactView("Monitoring", _values(index, told), rival=False, quoted=True, listed=True)


def origin_count(index: Index, agreement: Agreement) -> int:
    """Return how many independent origins tell of an agreement or of one of its terms."""
    told = [*agreement.claims, *(t.claim for term in agreement.terms for t in term.tellings)]
    badges = (index.badge_of(index.case.claim_by_id[claim]) for claim in told)
    return len({badge.siglum for badge in badges if badge})


def _view(index: Index, agreement: Agreement) -> AgreementView:
    return AgreementView(
        number=index.agreed.number[agreement.id],
        anchor=index.agreed.anchor(agreement),
        label=agreement.label,
        reports=len(agreement.documents),
        origins=origin_count(index, agreement),
        facts=(
            *(_fact(index, agreement, fact) for fact in FACT_WORDS),
            _monitoring(index, agreement),
        ),
        authenticity=authenticity_view(index, agreement),
        tally=tally(agreement.terms),
        terms=len(agreement.terms),
        groups=term_groups(index, agreement),
        evidenced=any(term.compliance for term in agreement.terms),
        whole=tuple(evidence(index, told) for told in agreement.compliance),
        window=window_view(index, agreement),
    )


def agreement_views(index: Index) -> tuple[AgreementView, ...]:
    """Return all agreements of a case in order, the small ones last."""
    return tuple(_view(index, agreement) for agreement in index.agreed.ordered)


def agreements_view(index: Index) -> AgreementsView:
    """Return the agreements that the page shows, the small and the last of many folded away.

    There are none where no agreement has two terms, two parties or a window.
    """
    if not index.agreed.shown:
        return AgreementsView()
    views = agreement_views(index)
    stand = min(len(index.agreed.main), MOST_OPEN)
    return AgreementsView(open=views[:stand], folded=views[stand:])
