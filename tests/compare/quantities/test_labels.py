"""Questions and sentences as people write them."""

import pytest
from said import Event

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.labels import bounds, question_label, says, who
from variorum.compare.solver.constraints import Variable


@pytest.mark.parametrize(
    ("variable", "label"),
    [
        (Variable("people", "killed"), "How many people were killed?"),
        (Variable("vehicles.trucks", "left"), "How many trucks left?"),
        (Variable("people", "killed", place="Vik"), "How many people were killed (Vik)?"),
    ],
)
def test_a_question_is_asked_in_words(variable, label):
    assert question_label(variable, taxonomy.load()) == label


def test_what_has_no_kind_of_its_own_makes_no_question():
    event = Event()
    for number in (1, 3):
        event.said("Ada Lund", str(number), number, number, kind="things.sirène", event="sent")
    assert event.compared().questions == ()


@pytest.mark.parametrize(
    ("number", "low", "high", "words"),
    [("13", 13, 13, "13"), ("at least 250", 250, None, "at least 250")],
)
def test_an_answer_is_given_as_it_was_written(number, low, high, words):
    event = Event()
    event.said("Ada Lund", number, low, high)
    (reply,) = replies(event.claims, taxonomy.load())
    assert words in bounds(reply)
    documents = {document.id: document for document in event.documents}
    assert who(reply, documents) == "Ada Lund"
    assert says(event.claims[0], "in secret", documents) == "Ada Lund says “in secret”"
