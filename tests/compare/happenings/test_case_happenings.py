"""Every claim belongs to one happening, and what is told beside an event is its own."""

from said import Event

from variorum.compare.happenings.case_happenings import PLAIN, happening_id, happenings
from variorum.model import Actor, Document
from variorum.pipeline import extract
from variorum.text import span


def test_what_reports_are_about_is_the_main_happening():
    event = Event()
    event.said("Ada Lund", "13", 13, 13)
    event.said("Bo Krag", "31", 31, 31)
    (found,) = event.compared().happenings
    assert found.main
    assert found.kind == "killed"
    assert set(found.claims) == {claim.id for claim in event.claims}


def test_another_place_is_a_happening_of_its_own_that_its_question_names():
    event = Event()
    event.said("Ada Lund", "13", 13, 13)
    event.said("Bo Krag", "60", 60, 60, place="Tolm")
    found = event.compared()
    main, other = found.happenings
    assert (main.main, other.main) == (True, False)
    assert (other.places, other.part_of) == (("Tolm",), main.id)
    assert "Tolm" in other.because
    asked = {question.scope.place: question.happening for question in found.questions}
    assert asked == {None: main.id, "Tolm": other.id}


REPORTS = ("The mayor said ten people drowned.", "The mayor said twelve people burned.")


def test_each_group_of_reports_is_about_one_happening_and_every_claim_belongs_to_one():
    documents = [Document.from_text(text, language="en") for text in REPORTS]
    claims = [claim for document in documents for claim in extract(document)]
    groups = {documents[0].id: "", documents[1].id: "other"}
    found = happenings(documents, claims, groups, (), ())
    assert [one.id for one in found] == [happening_id(""), happening_id("other")]
    assert [one.main for one in found] == [True, False]
    assert sorted(c for one in found for c in one.claims) == sorted(c.id for c in claims)


def test_what_is_told_beside_the_main_event_has_an_id_of_its_own():
    assert happening_id("", PLAIN) == happening_id("")
    assert happening_id("", ("elsewhere", "", "")) != happening_id("")


def test_four_who_take_part_are_shown():
    documents = [Document.from_text(text, language="en") for text in REPORTS]
    groups = dict.fromkeys((document.id for document in documents), "")
    actors = [
        Actor(
            id=f"actor-{name}",
            label=name,
            names=(),
            mentions=tuple(span(document, 0, 3) for document in documents),
        )
        for name in "ABCDE"
    ]
    (found,) = happenings(documents, [], groups, (), actors)
    assert found.participants == ("A", "B", "C", "D")
