from __future__ import annotations

import pytest

from variorum.normalise.measures.measures import measures
from variorum.normalise.measures.rates_and_sums import is_difference, with_per, with_plus


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Four men rode in every truck.", "vehicles.trucks"),
        ("They paid 50 dollars a day.", "duration.day"),
        ("Each of the trucks had four men.", "vehicles.trucks"),
        ("Four men rode in a truck.", None),
    ],
)
def test_what_a_number_is_counted_per(number, text: str, per: str | None) -> None:
    read = number(text)
    (found,) = measures(read.document, read.doc)
    bare = found.model_copy(update={"per": None})
    assert with_per(read.doc, bare, read.thing.end).per == per


@pytest.mark.parametrize(
    ("text", "told"), [("They sent 40 more than planned.", True), ("They sent 40 more.", False)]
)
def test_a_difference_is_no_count(number, text: str, told: bool) -> None:
    read = number(text)
    assert is_difference(text, read.thing, read.quantity.end) is told


def test_counts_joined_by_plus_are_added(number) -> None:
    text = "They held 300 soldiers plus 40 hostages."
    read = number(text)
    found = [m.model_copy(update={"plus": ()}) for m in measures(read.document, read.doc)]
    one, two = with_plus(text, found)
    assert one.plus == (two.span,)
    assert two.plus == (one.span,)
