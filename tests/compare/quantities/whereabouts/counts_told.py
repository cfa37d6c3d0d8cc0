"""Reports of one number each, for the tests of where and when that was."""

from variorum.model import (
    Claim,
    Document,
    Form,
    Link,
    Measure,
    Place,
    Scope,
    Speaker,
    SpeakerKind,
)
from variorum.text import span

TOWNS = ("Vikstad", "Tolmar", "Orrin", "Selby")


def report(text, number, event="left"):
    document = Document.from_text(text, publisher=f"Outlet {number}")
    at = text.index(number)
    content = (span(document, 0, len(text)),)
    who = Speaker(name="Ada Lund", kind=SpeakerKind.PERSON)
    measure = Measure(
        kind="people",
        noun="people",
        low=float(number),
        high=float(number),
        scope=Scope(event=event),
        text=number,
        span=span(document, at, at + len(number)),
    )
    places = tuple(
        Place(name=t, geonames=t, feature="town", span=span(document, i, i + len(t)))
        for t in TOWNS
        if (i := text.find(t)) >= 0
    )
    claim = Claim(
        id=Claim.identify(document.id, who, None, content, Form.INDIRECT),
        document=document.id,
        speaker=who,
        relay=(Link(name=document.name),),
        content=content,
        form=Form.INDIRECT,
        measures=(measure,),
        places=places,
    )
    return document, claim
