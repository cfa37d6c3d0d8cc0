"""The closed lists of terms that the records of `variorum.model` use, each with its source."""

from enum import StrEnum


class SpeakerKind(StrEnum):
    """What sort of thing a speaker is."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class Role(StrEnum):
    """The speaker's position to know (the source roles of FactAppeal)."""

    OFFICIAL = "official"
    EXPERT = "expert"
    WITNESS = "witness"
    ACTIVE_PARTICIPANT = "active participant"
    DIRECT_EVIDENCE = "direct evidence"
    EXPERT_DOCUMENT = "expert document"
    NEWS_REPORT = "news report"
    UNKNOWN = "unknown"


class Form(StrEnum):
    """How the words reached the page."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    BLOCK = "block"
    NARRATED = "narrated"


class FigureRole(StrEnum):
    """What a number is in its sentence; only a figure says how many there were.

    Of "rose by 12 from 45 to 57" 12 is a change and 45 the former figure; of "two of the 40" 40 is
    the whole, and 30 is only a part of "12 Swedes and 30 others died".
    """

    FIGURE = "figure"
    FORMER = "former"
    CHANGE = "change"
    WHOLE = "whole"
    PART = "part"


class SceneRole(StrEnum):
    """What a place or time of a claim is of; what has no evidence of a role is only mentioned."""

    HAPPENING = "happening"
    SPEAKING = "speaking"
    MENTIONED = "mentioned"


class Mood(StrEnum):
    """What the verb of a number makes of it, whoever says it and however surely."""

    REALISED = "realised"
    """It has happened ("killed 49 people"); no promise around it covers it."""
    POSSIBLE = "possible"
    """It may, must, should or will ("could carry 400 people"); nobody says that it has."""


class Stance(StrEnum):
    """What the speaker does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    PROMISES = "promises"
    INTENDS = "intends"
    ORDERS = "orders"
    PREDICTS = "predicts"


class Certainty(StrEnum):
    """FactBank's factuality values, relative to the speaker (Saurí and Pustejovsky 2009)."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAINLY_NOT = "CT-"
    PROBABLY_NOT = "PR-"
    POSSIBLY_NOT = "PS-"
    CERTAIN_UNKNOWN = "CTu"
    UNKNOWN = "Uu"


class Band(StrEnum):
    """The bands of likelihood of Intelligence Community Directive 203 (2015), by their words."""

    ALMOST_NO_CHANCE = "almost no chance"
    """1 to 5 percent; also "remote"."""
    VERY_UNLIKELY = "very unlikely"
    """5 to 20 percent; also "highly improbable"."""
    UNLIKELY = "unlikely"
    """20 to 45 percent; also "improbable"."""
    ROUGHLY_EVEN_CHANCE = "roughly even chance"
    """45 to 55 percent; also "roughly even odds"."""
    LIKELY = "likely"
    """55 to 80 percent; also "probable"."""
    VERY_LIKELY = "very likely"
    """80 to 95 percent; also "highly probable"."""
    ALMOST_CERTAIN = "almost certain"
    """95 to 99 percent; also "nearly certain"."""


class QuestionStatus(StrEnum):
    """How the answers to one question stand to each other."""

    SINGLE = "single"
    AGREED = "agreed"
    DISPUTED = "disputed"
    INCOMPARABLE = "incomparable"


class Rule(StrEnum):
    """The reasoning by which claims were found not to be all true."""

    VALUE = "value"
    POLARITY = "polarity"
    SUM = "sum"
    PRODUCT = "product"
    SUBSET = "subset"
    ORDER = "order"
    IDENTITY = "identity"
    PROMISE = "promise"


class DerivationKind(StrEnum):
    """How one document took from another, or from a source outside the case (after W3C PROV-O)."""

    COPY = "copy"
    """Its words stand in the other: a reprint, cut or whole (prov:wasDerivedFrom)."""
    TRANSLATION = "translation"
    """The other told in another language (prov:wasDerivedFrom)."""
    REVISION = "revision"
    """A later state of the other (prov:wasRevisionOf)."""
    CREDIT = "credit"
    """A dateline, byline or credit line names the other (prov:hadPrimarySource)."""
    CITATION = "citation"
    """Claims come to it by way of the other: "told the BBC" (prov:hadPrimarySource)."""
    QUOTATION = "quotation"
    """The same words of the same speaker stand in both (prov:wasQuotedFrom)."""
    BRIEFING = "briefing"
    """Both report the same speaker on the same occasion, neither from the other."""


class Change(StrEnum):
    """What became of one speaker's answer to one question."""

    HELD = "held"
    CHANGED = "changed"
    WITHDREW = "withdrew"
    CORRECTED = "corrected"
    EDITED = "edited"


class AnchorKind(StrEnum):
    """Where the date that a relative expression counts from was taken from."""

    DOCUMENT = "document"
    SECTION = "section"
    TEXT = "text"
    """The last date that the text established."""


