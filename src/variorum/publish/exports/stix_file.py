"""STIX 2.1 (OASIS): reports, identities, incidents, places and claims as notes, for OpenCTI."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from variorum.case import Json
from variorum.edtf import iso_day
from variorum.model import Actor, Claim, Document, Happening, Place, SpeakerKind
from variorum.publish.base.index import Index
from variorum.publish.base.streamed import Streamed
from variorum.publish.tables.claim_table import told_on
from variorum.publish.views.documents_view import safe_url

# Of a record's own, so that the same record has the same id in every bundle.
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:variorum:stix")
_CLASSES = {
    SpeakerKind.PERSON: "individual",
    SpeakerKind.ORGANISATION: "organization",
    SpeakerKind.GROUP: "group",
}
# STIX asks for a time wherever a record has none.
UNDATED = "1970-01-01"


def bundle(index: Index) -> Json:
    """Return a bundle; a dispute is a note on the claims that give its answers."""
    case = index.case
    named: list[Any] = [*case.actors, *case.documents, *case.claim_heads, *case.happenings]
    key = _id("bundle", *(one.id for one in (*named, *case.disputes)))
    return {"type": "bundle", "id": key, "objects": Streamed(lambda: _once(_objects(index)))}


def _once(objects: Iterable[Json]) -> Iterator[Json]:
    """Yield each object at the first place at which it is told."""
    seen: set[str] = set()
    for one in objects:
        if one["id"] not in seen:
            seen.add(one["id"])
            yield one


def _id(type_: str, *parts: str) -> str:
    return f"{type_}--{uuid.uuid5(NAMESPACE, ' '.join((type_, *parts)))}"


def _object(type_: str, of: str, day: str | None, **told: Any) -> Json:
    """Return an object without what is not known; its times are those of the record, not ours."""
    moment = f"{iso_day(day) or UNDATED}T00:00:00.000Z"
    head = {"type": type_, "spec_version": "2.1", "id": _id(type_, of)}
    own = {key: value for key, value in told.items() if value or value == 0}
    return {**head, "created": moment, "modified": moment, **own}


def _objects(index: Index) -> Iterator[Json]:
    yield from map(_identity, index.case.actors)
    for document in index.case.documents:
        yield from _of_document(index, document, index.case.claims_of(document.id))
    yield from map(_incident, index.case.happenings)
    for dispute in index.case.disputes:
        answers = [answer.claim for position in dispute.positions for answer in position.answers]
        if answers:
            labels = " / ".join(position.label for position in dispute.positions)
            notes = [_id("note", claim) for claim in dict.fromkeys(answers)]
            said = f"{dispute.label} {labels}"
            yield _object(
                "note", dispute.id, None, abstract=dispute.label, content=said, object_refs=notes
            )


def _identity(actor: Actor) -> Json:
    kind = _CLASSES.get(actor.kind or SpeakerKind.UNNAMED, "unknown")
    return _object("identity", actor.id, None, name=actor.label, identity_class=kind)


def _incident(happening: Happening) -> Json:
    label = happening.label or happening.kind
    return _object(
        "incident", happening.id, happening.when, name=label, description=happening.because
    )


def _of_document(index: Index, document: Document, claims: Sequence[Claim]) -> Iterator[Json]:
    publisher = _object(
        "identity", f"publisher {document.name}", None, name=document.name, identity_class="unknown"
    )
    yield publisher
    notes = [_note(index, document, claim) for claim in claims]
    yield from notes
    for claim in claims:
        yield from (_location(place) for place in claim.places if place.lat is not None)
    link = {"source_name": document.name, "url": safe_url(document.url)}
    report = _object(
        "report",
        document.id,
        document.published,
        created_by_ref=publisher["id"],
        name=document.title or document.name,
        lang=document.language,
        external_references=[{**link, "external_id": document.id}] if link["url"] else [],
        object_refs=[note["id"] for note in notes] or [publisher["id"]],
    )
    yield {**report, "published": report["created"]}


def _note(index: Index, document: Document, claim: Claim) -> Json:
    actor = index.case.actor_by_name.get(claim.speaker.name)
    happening = index.case.happening_by_claim.get(claim.id)
    about = [_id("identity", actor)] if actor else []
    about += [_id("incident", happening)] if happening else []
    about += [_id("location", _point(place)) for place in claim.places if place.lat is not None]
    return _object(
        "note",
        claim.id,
        told_on(document, claim.start),
        abstract=f"{claim.speaker.name} {claim.stance.value} this",
        content=claim.text,
        authors=[claim.speaker.name],
        lang=document.language,
        object_refs=list(dict.fromkeys(about)) or [_id("report", document.id)],
    )


def _point(place: Place) -> str:
    return f"{place.lat} {place.lon} {place.radius_km}"


def _location(place: Place) -> Json:
    metres = place.radius_km and place.radius_km * 1000
    return _object(
        "location",
        _point(place),
        None,
        name=place.known_as or place.name,
        latitude=place.lat,
        longitude=place.lon,
        precision=metres,
        country=place.country,
    )
