"""A file that says otherwise in its next state has changed, whether it says so or not."""

import pytest

from variorum import taxonomy
from variorum.compare import compare
from variorum.compare.actors.case_actors import cast
from variorum.compare.history.histories import of_numbers
from variorum.compare.history.silent_edits import silent_edits
from variorum.compare.quantities.answers import replies
from variorum.model import Change, Document
from variorum.pipeline import extract
from variorum.settings import Settings

OLD = "The Harbour Office said that 12 people were killed in the fire."
NEW = "The Harbour Office said that 17 people were killed in the fire."


def edits(*documents):
    claims = [claim for document in documents for claim in extract(document)]
    found = compare(documents, claims, Settings())
    return [h for h in found.histories if h.change is Change.EDITED], found


def paper(text, day, **more):
    return Document.from_text(text, publisher="Northwire", published=day, language="en", **more)


def test_a_changed_file_gives_a_change_with_both_wordings_and_dates():
    old, new = paper(OLD, "2021-05-01"), paper(NEW, "2021-05-02")
    new = new.model_copy(update={"revision_of": old.id})
    (edit,), found = edits(old, new)
    assert [(step.words, step.when) for step in edit.steps] == [
        ("12", "2021-05-01"),
        ("17", "2021-05-02"),
    ]
    assert "12" in edit.because
    assert "2021-05-02" in edit.because
    assert edit.question in {question.id for question in found.questions}
    assert found.contradictions == ()


def test_two_states_of_one_address_are_one_file():
    states = [paper(text, day, url="https://n.example/fire") for text, day in (
        (NEW, "2021-05-02"), (OLD, "2021-05-01"))]  # fmt: skip
    (edit,), _ = edits(*states)
    assert [step.words for step in edit.steps] == ["12", "17"]


@pytest.mark.parametrize("text", [OLD, OLD + " Rain fell.", "Rain fell."])
def test_what_has_not_changed_is_no_edit(text):
    old, new = paper(OLD, "2021-05-01"), paper(text, "2021-05-02")
    new = new.model_copy(update={"id": "new", "revision_of": old.id})
    assert edits(old, new)[0] == []


def test_the_answers_of_two_files_are_no_edit():
    known = taxonomy.load()
    documents = [paper(OLD, "2021-05-01"), paper(NEW, "2021-05-02")]
    claims = [claim for document in documents for claim in extract(document)]
    found = replies(claims, known)
    said = of_numbers(found, {reply.key: "q" for reply in found}, known)
    people = cast(documents, claims)
    assert silent_edits(said, documents, people) == ()
    states = [d.model_copy(update={"url": "https://n.example/fire"}) for d in documents]
    (edit,) = silent_edits(said, states, people)
    assert (edit.question, len(edit.superseded)) == ("q", 1)
