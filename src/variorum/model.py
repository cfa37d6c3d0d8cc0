"""The vocabulary: what every stage hands to the next.

Frozen pydantic records, one vocabulary for Python, JSON, the database and the exports. Offsets are
Unicode code points into ``Document.text``, end exclusive, and every span keeps the law
``text[start:end] == exact``. Ids are hashes of content, so a second run writes the same rows.
"""

from __future__ import annotations

import hashlib
from pathlib import PureWindowsPath
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from variorum.terms import (
    AgreementForm,
    AgreementStage,
    AgreementType,
    AnchorKind,
    Band,
    BreachStanding,
    Certainty,
    Change,
    ComplianceStatus,
    DecisionKind,
    DerivationKind,
    Domain,
    FigureRole,
    Form,
    Interest,
    Modality,
    Mood,
    NameRule,
    QuestionStatus,
    ReviewState,
    Role,
    Rule,
    SceneRole,
    SpeakerKind,
    Stance,
    Verdict,
)

__all__ = [
    "Actor",
    "ActorName",
    "Agreement",
    "AgreementForm",
    "AgreementStage",
    "AgreementTelling",
    "AgreementType",
    "AnchorKind",
    "Answer",
    "Band",
    "BreachStanding",
    "Certainty",
    "Change",
    "Claim",
    "Clause",
    "Commitment",
    "Compliance",
    "ComplianceStatus",
    "Contradiction",
    "Decision",
    "DecisionKind",
    "Derivation",
    "DerivationKind",
    "Difference",
    "Dispute",
    "Distortion",
    "Document",
    "Domain",
    "Event",
    "FigureRole",
    "Form",
    "Gap",
    "Happening",
    "History",
    "Interest",
    "Link",
    "Measure",
    "Mention",
    "Merge",
    "Modality",
    "Mood",
    "NameRule",
    "Origin",
    "Pact",
    "Position",
    "Question",
    "QuestionStatus",
    "Review",
    "ReviewState",
    "Role",
    "Rule",
    "SceneRole",
    "Scope",
    "Section",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Step",
    "Suggestion",
    "Telling",
    "Term",
    "Value",
    "Verdict",
    "Version",
    "Vouching",
    "When",
    "content_id",
]

CONTEXT_CHARS = 32
SCENE = "in a claim: whether what it tells happened there or then, or it was said there or then"


def content_id(prefix: str, *parts: object) -> str:
    """Return a short stable id made of `prefix` and a SHA-256 of the parts, in their order."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "replace"))
    return f"{prefix}-{digest.hexdigest()[:16]}"


# What every record has for a set of the fields that were given: a set of its own would take more
# memory than all else in it, and nobody asks for it.
_GIVEN: set[str] = set()


class Record(BaseModel):
    """Base of all records: frozen, and no field that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _context: object, /) -> None:
        """Let go of the set of the fields that were given."""
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN)


class Span(Record):
    """A place in a document: W3C TextPositionSelector and TextQuoteSelector in one."""

    document: str
    start: int = Field(ge=0)
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    page: int | None = Field(
        default=None, description="1-based page of the file, where it has pages"
    )

    @model_validator(mode="after")
    def _length_is_that_of_the_words(self) -> Self:
        if self.end - self.start != len(self.exact):
            raise ValueError(f"span {self.start}:{self.end} does not fit its words {self.exact!r}")
        return self


class Section(Record):
    """A dated part of a document, such as an update appended later."""

    label: str
    start: int
    end: int
    published: str | None = Field(
        default=None, description="EDTF; null when the part has no own date"
    )


