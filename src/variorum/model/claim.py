"""Who claims what, on whose word, in which exact words, with its numbers, times and places."""

from __future__ import annotations

from typing import TypedDict, Unpack

from pydantic import Field

from variorum.model.base import Record, Span, content_id
from variorum.model.document import Document
from variorum.model.terms import (
    AgreementForm,
    AgreementStage,
    AgreementType,
    AnchorKind,
    Band,
    Certainty,
    Domain,
    FigureRole,
    Form,
    Modality,
    Mood,
    NameRule,
    ReviewState,
    Role,
    SceneRole,
    SpeakerKind,
    Stance,
    Verdict,
)

SCENE = "in a claim: whether what it tells happened there or then, or it was said there or then"


class Speaker(Record):
    """Who claims: the name as written, and where it is written."""

    name: str
    kind: SpeakerKind
    role: Role = Role.UNKNOWN
    span: Span | None = Field(None, description="the mention next to the cue, such as 'he'")
    full_span: Span | None = Field(None, description="the mention the name was taken from")
    organisation: Span | None = Field(
        None, description="the fullest mention of the body that a spokesperson speaks for"
    )


class Link(Record):
    """One step of a relay: who passed the claim on, and the words that say so."""

    name: str
    span: Span | None = None


class Scope(Record):
    """What a measure is a measure of; two measures compare only where their scopes match."""

    event: str | None = Field(None, description="taxonomy id of what happened, e.g. 'left'")
    subject: str | None = Field(None, description="family of the thing measured, e.g. 'journey'")
    place: str | None = None
    window: str | None = Field(None, description="EDTF")
    as_of: str | None = Field(None, description="EDTF")
    cumulative: bool | None = None
    population: tuple[str, ...] = Field(
        (), description="what makes the counted fewer than their kind, e.g. 'syrian'"
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
    per: str | None = Field(None, description="taxonomy kind of the thing it is counted per")
    share_of: str | None = Field(None, description="taxonomy kind of the whole that a share is of")
    difference: bool = Field(
        False, description="whether it is how many more or fewer than something else"
    )
    role: FigureRole = Field(FigureRole.FIGURE, description="figure, former, change, whole or part")
    polarity: bool = Field(False, description="whether it only says some or none")
    mood: Mood | None = Field(
        None, description="whether its clause tells what has happened, or may, or shall"
    )
    scope: Scope = Scope()
    also: tuple[Measure, ...] = ()
    plus: tuple[Span, ...] = Field((), description="spans of the measures it is added to")
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
    anchor: str | None = Field(None, description="EDTF date a relative expression counts from")
    anchor_kind: AnchorKind | None = Field(None, description="where `anchor` is from")
    timex: str | None = Field(None, description="TimeML value, such as '2017-W43' or 'P3D'")
    timex_type: str | None = Field(None, description="DATE, TIME, DURATION or SET (TimeML)")
    dated: bool = Field(True, description="whether `edtf` says when")
    role: SceneRole = Field(SceneRole.MENTIONED, description=SCENE)


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
    known_as: str | None = Field(None, description="the gazetteer's name for it")
    feature: str | None = Field(None, description="what it is, e.g. 'town' or 'river'")
    country: str | None = Field(None, description="ISO 3166-1 code")
    relation: str | None = Field(None, description="how it lies to the places that it is told from")
    derived_from: tuple[Span, ...] = Field((), description="where those are named")
    role: SceneRole = Field(SceneRole.MENTIONED, description=SCENE)
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
    title: str | None = Field(None, description="the office before the name")
    full: str
    rule: NameRule | None = None
    evidence: tuple[Span, ...] = ()
    span: Span


class Argument(Record):
    """Who or what takes part in a proposition."""

    head: str = Field(description="the noun's lemma, or the name as written")
    modifiers: tuple[str, ...] = Field((), description="what describes it, in small letters")
    named: bool = False
    definite: bool = Field(False, description="whether it is a certain one: the bridge")
    pronoun: bool = False
    nobody: bool = Field(False, description="whether it is none: no minister, nobody")
    span: Span


class Proposition(Record):
    """Who did what to what, or did not; passives are turned around."""

    predicate: str = Field(description="the verb's lemma, with its particle")
    agent: Argument | None = None
    patient: Argument | None = None
    toward: str | None = Field(None, description="the place it led to")
    place: str | None = Field(None, description="the place it happened in")
    when: str | None = Field(None, description="EDTF: the day the clause tells")
    clock: str | None = Field(None, description="the time of day it tells, as 05:40")
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
        (), description="the same as names, with 'both sides' told out"
    )
    beneficiary: str | None = None
    modality: Modality
    act: str = Field(description="what is to be done, in the report's words")
    gloss: str = Field(default="", description="the act in English, where told otherwise")
    predicate: str = Field(description="the verb's lemma, with its particle")
    object: str | None = Field(None, description="what it is done to, as written")
    quantity: str | None = Field(None, description="how much, as written")
    place: str | None = None
    condition: str | None = None
    exception: str | None = None
    due: str | None = Field(None, description="EDTF: by when, or in which window")
    sworn: bool = Field(False, description="whether who is bound is told to have promised it")
    sequence: str | None = Field(None, description="its order, such as 'in two stages'")
    domain: Domain = Domain.UNCLEAR
    span: Span


