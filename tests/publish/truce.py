"""An invented truce, told by five invented reports: agreements with every kind of trouble."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from halcyon import HOSTILE, HOSTILE_IMAGE

from gold_marks import Mark, marked
from variorum.case import Case, Comparison
from variorum.model import (
    Agreement,
    AgreementForm,
    AgreementStage,
    AgreementTelling,
    AgreementType,
    BreachStanding,
    Claim,
    Clause,
    Commitment,
    Compliance,
    ComplianceStatus,
    Document,
    Domain,
    Form,
    Interest,
    Link,
    Modality,
    Origin,
    Pact,
    Speaker,
    SpeakerKind,
    Stance,
    Telling,
    Term,
    Verdict,
    Vouching,
)
from variorum.text import span

__all__ = ["truce_case"]

ENVOY = """Terms of the Hask truce

{c:1|The government of Orsan and the Dellow Council agree to a truce from 12 March to 11 April \
2027, watched by {w:1|a joint commission at Sull}}.

1. {c:2|Neither side shall fire on the other's positions}.
2. {c:3|The council shall lay no new mines along the Hask road}.
3. {c:4|The government shall ground its helicopters}, unless {x:4|a hospital calls for one}.
4. {c:5|The council shall open the bridge at Sull by 14 March}.
5. {c:6|The council may keep its small arms}.
6. {c:7|The government shall release forty prisoners}, on condition that {x:7|the bridge is open}.
7. {c:8|Convoys of food may pass the Mill Gate}.
8. {c:9|The commission shall publish a report every week}.
"""

WIRE = """Truce in the Dellow hills

{c:1|A truce of "one month" between Teshkar and the council takes effect on 13 March}, two \
mediators said. {c:2|The council is to free the bridge at Sull by 20 March}, and \
{c:3|the army will let fifty prisoners go}, {c:4|Imra Tolvey, a mediator, said}.

{c:5|The text that circulates is genuine}, {s:5|the envoy} told Meridian Wire.

{c:6|"Helicopters flew over Sull on 15 March"}, {s:6|a baker} said, and {c:7|shells may have \
fallen near the mill on 18 March}.
"""

RADIO = """The council answers

{c:1|That paper is a forgery and we never signed it}, {s:1|Benar Hossik} said.

{c:2|The government's helicopters attacked us on 16 March}, {s:2|Hossik} said. \
{c:3|The bridge was opened on 14 March, as promised}. {c:4|It was leaked by the enemy}.

{c:5|We shall rebuild the mill by May}, {s:5|Hossik} promised, and {c:6|the harvest will fail}.
"""

GAZETTE = """Notes from the Hask road

{c:1|The bridge stayed shut until 21 March}. {c:2|Twenty of the prisoners came home in late \
March}. {c:3|The mill stands empty}, its owner said. {c:4|Fishermen may cross at night under a \
deal with the harbour master}. {c:5|The salt traders and the guard struck a bargain}: \
{c:6|the traders pay ten sacks a month}.
"""

ARABIC = """هدنة

{c:1|قال المجلس إن المروحيات قصفت الجسر في 16 مارس}.
"""

HOSTILE_TEXT = f"A leaflet\n\n{{c:1|The pact {HOSTILE} says that all shall kneel}}.\n"

SOURCES: dict[str, tuple[str, dict[str, Any]]] = {
    "envoy": (
        ENVOY,
        {
            "publisher": "Office of the Envoy",
            "published": "2027-03-11",
            "url": "https://envoy.example/truce?a=1&b=2",
        },
    ),
    "wire": (WIRE, {"publisher": "Meridian Wire", "published": "2027-03-19"}),
    "radio": (RADIO, {"publisher": "Council Radio", "published": "2027-03-20"}),
    "gazette": (GAZETTE, {"publisher": "Hask Gazette", "published": "2027-04-02"}),
    "arabic": (ARABIC, {"publisher": "النورس", "published": "2027-03-17", "language": "ar"}),
    "hostile": (HOSTILE_TEXT, {"publisher": HOSTILE_IMAGE, "path": "=leaflet.txt"}),
}

# Who says what the reports do not say themselves.
SPEAKERS: dict[tuple[str, int], tuple[str, Stance]] = {
    ("wire", 4): ("Imra Tolvey", Stance.ASSERTS),
    ("wire", 5): ("the envoy", Stance.ASSERTS),
    ("wire", 6): ("a baker", Stance.ASSERTS),
    ("radio", 1): ("Benar Hossik", Stance.DENIES),
    ("radio", 2): ("Benar Hossik", Stance.ASSERTS),
    ("radio", 5): ("Benar Hossik", Stance.PROMISES),
    ("radio", 6): ("Benar Hossik", Stance.PREDICTS),
    ("hostile", 1): (HOSTILE_IMAGE, Stance.ASSERTS),
}
VERDICTS = {
    ("wire", 5): Verdict.AFFIRMED,
    ("radio", 1): Verdict.DENIED,
    ("radio", 4): Verdict.LEAKED,
}

GOVERNMENT, COUNCIL = "the government of Orsan", "the Dellow Council"
BOTH = (GOVERNMENT, COUNCIL)
MUST, MUST_NOT, MAY = Modality.MUST, Modality.MUST_NOT, Modality.MAY

# Each clause that a claim tells: the number of its agreement in the report, and what it holds.
CLAUSES: dict[tuple[str, int], dict[str, Any]] = {
    ("envoy", 2): {
        "obligor": "Neither side",
        "obligors": BOTH,
        "modality": MUST_NOT,
        "act": "fire on the other's positions",
        "object": "the other's positions",
        "domain": Domain.MILITARY,
    },
    ("envoy", 3): {
        "obligor": "The council",
        "obligors": (COUNCIL,),
        "modality": MUST_NOT,
        "act": "lay new mines along the Hask road",
        "domain": Domain.MILITARY,
        "place": "Hask",
    },
    ("envoy", 4): {
        "obligor": "The government",
        "obligors": (GOVERNMENT,),
        "modality": MUST,
        "act": "ground its helicopters",
        "domain": Domain.MILITARY,
        "exception": "a hospital calls for one",
        "due": "2027-03-12/2027-04-11",
    },
    ("envoy", 5): {
        "obligor": "The council",
        "obligors": (COUNCIL,),
        "modality": MUST,
        "act": "open the bridge at Sull",
        "domain": Domain.HUMANITARIAN,
        "due": "2027-03-14",
    },
    ("envoy", 6): {
        "obligor": "The council",
        "obligors": (COUNCIL,),
        "modality": MAY,
        "act": "keep its small arms",
        "domain": Domain.MILITARY,
    },
    ("envoy", 7): {
        "obligor": "The government",
        "obligors": (GOVERNMENT,),
        "modality": MUST,
        "act": "release forty prisoners",
        "quantity": "forty prisoners",
        "domain": Domain.DETAINEES,
        "condition": "the bridge is open",
        "sequence": "in two groups",
    },
    ("envoy", 8): {
        "obligor": "unclear",
        "modality": MAY,
        "act": "pass the Mill Gate",
        "object": "Convoys of food",
        "domain": Domain.HUMANITARIAN,
    },
    ("envoy", 9): {
        "obligor": "The commission",
        "obligors": ("The commission",),
        "modality": MUST,
        "act": "publish a report every week",
        "beneficiary": "the public",
    },
    ("wire", 2): {
        "obligor": "The council",
        "modality": MUST,
        "act": "free the bridge at Sull",
        "due": "2027-03-20",
    },
    ("wire", 3): {
        "obligor": "the army",
        "modality": MAY,
        "act": "let fifty prisoners go",
        "quantity": "fifty prisoners",
    },
    ("gazette", 4): {
        "agreement": 0,
        "obligor": "Fishermen",
        "obligors": ("Fishermen",),
        "modality": MAY,
        "act": "cross at night",
        "domain": Domain.ECONOMIC,
    },
    ("gazette", 6): {
        "agreement": 1,
        "obligor": "the traders",
        "obligors": ("the salt traders",),
        "modality": MUST,
        "act": "pay ten sacks a month",
        "quantity": "ten sacks",
        "domain": Domain.ECONOMIC,
    },
    ("hostile", 1): {
        "obligor": "=cmd|' /C calc'!A0",
        "modality": MUST,
        "act": f"kneel {HOSTILE}",
        "condition": HOSTILE_IMAGE,
    },
}


def _document(name: str, text: str, metadata: dict[str, Any]) -> Document:
    return Document.from_text(text, **{"path": f"{name}.txt", **metadata})


def _clause(document: Document, mark: Mark, given: dict[str, Any]) -> Clause:
    told = {"agreement": 0, **given}
    predicate = str(given["act"]).partition(" ")[0]
    return Clause(predicate=predicate, span=span(document, mark.start, mark.end), **told)


def _claim(document: Document, name: str, mark: Mark) -> Claim:
    """Return the claim at a mark: in the report's own voice, or a speaker's."""
    place = (name, mark.number)
    who, stance = SPEAKERS.get(place, (document.name, Stance.ASSERTS))
    own = who == document.name
    kind = SpeakerKind.DOCUMENT if own else SpeakerKind.PERSON
    speaker = Speaker(name=who, kind=kind)
    names = (document.name,) if own else (document.name, who)
    content = (span(document, mark.start, mark.end),)
    form = Form.NARRATED if own else Form.INDIRECT
    vouchings = tuple(
        Vouching(agreement=0, verdict=verdict, span=content[0])
        for where, verdict in VERDICTS.items()
        if where == place
    )
    clauses = (_clause(document, mark, CLAUSES[place]),) if place in CLAUSES else ()
    return Claim(
        id=Claim.identify(document.id, speaker, None, content, form),
        document=document.id,
        speaker=speaker,
        relay=tuple(Link(name=each) for each in names),
        content=content,
        form=form,
        stance=stance,
        clauses=clauses,
        vouchings=vouchings,
    )


class _Builder:
    """Gives terms, compliance and the rest by the short names used above."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.claims: dict[tuple[str, int], Claim] = {}
        self.marks: dict[tuple[str, str, int], Mark] = {}
        for name, (source, metadata) in SOURCES.items():
            text, marks = marked(source)
            self.documents[name] = document = _document(name, text, metadata)
            for mark in marks:
                self.marks[name, mark.label, mark.number] = mark
                if mark.label == "c":
                    self.claims[name, mark.number] = _claim(document, name, mark)

    def id(self, name: str, number: int) -> str:
        return self.claims[name, number].id

    def origin(self, name: str) -> Origin:
        document = self.documents[name]
        return Origin(
            id=f"origin-{name}",
            label=document.name,
            documents=(document.id,),
            claims=tuple(claim.id for (where, _), claim in self.claims.items() if where == name),
            how="own",
            because="It names nobody it copied from.",
        )

    def pact(self, place: tuple[str, int], **facts: Any) -> AgreementTelling:
        """What a report tells of an agreement with the claim that first tells of it."""
        claim, name = self.claims[place], place[0]
        watched = self.marks.get((name, "w", place[1]))
        monitoring = (
            (span(self.documents[name], watched.start, watched.end),) if watched is not None else ()
        )
        pact = Pact(
            **{"number": 0, "label": "a truce", "monitoring": monitoring, **facts},
            span=claim.content[0],
        )
        return AgreementTelling(claim=claim.id, origin=f"origin-{name}", pact=pact)

    def term(
        self,
        *places: tuple[str, int],
        rival: tuple[str, ...] = (),
        compliance: Sequence[Compliance] = (),
        status: ComplianceStatus = ComplianceStatus.UNCLEAR,
    ) -> Term:
        """A term that the clauses at the places tell, in the words of the first."""
        claims = [self.claims[place] for place in places]
        first = claims[0].clauses[0]
        return Term(
            **first.model_dump(exclude={"agreement", "gloss", "predicate", "span", "sworn"}),
            id=f"term-{places[0][0]}-{places[0][1]}",
            span=first.span,
            claim=claims[0].id,
            tellings=tuple(
                Telling(claim=claim.id, origin=f"origin-{name}", clause=claim.clauses[0])
                for claim, (name, _) in zip(claims, places, strict=True)
            ),
            rival=rival,
            compliance=tuple(compliance),
            status=status,
            because="What is claimed of it is told beside it." if compliance else "",
        )

    def bears(
        self,
        name: str,
        number: int,
        status: ComplianceStatus,
        *,
        standing: BreachStanding = BreachStanding.ALLEGED,
        by: str | None = None,
        interest: Interest = Interest.THIRD,
        when: str | None = None,
    ) -> Compliance:
        return Compliance(
            claim=self.id(name, number),
            status=status,
            standing=standing,
            by=by,
            interest=interest,
            when=when,
            because=f"It says so of the term's own act {HOSTILE}.",
        )


def _truce_terms(b: _Builder) -> tuple[Term, ...]:
    kept, broken = ComplianceStatus.KEPT, ComplianceStatus.BREACHED
    other, bound = Interest.OTHER_PARTY, Interest.OBLIGOR
    flights = (
        b.bears("wire", 6, broken, by=GOVERNMENT, when="2027-03-15"),
        b.bears("radio", 2, broken, by=GOVERNMENT, interest=other, when="2027-03-16"),
        b.bears("arabic", 1, broken, by=GOVERNMENT, interest=other, when="2027-03-16"),
        Compliance(
            claim="event-4711",
            status=broken,
            standing=BreachStanding.VERIFIED,
            by=GOVERNMENT,
            interest=Interest.DATA_SET,
            when="2027-03-17",
            because="A row of an event data set tells of an air strike on that day.",
        ),
    )
    shelling = b.bears("wire", 7, broken, standing=BreachStanding.POTENTIAL, when="2027-03-18")
    bridge = (
        b.bears("radio", 3, kept, by="The Dellow Council", interest=bound, when="2027-03-14"),
        b.bears("gazette", 1, broken, by=COUNCIL, when="2027-03-21"),
    )
    freed = b.bears(
        "gazette", 2, ComplianceStatus.PARTLY, by=GOVERNMENT, when="2027-03-20/2027-03-31"
    )
    late = b.bears("gazette", 3, ComplianceStatus.NOT_DUE, when="2029")
    return (
        b.term(("envoy", 2), compliance=(shelling,), status=broken),
        b.term(("envoy", 3)),
        b.term(("envoy", 4), compliance=flights, status=broken),
        b.term(
            ("envoy", 5),
            ("wire", 2),
            rival=("due",),
            compliance=bridge,
            status=ComplianceStatus.DISPUTED,
        ),
        b.term(("envoy", 6)),
        b.term(
            ("envoy", 7),
            ("wire", 3),
            rival=("modality", "quantity"),
            compliance=(freed,),
            status=ComplianceStatus.PARTLY,
        ),
        b.term(("envoy", 8), compliance=(late,), status=ComplianceStatus.NOT_DUE),
        b.term(("envoy", 9)),
    )


def _truce(b: _Builder) -> Agreement:
    tellings = (
        b.pact(
            ("envoy", 1),
            type=AgreementType.CEASEFIRE,
            parties=BOTH,
            start="2027-03-12",
            end="2027-04-11",
            form=AgreementForm.WRITTEN,
            text_of=True,
        ),
        b.pact(
            ("wire", 1),
            type=AgreementType.CEASEFIRE,
            parties=("Teshkar", "the council"),
            mediators=("two mediators",),
            start="2027-03-13",
            duration="one month",
        ),
    )
    return Agreement(
        id="agreement-truce",
        label=f"Ceasefire between {GOVERNMENT} and {COUNCIL}",
        type=AgreementType.CEASEFIRE,
        parties=BOTH,
        mediators=("two mediators",),
        start="2027-03-12",
        end="2027-04-11",
        duration="one month",
        form=AgreementForm.WRITTEN,
        monitoring=tellings[0].pact.monitoring,
        claims=(b.id("envoy", 1), b.id("wire", 1)),
        documents=(b.documents["envoy"].id, b.documents["wire"].id),
        tellings=tellings,
        rival=("start",),
        authenticity=(b.id("wire", 5), b.id("radio", 1), b.id("radio", 4)),
        affirmed=(b.id("wire", 5),),
        denied=(b.id("radio", 1),),
        disputed=True,
        terms=_truce_terms(b),
    )


def _told_once(
    b: _Builder,
    name: str,
    place: tuple[str, int],
    clause: tuple[str, int],
    **facts: Any,
) -> Agreement:
    """An agreement of one term that one report tells of."""
    telling = b.pact(place, **{"label": name, **facts})
    known = {field: value for field, value in facts.items() if field != "number"}
    return Agreement(
        id=f"agreement-{clause[0]}-{clause[1]}",
        label=name,
        **{"type": AgreementType.OTHER, **known},
        claims=(telling.claim,),
        documents=(b.documents[place[0]].id,),
        tellings=(telling,),
        terms=(b.term(clause),),
    )


def _vouched(b: _Builder, agreement: Agreement) -> Agreement:
    """Let what the council's radio says of "that paper" be said of this agreement's tellings."""
    radio = b.pact(("radio", 1), type=AgreementType.CEASEFIRE)
    return agreement.model_copy(
        update={
            "tellings": (*agreement.tellings, radio),
            "claims": (*agreement.claims, radio.claim),
            "documents": (*agreement.documents, b.documents["radio"].id),
        }
    )


def _commitments(b: _Builder) -> tuple[Commitment, ...]:
    def commitment(place: tuple[str, int], **given: Any) -> Commitment:
        claim = b.claims[place]
        return Commitment(
            id=f"commitment-{place[1]}",
            claim=claim.id,
            holder=claim.speaker.name,
            stance=claim.stance,
            content=claim.text,
            made="2027-03-20",
            **given,
        )

    return (
        commitment(("radio", 6)),
        commitment(
            ("radio", 5),
            due="2027-05",
            status=ComplianceStatus.BREACHED,
            claims=(b.id("gazette", 3),),
            because="It was to be rebuilt by May; the Gazette says that it stands empty.",
        ),
    )


def truce_case() -> Case:
    """Return the case; each call builds it anew, and all are equal."""
    b = _Builder()
    agreements = (
        _vouched(b, _truce(b)),
        _told_once(
            b,
            "Agreement of the salt traders and the guard",
            ("gazette", 5),
            ("gazette", 6),
            number=1,
            parties=("the salt traders", "the guard"),
            start="2027-01",
            stage=AgreementStage.PRELIMINARY,
        ),
        _told_once(b, "A deal with the harbour master", ("gazette", 4), ("gazette", 4)),
        _told_once(b, f"=Pact {HOSTILE}", ("hostile", 1), ("hostile", 1)),
    )
    return Case(
        documents=tuple(b.documents.values()),
        claims=tuple(b.claims.values()),
        comparison=Comparison(
            origins=tuple(b.origin(name) for name in SOURCES),
            agreements=agreements,
            commitments=_commitments(b),
        ),
    )
