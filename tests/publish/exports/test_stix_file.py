"""Bundles are parsed by the stix2 package, which checks every object and property."""

from __future__ import annotations

import json

import stix2
from exported import exported

from variorum.case import Case


def read(case: Case) -> dict[str, stix2.v21.base._STIXBase]:
    bundle = stix2.parse(exported("stix", case).decode("utf-8"), version="2.1")
    objects = getattr(bundle, "objects", [])
    assert len({one["id"] for one in objects}) == len(objects)
    return {one["id"]: one for one in objects}


def test_every_claim_is_a_note_in_its_own_words_and_every_report_a_report(
    disputed: Case, truce: Case, ferry_built: Case
) -> None:
    for case in (disputed, truce, ferry_built):
        found = list(read(case).values())
        notes = [one["content"] for one in found if one["type"] == "note"]
        whole = [claim.text for claim in case.claims if claim.part_of is None]
        assert set(whole) <= set(notes)
        assert sum(one["type"] == "report" for one in found) == len(case.documents)
        assert sum(one["type"] == "incident" for one in found) == len(case.happenings)


def test_every_reference_leads_to_an_object_of_the_bundle(
    disputed: Case, truce: Case, ferry_built: Case
) -> None:
    for case in (disputed, truce, ferry_built):
        found = read(case)
        for one in found.values():
            refs = [*one.get("object_refs", []), one.get("created_by_ref", one["id"])]
            assert [ref for ref in refs if ref not in found] == []


def test_a_case_of_nothing_is_an_empty_bundle() -> None:
    assert json.loads(exported("stix", Case()))["objects"] == []
