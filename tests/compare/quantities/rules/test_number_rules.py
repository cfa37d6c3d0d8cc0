"""The rules about numbers: what each knows, implies and says."""

import pytest
from said import Event

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.rules.arithmetic_rule import ArithmeticRule
from variorum.compare.quantities.rules.order_rule import OrderRule
from variorum.compare.quantities.rules.polarity_rule import PolarityRule
from variorum.compare.quantities.rules.product_rule import ProductRule, product_bound
from variorum.compare.quantities.rules.sum_rule import SumRule, sum_bound
from variorum.compare.quantities.rules.value_rule import ValueRule
from variorum.compare.solver.constraints import Part, Total, Variable
from variorum.model import Rule

KNOWN = taxonomy.load()


def given(*numbers, **more):
    event = Event()
    for low, high in numbers:
        event.said("Ada Lund", f"{low}", low, high, **more)
    return replies(event.claims, KNOWN)


def rule_of(event):
    (found,) = event.compared().contradictions
    return found


def test_a_count_that_only_grows_is_part_of_every_later_one():
    monday, tuesday = (Variable("people", "killed", as_of=f"2020-01-0{n}") for n in (1, 2))
    assert OrderRule().knowledge({monday, tuesday}, KNOWN) == [Part(monday, tuesday)]
    left = Variable("people", "left", as_of="2020-01-01")
    assert OrderRule().knowledge({left, Variable("people", "left")}, KNOWN) == []


def test_disjoint_kinds_add_up_to_no_more_than_their_whole():
    group = KNOWN.disjoint[0]
    whole = Variable(KNOWN.parent(group[0]) or "people", "killed")
    parts = tuple(Variable(kind, "killed") for kind in group)
    found = SumRule().knowledge({whole, *parts}, KNOWN)
    assert Total(parts, whole) in found


@pytest.mark.parametrize(
    ("numbers", "total", "product"),
    [(((2, 3), (4, 5)), (6, 8), (8, 15)), (((2, None), (4, 5)), (6, None), (8, None))],
)
def test_an_open_end_of_either_number_leaves_the_result_open(numbers, total, product):
    found = given(*numbers)
    assert sum_bound(found) == total
    assert product_bound(*found) == product


def test_sums_and_products_are_written_with_their_sign():
    assert (SumRule().sign, ProductRule().sign) == (" + ", " × ")
    assert SumRule().apply(2, 3) == 5
    assert ProductRule().apply(2, 3) == 6
    assert all(isinstance(rule, ArithmeticRule) for rule in (SumRule(), ProductRule()))


def test_different_numbers_are_values_and_none_against_some_is_polarity():
    event = Event()
    event.said("Ada Lund", "3", 3, 3)
    event.said("Bo Krag", "7", 7, 7)
    assert rule_of(event).rule is ValueRule().name is Rule.VALUE
    event = Event()
    event.said("Ada Lund", "no", 0, 0, polarity=True)
    event.said("Bo Krag", "7", 7, 7)
    assert rule_of(event).rule is PolarityRule().name
    assert rule_of(event).because.endswith("it cannot be both some and none.")
