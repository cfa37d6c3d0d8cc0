"""Rows of event data sets as a document and claims: each row is what its data set claims."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.grouping import grouped
from variorum.model import (
    Certainty,
    Claim,
    Document,
    Event,
    Form,
    Link,
    Place,
    Role,
    Speaker,
    SpeakerKind,
    When,
)
from variorum.text import span

# The reach in km of the codes that say how well a place is known. ACLED's run from 1 (the place
# itself) to 3 (a region), UCDP's from 1 to 7 (somewhere at sea); what is wider is left open.
ACLED_KM = {1: 5.0, 2: 25.0, 3: 100.0}
UCDP_KM = {1: 5.0, 2: 25.0, 3: 50.0, 4: 100.0}


@dataclass(frozen=True)
class _Row:
    """A row in words, with where its date, its kind and its place stand in them."""

    text: str
    date: tuple[int, int]
    place: tuple[int, int] | None


def _row(event: Event) -> _Row:
    """Return one line that says what a row says: when, what, who, where, how many dead, by whom."""
    when = event.start if event.start == event.end else f"{event.start} to {event.end}"
    between = " against " if event.directed else ", "
    text = f"{when}: {event.kind}; {between.join(event.actors)}"
    place = None
    if event.place:
        text += "; at "
        place = (len(text), len(text) + len(event.place))
        text += event.place
    if event.country:
        text += f", {event.country}"
    low, best, high = event.deaths
    if best is not None:
        spread = f" ({low} to {high})" if low is not None and high is not None else ""
        text += f"; deaths: {best}{spread}"
    if event.notes:
        text += f". {' '.join(event.notes.split())}"
    if event.sources:
        text += f" Source: {'; '.join(event.sources)}."
    return _Row(f"{text} (row {event.row}, line {event.line})", (0, len(when)), place)


def documents_of(events: Iterable[Event]) -> tuple[list[Document], dict[str, Claim]]:
    """Return a document for each data set with the rows given, and the claim of each row by its id.

    The rows stand in the order of their days. A document's text is made of its rows alone, so that
    the same rows give the same document.
    """
    ordered = sorted(events, key=lambda e: (e.data_set, e.start, e.id))
    by_set = grouped((event.data_set, event) for event in ordered)
    documents: list[Document] = []
    claims: dict[str, Claim] = {}
    for name, rows in by_set.items():
        document, told = _document(name, rows)
        documents.append(document)
        claims.update(told)
    return documents, claims


def _document(name: str, events: Sequence[Event]) -> tuple[Document, dict[str, Claim]]:
    rows = [_row(event) for event in events]
    text = "\n\n".join(row.text for row in rows)
    document = Document(
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=f"{name}: rows within the time of an agreement",
        publisher=name,
        language="en",
        text=text,
        data_set=name,
    )
    claims: dict[str, Claim] = {}
    start = 0
    for event, row in zip(events, rows, strict=True):
        claims[event.id] = _claim(document, event, row, start)
        start += len(row.text) + 2
    return document, claims


def _claim(document: Document, event: Event, row: _Row, start: int) -> Claim:
    speaker = Speaker(name=event.data_set, kind=SpeakerKind.DOCUMENT, role=Role.EXPERT_DOCUMENT)
    content = (span(document, start, start + len(row.text)),)
    edtf = event.start if event.start == event.end else f"{event.start}/{event.end}"
    dated = span(document, start + row.date[0], start + row.date[1])
    return Claim(
        id=Claim.identify(document.id, speaker, None, content, Form.NARRATED),
        document=document.id,
        speaker=speaker,
        relay=(Link(name=event.data_set),),
        content=content,
        form=Form.NARRATED,
        certainty=Certainty.CERTAIN,
        when=(When(edtf=edtf, text=dated.exact, span=dated),),
        places=_places(document, event, row, start),
    )


def _places(document: Document, event: Event, row: _Row, start: int) -> tuple[Place, ...]:
    if row.place is None or event.place is None:
        return ()
    reach = UCDP_KM if event.data_set.startswith("UCDP") else ACLED_KM
    return (
        Place(
            name=event.place,
            lat=event.lat,
            lon=event.lon,
            radius_km=reach.get(event.place_precision or 0),
            span=span(document, start + row.place[0], start + row.place[1]),
        ),
    )
