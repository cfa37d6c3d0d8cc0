"""What was agreed or promised, and what claims say of its being kept."""

from pydantic import Field

from variorum.model.base import Record, Span
from variorum.model.claim import Clause, Pact
from variorum.model.terms import (
    AgreementForm,
    AgreementStage,
    AgreementType,
    BreachStanding,
    ComplianceStatus,
    Domain,
    Interest,
    Modality,
    Stance,
)


class Telling(Record):
    """One claim that tells a term, with the term in its words."""

    claim: str
    origin: str | None = Field(None, description="id of the claim's independent origin")
    clause: Clause


class Compliance(Record):
    """A claim that bears on a term: whether it says that the term was kept."""

    claim: str
    status: ComplianceStatus
    standing: BreachStanding = BreachStanding.ALLEGED
    by: str | None = Field(None, description="the party that is said to have acted")
    interest: Interest = Interest.THIRD
    when: str | None = Field(None, description="EDTF: when it is said to have happened")
    steps: tuple[str, ...] = Field(
        (), description="what was compared, and what came of it: 'same actor'"
    )
    because: str = Field(description="one sentence that says why the claim bears on the term")


class NoBearing(Record):
    """A claim that was held against a term and says nothing of it, with what was compared."""

    claim: str
    steps: tuple[str, ...] = Field(description="as of Compliance; one of them is 'other'")


class Term(Record):
    """One obligation of an agreement, as the first to tell it puts it, and what became of it."""

    id: str
    obligor: str
    obligors: tuple[str, ...] = ()
    beneficiary: str | None = None
    modality: Modality
    act: str
    object: str | None = None
    quantity: str | None = None
    place: str | None = None
    condition: str | None = None
    exception: str | None = None
    due: str | None = Field(None, description="EDTF")
    sequence: str | None = None
    domain: Domain = Domain.UNCLEAR
    implied: bool = Field(
        False, description="whether it is no words' but follows: a truce bans attacks"
    )
    span: Span
    claim: str = Field(description="id of the claim that `span` lies in")
    tellings: tuple[Telling, ...] = Field(description="every claim that tells it, the first first")
    rival: tuple[str, ...] = Field(
        (), description="what the tellings do not agree in: modality, due, quantity ..."
    )
    compliance: tuple[Compliance, ...] = ()
    no_bearing: tuple[NoBearing, ...] = ()
    status: ComplianceStatus = ComplianceStatus.UNCLEAR
    because: str = Field(default="", description="one sentence that says why the status is so")


class AgreementTelling(Record):
    """One claim that tells of an agreement, with the facts in its words."""

    claim: str
    origin: str | None = None
    pact: Pact


class Agreement(Record):
    """What parties agreed, as the reports tell it; what none of them tells is null or 'unclear'."""

    id: str
    label: str
    type: AgreementType
    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    reached: str | None = Field(None, description="EDTF")
    start: str | None = Field(None, description="EDTF; `from` in the export")
    end: str | None = Field(None, description="EDTF; `to` in the export")
    duration: str | None = None
    entry: str | None = None
    renewal: str | None = None
    place: str | None = None
    stage: AgreementStage = AgreementStage.UNCLEAR
    form: AgreementForm = AgreementForm.UNCLEAR
    monitoring: tuple[Span, ...] = ()
    claims: tuple[str, ...] = Field(description="the claims that tell of it")
    documents: tuple[str, ...]
    tellings: tuple[AgreementTelling, ...]
    rival: tuple[str, ...] = Field(
        (), description="what the tellings do not agree in: reached, start, end ..."
    )
    authenticity: tuple[str, ...] = Field(
        (), description="claims about the document itself: genuine or not, leaked, denied"
    )
    affirmed: tuple[str, ...] = Field((), description="those that say it is real")
    denied: tuple[str, ...] = Field((), description="those that say it is not")
    disputed: bool = Field(False, description="whether its authenticity is disputed")
    compliance: tuple[Compliance, ...] = Field(
        (), description="what is said of it as a whole: 'the truce held'"
    )
    terms: tuple[Term, ...] = ()


class Commitment(Record):
    """A promise, order, intention or prediction outside an agreement, and what came of it."""

    id: str
    claim: str
    holder: str = Field(description="who promised, ordered, intended or foretold")
    stance: Stance
    content: str
    made: str | None = Field(None, description="EDTF: when it was said")
    due: str | None = Field(None, description="EDTF: when it was to be kept")
    status: ComplianceStatus = ComplianceStatus.UNCLEAR
    claims: tuple[str, ...] = Field((), description="the claims of what happened")
    because: str = ""