class Document(Record):
    """One report, frozen. Its id is the SHA-256 of its text."""

    id: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = Field(default=None, description="EDTF")
    language: str | None = Field(default=None, description="ISO 639-1")
    text: str
    sections: tuple[Section, ...] = ()
    page_starts: tuple[int, ...] = Field(default=(), description="offset at which each page begins")
    revision_of: str | None = None
    copy_of: str | None = Field(default=None, description="what the file itself says it reprints")
    translation_of: str | None = Field(
        default=None, description="id of the document that it translates"
    )
    captured: str | None = Field(
        default=None, description="EDTF: when a web archive captured it, where it is from one"
    )
    data_set: str | None = Field(
        default=None, description="the event data set whose rows it holds; null for reports"
    )

    @classmethod
    def from_text(  # noqa: PLR0913  (the metadata of a report, all by keyword)
        cls,
        text: str,
        *,
        title: str | None = None,
        publisher: str | None = None,
        author: str | None = None,
        url: str | None = None,
        published: str | None = None,
        language: str | None = "en",
        path: str | None = None,
        sections: tuple[Section, ...] = (),
        page_starts: tuple[int, ...] = (),
        copy_of: str | None = None,
        captured: str | None = None,
    ) -> Document:
        """Return a Document of `text`; dates are EDTF, `language` an ISO 639-1 code."""
        return cls(
            id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            path=path,
            title=title,
            publisher=publisher,
            author=author,
            url=url,
            published=published,
            language=language,
            text=text,
            sections=sections,
            page_starts=page_starts,
            copy_of=copy_of,
            captured=captured,
        )

    @property
    def order(self) -> tuple[str, str, str]:
        """What the documents of a case are sorted by: reports by their path, then data sets."""
        return self.data_set or "", self.path or "", self.id

    @property
    def name(self) -> str:
        """The name a relay chain uses for this document: publisher, author, title or file name."""
        return self.publisher or self.author or self.title or self.file_name or self.id[:12]

    @property
    def file_name(self) -> str:
        """The last part of its path: what stands before it tells of the reader's machine."""
        return PureWindowsPath(self.path or "").name

    def section_at(self, offset: int) -> Section | None:
        """Return the section that holds `offset`, or None in the body of the document."""
        return next((s for s in self.sections if s.start <= offset < s.end), None)


class Speaker(Record):
    """Who claims: the name as written, and where it is written."""

    name: str
    kind: SpeakerKind
    role: Role = Role.UNKNOWN
    span: Span | None = Field(default=None, description="the mention next to the cue, such as 'he'")
    full_span: Span | None = Field(default=None, description="the mention the name was taken from")
    organisation: Span | None = Field(
        default=None, description="the fullest mention of the body that a spokesperson speaks for"
    )


class Link(Record):
    """One step of a relay: who passed the claim on, and the words that say so."""

    name: str
    span: Span | None = None


class Scope(Record):
    """What a measure is a measure of; two measures compare only where their scopes match."""

    event: str | None = Field(default=None, description="taxonomy id of what happened, e.g. 'left'")
    subject: str | None = Field(
        default=None, description="family of the thing measured, e.g. 'journey'"
    )
    place: str | None = None
    window: str | None = Field(default=None, description="EDTF")
    as_of: str | None = Field(default=None, description="EDTF")
    cumulative: bool | None = None
    population: tuple[str, ...] = Field(
        default=(), description="what makes the counted fewer than their kind, e.g. 'syrian'"
    )


class Measure(Record):
    """A number with its meaning, beside the words it comes from.

    `low` and `high` are inclusive bounds in `unit`; null is open. `nominal_low` and `nominal_high`
    are the numbers as written, before an approximator widened them ("almost 50" is 45 to 50, and
    nominally 50). `plus` holds the measures that the text adds to this one ("300 fighters plus 400
    women"), and `also` the same quantity restated in a second unit.
    """

    kind: str = Field(description="id in the taxonomy of kinds, e.g. 'people.fighters'")
    noun: str = Field(description="the counted thing as written")
    low: float | None
    high: float | None
    nominal_low: float | None = None
    nominal_high: float | None = None
    unit: str | None = None
    approximate: bool = False
    per: str | None = Field(
        default=None, description="taxonomy kind of the thing it is counted per"
    )
    share_of: str | None = Field(
        default=None, description="taxonomy kind of the whole that a share is of"
    )
    difference: bool = Field(
        default=False, description="whether it is how many more or fewer than something else"
    )
    role: FigureRole = Field(
        default=FigureRole.FIGURE, description="figure, former, change, whole or part"
    )
    polarity: bool = Field(default=False, description="whether it only says some or none")
    mood: Mood | None = Field(
        default=None, description="whether its clause tells what has happened, or may, or shall"
    )
    scope: Scope = Scope()
    also: tuple[Measure, ...] = ()
    plus: tuple[Span, ...] = Field(default=(), description="spans of the measures it is added to")
    text: str
    span: Span


