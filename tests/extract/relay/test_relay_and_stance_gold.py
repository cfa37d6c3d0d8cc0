from pathlib import Path

import pytest

from gold_marks import GoldCase, claim_meant, gold_cases
from variorum.extract import extract
from variorum.language.parsing import parse
from variorum.model import Certainty, Form, Stance

CASES = Path(__file__).parents[2] / "cases"
RELAY, STANCE = gold_cases(CASES / "relay"), gold_cases(CASES / "stance")
FEWEST_CHAINS = 0.85
FEWEST_JUDGED = 0.9


def open_claims(cases: list[GoldCase]):
    chosen = [case for case in cases if not case.held]
    for case in chosen:
        claims = extract(case.document, parse(case.document))
        for number, wanted in case.expected.items():
            yield claim_meant(claims, case, number), wanted


@pytest.mark.parametrize("case", RELAY + STANCE, ids=lambda case: case.title)
def test_a_case_marks_the_content_of_each_claim_it_expects(case):
    assert case.expected
    assert all(case.places("content", number) for number in case.expected)


def test_there_are_cases_enough_and_a_third_is_held():
    for cases, fewest in ((RELAY, 100), (STANCE, 200)):
        assert len(cases) >= fewest
        assert len({case.title for case in cases}) == len(cases)
        assert 0.3 < sum(case.held for case in cases) / len(cases) < 0.36


@pytest.mark.parametrize("case", STANCE, ids=lambda case: case.title)
def test_what_is_expected_of_a_stance_is_in_the_vocabulary(case):
    for wanted in case.expected.values():
        form, stance, certainty, *band = wanted.split(", ")
        assert Form(form)
        assert Stance(stance)
        assert Certainty(certainty)
        assert len(band) <= 1


@pytest.mark.parametrize("case", RELAY, ids=lambda case: case.title)
def test_an_expected_chain_begins_with_the_publisher(case):
    assert all(w.startswith(f"{case.document.publisher} > ") for w in case.expected.values())


def test_most_open_chains_have_as_many_links_as_expected():
    found = [
        claim is not None and len(claim.relay) == len(wanted.split(" > "))
        for claim, wanted in open_claims(RELAY)
    ]
    assert sum(found) / len(found) >= FEWEST_CHAINS


def test_most_open_claims_are_judged_as_expected():
    found = [
        claim is not None and [claim.form, claim.stance, claim.certainty] == wanted.split(", ")[:3]
        for claim, wanted in open_claims(STANCE)
    ]
    assert sum(found) / len(found) >= FEWEST_JUDGED
