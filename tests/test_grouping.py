"""Values are gathered by their keys, in the order in which they come."""

from variorum.grouping import distinct, grouped


def test_values_of_a_key_come_together_and_all_in_order():
    told = grouped([("b", 2), ("a", 3), ("b", 1), ("b", 2)])
    assert list(told.items()) == [("b", [2, 1, 2]), ("a", [3])]
    assert "c" not in told
    assert grouped(iter(())) == {}


def test_each_key_has_its_different_values_once() -> None:
    found = distinct([("pear", "green"), ("plum", "blue"), ("pear", "green"), ("pear", "red")])
    assert found == {"pear": {"green", "red"}, "plum": {"blue"}}
    assert list(found) == ["pear", "plum"]
