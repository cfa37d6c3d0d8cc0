"""The evidence matrix: which independent origin says what on each dispute, and who says nothing."""

from collections import defaultdict
from dataclasses import dataclass

from variorum.model import Change
from variorum.publish.base.index import Badge, Index, siglum
from variorum.publish.views.overview.conflicts_view import Conflict, conflicts


@dataclass(frozen=True)
class Cell:
    """What one origin says on one dispute: the letters of its answers, in their order.

    An origin in whose name several people speak may stand behind several answers.
    """

    letters: tuple[str, ...]
    claims: tuple[str, ...]
    changed: bool
    """Whether a speaker among them changed the answer."""
    firsts: tuple[str, ...] = ()
    """The first claim that gives each of the answers."""


@dataclass(frozen=True)
class MatrixRow:
    """One origin and its cells, one a dispute; None where it is silent."""

    origin: Badge
    cells: tuple[Cell | None, ...]

    @property
    def answered(self) -> int:
        """On how many disputes it says something."""
        return sum(cell is not None for cell in self.cells)


@dataclass(frozen=True)
class Matrix:
    """Origins by disputes; the letters are those of each dispute's answers: A the first."""

    conflicts: tuple[Conflict, ...]
    rows: tuple[MatrixRow, ...]


def matrix(index: Index) -> Matrix:
    """Return the matrix of a case, the origins first that speak to most disputes.

    What was worked out from several answers is nobody's, and has no cell.
    """
    disputed = conflicts(index)
    told = (history for history in index.case.histories if history.change is not Change.HELD)
    moved = {step.claim for history in told for step in history.steps}
    said: dict[Badge, dict[int, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for place, conflict in enumerate(disputed):
        for number, answer in enumerate(conflict.answers):
            for claim in answer.claims:
                badge = index.badge_of(index.case.claim_by_id[claim])
                if badge:
                    said[badge][place].append((siglum(number), claim))
    rows = (
        MatrixRow(badge, tuple(_cell(cells.get(n), moved) for n in range(len(disputed))))
        for badge, cells in said.items()
    )
    return Matrix(disputed, tuple(sorted(rows, key=lambda row: (-row.answered, row.origin.label))))


def _cell(told: list[tuple[str, str]] | None, changed: set[str]) -> Cell | None:
    if not told:
        return None
    claims = tuple(dict.fromkeys(claim for _, claim in told))
    firsts = dict(reversed(told))
    letters = tuple(dict.fromkeys(letter for letter, _ in told))
    moved = not changed.isdisjoint(claims)
    return Cell(letters, claims, moved, tuple(firsts[letter] for letter in letters))
