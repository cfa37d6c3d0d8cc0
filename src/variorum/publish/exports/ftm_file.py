"""FollowTheMoney: reports, actors, happenings and claims as entities, one a line, for Aleph."""

import hashlib
from collections.abc import Iterable, Iterator

from variorum.case import Json
from variorum.edtf import iso_day
from variorum.grouping import grouped
from variorum.model import Actor, Document, Happening, SpeakerKind
from variorum.publish.base.index import Index
from variorum.publish.tables.claim_table import CLAIMS
from variorum.publish.tables.table import records
from variorum.publish.views.documents_view import safe_url

_SCHEMATA = {SpeakerKind.PERSON: "Person", SpeakerKind.ORGANISATION: "Organization"}
# ISO 639-3 codes of the languages read; other codes are no values of FollowTheMoney's languages.
_LANGUAGES = {
    "ar": "ara", "bg": "bul", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra",
    "id": "ind", "it": "ita", "nb": "nor", "no": "nor", "pl": "pol", "pt": "por", "ru": "rus",
    "tr": "tur", "uk": "ukr",
}  # fmt: skip
_DATA_SET = "variorum"
_NO_ACTORS = (SpeakerKind.UNNAMED, SpeakerKind.DOCUMENT)


def entities(index: Index) -> Iterator[Json]:
    """Yield an Article for each report, an Event for each happening, a Note for each claim.

    Actors are persons, organisations or, where it is not told, legal entities.
    """
    yield from map(_article, index.case.documents)
    actors = [actor for actor in index.case.actors if actor.kind not in _NO_ACTORS]
    yield from map(_actor, actors)
    labels = grouped((actor.label, actor.id) for actor in actors)
    for happening in index.case.happenings:
        yield _event(happening, labels)
    yield from _notes(index)


def statements(index: Index) -> Iterator[Json]:
    """Yield each value of each entity as a statement, as followthemoney 4 reads them."""
    for entity in entities(index):
        key = entity["id"]
        told = [(name, value) for name, given in entity["properties"].items() for value in given]
        for name, value in [("id", key), *told]:
            named = f"{_DATA_SET}.{key}.{name}.{value}"
            yield {
                "canonical_id": key,
                "entity_id": key,
                "prop": name,
                "schema": entity["schema"],
                "value": value,
                "dataset": _DATA_SET,
                "external": False,
                "id": hashlib.sha1(named.encode("utf-8"), usedforsecurity=False).hexdigest(),
            }


def _entity(id_: str, schema: str, **properties: Iterable[str | None]) -> Json:
    """Return an entity; values are lists, and what is not known is left out."""
    told = {name: list(dict.fromkeys(filter(None, given))) for name, given in properties.items()}
    return {"id": id_, "schema": schema, "properties": {k: v for k, v in told.items() if v}}


def _article(document: Document) -> Json:
    return _entity(
        document.id,
        "Article",
        title=[document.title or document.name],
        fileName=[document.path],
        publisher=[document.publisher],
        author=[document.author],
        sourceUrl=[safe_url(document.url)],
        publishedAt=[iso_day(document.published)],
        language=[_LANGUAGES.get(document.language or "")],
    )


def _actor(actor: Actor) -> Json:
    schema = _SCHEMATA.get(actor.kind or SpeakerKind.GROUP, "LegalEntity")
    names = [name.name for name in actor.names if name.name != actor.label]
    return _entity(actor.id, schema, name=[actor.label], alias=names)


def _event(happening: Happening, labels: dict[str, list[str]]) -> Json:
    known = [labels[name] for name in happening.participants if name in labels]
    return _entity(
        happening.id,
        "Event",
        name=[happening.label],
        date=[iso_day(happening.when)],
        location=happening.places,
        # A name that two actors bear does not tell which of them took part.
        involved=[ids[0] for ids in known if len(ids) == 1],
        summary=[happening.because],
        proof=happening.documents,
    )


def _notes(index: Index) -> Iterator[Json]:
    for claim, row in zip(index.case.claims, records(CLAIMS, index), strict=True):
        actor = index.case.actor_by_name.get(claim.speaker.name)
        kept = actor if claim.speaker.kind not in _NO_ACTORS else None
        yield _entity(
            claim.id,
            "Note",
            name=[f"{row['speaker']}, in {row['publisher']}"],
            description=[row["content"]],
            entity=[kept, row["happening"]],
            proof=[row["document"]],
            sourceUrl=[safe_url(row["url"])],
        )
