"""Hand-made claims for the tests of comparison: one sentence, one speaker, one number."""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.compare import compare
from variorum.case import Comparison
from variorum.model import (
    Claim,
    Document,
    Form,
    Link,
    Measure,
    Scope,
    Speaker,
    SpeakerKind,
    Stance,
)
from variorum.settings import Settings
from variorum.text import span


@dataclass
class Event:
    """Reports of one event, written down one claim at a time."""

    documents: list[Document] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def said(
        self,
        speaker: str,
        number: str,
        low: float | None,
        high: float | None,
        *,
        kind: str = "people",
        event: str | None = "killed",
        per: str | None = None,
        unit: str | None = None,
        stance: Stance = Stance.ASSERTS,
        polarity: bool = False,
        approximate: bool = False,
        publisher: str | None = None,
        published: str | None = "2020-01-02",
        subject: str | None = None,
        place: str | None = None,
        window: str | None = None,
        speaker_kind: SpeakerKind = SpeakerKind.PERSON,
        form: Form = Form.INDIRECT,
    ) -> Claim:
        outlet = publisher or f"Outlet {len(self.documents) + 1}"
        body = f"{speaker} said {number} in report {len(self.documents) + 1}."
        document = Document.from_text(body, publisher=outlet, published=published)
        content = span(document, len(speaker) + 6, len(body) - 1)
        found = span(document, len(speaker) + 6, len(speaker) + 6 + len(number))
        measure = Measure(
            kind=kind,
            noun=kind,
            low=low,
            high=high,
            unit=unit,
            approximate=approximate,
            per=per,
            polarity=polarity,
            scope=Scope(event=event, subject=subject, place=place, window=window),
            text=number,
            span=found,
        )
        who = Speaker(name=speaker, kind=speaker_kind)
        claim = Claim(
            id=Claim.identify(document.id, who, None, (content,), form),
            document=document.id,
            speaker=who,
            relay=(Link(name=outlet), Link(name=speaker)),
            content=(content,),
            form=form,
            stance=stance,
            measures=(measure,),
        )
        self.documents.append(document)
        self.claims.append(claim)
        return claim

    def add(self, claim: Claim, other: Claim) -> Claim:
        """Join the measures of two claims of one sentence as parts of a sum."""
        first, second = claim.measures[0], other.measures[0]
        document = next(d for d in self.documents if d.id == claim.document)
        moved = second.model_copy(
            update={"span": span(document, 0, 3), "plus": (first.span,)}
        )
        both = (first.model_copy(update={"plus": (moved.span,)}), moved)
        joined = claim.model_copy(update={"measures": both})
        self.claims[self.claims.index(claim)] = joined
        self.claims.remove(other)
        self.documents.remove(next(d for d in self.documents if d.id == other.document))
        return joined

    def compared(self, **settings: float) -> Comparison:
        return compare(self.documents, self.claims, Settings(**settings))
