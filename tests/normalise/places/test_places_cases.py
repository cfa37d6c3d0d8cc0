"""The marked-up gold of places: what is marked is found, with its point, and nothing else is."""

import pytest

from gold_lines import lines, placed, placed_from_others


@pytest.mark.parametrize("line", lines("places.txt"))
def test_names_are_found_with_their_points(line: str) -> None:
    found, wanted = placed(line)
    assert found == wanted


@pytest.mark.parametrize("line", lines("places-derived.txt"))
def test_places_told_from_others_have_a_point_reckoned_from_theirs(line: str) -> None:
    found, wanted = placed_from_others(line)
    assert found == wanted
