"""Every claim belongs to one happening, and what is told beside an event is its own."""

from said import Event


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