class NameRule(StrEnum):
    """Why two names are taken for one actor's."""

    ACRONYM = "acronym"
    """The long name stands before the short one in brackets."""
    INITIALS = "initials"
    """The short name has the initials of one long name and of no other."""
    SURNAME = "surname"
    """Of those named in full, one has the last name."""
    GIVEN_NAME = "given name"
    """Of those named in full, one has the first name."""
    SHORT_NAME = "short name"
    """Of the bodies named in full, one ends so."""
    ROLE = "role"
    """Of those named with an office, one holds the one spoken of."""
    MIDDLE_NAME = "middle name"
    """First and last name are the same, and one name has more between them."""
    SPELLING = "spelling"
    """Two ways to write one full name in Latin letters."""
    SCRIPT = "script"
    """One full name in two scripts."""
    TRANSLATION = "translation"
    """The words of two names of a body mean the same, as in two languages."""
    DECIDED = "decided"
    """A person decided it."""


class Modality(StrEnum):
    """What a term makes of its act: the three deontic operators (LegalRuleML 1.0, OASIS 2021)."""

    MUST = "must"
    MUST_NOT = "must not"
    MAY = "may"


class Domain(StrEnum):
    """The field of life that a term orders."""

    MILITARY = "military"
    POLITICAL = "political"
    ECONOMIC = "economic"
    HUMANITARIAN = "humanitarian"
    DETAINEES = "detainees"
    MONITORING = "monitoring"
    UNCLEAR = "unclear"


class AgreementType(StrEnum):
    """What an agreement is mainly about."""

    CEASEFIRE = "ceasefire"
    EVACUATION = "evacuation"
    EXCHANGE = "exchange"
    RELEASE = "release"
    ACCESS = "access"
    SHIPMENT = "shipment"
    WITHDRAWAL = "withdrawal"
    DE_ESCALATION = "de-escalation"
    INSPECTION = "inspection"
    OTHER = "other"


class AgreementStage(StrEnum):
    """How far an agreement goes (after PA-X, Bell and Badanjak 2019)."""

    PRELIMINARY = "preliminary"
    DEFINITIVE = "definitive"
    RENEWAL = "renewal"
    UNCLEAR = "unclear"


class AgreementForm(StrEnum):
    """Whether an agreement was put in writing (as ETH/PRIO's Civil Conflict Ceasefire data ask)."""

    WRITTEN = "written"
    VERBAL = "verbal"
    UNCLEAR = "unclear"


class ComplianceStatus(StrEnum):
    """What a claim says of a term, or what all claims together leave of it."""

    KEPT = "kept"
    BREACHED = "breached"
    PARTLY = "partly"
    NOT_DUE = "not due"
    UNCLEAR = "unclear"
    DISPUTED = "disputed"
    """Claims disagree; of a whole term or commitment only."""


class BreachStanding(StrEnum):
    """How far a breach or its contrary is established; only a person verifies."""

    POTENTIAL = "potential"
    """The claim hedges it, or tells of an event that may fall under the term."""
    ALLEGED = "alleged"
    VERIFIED = "verified"


class Interest(StrEnum):
    """Where whoever reports a breach stands to the agreement."""

    OBLIGOR = "the party bound"
    OTHER_PARTY = "the other party"
    MEDIATOR = "a mediator"
    MONITOR = "a monitor"
    DATA_SET = "an event data set"
    THIRD = "a third side"


class Verdict(StrEnum):
    """What a claim says of an agreement itself, or of the document or recording of it."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    DOUBTED = "doubted"
    LEAKED = "leaked"
    PUBLISHED = "published"
    TRANSLATED = "translated"


class DecisionKind(StrEnum):
    """What a person can decide about the record."""

    ACCEPT = "accept"
    """The claim is read right."""
    REJECT = "reject"
    """It is no claim, or read so wrongly that it counts for nothing."""
    CORRECT = "correct"
    """The claim is right but for the fields that are given."""
    ADD = "add"
    """The machine missed a claim."""
    MERGE = "merge"
    """Two names are one actor's."""
    SPLIT = "split"
    """Two names are not one actor's."""
    VERIFY = "verify"
    """A claim fits a term of an agreement, and what it tells has happened."""
    DISMISS = "dismiss"
    """A suggestion, a distortion or a contradiction of these claims is none."""
    CONTRADICT = "contradict"
    """These two claims cannot both be true, though no rule shows it."""
    GRADE = "grade"
    """How reliable a source is, how credible a claim, or how well an incident is established."""
    NOTE = "note"
    """A remark that changes nothing."""
    RESTRICT = "restrict"
    """Readers of the desk are not shown this report, nor is it published."""
    REDACT = "redact"
    """A name, of a person or a place, is blacked out in what is published."""
    UNDO = "undo"
    """An earlier decision no longer holds."""


class ReviewState(StrEnum):
    """What people have decided about a claim."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"
