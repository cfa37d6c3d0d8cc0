"""A dispute opened: its answers with quotations, through whom they came, and the proof."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

import variorum
from variorum.case import Case
from variorum.model import Rule
from variorum.publish.base.index import Index
from variorum.publish.terminal.dispute_console import print_conflict, print_conflicts
from variorum.publish.views.overview.conflicts_view import Conflict, conflicts


def _shown(case: Case, conflict: Conflict, most: int | None = None) -> str:
    console = Console(file=io.StringIO(), width=70, highlight=False)
    print_conflict(Index(case), conflict, console, most)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.fixture(scope="module")
def ferry(ferry_built: Case) -> tuple[Case, tuple[Conflict, ...]]:
    return ferry_built, conflicts(Index(ferry_built))


def _named(found: tuple[Conflict, ...], words: str) -> Conflict:
    return next(conflict for conflict in found if words in conflict.label)


def test_each_answer_has_its_quotations_and_through_whom_they_came(
    ferry: tuple[Case, tuple[Conflict, ...]],
) -> None:
    case, found = ferry
    killed = _named(found, "killed")
    shown = _shown(case, killed)
    words = " ".join(shown.split())
    assert words.startswith(f"{killed.number} How many people were killed?")
    for answer in killed.answers:
        assert f"{answer.label} " in words
        for claim in answer.claims[:1]:
            assert " ".join(case.claim_by_id[claim].content[0].exact.split()) in words
    assert ", a reprint" in words
    assert ", via " in words
    assert killed.proofs[0].because in words


def test_what_is_worked_out_shows_its_arithmetic(
    ferry: tuple[Case, tuple[Conflict, ...]],
) -> None:
    case, found = ferry
    words = " ".join(_shown(case, _named(found, "rescued")).split())
    assert "worked out from the words of " in words
    assert " × " in words


def test_a_reason_is_followed_by_the_steps_that_it_does_not_tell_itself(
    ferry: tuple[Case, tuple[Conflict, ...]],
) -> None:
    case, found = ferry
    for conflict in found:
        words = " ".join(_shown(case, conflict).split())
        for proof in conflict.proofs:
            followed = f"{proof.because} {proof.derivation[0]}" in words
            assert followed == (proof.rule in (Rule.PRODUCT, Rule.SUM))


def test_a_few_words_are_quoted_with_their_sentence_and_others_with_what_was_read(
    tmp_path: Path,
) -> None:
    told = {
        "a": "Harbour officials said an air strike caused the explosion. The navy denied it.",
        "b": "Nach Angaben der Hafenbehörde starben am Montag in Sarn zwölf Menschen. "
        "Die Marine sprach von 90 Toten in Sarn.",
    }
    for name, text in told.items():
        (tmp_path / f"{name}.txt").write_text(f"---\npublished: 2021-03-02\n---\n{text}\n")
    case = variorum.build(sorted(tmp_path.glob("*.txt")))
    words = " ".join(" ".join(_shown(case, one) for one in conflicts(Index(case))).split())
    assert "explosion. The navy denied it.” (denied: certainly not so)" in words
    assert "“Die Marine sprach von 90 Toten in Sarn.” (90 people" in words


def test_quotations_beyond_the_limit_are_counted(
    ferry: tuple[Case, tuple[Conflict, ...]],
) -> None:
    case, found = ferry
    several = next(c for c in found for a in c.answers if len(a.claims) > 1)
    assert "more quotation" in _shown(case, several, 1)
    assert "more quotation" not in _shown(case, several, 99)


def test_words_of_documents_are_not_taken_for_markup(case: Case) -> None:
    console = Console(file=io.StringIO(), width=300, highlight=False)
    print_conflicts(Index(case), conflicts(Index(case)), console)
    assert isinstance(console.file, io.StringIO)
    assert "<script>" in console.file.getvalue()
    assert "12 rafts × 20 to 25 people in each = 240 to 300 people" in console.file.getvalue()


def test_a_case_without_conflicts_says_so() -> None:
    console = Console(file=io.StringIO(), width=80, highlight=False)
    print_conflicts(Index(Case()), (), console)
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue() == "No contradiction was found in the reports.\n"
