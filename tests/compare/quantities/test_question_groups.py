"""Claims grouped by the question they answer: the disputed first."""

import pytest
from said import Event

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.likeness.numbers_alike import NumbersAlike
from variorum.compare.quantities.questions import (
    answered_by_itself,
    answering,
    assign,
    questions,
)
from variorum.compare.quantities.whose import Whose
from variorum.model import QuestionStatus


def asked(event, contradictions=None):
    known = taxonomy.load()
    found = replies(event.claims, known)
    origin_of = {claim.id: claim.speaker.name for claim in event.claims}
    proved = event.compared().contradictions if contradictions is None else contradictions
    return found, questions(answers(event, found), proved, origin_of, known)


def answers(event, found):
    known = taxonomy.load()
    documents = {document.id: document for document in event.documents}
    whose = Whose(found, documents)
    return answering(found, NumbersAlike(found, answered_by_itself(found, known), whose, known))


def test_every_reply_that_answers_something_has_the_question_that_lists_it():
    event = Event()
    event.said("Ada Lund", "13", 13, 13)
    event.said("Bo Krag", "7", 7, 7)
    event.said("Cy Holm", "40", 40, 40, event=None)
    found, listed = asked(event)
    by_id = {question.id: question for question in listed}
    assigned = assign(answers(event, found))
    assert found[2].key not in assigned
    for reply in found[:2]:
        assert reply.claim.id in by_id[assigned[reply.key]].claims


def test_one_origin_is_single_and_two_that_agree_are_agreed():
    event = Event()
    event.said("Ada Lund", "13", 13, 13, kind="vehicles.buses", event="left")
    event.said("Ada Lund", "5", 5, 5)
    event.said("Bo Krag", "5", 5, 5)
    status = {question.kind: question.status for question in asked(event)[1]}
    assert status["vehicles.buses"] is QuestionStatus.SINGLE
    assert status["people"] is QuestionStatus.AGREED


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (((5, 5), (4, 6)), QuestionStatus.AGREED),
        (((5, 5), (4, None)), QuestionStatus.AGREED),
        (((5, 5), (6, None)), QuestionStatus.INCOMPARABLE),
        (((5, 5), (9, 9)), QuestionStatus.INCOMPARABLE),
    ],
)
def test_answers_that_leave_no_number_in_common_are_not_agreed(told, status):
    event = Event()
    for name, (low, high) in zip(("Ada Lund", "Bo Krag"), told, strict=True):
        event.said(name, str(low), low, high)
    # Without the proofs, as where nothing tells that both are of the same.
    (question,) = asked(event, ())[1]
    assert question.status is status
