"""The small invented cases: what each record must hold, and what it must not make of it."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import pytest
import yaml
from gold import Gold

import variorum
from variorum.compare.provenance.copies import copies
from variorum.settings import Settings

HERE = Path(__file__).parent
RECORDS: dict[str, dict[str, Any]] = {
    path.parent.name: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted(HERE.glob("*/expected.yaml"))
}
# What is not reached yet, and why. An entry that is reached must be taken off.
NOT_YET = {
    "ferry": {
        "more-children-than-people": "people and children are not asked of the same event and time",
    },
    "quake": {},
    "strike": {},
    "march": {
        "officers-on-duty": "'on duty' and 'there were' are not read as one event",
        "arrests": "it is found as a count that grew, not as two that differ",
        "stones-or-none": "a plural of things is not read as some of them",
    },
}


def entries(name: str, *keys: str) -> list[Any]:
    """Return the parameters of each entry of that name in every case, the unreached marked."""
    return [
        pytest.param(
            case,
            *(entry[key] for key in keys),
            id=f"{case}-{entry['id']}",
            marks=[pytest.mark.xfail(strict=True, reason=NOT_YET[case][entry["id"]])]
            if entry["id"] in NOT_YET[case]
            else [],
        )
        for case, record in RECORDS.items()
        for entry in record[name]
    ]


@functools.cache
def built(case: str) -> Gold:
    return Gold(variorum.build(sorted((HERE / case).glob("*.txt"))))


def test_every_reason_belongs_to_an_entry() -> None:
    known = {
        case: {entry["id"] for name in ("must_find", "must_not_find") for entry in record[name]}
        for case, record in RECORDS.items()
    }
    assert all(set(reasons) <= known[case] for case, reasons in NOT_YET.items())


@pytest.mark.parametrize(("case", "rule", "claims"), entries("must_find", "rule", "claims"))
def test_what_must_be_found(case: str, rule: str, claims: list[dict[str, Any]]) -> None:
    gold = built(case)
    sides = gold.sides(claims)
    unmet = [gold.why_not(w) for w, side in zip(claims, sides, strict=True) if not side]
    assert unmet == []
    found = gold.clashes(rule, sides)
    assert found
    assert len(found) == 1 or len(sides) == 2
    assert all(len(contradiction.claims) <= len(sides) for contradiction in found)
    assert found[0].derivation


@pytest.mark.parametrize(("case", "claims"), entries("must_not_find", "claims"))
def test_what_must_not_be_found(case: str, claims: list[dict[str, Any]]) -> None:
    assert [found.because for found in built(case).set_against(claims)] == []


def test_the_reprint_is_found_and_which_way_round() -> None:
    ferry = built("ferry")
    found = copies(ferry.case.documents, Settings().copy_threshold)
    reprint, original = (ferry.document(f).id for f in ("02-mirror.txt", "01-northwire.txt"))
    assert [(copy.copy, copy.original) for copy in found] == [(reprint, original)]


def test_the_reports_stand_on_the_origins_they_have() -> None:
    ferry, wanted_origins = built("ferry"), RECORDS["ferry"]["origins"]
    assert len(wanted_origins) == 2
    for wanted in wanted_origins:
        documents = {ferry.document(file).id for file in wanted["documents"]}
        hows = wanted.get("how", "own").split(" or ")
        own = [
            origin
            for origin in ferry.case.origins
            if origin.how in hows and documents <= set(origin.documents)
        ]
        assert own, wanted["documents"]


@pytest.mark.parametrize(
    "case", [name for name, record in RECORDS.items() if record["corrections"]]
)
def test_a_source_that_corrects_itself_is_no_dispute_of_two_origins(case: str) -> None:
    gold = built(case)
    for pair in RECORDS[case]["corrections"]:
        sides = [pair["earlier"], pair["later"]]
        assert all(gold.claims(side["file"], side["quote"]) for side in sides)
        disputes = [found.because for found in gold.set_against(sides) if found.origins > 1]
        assert disputes == []
