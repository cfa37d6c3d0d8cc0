"""Pairs of statements: no alarm at what can both be true, and none missed at what cannot."""

import pytest
from statement_pairs import contradictions, pairs

# What is not reached yet, among those not held back from tuning.
NOT_YET: dict[str, str] = {
    "In all 120 people were on the ferry, the owner said. / There were 150 children on the "
    "ferry, a teacher said.": "the parse takes the people for the total",
}
# Of those held back it is counted only how many are right, and the number never falls.
HELD_RIGHT = {"compatible": 16, "incompatible": 8}


def params(name):
    return [
        pytest.param(
            pair,
            id=f"{pair.why}: {pair.name}",
            marks=[pytest.mark.xfail(strict=True, reason=NOT_YET[pair.name])]
            if pair.name in NOT_YET
            else [],
        )
        for pair in pairs(name)
        if not pair.held
    ]


@pytest.mark.parametrize("pair", params("compatible"))
def test_what_can_both_be_true_is_no_contradiction(pair):
    assert [found.because for found in contradictions(pair)] == []


@pytest.mark.parametrize("pair", params("incompatible"))
def test_what_cannot_both_be_true_is_a_contradiction_by_its_rule(pair):
    assert pair.why in {found.rule for found in contradictions(pair)}


@pytest.mark.parametrize("pair", params("compatible-more"))
def test_what_looks_contradictory_and_can_both_be_true_is_left_alone(pair):
    assert [found.because for found in contradictions(pair)] == []


@pytest.mark.parametrize("pair", params("incompatible-more"))
def test_what_cannot_both_be_true_in_other_words_is_found_too(pair):
    assert contradictions(pair)


@pytest.mark.parametrize("name", ["compatible", "incompatible"])
def test_those_held_back_are_judged_as_well_as_before(name):
    held = [pair for pair in pairs(name) if pair.held]
    right = sum(bool(contradictions(pair)) == (name == "incompatible") for pair in held)
    assert right >= HELD_RIGHT[name]


def test_there_are_enough_of_both():
    assert len(pairs("compatible")) >= 40
    assert len(pairs("incompatible")) >= 20
