"""How grave a contradiction is: each reason weighs what it is said to weigh."""

import pytest
from said import Event

from variorum.compare.quantities.contradictions import by_gravity, gravity
from variorum.compare.quantities.rules import RULES
from variorum.model import Rule

ONE = [{"a"}, {"b"}]


def test_two_origins_and_nothing_else():
    # 2 for the weaker side of one, 0.5 each for two origins.
    assert gravity(0.0, ONE, 0.0, 0, 0.0) == 3.0


@pytest.mark.parametrize(
    ("more", "weight"),
    [
        ({"distance": 1.0}, 1.0),
        ({"central": 1}, 0.5),
        ({"central": 3}, 1.0),
        ({"exact": 1.0}, 1.0),
        ({"weight": 3.0}, 3.0),
        ({"origins": [{"a", "c"}, {"b", "d"}]}, 3.0),
        ({"origins": [{"a", "c"}, {"b"}]}, 0.5),
    ],
)
def test_each_reason_has_its_weight(more, weight):
    given = {"weight": 0.0, "origins": ONE, "distance": 0.0, "central": 0, "exact": 0.0}
    assert gravity(**(given | more)) == 3.0 + weight


def severity(low, high):
    event = Event()
    event.said("Ada Lund", str(low), low, low)
    event.said("Bo Krag", str(high), high, high)
    (found,) = event.compared().contradictions
    return found.severity


def test_no_distance_counts_for_more_than_five_doublings():
    assert severity(3, 7) < severity(3, 61) < severity(3, 91)
    assert severity(3, 3 * 33) == severity(3, 3 * 99)


def test_the_gravest_comes_first():
    event = Event()
    event.said("Ada Lund", "3", 3, 3)
    event.said("Bo Krag", "7", 7, 7)
    event.said("Cy Holm", "61", 61, 61)
    found = event.compared().contradictions
    assert by_gravity(reversed(found)) == found
    assert [c.severity for c in found] == sorted((c.severity for c in found), reverse=True)


@pytest.mark.parametrize(
    ("rule", "weight"),
    [
        (Rule.PRODUCT, 3.0),
        (Rule.SUM, 1.5),
        (Rule.SUBSET, 1.0),
        (Rule.PROMISE, 0.5),
        (Rule.VALUE, 0.0),
        (Rule.POLARITY, 0.0),
        (Rule.ORDER, 0.0),
        (Rule.IDENTITY, 0.0),
    ],
)
def test_what_only_a_computation_shows_weighs_more(rule, weight):
    (found,) = (one for one in RULES if one.name is rule)
    assert found.weight == weight
