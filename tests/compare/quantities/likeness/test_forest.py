"""Trees that were learned elsewhere are weighed as they were learned."""

import math

import numpy as np
import pytest

from variorum.compare.quantities.likeness.forest import Forest, forest

# The first tree asks for the first column and then for the second; the other is one leaf.
TREES = Forest(
    roots=np.array([0, 5], np.int32),
    signs=np.array([0, 0, 1, 0, 0, 0], np.int32),
    bounds=np.array([1, 0, 3, 0, 0, 0], np.float32),
    below=np.array([[1, 2], [1, 1], [3, 4], [3, 3], [4, 4], [5, 5]], np.int32),
    values=np.array([0, -1, 0, 2, 4, 0.5], np.float32),
)


@pytest.mark.parametrize(
    ("row", "total"), [((1, 9), -0.5), ((1.5, 3), 2.5), ((2, 3.5), 4.5), ((0, 0), -0.5)]
)
def test_each_tree_adds_its_leaf(row, total):
    found = TREES.weigh(np.array([row, row], np.float32))
    assert found == pytest.approx([1 / (1 + math.exp(-total))] * 2)


def test_no_rows_have_no_probability():
    assert TREES.weigh(np.zeros((0, 2), np.float32)).shape == (0,)


@pytest.mark.parametrize("name", ["alike", "in_conflict"])
def test_the_trees_of_the_package_end_in_leaves(name):
    held = forest(name)
    leaf = held.below[:, 0] == np.arange(len(held.below))
    assert (held.below[leaf, 1] == np.flatnonzero(leaf)).all()
    assert (held.below[~leaf] > np.flatnonzero(~leaf)[:, None]).all()
    assert (held.values[~leaf] == 0).all()
