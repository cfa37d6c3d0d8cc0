"""Terms that no finite verb tells: points of a list, nouns, what is set up."""

import pytest

from sentences import doc, word
from variorum.agreements.norms.agreement_words import load
from variorum.agreements.norms.listed import established, points
from variorum.agreements.norms.norms import norms
from variorum.language import parsing
from variorum.model import Document, Modality

MUST, MUST_NOT, MAY = Modality.MUST, Modality.MUST_NOT, Modality.MAY


def told(text):
    found = norms(parsing.parse(Document.from_text(text, published="2021-05-04")))
    return [(n.modality, n.verb.lower_, n.obligor.text if n.obligor else None) for n in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army shall refrain from the following: (a) torturing prisoners; "
            "(b) arresting traders.",
            [(MUST_NOT, "torturing", "army"), (MUST_NOT, "arresting", "army")],
        ),
        (
            "The sides have undertaken: to mark the mines; not to fly drones.",
            [(MUST, "mark", "sides"), (MUST_NOT, "fly", "sides")],
        ),
    ],
)
def test_the_points_of_a_list_are_terms_of_its_head(text, expected):
    found = told(text)
    assert [one for one in expected if one not in found] == []


def test_one_point_is_no_list():
    assert list(points(doc("The army must decide: (a) leave the port."), load())) == []


def test_a_point_begins_with_its_verb():
    found = told(
        "The army shall refrain from the following: (a) shelling the port; "
        "(b) in the hills and valleys shelling the road."
    )
    assert (MUST_NOT, "shelling", "army") in found
    assert sum(verb == "shelling" for _, verb, _ in found) == 1


def test_what_was_set_up_to_watch_over_an_agreement_is_a_term():
    assert told("Both sides have established a hotline.") == [(MUST, "established", "sides")]
    assert told("Both sides have established a school.") == []


def test_a_point_with_its_verb_far_in_is_no_act():
    far = "The army must: in the hills and the valleys shelling the road; not shell the port."
    found = [(n.modality, n.verb.lower_) for n in points(doc(far), load())]
    assert (MUST_NOT, "shell") in found
    assert (MUST, "shelling") not in found


def test_what_is_denied_is_not_set_up():
    text = "Both sides have established a hotline. They have not established a commission."
    found = [[n.past for n in established(word(text, "established", i), load())] for i in (0, 1)]
    assert found == [[True], []]
