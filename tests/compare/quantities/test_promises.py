"""What was promised against what happened: broken, kept, or nothing to say."""

import pytest
from said import Event

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.promises import outcome_variable, outcomes
from variorum.compare.quantities.rules.promise_rule import PromiseRule
from variorum.compare.solver.constraints import Variable
from variorum.model import Stance

MONEY = {"kind": "money", "unit": "USD"}


def told(promised, happened, *, event="left", **more):
    made = Event()
    made.said("Ada Lund", str(promised), *promised, stance=Stance.PROMISES, event=event, **more)
    made.said("Bo Krag", str(happened), *happened, event=event, **more)
    return replies(made.claims, taxonomy.load())


@pytest.mark.parametrize(
    ("happened", "kept"), [((13, 13), True), ((17, 17), False), ((10, 20), None)]
)
def test_a_promise_is_kept_broken_or_left_open(happened, kept):
    known = taxonomy.load()
    found = told((12, 14), happened)
    assert [row[2] for row in outcomes(found, known)] == ([] if kept is None else [kept])
    assert len(PromiseRule().pairs(found, known)) == (kept is False)


@pytest.mark.parametrize(("told_at_once", "broken"), [(True, 1), (False, 0)])
def test_fewer_than_promised_may_be_the_first_of_them_where_another_report_counts(
    told_at_once, broken
):
    made = Event()
    made.said("Ada Lund", "50", 50, 50, stance=Stance.PROMISES, event="left")
    made.said("Bo Krag", "7", 7, 7, event="left")
    if told_at_once:
        made.claims[1] = made.claims[1].model_copy(update={"document": made.claims[0].document})
    assert len(outcomes(replies(made.claims, taxonomy.load()), taxonomy.load())) == broken


def test_what_happened_elsewhere_keeps_no_promise():
    made = Event()
    made.said("Ada Lund", "13", 13, 13, stance=Stance.PROMISES, event="left", place="Vik")
    made.said("Bo Krag", "7", 7, 7, event="left", place="Mora")
    assert outcomes(replies(made.claims, taxonomy.load()), taxonomy.load()) == []


def test_what_is_in_every_lorry_is_not_what_was_promised_in_all():
    made = Event()
    made.said("Ada Lund", "50", 50, 50, stance=Stance.PROMISES, event="arrived")
    made.said("Bo Krag", "4", 4, 4, event="arrived", per="vehicles.trucks")
    assert outcomes(replies(made.claims, taxonomy.load()), taxonomy.load()) == []


def test_who_left_on_one_day_may_be_a_part_of_those_who_shall():
    made = Event()
    made.said("Ada Lund", "50", 50, 50, stance=Stance.PROMISES, event="left")
    made.said("Bo Krag", "4", 4, 4, event="left", window="2020-01-01")
    assert outcomes(replies(made.claims, taxonomy.load()), taxonomy.load()) == []


def test_what_came_in_all_breaks_no_promise_for_a_day():
    made = Event()
    day = "2020-01-01"
    made.said("Ada Lund", "50", 50, 50, stance=Stance.PROMISES, event="left", window=day)
    made.said("Bo Krag", "400", 400, 400, event="left")
    assert outcomes(replies(made.claims, taxonomy.load()), taxonomy.load()) == []


def test_a_promised_sum_is_set_against_what_was_paid():
    promised = Variable("money.USD", "promised", window="2020-01-02", as_of="2020-01-03")
    assert outcome_variable(promised) == Variable("money.USD", "paid")


@pytest.mark.parametrize(("paid", "set_against"), [(2_000, True), (1_900, False)])
def test_sums_of_one_report_are_of_one_thing_up_to_fifty_times(paid, set_against):
    made = Event()
    made.said("Ada Lund", "100,000", 100_000, 100_000, event="promised", approximate=True, **MONEY)
    made.said("Bo Krag", str(paid), paid, paid, event="paid", approximate=True, **MONEY)
    made.claims[1] = made.claims[1].model_copy(update={"document": made.claims[0].document})
    found = replies(made.claims, taxonomy.load())
    assert bool(PromiseRule().pairs(found, taxonomy.load())) == set_against


def test_a_toll_that_was_feared_is_nobodys_promise():
    assert outcomes(told((45, 55), (500, 500), event="killed"), taxonomy.load()) == []
