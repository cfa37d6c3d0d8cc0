"""The bundled case: what the export of `examples/raqqa-2017` must hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from gold import Gold

from variorum.compare.provenance.copies import copies
from variorum.language.backends import is_read
from variorum.model import Contradiction, Document
from variorum.settings import Settings

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "raqqa-2017"
ANSWERS: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "raqqa" / "answers.yaml").read_text("utf-8")
)
# Copies that add nothing of their own.
REPRINTS = {"08", "12", "29"}
# What is not reached yet, and why. An entry that is reached must be taken off.
NOT_YET: dict[str, str] = {}


def params(names: Any) -> list[Any]:
    return [
        pytest.param(
            name,
            marks=[pytest.mark.xfail(strict=True, reason=NOT_YET[name])] if name in NOT_YET else [],
        )
        for name in names
    ]


@pytest.mark.parametrize("name", params(ANSWERS))
def test_an_answer_is_held_with_its_speaker_relay_and_span(raqqa: Gold, name: str) -> None:
    assert raqqa.meant(ANSWERS[name]), raqqa.why_not(ANSWERS[name])


@pytest.mark.parametrize("_name", params(["sum-of-fighters-and-hostages"]))
def test_fighters_and_women_and_children_are_added(raqqa: Gold, _name: str) -> None:
    (claim,) = raqqa.claims("32-hjs.txt", "300 to 500 militants")
    fighters, hostages = raqqa.measures(
        claim, "32-hjs.txt", "300 to 500 militants, plus 400 “hostages”"
    )
    assert [place.exact for place in fighters.plus] == [hostages.span.exact]
    assert [place.exact for place in hostages.plus] == [fighters.span.exact]


def clashes(gold: Gold, rule: str, *names: str) -> list[Contradiction]:
    """Return the contradictions by that rule that rest on all those answers."""
    sides = [set().union(*(gold.meant(ANSWERS[n]) for n in name.split("|"))) for name in names]
    return gold.clashes(rule, sides)


@pytest.mark.parametrize("_name", params(["product"]))
def test_four_foreign_fighters_clash_with_three_or_four_in_every_truck(
    raqqa: Gold, _name: str
) -> None:
    four = "dillon-four|dillon-four-sputnik|dillon-four-alghad"
    (found,) = clashes(raqqa, "product", four, "drivers-per-truck", "almost-50-trucks")
    assert len(found.claims) == 3
    told = " ".join([found.because, *found.derivation])
    assert all(number in told for number in ("four", "50", "200"))
    assert found.origins >= 2


@pytest.mark.parametrize("_name", params(["six-hours-against-three-days"]))
def test_six_hours_were_promised_and_three_days_passed(raqqa: Gold, _name: str) -> None:
    promised = "six-hours-promised|six-hours-promised-bbc"
    found = clashes(raqqa, "promise", promised, "three-days-taken|three-days-taken-bbc")
    assert found
    assert {len(each.claims) for each in found} == {2}


def test_800_dollars_that_another_allegedly_paid_break_no_promise(raqqa: Gold) -> None:
    # The report tells that it was the Islamic State that paid, and only allegedly so much.
    assert clashes(raqqa, "promise", "dollars-promised", "dollars-paid") == []


def _number(document: Document) -> str:
    return Path(document.path or "").name[:2]


def test_the_four_copies_are_found_which_way_round_and_no_other(raqqa: Gold) -> None:
    number = {document.id: _number(document) for document in raqqa.case.documents}
    found = copies(raqqa.case.documents, Settings().copy_threshold)
    pairs = sorted((number[copy.copy], number[copy.original]) for copy in found)
    assert pairs == [("08", "07"), ("12", "11"), ("19", "18"), ("29", "28")]


def test_every_report_is_there_and_the_languages_not_read_are_named(raqqa: Gold) -> None:
    assert len(raqqa.case.documents) == 32
    unread = {d.id for d in raqqa.case.documents if not is_read(d.language)}
    gaps = [gap for gap in raqqa.case.gaps if gap.kind == "document"]
    assert {gap.document for gap in gaps} == unread
    told = {claim.document for claim in raqqa.case.claims}
    assert {d.language for d in raqqa.case.documents if d.id in told} >= {"en", "fr", "ar"}


def test_nobody_contradicts_himself_within_one_report(raqqa: Gold) -> None:
    origin, claims = raqqa.case.origin_by_claim, raqqa.case.claim_by_id
    alone = [
        found.because
        for found in raqqa.case.contradictions
        if found.rule != "promise"
        and len({(origin[claim].id, claims[claim].document) for claim in found.claims}) < 2
    ]
    assert alone == []


def test_a_reprint_does_not_speak_for_its_original(raqqa: Gold) -> None:
    reprints = {document.id for document in raqqa.case.documents if _number(document) in REPRINTS}
    claims = raqqa.case.claim_by_id
    wrong = [
        found.because
        for found in raqqa.case.contradictions
        if reprints & {claims[claim].document for claim in found.claims}
    ]
    assert wrong == []


def test_no_contradiction_is_told_twice(raqqa: Gold) -> None:
    told = [(found.rule, found.because) for found in raqqa.case.contradictions]
    assert len(told) == len(set(told))
