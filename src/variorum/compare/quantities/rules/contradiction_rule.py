"""What a contradiction rule is: its knowledge for the solver, its sentence and its weight."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from variorum.compare.quantities.agreement import Ends
from variorum.compare.quantities.answers import Reply, Standing
from variorum.compare.quantities.labels import bounds, capital, quoted, reply_says, told, who
from variorum.compare.solver.constraints import Answer, Derived, Part, Total, Variable, World
from variorum.model import Document
from variorum.statements.statement import Statement
from variorum.taxonomy import Taxonomy
from variorum.wording import joined, range_words

Placed = tuple[int, Reply]
"""A reply with its place among all replies."""
Pair = tuple[Reply, Reply]


@dataclass(frozen=True)
class Conflict:
    """A minimal set of answers that cannot all be true, as the solver found it."""

    world: World
    members: frozenset[int]
    derived: Derived | None
    """The sum or product without which there would be no conflict, if any."""

    @cached_property
    def answers(self) -> list[Answer]:
        """The answers in conflict, in order."""
        return [self.world.answers[n] for n in sorted(self.members)]

    @cached_property
    def variables(self) -> set[Variable]:
        """The quantities that the answers are about."""
        return {answer.bound.variable for answer in self.answers}

    @property
    def is_of_one(self) -> bool:
        """Whether it comes from answers about one quantity alone."""
        return self.derived is None and len(self.variables) == 1

    @property
    def needs_totals(self) -> bool:
        """Whether there would be no conflict if parts were not added up to their whole."""
        return self.world.without_totals.check(self.members) is None


@dataclass(frozen=True)
class Sides:
    """A conflict as it is told: one reply for each answer, premises of `derived` first."""

    replies: Sequence[Reply]
    derived: Derived | None
    documents: Mapping[str, Document]
    taxonomy: Taxonomy

    @property
    def premises(self) -> Sequence[Reply]:
        """The replies from which the sum or product follows."""
        return self.replies[: len(self.derived.premises)] if self.derived else ()

    @property
    def others(self) -> Sequence[Reply]:
        """The replies that the sum or product is set against; all where there is none."""
        return self.replies[len(self.premises) :]


class ContradictionRule:
    """One reason why answers cannot all be true; a rule overrides what it needs.

    Three kinds of answers can contradict each other. Numbers in one world: `knowledge` and
    `implied` tell the solver what always holds, `explains` claims a conflict that it found, and
    `because` says it. Numbers outside it, such as a promise and its outcome: `pairs`. Statements
    without numbers: `excludes` and `why_excluded`.
    """

    name: ClassVar[str]
    """A member of `Rule`, or the name of a rule that is added to the table."""
    weight: ClassVar[float] = 0.0
    """What it adds to the gravity of a contradiction."""
    verdict: ClassVar[str] = "No value fits all of these together."
    """The last line of the proof."""
    sign: ClassVar[str] = " + "
    """What stands between the premises of what it derives."""

    def knowledge(
        self, variables: Iterable[Variable], taxonomy: Taxonomy
    ) -> Sequence[Part | Total]:
        """Return what always holds between the quantities."""
        return ()

    def implied(
        self, facts: Sequence[Placed], number_of: Mapping[int, int], taxonomy: Taxonomy
    ) -> Iterable[Derived]:
        """Return the bounds that several answers imply together.

        Args:
            facts: the replies that state facts, each with its place.
            number_of: the answer of each reply, by its place.
            taxonomy: the kinds.
        """
        return ()

    def explains(self, conflict: Conflict) -> bool:
        """Return whether this rule is the reason of a conflict; the first in the table counts."""
        return conflict.derived is not None and conflict.derived.rule == self.name

    def pairs(self, found: Sequence[Reply], taxonomy: Taxonomy) -> Sequence[Pair]:
        """Return pairs of replies that contradict each other outside the world of facts."""
        return ()

    def because(self, sides: Sides) -> str:
        """Return one sentence that says which answers cannot all be true, with the numbers."""
        said = capital(joined(reply_says(side, sides.documents) for side in sides.replies))
        if any(side.standing is Standing.DENIAL for side in sides.replies):
            return f"{said}: no number fits what is said and is not among those denied."
        return f"{said}: {self.why(sides)}."

    def why(self, sides: Sides) -> str:
        """Return why what is plainly said cannot all be so."""
        ranges = joined(dict.fromkeys(bounds(side) for side in sides.replies))
        return f"{ranges} leave no number in common"

    def result(self, sides: Sides) -> Ends:
        """Return the range that the premises of a derived conflict come to, as it is told."""
        if sides.derived is None:
            return None, None
        return sides.derived.bound.low, sides.derived.bound.high

    def result_words(self, sides: Sides) -> str:
        """Return that range in words."""
        return range_words(*self.result(sides))

    def derivation(self, sides: Sides) -> tuple[str, ...]:
        """Return the steps of the proof, one line each."""
        worked_out = self.arithmetic(sides)[-1:] if sides.derived else ()
        return (*_lines(sides, sides.replies), *worked_out, self.verdict)

    def arithmetic(self, sides: Sides) -> tuple[str, ...]:
        """Return how the premises come to their sum or product, one line each."""
        factors = self.sign.join(f"({bounds(side)})" for side in sides.premises)
        return (*_lines(sides, sides.premises), f"{factors} = {self.result_words(sides)}")

    def excludes(self, one: Statement, other: Statement, documents: Mapping[str, Document]) -> bool:
        """Return whether two statements cannot both be so, by this rule."""
        return False

    def why_excluded(self, said: Statement) -> str:
        """Return why such statements cannot both be so."""
        return "both cannot be so"


def _lines(sides: Sides, replies: Sequence[Reply]) -> list[str]:
    """Return what each reply says in a line, its words and its number."""
    return [capital(f"{who(r, sides.documents)}: {quoted(r)} is {told(r)}") for r in replies]