class Pact(Record):
    """What one report tells of one agreement; what it does not tell is null or 'unclear'."""

    number: int = Field(description="which agreement of the document, counted from 0")
    label: str = Field(description="what it is called, as written")
    type: AgreementType = AgreementType.OTHER
    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    reached: str | None = Field(None, description="EDTF")
    start: str | None = Field(None, description="EDTF day from which it holds")
    end: str | None = Field(None, description="EDTF day until which it holds")
    duration: str | None = Field(None, description="how long it is to hold, as written")
    entry: str | None = Field(None, description="the condition of its entry into force, as written")
    renewal: str | None = Field(None, description="what is said of renewing it, as written")
    place: str | None = None
    stage: AgreementStage = AgreementStage.UNCLEAR
    form: AgreementForm = AgreementForm.UNCLEAR
    monitoring: tuple[Span, ...] = Field((), description="who or what watches over it")
    text_of: bool = Field(False, description="whether the document is its text")
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
        None, description="the claim as it was read, as JSON, once it was decided on"
    )
    added: bool = Field(False, description="whether a person added it")


class Proposal(Record):
    """Which language model pointed to a claim; its words were then found in the document."""

    model: str
    answered_as: str | None = Field(
        None, description="what its server calls the model that answered"
    )
    prompt: str = Field(description="SHA-256 of what it was asked")
    distance: int = Field(
        default=0, description="how many characters it gave otherwise than they stand there"
    )


class Judged(TypedDict, total=False):
    """What the words of a claim say of its certainty, by the fields of Claim."""

    stance: Stance
    certainty: Certainty
    hedges: tuple[Span, ...]
    band: Band | None
    scare_quotes: tuple[Span, ...]


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
        None, description="the likelihood that its first estimative word stands for"
    )
    scare_quotes: tuple[Span, ...] = ()
    measures: tuple[Measure, ...] = ()
    when: tuple[When, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Mention, ...] = Field((), description="who is named in it")
    original: tuple[Span, ...] = Field(
        (), description="the same words in the document that this one translates"
    )
    propositions: tuple[Proposition, ...] = Field(
        (), description="what its clauses tell to have happened, or not; English only"
    )
    pacts: tuple[Pact, ...] = Field(
        (), description="the agreements that it is the first to tell of; English only"
    )
    clauses: tuple[Clause, ...] = Field(
        (), description="the terms of agreements that it tells; English only"
    )
    pledges: tuple[Clause, ...] = Field(
        (), description="what it says shall be or shall not, outside agreements"
    )
    vouchings: tuple[Vouching, ...] = Field(
        (), description="what it says of an agreement itself; English only"
    )
    part_of: str | None = Field(
        None, description="the claim whose words say this among other things"
    )
    inferred: str | None = Field(
        None, description="why its speaker was inferred, where no words name one"
    )
    review: Review | None = Field(None, description="null until a person has decided")
    proposal: Proposal | None = Field(
        None, description="the language model that pointed to it; null where none did"
    )

    @property
    def start(self) -> int:
        """Offset of the claim's first content character; claims of a document sort by it."""
        return self.content[0].start

    @property
    def text(self) -> str:
        """The content's words, its parts joined by a space."""
        return " ".join(span.exact for span in self.content)

    @property
    def own(self) -> tuple[Span, ...]:
        """The content; "it" of one that was told in full, "forty died [...] the army denies it"."""
        last, cue = self.content[-1], self.cue
        if cue is None or not last.start <= cue.start < last.end:
            return self.content
        told = last.exact[cue.end - last.start :].lstrip() or last.exact[: cue.start - last.start]
        start = last.start + last.exact.rfind(told)
        return (last.model_copy(update={"start": start, "end": start + len(told), "exact": told}),)

    @classmethod
    def narrated(
        cls, document: Document, content: tuple[Span, ...], **judged: Unpack[Judged]
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
            **judged,
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
