"""Values are gathered by their keys, in the order in which they come."""

from variorum.grouping import grouped


def test_values_of_a_key_come_together_and_all_in_order():
    told = grouped([("b", 2), ("a", 3), ("b", 1), ("b", 2)])
    assert list(told.items()) == [("b", [2, 1, 2]), ("a", [3])]
    assert "c" not in told
    assert grouped(iter(())) == {}
