"""Trees that were learned elsewhere, weighed with NumPy alone."""

import functools
from importlib import resources

import numpy as np
import numpy.typing as npt


@functools.cache
def forest(name: str) -> "Forest":
    """Return the trees of a file of this package, by its name without the ending."""
    with resources.files(__package__).joinpath(f"{name}.npz").open("rb") as file:
        held = np.load(file)
        return Forest(**{key: held[key] for key in held.files})


class Forest:
    """Boosted trees (Friedman 2001) of one file, all of their nodes in one list."""

    def __init__(
        self,
        roots: npt.NDArray[np.int32],
        signs: npt.NDArray[np.int32],
        bounds: npt.NDArray[np.float32],
        below: npt.NDArray[np.int32],
        values: npt.NDArray[np.float32],
    ) -> None:
        """Take the trees.

        Args:
            roots: the first node of each tree.
            signs: by which column each node decides.
            bounds: up to which value the first of its two branches is taken.
            below: the two nodes below each, of shape (nodes, 2); a leaf is below itself.
            values: what each leaf adds.
        """
        self.roots, self.signs, self.bounds = roots, signs, bounds
        self.below, self.values = below, values

    def weigh(self, rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Return the probability of each row, of shape (rows,)."""
        each, total = np.arange(len(rows)), np.zeros(len(rows), dtype=np.float32)
        for root in self.roots:
            nodes = np.full(len(rows), root)
            while not np.array_equal(following := self._following(rows, each, nodes), nodes):
                nodes = following
            total += self.values[nodes]
        return np.asarray(1 / (1 + np.exp(-total)), dtype=np.float32)

    def _following(
        self,
        rows: npt.NDArray[np.float32],
        each: npt.NDArray[np.int_],
        nodes: npt.NDArray[np.int_],
    ) -> npt.NDArray[np.int_]:
        """Return the node below each, or a leaf itself."""
        over = rows[each, self.signs[nodes]] > self.bounds[nodes]
        return np.asarray(self.below[nodes, over.astype(np.int8)])
