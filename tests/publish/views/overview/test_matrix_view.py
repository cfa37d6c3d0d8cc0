"""The evidence matrix: every answer of every dispute in its origin's row, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from variorum.case import Case
from variorum.model import Change, History, Step
from variorum.publish.base.index import Index
from variorum.publish.views.overview.conflicts_view import conflicts
from variorum.publish.views.overview.matrix_view import matrix


def test_every_answer_stands_in_the_row_of_its_origin(ferry_built: Case) -> None:
    index = Index(ferry_built)
    found = matrix(index)
    assert found.conflicts == conflicts(index)
    told = {
        (place, letter, claim)
        for row in found.rows
        for place, cell in enumerate(row.cells)
        if cell
        for letter in cell.letters
        for claim in cell.claims
    }
    for place, conflict in enumerate(found.conflicts):
        for number, answer in enumerate(conflict.answers):
            assert {(place, "ABCDEFGH"[number], claim) for claim in answer.claims} <= told
    for row in found.rows:
        for cell in filter(None, row.cells):
            badges = {index.badge_of(ferry_built.claim_by_id[claim]) for claim in cell.claims}
            assert badges == {row.origin}


def test_the_origins_that_say_most_come_first_and_none_is_silent(ferry_built: Case) -> None:
    answered = [row.answered for row in matrix(Index(ferry_built)).rows]
    assert answered == sorted(answered, reverse=True)
    assert min(answered) > 0


def test_a_change_is_marked_where_it_was_made(ferry_built: Case) -> None:
    dispute = ferry_built.disputes[0]
    claim = dispute.positions[0].answers[0].claim
    step = Step(claim=claim, low=1, high=1, standing="fact", words="one")
    history = History(
        id="h",
        actor="a",
        name="A",
        question=dispute.questions[0],
        steps=(step,),
        change=Change.CHANGED,
        because="It changed.",
    )
    found = replace(ferry_built.comparison, histories=(history,))
    marked = [
        cell.claims
        for row in matrix(Index(replace(ferry_built, comparison=found))).rows
        for cell in row.cells
        if cell and cell.changed
    ]
    assert marked
    assert all(claim in claims for claims in marked)


def test_a_case_without_disputes_has_an_empty_matrix() -> None:
    found = matrix(Index(Case()))
    assert (found.conflicts, found.rows) == ((), ())
