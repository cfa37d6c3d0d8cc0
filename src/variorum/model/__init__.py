"""The vocabulary: what every stage hands to the next.

Frozen pydantic records, one vocabulary for Python, JSON, the database and the exports. Offsets are
Unicode code points into ``Document.text``, end exclusive, and every span keeps the law
``text[start:end] == exact``. Ids are hashes of content, so a second run writes the same rows.
"""

from variorum.model.base import CONTEXT_CHARS, Gap, Span, content_id
from variorum.model.claim import (
    Argument,
    Claim,
    Clause,
    Judged,
    Link,
    Measure,
    Mention,
    Pact,
    Place,
    Proposal,
    Proposition,
    Review,
    Scope,
    Speaker,
    Vouching,
    When,
)
from variorum.model.commitment import (
    Agreement,
    AgreementTelling,
    Commitment,
    Compliance,
    NoBearing,
    Telling,
    Term,
)
from variorum.model.comparison import (
    Actor,
    ActorName,
    Answer,
    Contradiction,
    Derivation,
    Difference,
    Dispute,
    Distortion,
    Happening,
    History,
    Merge,
    Origin,
    Position,
    Question,
    Step,
    Suggestion,
    Value,
    Version,
)
from variorum.model.decision import Decision
from variorum.model.document import Document, Event, Section
from variorum.model.terms import (
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
    "CONTEXT_CHARS", "Actor", "ActorName", "Agreement", "AgreementForm", "AgreementStage",
    "AgreementTelling", "AgreementType", "AnchorKind", "Answer", "Argument", "Band",
    "BreachStanding", "Certainty", "Change", "Claim", "Clause", "Commitment", "Compliance",
    "ComplianceStatus", "Contradiction", "Decision", "DecisionKind", "Derivation", "DerivationKind",
    "Difference", "Dispute", "Distortion", "Document", "Domain", "Event", "FigureRole", "Form",
    "Gap", "Happening", "History", "Interest", "Judged", "Link", "Measure", "Mention", "Merge",
    "Modality", "Mood", "NameRule", "NoBearing", "Origin", "Pact", "Place", "Position", "Proposal",
    "Proposition", "Question", "QuestionStatus", "Review", "ReviewState", "Role", "Rule",
    "SceneRole", "Scope", "Section", "Span", "Speaker", "SpeakerKind", "Stance", "Step",
    "Suggestion", "Telling", "Term", "Value", "Verdict", "Version", "Vouching", "When",
    "content_id",
]  # fmt: skip
