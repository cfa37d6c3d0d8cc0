"""An invented ferry accident, told by seven invented reports: a Case with every kind of trouble."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gold_marks import Mark, marked
from variorum.case import Case, Comparison
from variorum.model import (
    Answer,
    Certainty,
    Change,
    Claim,
    Contradiction,
    Derivation,
    DerivationKind,
    Difference,
    Dispute,
    Document,
    Form,
    Gap,
    History,
    Link,
    Measure,
    Origin,
    Position,
    Question,
    QuestionStatus,
    Role,
    Rule,
    Section,
    Speaker,
    SpeakerKind,
    Stance,
    Step,
    Value,
    Version,
    When,
)
from variorum.text import span

HOSTILE = "<script>window.hacked=1;alert(1)</script>"
HOSTILE_IMAGE = '"><img src=x onerror="window.hacked=1;alert(1)">'

COURIER = """The night the Halcyon went down

{c:2|{c:1|The Halcyon sailed from Port Selda at {w:1=2019-03-02|dusk on 2 March}} with {m:2|186 \
people} aboard}, \
{s:2|Ines Kovar} of {s:20|the Harbour Authority} said. "{c:3|We counted every ticket twice, and \
{m:3|186} is the number}," {s:3|she} told the Courier.

According to {s:4|the coast guard}, {c:4|{m:4|about 90 people} were taken off by raft} before \
the hull rolled over.

{c:5|The company promised that the wreck would be raised within {m:5|ten days}}, the Courier was \
told by \
{s:5|its spokesman}.
"""

UNION = """What the crew say

