"""PROV-JSON is read back by the prov package, which refuses what is no PROV."""

from __future__ import annotations

import json

import pytest
from exported import exported
from prov.model import (
    ProvAgent,
    ProvAttribution,
    ProvDerivation,
    ProvDocument,
    ProvEntity,
    ProvRecord,
)

from variorum.case import Case
from variorum.model import DerivationKind


def read(case: Case) -> ProvDocument:
    return ProvDocument.deserialize(content=exported("prov", case).decode("utf-8"), format="json")


def local(record: ProvRecord, name: str) -> list[str]:
    return [value.localpart for key, value in record.attributes if key.localpart == name]


def test_it_is_read_back_and_written_again_as_it_was(disputed: Case) -> None:
    found = read(disputed)
    again = ProvDocument.deserialize(content=found.serialize(format="json"), format="json")
    assert found == again


def test_reports_and_claims_are_entities_and_who_says_it_are_agents(disputed: Case) -> None:
    found = read(disputed)
    entities = {record.identifier.localpart for record in found.get_records(ProvEntity)}
    assert {claim.id for claim in disputed.claims} <= entities
    assert {f"document-{document.id}" for document in disputed.documents} <= entities
    labels = {record.label for record in found.get_records(ProvAgent)}
    assert {link.name for claim in disputed.claims for link in claim.relay} <= labels


def test_nothing_is_related_to_what_is_not_there(disputed: Case) -> None:
    found = read(disputed)
    entities = {record.identifier.localpart for record in found.get_records(ProvEntity)}
    agents = {record.identifier.localpart for record in found.get_records(ProvAgent)}
    for record in found.get_records(ProvDerivation):
        assert {*local(record, "generatedEntity"), *local(record, "usedEntity")} <= entities
    for record in found.get_records(ProvAttribution):
        assert set(local(record, "agent")) <= agents


@pytest.mark.parametrize("kind", list(DerivationKind))
def test_a_line_of_the_stemma_is_a_derivation_but_of_a_briefing(
    kind: DerivationKind, disputed: Case
) -> None:
    line = disputed.stemma[0].model_copy(update={"kind": kind, "source": None, "name": "Elsewhere"})
    comparison = disputed.comparison
    case = Case(disputed.documents, (), (), type(comparison)(stemma=(line,)))
    found = json.loads(exported("prov", case)).get("wasDerivedFrom", {})
    assert len(found) == (kind is not DerivationKind.BRIEFING)
    assert all(one["variorum:because"] == line.because for one in found.values())
