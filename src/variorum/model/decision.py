"""What people decide about the record."""

from pydantic import Field

from variorum.model.base import Record, Span
from variorum.model.terms import DecisionKind


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
    anchors: tuple[Span, ...] = Field((), description="the words of each claim that it is about")
    claim: str | None = Field(None, description="the claim that it adds, as JSON")
    who: str
    when: str = Field(description="ISO 8601, UTC, to the second")
    why: str