{c:1|There were {m:1|more than 300 people} on that boat}, {s:1|a deckhand} told {s:10|the \
Seafarers' Union}, whose bulletin this is.

{s:2|The deckhand} said {c:2|{m:2|twelve rafts} got away}, and {s:3|another man} that {c:3|each \
raft carried {m:3|20 to 25 people}}.

{s:4|The union} doubts that {c:4|the {m:4|186} on the list were all who boarded}. {s:5|Its \
lawyer}, it adds, said that \
{c:5|a clerk admitted that {c:6|{m:6|nearly 120 children} travelled without tickets} and that \
"{c:7|nobody wrote \
them down}"}.

UPDATE 2

{c:8|The wreck was raised after {m:8|six weeks}}, on {w:8=2019-04-14|14 April}.
"""

MINISTRY = """Statement on the loss of the Halcyon

{c:1|{m:1|41 people} died}, {s:1|the ministry} announced on {w:1=2019-03-05|5 March}. {c:2|The \
dead are {m:2|30 adults} plus {m:3|18 children}}, \
{s:2|the provincial hospital} reported to the ministry.

{c:3|No crew member had been drinking}, {s:3|the ministry} said.
"""

WIRE = """Halcyon: what is known

{c:1|{m:1|At least 250 people} were on the ferry}, {s:1|two survivors} told Littoral Press. \
{c:2|Some {m:2|240 to 300} of them \
reached the rafts}, {s:2|a survivor} said.
"""

FRENCH = """Le naufrage du Halcyon

Selon la capitainerie, 186 personnes se trouvaient à bord. Un matelot affirme \
qu'elles étaient plus de trois cents.
"""

ARABIC = """غرق العبارة هالسيون

قالت سلطة الميناء إن 186 شخصا كانوا على متن العبارة، بينما قال \
أحد البحارة إنهم كانوا أكثر من ثلاثمئة.

وأضاف البحار أن اثني عشر طوفا غادرت السفينة.
"""

HOSTILE_TEXT = (
    "A report that means harm\n\n{c:1|There were {m:1|500 people} aboard "
    f"{HOSTILE} and {HOSTILE_IMAGE}}}, {{s:1|a stranger}} said.\n"
)

# What a claim is, beside its words: (document, number) to its speaker and the rest.
CLAIMS: dict[tuple[str, int], dict[str, Any]] = {
    ("courier", 1): {
        "speaker": "Harbour Courier",
        "kind": SpeakerKind.DOCUMENT,
        "role": Role.NEWS_REPORT,
        "form": Form.NARRATED,
    },
    ("courier", 2): {
        "speaker": "Ines Kovar",
        "role": Role.OFFICIAL,
        "relay": ["Harbour Authority"],
        "measures": {2: {"kind": "people", "low": 186, "high": 186}},
    },
    ("courier", 3): {
        "speaker": "Ines Kovar",
        "role": Role.OFFICIAL,
        "form": Form.DIRECT,
        "measures": {3: {"kind": "people", "low": 186, "high": 186}},
    },
    ("courier", 4): {
        "speaker": "the coast guard",
        "kind": SpeakerKind.ORGANISATION,
        "role": Role.OFFICIAL,
        "measures": {
            4: {
                "kind": "people.rescued",
                "low": 81,
                "high": 99,
                "nominal_low": 90,
                "nominal_high": 90,
                "approximate": True,
            }
        },
    },
    ("courier", 5): {
        "speaker": "its spokesman",
        "role": Role.ACTIVE_PARTICIPANT,
        "stance": Stance.PROMISES,
        "measures": {5: {"kind": "duration", "low": 0, "high": 10, "unit": "day"}},
    },
    ("union", 1): {
        "speaker": "a deckhand",
        "kind": SpeakerKind.UNNAMED,
        "role": Role.WITNESS,
        "measures": {1: {"kind": "people", "low": 301, "high": None, "nominal_low": 300}},
    },
    ("union", 2): {
        "speaker": "a deckhand",
        "kind": SpeakerKind.UNNAMED,
        "role": Role.WITNESS,
        "measures": {2: {"kind": "rafts", "low": 12, "high": 12}},
    },
    ("union", 3): {
        "speaker": "another man",
        "kind": SpeakerKind.UNNAMED,
        "role": Role.WITNESS,
        "measures": {3: {"kind": "people", "low": 20, "high": 25, "per": "rafts"}},
    },
    ("union", 4): {
        "speaker": "the union",
        "kind": SpeakerKind.ORGANISATION,
        "stance": Stance.DOUBTS,
        "certainty": Certainty.PROBABLY_NOT,
        "measures": {4: {"kind": "people", "low": 186, "high": 186}},
    },
    ("union", 5): {"speaker": "Its lawyer", "role": Role.EXPERT, "certainty": Certainty.PROBABLE},
    ("union", 6): {
        "speaker": "a clerk",
        "kind": SpeakerKind.UNNAMED,
        "relay": ["Its lawyer"],
        "measures": {
            6: {
                "kind": "people.children",
                "low": 108,
                "high": 120,
                "nominal_low": 120,
                "nominal_high": 120,
                "approximate": True,
            }
        },
    },
    ("union", 7): {
        "speaker": "a clerk",
        "kind": SpeakerKind.UNNAMED,
        "relay": ["Its lawyer"],
        "form": Form.DIRECT,
    },
    ("union", 8): {
        "speaker": "Seafarers' Union",
        "kind": SpeakerKind.DOCUMENT,
        "form": Form.NARRATED,
        "measures": {8: {"kind": "duration", "low": 42, "high": 42, "unit": "day"}},
    },
    ("ministry", 1): {
        "speaker": "the ministry",
        "kind": SpeakerKind.ORGANISATION,
        "role": Role.OFFICIAL,
        "measures": {1: {"kind": "people.killed", "low": 41, "high": 41}},
    },
    ("ministry", 2): {
        "speaker": "the provincial hospital",
        "kind": SpeakerKind.ORGANISATION,
        "role": Role.EXPERT,
        "measures": {
            2: {"kind": "people.killed.adults", "low": 30, "high": 30},
            3: {"kind": "people.killed.children", "low": 18, "high": 18},
        },
    },
    ("ministry", 3): {
        "speaker": "the ministry",
        "kind": SpeakerKind.ORGANISATION,
        "role": Role.OFFICIAL,
        "stance": Stance.DENIES,
        "certainty": Certainty.CERTAINLY_NOT,
    },
    ("wire", 1): {
        "speaker": "two survivors",
        "kind": SpeakerKind.GROUP,
        "role": Role.WITNESS,
        "measures": {1: {"kind": "people", "low": 250, "high": None, "nominal_low": 250}},
    },
    ("wire", 2): {
        "speaker": "a survivor",
        "kind": SpeakerKind.UNNAMED,
        "role": Role.WITNESS,
        "certainty": Certainty.POSSIBLE,
        "measures": {2: {"kind": "people.rescued", "low": 240, "high": 300}},
    },
    ("hostile", 1): {
        "speaker": HOSTILE_IMAGE,
        "kind": SpeakerKind.UNNAMED,
        "measures": {1: {"kind": "people", "low": 500, "high": 500}},
    },
}


def _sources() -> dict[str, tuple[str, dict[str, Any]]]:
    return {
        "courier": (
            COURIER,
            {
                "publisher": "Harbour Courier",
                "published": "2019-03-04",
                "title": "The night the Halcyon went down",
                "author": "M. Tarn",
                "url": "https://courier.example/halcyon?a=1&b=2",
            },
        ),
        "union": (
            UNION,
            {
                "publisher": "Seafarers' Union",
                "published": "2019-03-09",
                "url": "https://union.example/bulletin/7",
            },
        ),
        "ministry": (MINISTRY, {"publisher": "Ministry of Transport", "published": "2019-03-05"}),
        "wire": (WIRE, {"publisher": "Littoral Press", "published": "2019-03"}),
        "evening": (
            WIRE + "(Littoral Press)\n",
            {
                "publisher": "Evening Gazette",
                "published": "2019-03-06",
                "copy_of": "Littoral Press",
            },
        ),
        "french": (FRENCH, {"publisher": "Le Rivage", "published": "2019-03-05", "language": "fr"}),
        "arabic": (
            ARABIC,
            {
                "publisher": "النورس",
                "published": "2019-03-06",
                "language": "ar",
                "title": "غرق العبارة هالسيون",
                "url": "https://alnawras.example/ar/halcyon",
            },
        ),
        "hostile": (
            HOSTILE_TEXT,
            {
                "publisher": HOSTILE_IMAGE,
                "title": HOSTILE,
                "url": "javascript:alert(1)",
                "path": 'in"onmouseover="alert(1)/<b>x</b>.txt',
            },
        ),
    }


def _document(name: str, text: str, metadata: dict[str, Any]) -> Document:
    start = text.find("UPDATE 2")
    sections = (Section(label="UPDATE 2", start=start, end=len(text), published="2019-04-20"),)
    extra = {"sections": sections} if start >= 0 else {}
    return Document.from_text(text, **{"path": f"{name}.txt", **extra, **metadata})


def _measure(document: Document, mark: Mark, given: dict[str, Any]) -> Measure:
    place = span(document, mark.start, mark.end)
    return Measure(noun="", text=mark.words, span=place, **given)


def _claim(document: Document, marks: list[Mark], number: int, given: dict[str, Any]) -> Claim:
    by_label = {(mark.label, mark.number): mark for mark in marks}
    content = by_label["c", number]
    source = by_label.get(("s", number))
    spoken = span(document, source.start, source.end) if source else None
    speaker = Speaker(
        name=given["speaker"],
        kind=given.get("kind", SpeakerKind.PERSON),
        role=given.get("role", Role.UNKNOWN),
        span=spoken,
    )
    names = [document.name, *given.get("relay", []), speaker.name]
    form = given.get("form", Form.INDIRECT)
    spans = (span(document, content.start, content.end),)
    when = by_label.get(("w", number))
    return Claim(
        id=Claim.identify(document.id, speaker, None, spans, form),
        document=document.id,
        speaker=speaker,
        relay=tuple(Link(name=name) for name in names),
        content=spans,
        form=form,
        stance=given.get("stance", Stance.ASSERTS),
        certainty=given.get("certainty", Certainty.CERTAIN),
        measures=tuple(
            _measure(document, by_label["m", mark], measure)
            for mark, measure in given.get("measures", {}).items()
        ),
        when=(
            (
                When(
                    edtf=when.value or "",
                    text=when.words,
                    span=span(document, when.start, when.end),
                ),
            )
            if when
            else ()
        ),
    )


class _Builder:
    """Gives questions, contradictions and the rest by the short names used above."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.claims: dict[tuple[str, int], Claim] = {}
        for name, (source, metadata) in _sources().items():
            text, marks = marked(source)
            self.documents[name] = document = _document(name, text, metadata)
            for (where, number), given in CLAIMS.items():
                if where == name or (name, where) == ("evening", "wire"):
                    self.claims[name, number] = _claim(document, marks, number, given)

    def ids(self, *places: tuple[str, int]) -> tuple[str, ...]:
        return tuple(self.claims[place].id for place in places)

    def answers(self, kind: str, *places: tuple[str, int]) -> tuple[Answer, ...]:
        """Every measure of the claims that is of the kind asked for, or of a part of it."""
        return tuple(
            Answer(
                claim=self.claims[place].id,
                span=measure.span,
                low=measure.low,
                high=measure.high,
                standing="fact",
            )
            for place in places
            for measure in self.claims[place].measures
            if measure.kind == kind or measure.kind.startswith(kind + ".")
        )

    def worded(self, name: str, label: str, *places: tuple[str, int]) -> Question:
        """A question of yes or no: the first of the claims says no, the others yes."""
        return Question(
            id=name,
            label=label,
            kind="statement.drinking",
            status=QuestionStatus.AGREED,
            claims=self.ids(*places),
            answers=tuple(
                Answer(
                    claim=self.claims[place].id,
                    span=self.claims[place].content[0],
                    low=float(number > 0),
                    high=float(number > 0),
                    standing="fact",
                )
                for number, place in enumerate(places)
            ),
        )

    def part(self, place: tuple[str, int], number: int) -> Claim:
        """One of the counts of a claim as a claim of its own, in the same words."""
        whole = self.claims[place]
        return whole.model_copy(
            update={
                "id": f"{whole.id}-{number}",
                "measures": whole.measures[number : number + 1],
                "part_of": whole.id,
            }
        )

    def line(self, taker: str, source: str | None, kind: DerivationKind, why: str) -> Derivation:
        document = self.documents[taker]
        return Derivation(
            id=f"line-{taker}-{source}-{kind}",
            document=document.id,
            source=self.documents[source].id if source in self.documents else None,
            name=self.documents[source].name if source in self.documents else str(source),
            kind=kind,
            share=0.98 if kind is DerivationKind.COPY else None,
            because=why,
            evidence=(span(document, 0, 20),),
        )

    def history(self, change: Change, question: str, *places: tuple[str, int]) -> History:
        """What somebody said at the places; the first is superseded where it was corrected."""
        claims = [self.claims[place] for place in places]
        return History(
            id=f"history-{question}-{change}",
            actor="actor",
            name=claims[0].speaker.name,
            question=question,
            change=change,
            because=f"It said so, and then otherwise {HOSTILE}.",
            superseded=self.ids(places[0]) if change is Change.CORRECTED else (),
            steps=tuple(
                Step(
                    claim=claim.id,
                    when=when,
                    low=None,
                    high=None,
                    standing="fact",
                    words=claim.text,
                )
                for claim, when in zip(claims, ("2019-03-04", "2019-03-09"), strict=False)
            ),
        )

    def origin(self, label: str, how: str, because: str, *names: str) -> Origin:
        claims = tuple(c.id for (name, _), c in self.claims.items() if name in names)
        documents = tuple(self.documents[name].id for name in names)
        last = self.documents[names[-1]]
        evidence = (span(last, 0, min(30, len(last.text))),) if how != "own" else ()
        return Origin(
            id=f"origin-{label}",
            label=label,
            documents=documents,
            claims=claims,
            how=how,
            because=because,
            evidence=evidence,
        )


ABOARD = (
    ("courier", 2),
    ("courier", 3),
    ("union", 1),
    ("union", 4),
    ("wire", 1),
    ("evening", 1),
    ("hostile", 1),
)


def _questions(b: _Builder) -> tuple[Question, ...]:
    def question(
        name: str, label: str, kind: str, status: QuestionStatus, *claims: Any
    ) -> Question:
        return Question(
            id=name,
            label=label,
            kind=kind,
            status=status,
            claims=b.ids(*claims),
            answers=b.answers(kind, *claims),
        )

    disputed, single = QuestionStatus.DISPUTED, QuestionStatus.SINGLE
    aboard = question("aboard", "How many people were aboard?", "people", disputed, *ABOARD)
    each = Difference(question="each", aspect="kind", here="the ferry", there=HOSTILE)
    return (
        aboard.model_copy(update={"differs": (each,)}),
        b.worded("drinking", "Had the crew been drinking?", ("ministry", 3), ("union", 5)),
        question(
            "rescued",
            "How many people were rescued by raft?",
            "people.rescued",
            disputed,
            ("courier", 4),
            ("wire", 2),
            ("evening", 2),
        ),
        question(
            "dead",
            "How many people died?",
            "people.killed",
            disputed,
            ("ministry", 1),
            ("ministry", 2),
        ),
        question("rafts", "How many rafts got away?", "rafts", single, ("union", 2)),
        question("each", "How many people in each raft?", "people", single, ("union", 3)),
        question(
            "children", "How many children had no ticket?", "people.children", single, ("union", 6)
        ),
        question(
            "raised",
            "How long until the wreck was raised?",
            "duration",
            disputed,
            ("courier", 5),
            ("union", 8),
        ),
    )


def _position(
    b: _Builder, name: str, low: float | None, high: float | None, *places: tuple[str, int]
) -> Position:
    """A position on how many were aboard, its last claim a reprint where it has three."""
    return Position(
        id=f"position-{name}",
        label=f"{name} {HOSTILE}" if name == "hostile" else name,
        low=low,
        high=high,
        answers=b.answers("people", *places),
        speakers=tuple(dict.fromkeys(b.claims[place].speaker.name for place in places)),
        origins=tuple(f"origin-{name}-{place[0]}" for place in places[:2]),
        reprints=b.ids(*places[1:]) if name == "survivors" else (),
        first=b.claims[places[0]].id if places else None,
        derived=()
        if places
        else ("12 rafts × 20 to 25 people in each = 240 to 300 people", "No value fits."),
    )


def _disputes(b: _Builder) -> tuple[Dispute, ...]:
    drinking = b.worded("drinking", "", ("ministry", 3), ("union", 5)).answers
    said = [
        Position(
            id=f"position-drinking-{word}",
            label=word,
            low=answer.low,
            high=answer.high,
            value=word,
            answers=(answer,),
            speakers=(b.claims[place].speaker.name,),
            origins=(place[0],),
            first=answer.claim,
        )
        for word, answer, place in zip(
            ("no", "yes"), drinking, (("ministry", 3), ("union", 5)), strict=True
        )
    ]
    return (
        Dispute(
            id="dispute-aboard",
            label="How many people were aboard?",
            questions=("aboard",),
            positions=(
                _position(b, "counted", 186, 186, ("courier", 2), ("courier", 3)),
                _position(b, "survivors", 250, None, ("wire", 1), ("evening", 1)),
                _position(b, "rafts", 240, 300),
                _position(b, "hostile", 500, 500, ("hostile", 1)),
            ),
            proofs=("x-value-1", "x-value-2", "x-value-3"),
            rank=1,
            settled_by="The list of who boarded.",
        ),
        Dispute(
            id="dispute-drinking",
            label="Had the crew been drinking?",
            questions=("drinking",),
            positions=tuple(said),
            proofs=(),
            rank=2,
        ),
    )


def _contradictions(b: _Builder) -> tuple[Contradiction, ...]:
    return (
        Contradiction(
            id="x-product",
            questions=("rafts", "each", "rescued"),
            rule=Rule.PRODUCT,
            because="The coast guard took about 90 people off by raft; the deckhands' account "
            "implies 240 to 300",
            derivation=(
                "12 rafts × 20 to 25 people in each = 240 to 300 people",
                "about 90 people is 81 to 99",
                "81 to 99 and 240 to 300 do not overlap",
            ),
            claims=b.ids(("courier", 4), ("union", 2), ("union", 3)),
            origins=2,
            severity=9.0,
        ),
        Contradiction(
            id="x-value-1",
            questions=("aboard",),
            rule=Rule.VALUE,
            because="Ines Kovar counted 186 people aboard; a deckhand saw more than 300",
            derivation=("186 is below 301",),
            claims=b.ids(("courier", 2), ("union", 1)),
            also=b.ids(("courier", 3)),
            origins=2,
            severity=8.0,
        ),
        Contradiction(
            id="x-value-2",
            questions=("aboard",),
            rule=Rule.VALUE,
            because="Ines Kovar counted 186 people aboard; two survivors speak of at least 250",
            derivation=("186 is below 250",),
            claims=b.ids(("courier", 2), ("wire", 1)),
            also=b.ids(("evening", 1)),
            origins=2,
            severity=7.0,
        ),
        Contradiction(
            id="x-value-3",
            questions=("aboard",),
            rule=Rule.VALUE,
            because=f"A stranger says 500 {HOSTILE}; Ines Kovar counted 186",
            derivation=(f"186 < 500 {HOSTILE_IMAGE}",),
            claims=b.ids(("hostile", 1), ("courier", 2)),
            origins=2,
            severity=6.0,
        ),
        Contradiction(
            id="x-sum",
            questions=("dead",),
            rule=Rule.SUM,
            because="The ministry counts 41 dead; the hospital's 30 adults and 18 children make 48",
            derivation=("30 adults + 18 children = 48 people", "48 is above 41"),
            claims=b.ids(("ministry", 1), ("ministry", 2)),
            origins=1,
            severity=5.0,
        ),
        Contradiction(
            id="x-promise",
            questions=("raised",),
            rule=Rule.PROMISE,
            because="The company promised to raise the wreck within ten days; it took six weeks",
            derivation=("promised: at most 10 days", "happened: 42 days"),
            claims=b.ids(("courier", 5), ("union", 8)),
            origins=2,
            severity=4.0,
        ),
    )


def _versions(origins: tuple[Origin, ...]) -> tuple[Version, ...]:
    ranges = {
        "few": (186, 186, 81, 99),
        "many": (301, None, 240, 300),
        "most": (500, 500, 240, 300),
    }
    behind = {"few": origins[:3], "many": origins[1:3], "most": origins[-1:]}
    return tuple(
        Version(
            id=f"version-{name}",
            claims=(),
            origins=tuple(o.id for o in behind[name]),
            values=(
                Value(question="aboard", low=a, high=c),
                Value(question="rescued", low=d, high=e),
                Value(question="rafts", low=12, high=12),
            ),
        )
        for name, (a, c, d, e) in ranges.items()
    )


def halcyon_case() -> Case:
    """Return the case; each call builds it anew, and all are equal."""
    b = _Builder()
    origins = (
        b.origin("Harbour Courier", "own", "It names nobody it copied from.", "courier"),
        b.origin("Seafarers' Union", "own", "It names nobody it copied from.", "union"),
        b.origin(
            "Littoral Press",
            "copy",
            "98% of the shorter text stands in the longer one.",
            "wire",
            "evening",
        ),
        b.origin("Ministry of Transport", "own", "It names nobody it copied from.", "ministry"),
        b.origin("Le Rivage", "own", "It names nobody it copied from.", "french"),
        b.origin("النورس", "own", "It names nobody it copied from.", "arabic"),
        b.origin(HOSTILE_IMAGE, "own", f"It names nobody {HOSTILE}.", "hostile"),
    )
    gaps = tuple(
        Gap(
            what=b.documents[name].path or name,
            document=b.documents[name].id,
            why=f"{language} is not read for claims yet; the report is kept whole.",
        )
        for name, language in (("french", "French"), ("arabic", "Arabic"))
    )
    kinds = DerivationKind
    return Case(
        documents=tuple(b.documents.values()),
        claims=(
            *b.claims.values(),
            *(b.part(("ministry", 2), number) for number in range(2)),
        ),
        gaps=(*gaps, Gap(what=f"scan{HOSTILE}.pdf", why="It has no text; read it with OCR first.")),
        comparison=Comparison(
            questions=_questions(b),
            contradictions=_contradictions(b),
            versions=_versions(origins),
            origins=origins,
            stemma=(
                b.line("evening", "wire", kinds.COPY, "98% of the text is the same."),
                b.line("french", "courier", kinds.CITATION, f"It cites it {HOSTILE}."),
                b.line("french", "wire", kinds.QUOTATION, "The same words stand in both."),
                b.line("wire", HOSTILE_IMAGE, kinds.CREDIT, "Its byline names it."),
            ),
            histories=(
                b.history(Change.CORRECTED, "aboard", ("union", 4), ("union", 1)),
                b.history(Change.HELD, "aboard", ("courier", 2), ("courier", 3)),
            ),
        ),
    )


def disputed_case() -> Case:
    """Return the same case with two disputes: one on a number, one on yes or no."""
    case = halcyon_case()
    return replace(case, comparison=replace(case.comparison, disputes=_disputes(_Builder())))
