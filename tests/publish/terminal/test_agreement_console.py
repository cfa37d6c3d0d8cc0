from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from variorum.case import Case
from variorum.publish.terminal.agreement_console import print_agreements


def _printed(case: Case, width: int = 200) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    print_agreements(case, console)
    assert isinstance(console.file, io.StringIO)
    return " ".join(console.file.getvalue().split())


@pytest.fixture(scope="module")
def printed(truce: Case) -> str:
    return _printed(truce)


def test_facts_are_told_with_who_tells_them_and_the_rest_is_unclear(printed: str) -> None:
    assert "Agreement 1: Ceasefire between the government of Orsan" in printed
    assert (
        "From: 12 March 2027 ([A] Office of the Envoy) against 13 March 2027 ([B] Meridian Wire)"
    ) in printed
    assert "Duration: one month ([B] Meridian Wire)" in printed
    assert "Unclear: reached, entry into force, renewal, place and stage" in printed


def test_a_disputed_agreement_says_so_before_all_else(printed: str) -> None:
    rests = printed.index("Its authenticity is disputed, and everything below depends on it.")
    assert rests < printed.index("Type: ceasefire")
    assert "Affirmed by: [B] the envoy in Meridian Wire" in printed
    assert "Denied by: [C] Benar Hossik in Council Radio" in printed
    assert "Said to have been leaked: [C] Council Radio" in printed


def test_terms_stand_with_their_status_and_evidence(printed: str) -> None:
    assert "8 terms: 1 partly kept, 2 breached" in printed
    assert "breached, verified" in printed
    assert "Military" in printed
    assert "Reports differ: when: 14 March 2027 ([A] Office of the Envoy)" in printed


def test_commitments_with_an_outcome_are_printed_and_the_rest_counted(printed: str) -> None:
    assert "[D] Hask Gazette: The mill stands empty" in printed
    assert "the harvest will fail" not in printed
    assert printed.endswith("1 more commitment with no reported outcome.")


def test_words_of_documents_are_not_taken_for_markup(truce: Case) -> None:
    label = "[red]A pact[/red]"
    agreement = truce.agreements[0].model_copy(update={"label": label, "duration": "[b]long[/b]"})
    case = replace(truce, comparison=replace(truce.comparison, agreements=(agreement,)))
    printed = _printed(case)
    assert label in printed
    assert "[b]long[/b]" in printed


def test_a_narrow_terminal_has_each_cell_below_the_other(truce: Case) -> None:
    narrow, wide = (_printed(truce, width) for width in (60, 200))
    assert "Who must do what Kept" in wide
    assert "Who must do what Kept" not in narrow
    assert "Kept: breached, verified" in narrow


def test_a_case_without_agreements_says_so() -> None:
    assert _printed(Case()) == "No agreement was found in the reports."
