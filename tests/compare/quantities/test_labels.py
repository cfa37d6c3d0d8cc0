"""Questions and sentences as people write them."""

import pytest
from said import Event

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.labels import bounds, question_label, says, who
from variorum.compare.solver.constraints import Variable
from variorum.model import SpeakerKind, Stance


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


def test_what_has_no_name_of_its_own_is_asked_for_in_the_words_of_the_reports():
    event = Event()
    for number, noun in ((1, "sirène"), (3, "sirènes")):
        event.said("Ada Lund", str(number), number, number, kind="things.sirène", event="sent")
        measure = event.claims[-1].measures[0].model_copy(update={"noun": noun})
        event.claims[-1] = event.claims[-1].model_copy(update={"measures": (measure,)})
    (question,) = event.compared().questions
    assert question.label == "How many “sirènes” were sent?"


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
    assert says(event.claims[0], "secret", documents, True) == "Ada Lund says yes (“secret”)"
    assert says(event.claims[0], "secret", documents, False) == "Ada Lund says no (“secret”)"


@pytest.mark.parametrize("kind", [SpeakerKind.GROUP, SpeakerKind.PERSON])
@pytest.mark.parametrize("stance", [Stance.ASSERTS, Stance.DENIES])
def test_several_say_and_one_says(kind, stance):
    event = Event()
    event.said("Ada Lund", "3", 3, 3)
    (documents, claim) = {d.id: d for d in event.documents}, event.claims[0]
    speaker = claim.speaker.model_copy(update={"kind": kind})
    told = says(claim.model_copy(update={"speaker": speaker, "stance": stance}), "it", documents)
    verbs = {Stance.ASSERTS: ("say", "says"), Stance.DENIES: ("deny", "denies")}[stance]
    assert told == f"Ada Lund {verbs[kind is SpeakerKind.PERSON]} “it”"
