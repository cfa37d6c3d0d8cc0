"""What claims are about, where they differ, and on whose word each position stands."""

from pydantic import Field

from variorum.model.base import Record, Span
from variorum.model.claim import Proposal, Scope
from variorum.model.terms import Change, DerivationKind, NameRule, QuestionStatus, Rule, SpeakerKind


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
    kind: SpeakerKind | None = Field(None, description="what it is most often told as")
    merges: tuple[Merge, ...] = ()
    speaks_for: tuple[str, ...] = Field((), description="ids of the actors in whose name it speaks")
    mentions: tuple[Span, ...] = Field((), description="where claims name it, without context")


class Happening(Record):
    """Something that occurred, told by several claims; what is told of two is never compared."""

    id: str
    kind: str = Field(description="taxonomy id of what most claims tell of it; 'event' if none")
    label: str = Field(description="where and when it was, as far as the claims tell")
    main: bool = Field(description="whether most reports of the case are about it")
    part_of: str | None = Field(
        None, description="id of the happening whose reports also tell of this one"
    )
    when: str | None = Field(None, description="EDTF")
    places: tuple[str, ...] = ()
    participants: tuple[str, ...] = Field(
        (), description="labels of the actors that most of its reports name"
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
    happening: str | None = Field(None, description="id of the happening it asks about")
    scope: Scope = Scope()
    claims: tuple[str, ...]
    answers: tuple[Answer, ...] = ()
    status: QuestionStatus
    differs: tuple[Difference, ...] = Field(
        (), description="the questions that differ from it in one aspect of the scope"
    )


class Position(Record):
    """Answers to one question that say the same, or can all be true together."""

    id: str
    label: str = Field(description="as a person would write it: 'none', '471', '135 to 200'")
    low: float | None
    high: float | None
    value: str | None = Field(
        None, description="what it answers where no number does: yes, who, a day"
    )
    answers: tuple[Answer, ...] = Field(description="the narrowest first; null bounds are open")
    speakers: tuple[str, ...] = Field(description="who says so, each once")
    origins: tuple[str, ...] = Field(description="ids of the independent origins behind it")
    reprints: tuple[str, ...] = Field((), description="claims of reports that repeat another")
    first: str | None = Field(None, description="the claim that was published first")
    derived: tuple[str, ...] = Field(
        (), description="steps by which it follows from answers to other questions"
    )


class Dispute(Record):
    """A question whose positions cannot all be true, with the questions it is tied to."""

    id: str
    label: str
    questions: tuple[str, ...] = Field(description="the disputed one first, then those tied to it")
    positions: tuple[Position, ...]
    proofs: tuple[str, ...] = Field(description="ids of the contradictions, the gravest first")
    rank: int = Field(description="1 is the gravest")
    settled_by: str | None = Field(None, description="what would settle it")


class Distortion(Record):
    """A figure that changed between a report and what it took it from: it is no witness."""

    source: str = Field(description="the claim that has it as it was; `from` in the export")
    to: str = Field(description="the claim that has it changed")
    what: str = Field(description="noun, bound or modality")
    span: Span = Field(description="the changed figure")
    because: str = Field(description="one sentence with both quotations")


class Suggestion(Record):
    """Claims that may disagree, proved by nothing; nothing counts it."""

    claims: tuple[str, ...] = Field(
        description="a blanket denial, then what it may be about; or two whose numbers differ"
    )
    why: str = Field(description="one sentence")
    score: float = Field(
        description="how near, 0 to 1: in words, the lower number as a share, 1 in one question"
    )
    proposal: Proposal | None = Field(
        None, description="which language model suggests it, where one does"
    )


class Contradiction(Record):
    """A minimal set of claims that cannot all be true, with the arithmetic that shows it."""

    id: str
    questions: tuple[str, ...]
    positions: tuple[str, ...] = Field(
        (), description="ids of the positions that its claims speak for"
    )
    claims: tuple[str, ...] = Field(description="one claim for each answer in the conflict")
    answers: tuple[Answer, ...] = Field((), description="the answers in conflict")
    rule: Rule | str = Field(union_mode="left_to_right")
    because: str = Field(description="one sentence with the numbers")
    derivation: tuple[str, ...] = Field((), description="the steps, one line each")
    also: tuple[str, ...] = Field((), description="further claims that give the same answers")
    origins: int = Field(0, description="independent origins behind all its answers")
    severity: float = 0.0


class Value(Record):
    """The range a version leaves for a question; null bounds are open."""

    question: str
    low: float | None
    high: float | None
    words: str | None = Field(
        None, description="the answer it leaves to a question that no number answers"
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
        None, description="id of the document it took from; null when not in the case"
    )
    name: str = Field(description="what the source is called, in the case or not")
    kind: DerivationKind
    share: float | None = Field(
        None, description="how much of the shorter text is repeated, 0 to 1"
    )
    because: str = Field(description="one sentence that says how it is known")
    evidence: tuple[Span, ...] = ()


class Step(Record):
    """What somebody answered at one time; the bounds are those of an `Answer`."""

    claim: str
    when: str | None = Field(None, description="EDTF: when it was said, else when it was published")
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
        (), description="claims that a later one of the same history takes the place of"
    )
