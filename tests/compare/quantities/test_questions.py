"""Counts told in fewer words meet those told in full, and nothing else does."""

from said import Event


def labels(event):
    return sorted(question.label for question in event.compared().questions)


def test_small_numbers_that_agree_are_no_sign_of_the_same_thing():
    event = Event()
    event.said("Ada Lund", "two", 2, 2, kind="vehicles.buses", event="left")
    event.said("Bo Krag", "two", 2, 2, kind="vehicles.buses", event=None)
    (question,) = event.compared().questions
    assert [a.standing for a in question.answers] == ["fact", "bare"]


def test_a_bare_number_is_shown_as_such_with_what_most_reports_tell_of_its_kind():
    event = Event()
    event.said("Ada Lund", "13", 13, 13, kind="vehicles.buses", event="left")
    event.said("Cy Moe", "12", 12, 12, kind="vehicles.buses", event="left")
    event.said("Di Orr", "two", 2, 2, kind="vehicles.buses", event="destroyed")
    event.said("Bo Krag", "40", 40, 40, kind="vehicles.buses", event=None)
    question = next(q for q in event.compared().questions if "left" in q.label)
    assert [a.standing for a in question.answers] == ["fact", "fact", "bare"]
    assert not [c for c in event.compared().contradictions if "Bo Krag" in c.because]


def test_a_bare_number_of_the_size_of_a_death_toll_is_none():
    event = Event()
    event.said("Ada Lund", "40", 40, 40, event="killed")
    event.said("Bo Krag", "40", 40, 40, event=None)
    (question,) = event.compared().questions
    assert len(question.answers) == 1


def test_mere_people_make_a_question_where_two_reports_give_the_number():
    event = Event()
    event.said("Ada Lund", "40", 40, 40, event=None)
    event.said("Bo Krag", "500", 500, 500, event=None)
    assert labels(event) == []
    event.said("Cy Moe", "41", 41, 41, event=None)
    (question,) = event.compared().questions
    assert len(question.answers) == 2


def test_a_part_of_those_who_left_is_asked_for_with_all_of_them():
    event = Event()
    event.said("Ada Lund", "275", 275, 275, event="left", population=("Syrian",))
    event.said("Bo Krag", "500", 500, 500, event="left")
    assert labels(event) == ["How many people left?"]
    assert event.compared().contradictions == ()


def test_a_place_spelled_otherwise_in_most_reports_splits_no_question():
    event = Event()
    event.said("Ada Lund near Marqata", "300", 300, 300, event="left", place="Marqata")
    event.said("Bo Krag near Marqatah", "500", 500, 500, event="left", place="Marqatah city")
    event.said("Cy Holm near Marqata", "400", 400, 400, event="left")
    assert labels(event) == ["How many people left?"]
