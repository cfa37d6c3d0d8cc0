"""The record as HTML for a notebook: what is worked out, what is folded, and what is escaped."""

from __future__ import annotations

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.notebook_html import conflict_html, matrix_html, summary_html
from variorum.publish.views.overview.conflicts_view import conflicts
from variorum.publish.views.overview.matrix_view import matrix
from variorum.publish.views.overview.summary_view import summary


def test_a_record_has_its_abstract_and_a_row_for_each_dispute(ferry_built: Case) -> None:
    view = summary(Index(ferry_built))
    shown = summary_html(view)
    assert shown.count("<tr>") == len(view.conflicts) + 1
    assert all(f'<li dir="auto">{line[:20]}' in shown for line in view.abstract)
    assert "<script" not in shown


def test_what_is_worked_out_stands_in_brackets_and_shows_its_steps(ferry_built: Case) -> None:
    index = Index(ferry_built)
    derived = [c for c in conflicts(index) if any(answer.steps for answer in c.answers)]
    assert derived
    assert "[" in summary_html(summary(index))
    for conflict in derived:
        assert "worked out from the words of " in conflict_html(index, conflict)


def test_the_letters_of_the_matrix_are_explained_beneath_it(ferry_built: Case) -> None:
    found = matrix(Index(ferry_built))
    shown = matrix_html(found)
    for conflict in found.conflicts:
        assert f"<th>{conflict.number}</th>" in shown
        assert f"A {conflict.answers[0].label}" in shown


def test_an_empty_case_has_an_empty_table() -> None:
    assert "No reports" in summary_html(summary(Index(Case())))
    assert "<td>" not in matrix_html(matrix(Index(Case())))
