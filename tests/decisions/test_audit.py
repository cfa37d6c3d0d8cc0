"""The figures of what people reviewed: shares with their intervals, and agreement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.weighed import case, claim_with, decide
from variorum.case import Case
from variorum.decisions import FieldFigure, audit, decision_of
from variorum.decisions.audit import alpha


def figures(rows) -> dict[str, tuple[int, int]]:
    return {row.name: (row.right, row.of) for row in rows}


def test_a_claim_is_right_in_every_field_that_nobody_corrected():
    of = decide(case(), "accept", claim_with("40 people", case()).id)
    of = decide(of, "correct", claim_with("12 soldiers", of).id, low="13", high="13")
    of = decide(of, "reject", claim_with("55 people", of).id)
    of = decide(of, "add", "Herald.txt", content="55 people died")
    found = audit(of)
    told = figures(found.fields)
    assert (found.reviewed, found.added) == (3, 1)
    assert told["worth keeping"] == told["speaker"] == told["stance"] == (2, 3)
    assert told["measures"] == told["all"] == (1, 3)
    assert figures(found.languages) == {"en": (1, 3)}
    assert figures(found.sources) == {"Courier": (1, 2), "Herald": (0, 1)}


def test_nothing_reviewed_gives_no_figure():
    found = audit(case())
    assert (found.reviewed, found.fields, found.agreement) == (0, (), {})


def test_two_people_who_judge_the_same_claims_have_an_agreement():
    of: Case = case()
    log = []
    for who, kinds in (
        ("Ada", ("accept", "reject", "accept")),
        ("Bo", ("accept", "reject", "reject")),
    ):
        log += [
            decision_of(of, kind, [claim.id], who=who, why="So.", when="2031")
            for kind, claim in zip(kinds, of.claims, strict=True)
        ]
    found = audit(case(*log))
    # Coincidences: 2 of keep-keep, 2 of reject-reject, 2 of both; alpha = 1 - 5 * 2 / (3 * 3 * 2).
    assert found.agreement["keep"] == pytest.approx(1 - 5 * 2 / 18)
    assert found.agreement["speaker"] == 1


def test_wilsons_interval_is_that_of_the_textbook():
    low, high = FieldFigure("all", 8, 10).interval
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert FieldFigure("all", 3, 3).interval[1] == 1


@given(st.integers(0, 30), st.integers(0, 30))
def test_the_share_lies_in_its_interval(right, wrong):
    figure = FieldFigure("all", right, right + wrong + 1)
    low, high = figure.interval
    assert 0 <= low <= figure.share <= high <= 1


def test_alpha_of_krippendorffs_three_observers():
    # Three observers, fifteen units, values missing (Krippendorff 2011); nominal alpha is 0.691.
    units = ["1", "22", "11", "33", "334", "444", "13", "22", "11", "11", "33", "33", "34"]
    assert alpha([list(unit) for unit in units]) == pytest.approx(0.691, abs=0.0005)


def test_what_only_one_has_judged_has_no_alpha():
    assert alpha([["yes"], []]) is None
    assert alpha([["yes", "yes"]]) == 1
