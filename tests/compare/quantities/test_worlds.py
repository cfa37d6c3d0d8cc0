"""Planted worlds: claims drawn from a truth, lies among them, and a judge that knows no solver.

The judge writes down every world there can be and asks which of them a set of claims leaves. What
the comparison shows must hold there: each contradiction is a minimal set that leaves none, each
version leaves one, exact numbers that exclude each other are a dispute, and there is nothing in a
world where nobody lies.
"""

import itertools
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from said import Event

from variorum.compare.quantities.borne_out import FEWEST

MOST = 12
KINDS = ("people", "people.passengers", "people.crew")
DAYS = ("2020-01-02", "2020-01-03", "2020-01-05")


@dataclass(frozen=True)
class Told:
    """One claim: what it counts, 0 to 2, and between which numbers that lies; None is open."""

    what: int
    low: int
    high: int | None

    def fits(self, world):
        value = world[self.what]
        return self.low <= value and (self.high is None or value <= self.high)


# People who left, with passengers and crew among them, who are not the same people.
LEFT = [
    (people, passengers, crew)
    for people in range(2 * MOST + 1)
    for passengers in range(people + 1)
    for crew in range(people - passengers + 1)
]
# The dead known on three days: a count that only grows.
DEAD = list(itertools.combinations_with_replacement(range(MOST + 1), 3))

numbers = st.integers(1, 9)
claims = st.one_of(
    st.builds(lambda what, n: Told(what, n, n), st.integers(0, 2), numbers),
    st.builds(lambda what, n: Told(what, n, None), st.integers(0, 2), numbers),
    st.builds(
        lambda what, ends: Told(what, min(ends), max(ends)),
        st.integers(0, 2),
        st.tuples(numbers, numbers),
    ),
)


def judged(told, worlds):
    """Return the minimal sets of claims that leave no world, and whether a set leaves one."""
    masks = [sum(1 << k for k, world in enumerate(worlds) if one.fits(world)) for one in told]
    everything = (1 << len(worlds)) - 1

    def possible(members):
        left = everything
        for n in members:
            left &= masks[n]
        return left != 0

    minimal = []
    for size in range(1, len(told) + 1):
        for members in map(frozenset, itertools.combinations(range(len(told)), size)):
            if not any(found <= members for found in minimal) and not possible(members):
                minimal.append(members)
    return set(minimal), possible


def compared(told, say):
    """Return the contradictions and versions that comparing the claims finds, as sets of places."""
    event = Event()
    place = {say(event, n, one).id: n for n, one in enumerate(told)}
    found = event.compared()
    conflicts = [frozenset(place[claim] for claim in c.claims) for c in found.contradictions]
    versions = [frozenset(place[claim] for claim in v.claims) for v in found.versions]
    assert len(conflicts) == len(set(conflicts))
    return set(conflicts), set(versions), found


def say_left(event, n, one):
    return event.said(
        f"Witness {'ABCDEFGHIJ'[n]}",
        f"{one.low} to {one.high}",
        one.low,
        one.high,
        kind=KINDS[one.what],
        event="left",
        approximate=True,
    )


def say_dead(event, n, one):
    return event.said(
        f"Witness {'ABCDEFGHIJ'[n]}",
        f"{one.low} to {one.high}",
        one.low,
        one.high,
        event="killed",
        published=DAYS[one.what],
        approximate=True,
    )


def excluded(told):
    """Return whether two claims give exact numbers of the same that differ."""
    exact = [(one.what, one.low) for one in told if one.low == one.high]
    return any(a != b and a[0] == b[0] for a, b in itertools.combinations(exact, 2))


@settings(deadline=None, max_examples=120)
@given(st.lists(claims, min_size=2, max_size=6, unique=True))
def test_what_is_found_of_those_who_left_is_what_every_world_tells(told):
    minimal, possible = judged(told, LEFT)
    conflicts, versions, found = compared(told, say_left)
    assert conflicts <= minimal
    assert all(map(possible, versions))
    # Of six reports or more, only what one of them opposes is in dispute.
    assert bool(found.disputes) >= (excluded(told) and len(told) < FEWEST)


@settings(deadline=None, max_examples=120)
@given(st.lists(claims, min_size=2, max_size=6, unique=True))
def test_what_is_found_of_the_dead_is_what_every_growing_count_tells(told):
    minimal, possible = judged(told, DEAD)
    conflicts, versions, found = compared(told, say_dead)
    assert conflicts <= minimal
    assert all(map(possible, versions))
    assert bool(found.disputes) >= (excluded(told) and len(told) < FEWEST)


@settings(deadline=None, max_examples=80)
@given(st.sampled_from(LEFT), st.lists(claims, min_size=1, max_size=8, unique=True), st.data())
def test_where_nobody_lies_nothing_contradicts(truth, drawn, data):
    below, above = (st.integers(0, 4) for _ in range(2))
    told = {
        Told(
            one.what,
            max(0, truth[one.what] - data.draw(below)),
            None if one.high is None else truth[one.what] + data.draw(above),
        )
        for one in drawn
    }
    conflicts, versions, found = compared(sorted(told, key=str), say_left)
    assert (conflicts, versions) == (set(), set())
    assert all(question.status != "disputed" for question in found.questions)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(LEFT), st.integers(0, 2), st.integers(1, 5))
def test_a_planted_lie_is_found_and_every_contradiction_has_it(truth, what, off):
    honest = [Told(k, value, value) for k, value in enumerate(truth)]
    lie = Told(what, truth[what] + off, truth[what] + off)
    conflicts, _, _ = compared([*honest, lie], say_left)
    assert frozenset({what, len(honest)}) in conflicts
    assert all(len(honest) in members for members in conflicts)
