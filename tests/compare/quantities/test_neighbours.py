"""Questions beside each other: those that differ in one aspect, a few of them."""

from variorum import taxonomy
from variorum.compare.quantities.neighbours import differences
from variorum.compare.solver.constraints import Variable


def beside(*variables):
    asked = {variable: variable.key for variable in variables}
    return differences(asked, taxonomy.load())


def test_one_town_is_set_beside_another_and_a_part_beside_its_whole():
    here, there = (Variable("people", "killed", place=place) for place in ("Vik", "Mora"))
    part = Variable("people.fighters", "killed", place="Vik")
    found = beside(here, there, part)
    assert {(row.aspect, row.here, row.there) for row in found[here]} == {
        ("place", "Vik", "Mora"),
        ("kind", "people", "fighters"),
    }


def test_what_differs_in_two_aspects_is_no_neighbour():
    one = Variable("people", "killed", place="Vik")
    other = Variable("people.fighters", "killed", place="Mora")
    assert beside(one, other) == {}


def test_eight_neighbours_are_told_and_no_more():
    places = [Variable("people", "killed", place=f"Town {n:02}") for n in range(12)]
    assert {len(rows) for rows in beside(*places).values()} == {8}


def test_of_many_questions_in_one_aspect_forty_are_compared():
    places = [Variable("people", "killed", place=f"Town {n:02}") for n in range(45)]
    assert len(beside(*places)) == 40


def test_a_question_without_an_event_has_no_neighbour():
    assert beside(*(Variable("people", place=place) for place in ("Vik", "Mora"))) == {}