class When(Record):
    """A time: an EDTF value and the words it comes from.

    Claims hold only those that are `dated`. The others name no place in the calendar ("three
    days", "recently", "every Friday"): their TimeML value says all, and `edtf` is XXXX.
    """

    edtf: str
    text: str
    span: Span
    anchor: str | None = Field(
        default=None, description="EDTF date a relative expression counts from"
    )
    anchor_kind: AnchorKind | None = Field(default=None, description="where `anchor` is from")
    timex: str | None = Field(default=None, description="TimeML value, such as '2017-W43' or 'P3D'")
    timex_type: str | None = Field(default=None, description="DATE, TIME, DURATION or SET (TimeML)")
    dated: bool = Field(default=True, description="whether `edtf` says when")
    role: SceneRole = Field(default=SceneRole.MENTIONED, description=SCENE)


class Place(Record):
    """A place: its name as written, and what a gazetteer knows of it.

    A place told from others, such as "five miles north of Izmir", has a relation to them and a
    point reckoned from theirs.
    """

    name: str
    geonames: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    known_as: str | None = Field(default=None, description="the gazetteer's name for it")
    feature: str | None = Field(default=None, description="what it is, e.g. 'town' or 'river'")
    country: str | None = Field(default=None, description="ISO 3166-1 code")
    relation: str | None = Field(
        default=None, description="how it lies to the places that it is told from"
    )
    derived_from: tuple[Span, ...] = Field(default=(), description="where those are named")
    role: SceneRole = Field(default=SceneRole.MENTIONED, description=SCENE)
    stop: int | None = Field(
        default=None,
        description="0 where the journey that its sentence tells began, other where it led",
    )
    span: Span


class Mention(Record):
    """A place where a person, organisation, side or group is named.

    `full` is the fullest name that the document gives for whoever it is; where it is another name
    than `name`, `rule` says why and `evidence` where.
    """

    name: str = Field(description="as written, without offices and articles")
    kind: SpeakerKind
    title: str | None = Field(default=None, description="the office before the name")
    full: str
    rule: NameRule | None = None
    evidence: tuple[Span, ...] = ()
    span: Span


class Argument(Record):
    """Who or what takes part in a proposition."""

    head: str = Field(description="the noun's lemma, or the name as written")
    modifiers: tuple[str, ...] = Field(
        default=(), description="what describes it, in small letters"
    )
    named: bool = False
    definite: bool = Field(default=False, description="whether it is a certain one: the bridge")
    pronoun: bool = False
    nobody: bool = Field(default=False, description="whether it is none: no minister, nobody")
    span: Span


class Proposition(Record):
    """Who did what to what, or did not; passives are turned around."""

    predicate: str = Field(description="the verb's lemma, with its particle")
    agent: Argument | None = None
    patient: Argument | None = None
    toward: str | None = Field(default=None, description="the place it led to")
    place: str | None = Field(default=None, description="the place it happened in")
    when: str | None = Field(default=None, description="EDTF: the day the clause tells")
    clock: str | None = Field(default=None, description="the time of day it tells, as 05:40")
    negated: bool = False
    present: bool = False
    """Whether it is told as how things stand: "two hundred soldiers remain"."""
    span: Span = Field(description="the verb")


class Clause(Record):
    """One obligation of an agreement as one report tells it: a duty, a ban or a right."""

    agreement: int | None = Field(
        description="which agreement of the document, counted from 0; null outside agreements"
    )
    obligor: str = Field(
        description="who is bound, or of a right who has it, as written; 'unclear' where not told"
    )
    obligors: tuple[str, ...] = Field(
        default=(), description="the same as names, with 'both sides' told out"
    )
    beneficiary: str | None = None
    modality: Modality
    act: str = Field(description="what is to be done, in the report's words")
    predicate: str = Field(description="the verb's lemma, with its particle")
    object: str | None = Field(default=None, description="what it is done to, as written")
    quantity: str | None = Field(default=None, description="how much, as written")
    place: str | None = None
    condition: str | None = None
    exception: str | None = None
    due: str | None = Field(default=None, description="EDTF: by when, or in which window")
    sworn: bool = Field(
        default=False, description="whether who is bound is told to have promised it"
    )
    sequence: str | None = Field(default=None, description="its order, such as 'in two stages'")
    domain: Domain = Domain.UNCLEAR
    span: Span


