from __future__ import annotations

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.views.histories_view import history_views
from variorum.publish.views.questions_view import question_views


def test_changed_and_held_answers_are_told_apart(case: Case) -> None:
    changed, held = history_views(Index(case))
    assert [view.change for view in changed] == ["corrected"]
    assert [view.change for view in held] == ["held"]


def test_the_steps_stand_in_order_and_the_replaced_one_is_marked(case: Case) -> None:
    (view,), _ = history_views(Index(case))
    assert [(when, given_up) for when, _, _, given_up in view.steps] == [
        ("4 March 2019", True),
        ("9 March 2019", False),
    ]


def test_an_answer_given_up_is_marked_in_its_question_too(case: Case) -> None:
    asked = question_views(Index(case))
    (aboard,) = (question for question in asked if question.label.endswith("aboard?"))
    marked = [said for _, voices, _ in aboard.answers for said, given_up in voices if given_up]
    assert [said[0][1].speaker for said in marked] == ["the union"]
