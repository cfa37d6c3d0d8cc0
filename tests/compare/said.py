"""Hand-made claims for the tests of comparison: one sentence, one speaker, one number."""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.case import Comparison
from variorum.compare import compare
from variorum.model import (
    Claim,
    Document,
    Form,
    Link,
    Measure,
    Mood,
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
        population: tuple[str, ...] = (),
        difference: bool = False,
        mood: Mood | None = None,
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
            mood=mood,
            noun="",
            low=low,
            high=high,
            unit=unit,
            approximate=approximate,
            per=per,
            polarity=polarity,
            difference=difference,
            scope=Scope(
                event=event, subject=subject, place=place, window=window, population=population
            ),
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

    def total(self, speaker: str, *parts: tuple[str, float, str], event: str) -> Claim:
        """One sentence that adds its parts up: number words, number and kind of each."""
        words = " plus ".join(number for number, _, _ in parts)
        claim = self.said(speaker, words, 0, 0)
        document = self.documents[-1]
        places = [document.text.index(number) for number, _, _ in parts]
        spans = [
            span(document, start, start + len(number))
            for start, (number, _, _) in zip(places, parts, strict=True)
        ]
        measures = tuple(
            claim.measures[0].model_copy(
                update={
                    "kind": kind,
                    "low": value,
                    "high": value,
                    "text": number,
                    "span": here,
                    "plus": tuple(other for other in spans if other != here),
                    "scope": Scope(event=event),
                }
            )
            for (number, value, kind), here in zip(parts, spans, strict=True)
        )
        self.claims[-1] = claim.model_copy(update={"measures": measures})
        return self.claims[-1]

    def compared(self, **settings: float) -> Comparison:
        return compare(self.documents, self.claims, Settings(**settings))
