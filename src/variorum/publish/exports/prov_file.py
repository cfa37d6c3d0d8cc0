"""PROV-JSON (W3C 2013): which claim was taken from which report, said by whom, taken from where."""

from __future__ import annotations

from typing import Any

from variorum.model import Claim, DerivationKind, Document, SpeakerKind, content_id
from variorum.publish.base.index import Index

__all__ = ["provenance"]

Json = dict[str, Any]
# Of a briefing neither report took from the other.
_TYPES = {
    DerivationKind.REVISION: "prov:Revision",
    DerivationKind.CREDIT: "prov:PrimarySource",
    DerivationKind.CITATION: "prov:PrimarySource",
    DerivationKind.QUOTATION: "prov:Quotation",
    DerivationKind.COPY: "",
    DerivationKind.TRANSLATION: "",
}
_AGENTS = {SpeakerKind.PERSON: "prov:Person", SpeakerKind.ORGANISATION: "prov:Organization"}


def provenance(index: Index) -> Json:
    """Return the entities (reports, claims, sources outside the case), agents and their relations.

    Every name in a relay is an agent that the claim is attributed to; `variorum:link` counts from
    the report, so that the highest is the speaker.
    """
    graph = _Graph()
    for document in index.case.documents:
        graph.add_document(document)
    for claim in index.case.claims:
        graph.add_claim(claim)
    for line in index.case.stemma:
        if line.kind in _TYPES:
            source = line.source or graph.add_outside(line.name)
            graph.relate("wasDerivedFrom", line.document, source, _TYPES[line.kind], line.because)
    return {"prefix": {"variorum": "urn:variorum:"}, **graph.parts}


def _name(id_: str) -> str:
    """Return the qualified name of a record; a document's id, a bare hash, is told as such."""
    return f"variorum:{id_}" if "-" in id_ else f"variorum:document-{id_}"


def _qualified(name: str) -> Json:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


class _Graph:
    """A PROV document that grows; sections without anything in them are left out."""

    def __init__(self) -> None:
        self.parts: dict[str, dict[str, Json]] = {}

    def add_document(self, document: Document) -> None:
        told = {
            "prov:label": document.title or document.name,
            "variorum:publisher": document.publisher,
            "variorum:published": document.published,
            "variorum:url": document.url,
            "variorum:sha256": document.id,
        }
        self._put("entity", document.id, {key: value for key, value in told.items() if value})
        publisher = self._agent(document.name, SpeakerKind.ORGANISATION)
        self._attribute(document.id, publisher)

    def add_claim(self, claim: Claim) -> None:
        places = " ".join(f"{span.start}-{span.end}" for span in claim.content)
        self._put("entity", claim.id, {"prov:value": claim.text, "variorum:place": places})
        self.relate("wasDerivedFrom", claim.id, claim.document, "prov:Quotation")
        for number, link in enumerate(claim.relay, start=1):
            last = number == len(claim.relay)
            kind = claim.speaker.kind if last else SpeakerKind.UNNAMED
            self._attribute(claim.id, self._agent(link.name, kind), number)

    def add_outside(self, name: str) -> str:
        """Add a source that is not in the case, and return its id."""
        id_ = content_id("source", name)
        self._put("entity", id_, {"prov:label": name})
        return id_

    def relate(self, how: str, taken: str, source: str, kind: str = "", why: str = "") -> None:
        """Add a derivation of one entity from another."""
        told: Json = {"prov:generatedEntity": _name(taken), "prov:usedEntity": _name(source)}
        told |= {"prov:type": _qualified(kind)} if kind else {}
        told |= {"variorum:because": why} if why else {}
        self._put(how, content_id("derived", taken, source, kind), told)

    def _agent(self, name: str, kind: SpeakerKind) -> str:
        id_ = content_id("agent", name)
        known = self.parts.get("agent", {}).get(_name(id_), {})
        told: Json = {"prov:label": name, **known}
        if kind in _AGENTS:
            told["prov:type"] = _qualified(_AGENTS[kind])
        self._put("agent", id_, told)
        return id_

    def _attribute(self, what: str, agent: str, number: int = 0) -> None:
        told: Json = {"prov:entity": _name(what), "prov:agent": _name(agent)}
        told |= {"variorum:link": number} if number else {}
        self._put("wasAttributedTo", content_id("said", what, agent, number), told)

    def _put(self, part: str, id_: str, told: Json) -> None:
        self.parts.setdefault(part, {})[_name(id_)] = told
