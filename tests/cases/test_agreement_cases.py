"""Agreements of the bundled case hold together, and marked text that was tuned on stays read."""

from collections import Counter
from pathlib import Path

import pytest
from gold import Gold

from agreements import Score, passages
from agreements import compare as against
from compliance import answer, pairs
from variorum.model import BreachStanding, Interest, Modality, Stance

CASES = Path(__file__).parent / "agreements"
MAY, MUST = Modality.MAY, Modality.MUST


@pytest.mark.parametrize("name", ["more", "third"])
def test_four_terms_in_five_of_further_passages_are_found_and_most_rightly_read(name: str) -> None:
    score = Score()
    for passage in passages(CASES / f"{name}.txt"):
        against(passage, score)
    least = {"found": 0.8, "precision": 0.85, "both": 0.85, "window": 0.85, "agreement": 0.9}
    assert score.counts["found of"] > 100
    assert {key: score.rate(key) for key in least if score.rate(key) < least[key]} == {}


@pytest.mark.parametrize(("name", "least"), [("more", 0.7), ("third", 0.55)])
def test_no_further_pair_without_bearing_is_called_a_breach(name: str, least: float) -> None:
    told = [(pair, answer(pair)[0]) for pair in pairs(CASES / f"pairs-{name}.txt")]
    assert [p.title for p, said in told if said == "breached" and p.wanted == "none"] == []
    right = Counter(said == pair.wanted for pair, said in told)
    assert right[True] >= least * len(told)


def test_what_the_other_reports_tell_of_the_ceasefire_stands_among_its_terms(raqqa: Gold) -> None:
    (found,) = [a for a in raqqa.case.agreements if a.type == "ceasefire"]
    told = [
        (" ".join(telling.clause.act.split()), term.modality)
        for term in found.terms
        for telling in term.tellings
    ]
    for words, modality in (
        ("set up a hot line", MUST),
        ("avoid clashes in eastern Syria", MUST),
        ("pass between areas", MAY),
    ):
        assert [m for act, m in told if words in act] == [modality]
    names = {
        Path(raqqa.case.document_by_id[key].path or "").name[:2]
        for key in found.documents
    }  # fmt: skip
    assert names == {"26", "27", "32"}


def test_every_term_and_its_evidence_name_claims_of_the_case(raqqa: Gold) -> None:
    case = raqqa.case
    terms = [term for agreement in case.agreements for term in agreement.terms]
    assert len(terms) > 20
    for term in terms:
        text = case.document_by_id[term.span.document].text
        assert text[term.span.start : term.span.end] == term.span.exact
        assert term.tellings[0].claim == term.claim
        named = {term.claim, *(t.claim for t in term.tellings), *(f.claim for f in term.compliance)}
        assert named <= case.claim_by_id.keys()
    assert len({term.id for term in terms}) == len(terms)


def test_nothing_is_verified_by_nobody_and_nothing_is_of_a_data_set_without_one(
    raqqa: Gold,
) -> None:
    found = [f for a in raqqa.case.agreements for term in a.terms for f in term.compliance]
    assert found
    assert BreachStanding.VERIFIED not in {each.standing for each in found}
    assert Interest.DATA_SET not in {each.interest for each in found}


@pytest.mark.parametrize(
    ("said", "holder", "stance", "because"),
    [
        ("the job would be over in about six hours", "SDF", Stance.PREDICTS, "What was foretold"),
        ("each driver between $4,000 and $6,000", "SDF", Stance.PROMISES, "No report tells what"),
        ("no foreign fighter to survive", "James Mattis", Stance.INTENDS, "What was intended"),
    ],
)
def test_a_commitment_has_who_made_it_and_how(
    raqqa: Gold, said: str, holder: str, stance: Stance, because: str
) -> None:
    (made,) = [c for c in raqqa.case.commitments if said in c.content]
    assert (made.holder, made.stance) == (holder, stance)
    assert made.because.startswith(because)