class Pact(Record):
    """What one report tells of one agreement; what it does not tell is null or 'unclear'."""

    number: int = Field(description="which agreement of the document, counted from 0")
    label: str = Field(description="what it is called, as written")
    type: AgreementType = AgreementType.OTHER
    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    reached: str | None = Field(default=None, description="EDTF")
    start: str | None = Field(default=None, description="EDTF day from which it holds")
    end: str | None = Field(default=None, description="EDTF day until which it holds")
    duration: str | None = Field(default=None, description="how long it is to hold, as written")
    entry: str | None = Field(
        default=None, description="the condition of its entry into force, as written"
    )
    renewal: str | None = Field(default=None, description="what is said of renewing it, as written")
    place: str | None = None
    stage: AgreementStage = AgreementStage.UNCLEAR
    form: AgreementForm = AgreementForm.UNCLEAR
    monitoring: tuple[Span, ...] = Field(default=(), description="who or what watches over it")
    text_of: bool = Field(default=False, description="whether the document is its text")
    span: Span = Field(description="the sentence that first tells of it")


class Vouching(Record):
    """What a claim says of an agreement itself or its document: that it is real, forged, leaked."""

    agreement: int = Field(description="which agreement of the document, counted from 0")
    verdict: Verdict
    span: Span


class Review(Record):
    """What people have decided about a claim, beside what the machine read."""

    state: ReviewState
    decisions: tuple[str, ...] = Field(description="ids of those that made it so, in order")
    read: str | None = Field(
        default=None, description="the claim as it was read, as JSON, once it was decided on"
    )
    added: bool = Field(default=False, description="whether a person added it")


class Claim(Record):
    """A statement somebody answers for, in exact words."""

    id: str
    document: str
    speaker: Speaker
    relay: tuple[Link, ...] = Field(description="the document's publisher first, the speaker last")
    cue: Span | None = None
    content: tuple[Span, ...]
    form: Form
    stance: Stance = Stance.ASSERTS
    certainty: Certainty = Certainty.CERTAIN
    hedges: tuple[Span, ...] = ()
    band: Band | None = Field(
        default=None, description="the likelihood that its first estimative word stands for"
    )
    scare_quotes: tuple[Span, ...] = ()
    measures: tuple[Measure, ...] = ()
    when: tuple[When, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Mention, ...] = Field(default=(), description="who is named in it")
    original: tuple[Span, ...] = Field(
        default=(), description="the same words in the document that this one translates"
    )
    propositions: tuple[Proposition, ...] = Field(
        default=(), description="what its clauses tell to have happened, or not; English only"
    )
    pacts: tuple[Pact, ...] = Field(
        default=(), description="the agreements that it is the first to tell of; English only"
    )
    clauses: tuple[Clause, ...] = Field(
        default=(), description="the terms of agreements that it tells; English only"
    )
    pledges: tuple[Clause, ...] = Field(
        default=(), description="what it says shall be or shall not, outside agreements"
    )
    vouchings: tuple[Vouching, ...] = Field(
        default=(), description="what it says of an agreement itself; English only"
    )
    part_of: str | None = Field(
        default=None, description="the claim whose words say this among other things"
    )
    inferred: str | None = Field(
        default=None, description="why its speaker was inferred, where no words name one"
    )
    review: Review | None = Field(default=None, description="null until a person has decided")

    @property
    def start(self) -> int:
        """Offset of the claim's first content character; claims of a document sort by it."""
        return self.content[0].start

    @property
    def text(self) -> str:
        """The content's words, its parts joined by a space."""
        return " ".join(span.exact for span in self.content)

    @classmethod
    def narrated(  # noqa: PLR0913  (what is known of it, all by keyword)
        cls,
        document: Document,
        content: tuple[Span, ...],
        *,
        hedges: tuple[Span, ...],
        certainty: Certainty,
        stance: Stance = Stance.ASSERTS,
        band: Band | None = None,
    ) -> Claim:
        """Return what `document` says in its own voice at the places of `content`."""
        speaker = Speaker(name=document.name, kind=SpeakerKind.DOCUMENT, role=Role.NEWS_REPORT)
        return cls(
            id=cls.identify(document.id, speaker, None, content, Form.NARRATED),
            document=document.id,
            speaker=speaker,
            relay=(Link(name=document.name),),
            content=content,
            form=Form.NARRATED,
            stance=stance,
            certainty=certainty,
            hedges=hedges,
            band=band,
        )

    @classmethod
    def identify(
        cls,
        document: str,
        speaker: Speaker,
        cue: Span | None,
        content: tuple[Span, ...],
        form: Form,
    ) -> str:
        """Return the content id of a claim: same words, same place, same speaker, same id."""
        places = ";".join(f"{span.start}-{span.end}" for span in content)
        where = f"{cue.start}-{cue.end}" if cue else ""
        return content_id("claim", document, speaker.name, where, places, form)


