"""The ferry case: what its record must hold, and what it must not make of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from gold import Gold

from variorum.case import Case
from variorum.compare.origins import copies
from variorum.settings import Settings

RECORD: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "ferry" / "expected.yaml").read_text("utf-8")
)
# What is not reached yet, and why. An entry that is reached must be taken off.
NOT_YET = {
    "more-children-than-people": "people and children are not asked of the same event and time",
}


def entries(name: str, *keys: str) -> list[Any]:
    return [
        pytest.param(
            *(entry[key] for key in keys),
            id=entry["id"],
            marks=[pytest.mark.xfail(strict=True, reason=NOT_YET[entry["id"]])]
            if entry["id"] in NOT_YET
            else [],
        )
        for entry in RECORD[name]
    ]


@pytest.fixture(scope="session")
def ferry(ferry_built: Case) -> Gold:
    return Gold(ferry_built)


@pytest.mark.parametrize(("rule", "claims"), entries("must_find", "rule", "claims"))
def test_what_must_be_found(ferry: Gold, rule: str, claims: list[dict[str, Any]]) -> None:
    sides = [ferry.meant(wanted) for wanted in claims]
    unmet = [ferry.why_not(w) for w, side in zip(claims, sides, strict=True) if not side]
    assert unmet == []
    found = [
        contradiction
        for contradiction in ferry.case.contradictions
        if contradiction.rule == rule
        and all(side & {*contradiction.claims, *contradiction.also} for side in sides)
    ]
    assert len(found) == 1
    assert len(found[0].claims) == len(sides)
    assert found[0].derivation


@pytest.mark.parametrize("claims", entries("must_not_find", "claims"))
def test_what_must_not_be_found(ferry: Gold, claims: list[dict[str, Any]]) -> None:
    sides = [(wanted["file"], wanted["quote"]) for wanted in claims]
    held = [(side, ferry.claims(*side)) for side in sides]
    clashes = [
        contradiction.because
        for contradiction in ferry.case.contradictions
        if all(_tells(ferry, contradiction, side, claims) for side, claims in held)
    ]
    assert clashes == []


def _tells(gold: Gold, contradiction: Any, side: tuple[str, str], claims: list[Any]) -> bool:
    """Return whether the contradiction rests on the number in the quote, by one of its claims."""
    told = " ".join([contradiction.because, *contradiction.derivation])
    return any(
        claim.id in contradiction.claims
        and any(measure.text in told for measure in gold.measures(claim, *side))
        for claim in claims
    )


def test_the_reprint_is_found_and_which_way_round(ferry: Gold) -> None:
    found = copies(ferry.case.documents, Settings().copy_threshold)
    reprint, original = (ferry.document(f).id for f in ("02-mirror.txt", "01-northwire.txt"))
    assert [(copy.copy, copy.original) for copy in found] == [(reprint, original)]


def test_the_reports_stand_on_the_origins_they_have(ferry: Gold) -> None:
    assert len(RECORD["origins"]) == 3
    for wanted in RECORD["origins"]:
        documents = {ferry.document(file).id for file in wanted["documents"]}
        hows = wanted.get("how", "own").split(" or ")
        own = [
            origin
            for origin in ferry.case.origins
            if origin.how in hows and documents <= set(origin.documents)
        ]
        assert own, wanted["documents"]


def test_a_source_that_corrects_itself_is_no_dispute_of_two_origins(ferry: Gold) -> None:
    (pair,) = RECORD["corrections"]
    sides = [(pair[side]["file"], pair[side]["quote"]) for side in ("earlier", "later")]
    held = [(side, ferry.claims(*side)) for side in sides]
    assert all(claims for _, claims in held)
    disputes = [
        contradiction.because
        for contradiction in ferry.case.contradictions
        if contradiction.origins > 1
        and all(_tells(ferry, contradiction, side, claims) for side, claims in held)
    ]
    assert disputes == []
