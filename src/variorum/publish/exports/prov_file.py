"""PROV-JSON (W3C 2013): which claim was taken from which report, said by whom, taken from where."""

from collections.abc import Iterator
from functools import cached_property

from variorum.case import Case, Json
from variorum.model import DerivationKind, SpeakerKind, content_id
from variorum.publish.base.index import Index
from variorum.publish.base.streamed import StreamedFields

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
    the report, so that the highest is the speaker. Sections without anything in them are left out.
    """
    graph = _Graph(index.case)
    found: Json = {"prefix": {"variorum": "urn:variorum:"}}
    if index.case.documents:
        found["entity"] = StreamedFields(graph.entities)
        found["agent"] = StreamedFields(lambda: iter(graph.agents.items()))
        found["wasAttributedTo"] = StreamedFields(graph.attributions)
    if graph.lines or index.case.claim_heads:
        found["wasDerivedFrom"] = StreamedFields(graph.derivations)
    return found


def _name(id_: str) -> str:
    """Return the qualified name of a record; a document's id, a bare hash, is told as such."""
    return f"variorum:{id_}" if "-" in id_ else f"variorum:document-{id_}"


def _qualified(name: str) -> Json:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _derived(taken: str, source: str, kind: str = "", why: str = "") -> tuple[str, Json]:
    """Return the derivation of one entity from another."""
    told: Json = {"prov:generatedEntity": _name(taken), "prov:usedEntity": _name(source)}
    told |= {"prov:type": _qualified(kind)} if kind else {}
    told |= {"variorum:because": why} if why else {}
    return _name(content_id("derived", taken, source, kind)), told


def _attributed(what: str, name: str, number: int = 0) -> tuple[str, Json]:
    agent = content_id("agent", name)
    told: Json = {"prov:entity": _name(what), "prov:agent": _name(agent)}
    told |= {"variorum:link": number} if number else {}
    return _name(content_id("said", what, agent, number)), told


class _Graph:
    """What a PROV document holds, made section by section as it is written."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self.lines = [line for line in case.stemma if line.kind in _TYPES]

    @cached_property
    def _passed_on(self) -> list[tuple[str, str, tuple[str, ...], SpeakerKind]]:
        """The id of each claim, its report, whom it comes by, and what its speaker is."""
        return [
            (claim.id, claim.document, tuple(link.name for link in claim.relay), claim.speaker.kind)
            for claim in self._case.claims
        ]

    def entities(self) -> Iterator[tuple[str, Json]]:
        """Yield the reports, the claims, and the sources that are not in the case."""
        for document in self._case.documents:
            told = {
                "prov:label": document.title or document.name,
                "variorum:publisher": document.publisher,
                "variorum:published": document.published,
                "variorum:url": document.url,
                "variorum:sha256": document.id,
            }
            yield _name(document.id), {key: value for key, value in told.items() if value}
        for claim in self._case.claims:
            places = " ".join(f"{span.start}-{span.end}" for span in claim.content)
            yield _name(claim.id), {"prov:value": claim.text, "variorum:place": places}
        for name in dict.fromkeys(line.name for line in self.lines if not line.source):
            yield _name(content_id("source", name)), {"prov:label": name}

    @cached_property
    def agents(self) -> dict[str, Json]:
        """Whoever a report or a claim is attributed to; of several kinds the last told counts."""
        named = [(document.name, SpeakerKind.ORGANISATION) for document in self._case.documents]
        for _, _, relay, kind in self._passed_on:
            named += [(name, SpeakerKind.UNNAMED) for name in relay[:-1]]
            named += [(name, kind) for name in relay[-1:]]
        found: dict[str, Json] = {}
        for name, kind in named:
            told = found.setdefault(_name(content_id("agent", name)), {"prov:label": name})
            if kind in _AGENTS:
                told["prov:type"] = _qualified(_AGENTS[kind])
        return found

    def attributions(self) -> Iterator[tuple[str, Json]]:
        """Yield who answers for each report, and by whom each claim comes."""
        for document in self._case.documents:
            yield _attributed(document.id, document.name)
        for claim, _, relay, _ in self._passed_on:
            for number, name in enumerate(relay, start=1):
                yield _attributed(claim, name, number)

    def derivations(self) -> Iterator[tuple[str, Json]]:
        """Yield which claim was taken from which report, and which report from where."""
        for claim, document, _, _ in self._passed_on:
            yield _derived(claim, document, "prov:Quotation")
        for line in self.lines:
            source = line.source or content_id("source", line.name)
            yield _derived(line.document, source, _TYPES[line.kind], line.because)