class ActorName(Record):
    """One name of an actor and the publishers that use it."""

    name: str
    used_by: tuple[str, ...]


class Merge(Record):
    """Two names taken for one actor's, why, and where they stand; it can be undone by its id."""

    id: str
    rule: NameRule
    names: tuple[str, str] = Field(description="the shorter name, and the one it is taken for")
    evidence: tuple[Span, ...] = ()


class Actor(Record):
    """Somebody named in one or more ways; a name is recorded as usage, never merged as fact."""

    id: str
    label: str
    names: tuple[ActorName, ...]
    kind: SpeakerKind | None = Field(default=None, description="what it is most often told as")
    merges: tuple[Merge, ...] = ()
    speaks_for: tuple[str, ...] = Field(
        default=(), description="ids of the actors in whose name it speaks"
    )
    mentions: tuple[Span, ...] = Field(
        default=(), description="where claims name it, without context"
    )


class Happening(Record):
    """Something that occurred, told by several claims; what is told of two is never compared."""

    id: str
    kind: str = Field(description="taxonomy id of what most claims tell of it; 'event' if none")
    label: str = Field(description="where and when it was, as far as the claims tell")
    main: bool = Field(description="whether most reports of the case are about it")
    part_of: str | None = Field(
        default=None, description="id of the happening whose reports also tell of this one"
    )
    when: str | None = Field(default=None, description="EDTF")
    places: tuple[str, ...] = ()
    participants: tuple[str, ...] = Field(
        default=(), description="labels of the actors that most of its reports name"
    )
    documents: tuple[str, ...] = Field(description="the reports that tell of it")
    claims: tuple[str, ...] = ()
    because: str = Field(description="one sentence that says why these belong together")


class Answer(Record):
    """What one claim says to one question: which of its measures, and the range it gives.

    The range is in the first unit of the question's kind (seconds for durations), and as wide as
    the rounding of the written number makes it; null is open.
    """

    claim: str
    span: Span = Field(description="the words of the measure")
    low: float | None
    high: float | None
    standing: str = Field(description="fact, denial, commitment, possibility, or bare")


class Difference(Record):
    """How one question differs in scope from another that asks for the same kind of thing."""

    question: str = Field(description="id of the other question")
    aspect: str = Field(description="place, population, phase or kind")
    here: str
    there: str


class Question(Record):
    """What several claims answer."""

    id: str
    label: str
    kind: str
    happening: str | None = Field(default=None, description="id of the happening it asks about")
    scope: Scope = Scope()
    claims: tuple[str, ...]
    answers: tuple[Answer, ...] = ()
    status: QuestionStatus
    differs: tuple[Difference, ...] = Field(
        default=(), description="the questions that differ from it in one aspect of the scope"
    )


class Position(Record):
    """Answers to one question that say the same, or can all be true together."""

    id: str
    label: str = Field(description="as a person would write it: 'none', '471', '135 to 200'")
    low: float | None
    high: float | None
    value: str | None = Field(
        default=None, description="what it answers where no number does: yes, who, a day"
    )
    answers: tuple[Answer, ...] = Field(description="the narrowest first; null bounds are open")
    speakers: tuple[str, ...] = Field(description="who says so, each once")
    origins: tuple[str, ...] = Field(description="ids of the independent origins behind it")
    reprints: tuple[str, ...] = Field(
        default=(), description="claims of reports that repeat another"
    )
    first: str | None = Field(default=None, description="the claim that was published first")
    derived: tuple[str, ...] = Field(
        default=(), description="steps by which it follows from answers to other questions"
    )


class Dispute(Record):
    """A question whose positions cannot all be true, with the questions it is tied to."""

    id: str
    label: str
    questions: tuple[str, ...] = Field(description="the disputed one first, then those tied to it")
    positions: tuple[Position, ...]
    proofs: tuple[str, ...] = Field(description="ids of the contradictions, the gravest first")
    rank: int = Field(description="1 is the gravest")
    settled_by: str | None = Field(default=None, description="what would settle it")


