"""Entities are checked by the followthemoney package: schemata, properties and clean values."""

from __future__ import annotations

import json

from exported import exported
from followthemoney import model
from followthemoney.proxy import EntityProxy

from variorum.case import Case
from variorum.model import Document


def read(case: Case) -> dict[str, EntityProxy]:
    lines = exported("ftm", case).decode("utf-8").splitlines()
    found = {}
    for line in lines:
        row = json.loads(line)
        proxy = model.get_proxy(row, cleaned=False)
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        given = {name: sorted(values) for name, values in row["properties"].items()}
        assert kept == given, "a value was refused or changed"
        assert not proxy.schema.validate(proxy.to_dict())
        found[row["id"]] = proxy
    assert len(found) == len(lines)
    return found


def test_reports_claims_and_happenings_are_entities_of_their_ids(
    disputed: Case, truce: Case, ferry_built: Case
) -> None:
    for case in (disputed, truce, ferry_built):
        found = read(case)
        for claim in case.claims:
            assert found[claim.id].schema.name == "Note"
            assert found[claim.id].get("proof") == [claim.document]
        for document in case.documents:
            assert found[document.id].schema.name == "Article"
        for happening in case.happenings:
            assert found[happening.id].schema.name == "Event"


def test_every_entity_that_is_pointed_to_is_there(ferry_built: Case) -> None:
    found = read(ferry_built)
    for proxy in found.values():
        for prop, value in proxy.itervalues():
            assert prop.type.name != "entity" or value in found, prop


def test_statements_put_together_are_the_entities(disputed: Case) -> None:
    rows = [json.loads(line) for line in exported("ftm-statements", disputed).splitlines()]
    assert len({row["id"] for row in rows}) == len(rows)
    found: dict[str, dict[str, set[str]]] = {}
    for row in rows:
        assert model.get(row["schema"]) is not None
        assert row["canonical_id"] == row["entity_id"]
        found.setdefault(row["entity_id"], {}).setdefault(row["prop"], set()).add(row["value"])
    assert found == {
        key: {
            "id": {key},
            **{name: set(values) for name, values in one.to_dict()["properties"].items()},
        }
        for key, one in read(disputed).items()
    }


def test_a_day_that_is_not_known_is_no_day() -> None:
    def day(published: str) -> list[str]:
        document = Document.from_text("Words.", path="a.txt", published=published)
        return list(read(Case(documents=(document,)))[document.id].get("publishedAt"))

    assert (day("2031-05-04"), day("2031-05"), day("2031-05-04/2031-05-06")) == (
        ["2031-05-04"],
        [],
        [],
    )
