"""What was agreed in the bundled case, and how many terms and breaches are read off marked text."""

from collections import Counter
from pathlib import Path

import pytest
from gold import Gold

from agreements import Score, passages
from agreements import compare as against
from compliance import answer, pairs
from variorum.model import Agreement, ComplianceStatus, Modality

CASES = Path(__file__).parent / "agreements"
MUST, MUST_NOT = Modality.MUST, Modality.MUST_NOT
# The terms of report 32: words of the act, who is bound, and how.
TERMS = [
    ("secure geographic boundaries", {"SDF", "Islamic State"}, MUST),
    ("anything in the way of IS jihadists", {"SDF"}, MUST_NOT),
    ("operations of its own against IS", {"SDF"}, MUST_NOT),
    ("stop its military operations against the SDF", {"Islamic State"}, MUST),
    ("deliver any IS prisoner to a third party", {"SDF"}, MUST_NOT),
    ("prevent locals or foreign fighters from reaching", {"SDF"}, MUST_NOT),
    ("settle problems", {"SDF", "Islamic State"}, MUST),
    ("be open", set(), MUST),
    ("stop any product", {"SDF", "Islamic State"}, MUST_NOT),
    ("preserve the oil fields", {"SDF"}, MUST),
    ("the safety of IS jihadists", {"SDF"}, MUST),
]


@pytest.fixture(scope="module")
def ceasefire(raqqa: Gold) -> Agreement:
    (found,) = [a for a in raqqa.case.agreements if a.type == "ceasefire"]
    return found


def test_the_ceasefire_has_its_parties_its_window_and_its_hotline(ceasefire: Agreement) -> None:
    assert len(ceasefire.parties) == 2
    assert "SDF" in ceasefire.parties[0]
    assert "Islamic State" in ceasefire.parties[1]
    told = (ceasefire.reached, ceasefire.start, ceasefire.end)
    assert told == ("2017-11-27", "2017-11-28", "2017-12-28")
    assert any("hotline" in place.exact for place in ceasefire.monitoring)
    assert len(ceasefire.documents) == 3


@pytest.mark.parametrize(("act", "bound", "modality"), TERMS, ids=[row[0] for row in TERMS])
def test_each_term_of_the_document_has_who_is_bound_and_how(
    ceasefire: Agreement, act: str, bound: set[str], modality: Modality
) -> None:
    (term,) = [t for t in ceasefire.terms if act in t.act]
    assert term.modality is modality
    assert len(term.obligors) == len(bound)
    assert all(any(name in obligor for obligor in term.obligors) for name in bound)


def test_two_affirm_the_document_and_one_party_denies_it(raqqa: Gold, ceasefire: Agreement) -> None:
    case = raqqa.case
    assert ceasefire.disputed
    assert len(ceasefire.affirmed) == 2
    (denied,) = ceasefire.denied
    document = case.document_by_id[case.claim_by_id[denied].document]
    assert Path(document.path or "").name == "27-southfront.txt"


@pytest.mark.parametrize(
    ("said", "came"),
    [
        ("the job would be over in about six hours", "three days"),
        ("no foreign fighter to survive", "foreign fighters got out"),
    ],
)
def test_what_was_promised_and_meant_did_not_come(raqqa: Gold, said: str, came: str) -> None:
    (made,) = [c for c in raqqa.case.commitments if said in c.content]
    assert made.status is ComplianceStatus.BREACHED
    assert any(came in raqqa.case.claim_by_id[claim].text for claim in made.claims)


def test_most_terms_of_the_open_passages_are_found_and_rightly_read() -> None:
    score = Score()
    for passage in passages(CASES / "open.txt"):
        against(passage, score)
    least = {"found": 0.88, "precision": 0.9, "both": 0.9, "window": 0.85, "agreement": 0.9}
    assert {name: score.rate(name) for name in least if score.rate(name) < least[name]} == {}


def test_most_open_pairs_are_judged_rightly_and_nothing_is_called_a_breach_that_is_none() -> None:
    told = [(pair, answer(pair)[0]) for pair in pairs(CASES / "pairs.txt")]
    right = Counter(said == pair.wanted for pair, said in told)
    assert right[True] >= 0.9 * len(told)
    assert [p.title for p, said in told if said == "breached" and p.wanted == "none"] == []