class Distortion(Record):
    """A figure that changed between a report and what it took it from: it is no witness."""

    source: str = Field(description="the claim that has it as it was; `from` in the export")
    to: str = Field(description="the claim that has it changed")
    what: str = Field(description="noun, bound or modality")
    span: Span = Field(description="the changed figure")
    because: str = Field(description="one sentence with both quotations")


class Suggestion(Record):
    """Claims that may disagree, found by their words and proved by nothing; nothing counts it."""

    claims: tuple[str, ...] = Field(
        description="a blanket denial or restriction, then the claims that it may be about"
    )
    why: str = Field(description="one sentence")
    score: float = Field(description="how near the nearest is, 0 to 1")


class Contradiction(Record):
    """A minimal set of claims that cannot all be true, with the arithmetic that shows it."""

    id: str
    questions: tuple[str, ...]
    positions: tuple[str, ...] = Field(
        default=(), description="ids of the positions that its claims speak for"
    )
    claims: tuple[str, ...] = Field(description="one claim for each answer in the conflict")
    answers: tuple[Answer, ...] = Field(default=(), description="the answers in conflict")
    rule: Rule | str = Field(union_mode="left_to_right")
    because: str = Field(description="one sentence with the numbers")
    derivation: tuple[str, ...] = Field(default=(), description="the steps, one line each")
    also: tuple[str, ...] = Field(
        default=(), description="further claims that give the same answers"
    )
    origins: int = Field(default=0, description="independent origins behind all its answers")
    severity: float = 0.0


class Value(Record):
    """The range a version leaves for a question; null bounds are open."""

    question: str
    low: float | None
    high: float | None
    words: str | None = Field(
        default=None, description="the answer it leaves to a question that no number answers"
    )


class Version(Record):
    """A maximal set of claims that can all be true."""

    id: str
    claims: tuple[str, ...]
    values: tuple[Value, ...]
    origins: tuple[str, ...] = Field(description="ids of the independent origins behind its claims")


class Origin(Record):
    """Whoever first said something, with the documents and claims that go back to it."""

    id: str
    label: str
    documents: tuple[str, ...]
    claims: tuple[str, ...] = ()
    how: str = Field(description="how it was found: own, copy, credit, citation or quotation")
    because: str
    evidence: tuple[Span, ...] = ()


class Derivation(Record):
    """One line of the stemma: a document that took from another, or from a source outside the case.

    Of a briefing neither took from the other; `document` is then the later one.
    """

    id: str
    document: str = Field(description="id of the one that took")
    source: str | None = Field(
        default=None, description="id of the document it took from; null when not in the case"
    )
    name: str = Field(description="what the source is called, in the case or not")
    kind: DerivationKind
    share: float | None = Field(
        default=None, description="how much of the shorter text is repeated, 0 to 1"
    )
    because: str = Field(description="one sentence that says how it is known")
    evidence: tuple[Span, ...] = ()


class Step(Record):
    """What somebody answered at one time; the bounds are those of an `Answer`."""

    claim: str
    when: str | None = Field(
        default=None, description="EDTF: when it was said, else when it was published"
    )
    low: float | None
    high: float | None
    standing: str
    words: str = Field(description="the answer as written")


class History(Record):
    """One speaker's answers to one question, in the order of time, and what became of them."""

    id: str
    actor: str = Field(description="id of the actor who answers")
    name: str
    question: str
    steps: tuple[Step, ...]
    change: Change
    because: str = Field(description="one sentence that says what changed, when, and after what")
    superseded: tuple[str, ...] = Field(
        default=(), description="claims that a later one of the same history takes the place of"
    )


class Telling(Record):
    """One claim that tells a term, with the term in its words."""

    claim: str
    origin: str | None = Field(default=None, description="id of the claim's independent origin")
    clause: Clause


