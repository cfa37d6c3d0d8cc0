"""A part is not larger than its whole, in one scope and at one time."""

from variorum import taxonomy
from variorum.compare.quantities.rules.subset_rule import SubsetRule
from variorum.compare.solver.constraints import Part, Variable

PEOPLE = Variable("people", "left")
FIGHTERS = Variable("people.fighters", "left")
SYRIANS = Variable("people.fighters", "left", population=("Syrian",))


def known(*variables):
    return set(SubsetRule().knowledge(variables, taxonomy.load()))


def test_fighters_are_people_and_syrian_fighters_are_both():
    assert known(PEOPLE, FIGHTERS, SYRIANS) == {
        Part(FIGHTERS, PEOPLE),
        Part(SYRIANS, FIGHTERS),
        Part(SYRIANS, PEOPLE),
    }


def test_in_another_place_or_for_each_of_something_nothing_is_a_part():
    elsewhere = Variable("people", "left", place="Vik")
    each = Variable("people", "left", per="vehicles.trucks")
    assert known(FIGHTERS, elsewhere, each) == set()