class Compliance(Record):
    """A claim that bears on a term: whether it says that the term was kept."""

    claim: str
    status: ComplianceStatus
    standing: BreachStanding = BreachStanding.ALLEGED
    by: str | None = Field(default=None, description="the party that is said to have acted")
    interest: Interest = Interest.THIRD
    when: str | None = Field(default=None, description="EDTF: when it is said to have happened")
    steps: tuple[str, ...] = Field(
        default=(), description="what was compared, and what came of it: 'same actor'"
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
    due: str | None = Field(default=None, description="EDTF")
    sequence: str | None = None
    domain: Domain = Domain.UNCLEAR
    implied: bool = Field(
        default=False, description="whether it is no words' but follows: a truce bans attacks"
    )
    span: Span
    claim: str = Field(description="id of the claim that `span` lies in")
    tellings: tuple[Telling, ...] = Field(description="every claim that tells it, the first first")
    rival: tuple[str, ...] = Field(
        default=(), description="what the tellings do not agree in: modality, due, quantity ..."
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
    reached: str | None = Field(default=None, description="EDTF")
    start: str | None = Field(default=None, description="EDTF; `from` in the export")
    end: str | None = Field(default=None, description="EDTF; `to` in the export")
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
        default=(), description="what the tellings do not agree in: reached, start, end ..."
    )
    authenticity: tuple[str, ...] = Field(
        default=(), description="claims about the document itself: genuine or not, leaked, denied"
    )
    affirmed: tuple[str, ...] = Field(default=(), description="those that say it is real")
    denied: tuple[str, ...] = Field(default=(), description="those that say it is not")
    disputed: bool = Field(default=False, description="whether its authenticity is disputed")
    compliance: tuple[Compliance, ...] = Field(
        default=(), description="what is said of it as a whole: 'the truce held'"
    )
    terms: tuple[Term, ...] = ()


class Commitment(Record):
    """A promise, order, intention or prediction outside an agreement, and what came of it."""

    id: str
    claim: str
    holder: str = Field(description="who promised, ordered, intended or foretold")
    stance: Stance
    content: str
    made: str | None = Field(default=None, description="EDTF: when it was said")
    due: str | None = Field(default=None, description="EDTF: when it was to be kept")
    status: ComplianceStatus = ComplianceStatus.UNCLEAR
    claims: tuple[str, ...] = Field(default=(), description="the claims of what happened")
    because: str = ""


class Event(Record):
    """One row of an event data set: what its coders say happened, where and when."""

    id: str
    data_set: str = Field(description="the data set that says so, such as 'UCDP GED 23.1'")
    row: str = Field(description="the data set's own id of the row")
    line: int = Field(description="1-based line of the file at which the row begins")
    start: str = Field(description="EDTF: the first day it may have happened")
    end: str = Field(description="EDTF: the last")
    kind: str = Field(description="the type of event, in the data set's words")
    actors: tuple[str, ...] = Field(
        description="the two sides as the data set names them; who did it to whom where it says so"
    )
    directed: bool = Field(
        default=False, description="whether the first side is said to have done it to the second"
    )
    associates: tuple[str, ...] = ()
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    deaths: tuple[int | None, int | None, int | None] = Field(
        default=(None, None, None), description="lowest, best and highest estimate"
    )
    date_precision: int | None = Field(default=None, description="the data set's own code")
    place_precision: int | None = Field(default=None, description="the data set's own code")
    sources: tuple[str, ...] = ()
    notes: str = ""
    other: dict[str, str] = Field(
        default_factory=dict, description="every further column that is not empty, as written"
    )


class Decision(Record):
    """What a person decided, and why: one line of a log that only grows.

    It is keyed by content: where a later reading gives the claim another id, the decision finds it
    again by its words.
    """

    id: str
    kind: DecisionKind
    about: tuple[str, ...] = Field(
        description="ids of claims, terms, happenings or decisions, or names as written"
    )
    fields: dict[str, str] = Field(
        default_factory=dict, description="what it sets, such as the speaker or a grade"
    )
    anchors: tuple[Span, ...] = Field(
        default=(), description="the words of each claim that it is about"
    )
    claim: str | None = Field(default=None, description="the claim that it adds, as JSON")
    who: str
    when: str = Field(description="ISO 8601, UTC, to the second")
    why: str


class Gap(Record):
    """What is missing from the record, and why."""

    what: str
    why: str
    kind: str = Field(default="document", description="document, question, citation or limit")
    document: str | None = Field(default=None, description="id, when the document was kept")

    @property
    def order(self) -> tuple[str, int, str]:
        """What gaps are sorted by: what is missing, its lines as numbers, and why."""
        head = self.what.rstrip("0123456789")
        number = self.what[len(head) :]
        return head, int(number or 0), self.why
