from itertools import chain, combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.compare.solver.constraints import Answer, Bound, Derived, Part, Total, Variable, World
from variorum.compare.solver.marco import enumerate_subsets
from variorum.model import Rule

PEOPLE, FIGHTERS, CIVILIANS = (
    Variable(kind, "left") for kind in ("people", "fighters", "civilians")
)
VARIABLES = (PEOPLE, FIGHTERS, CIVILIANS)

bounds = st.builds(
    lambda variable, ends, outside: Bound(
        variable, min(ends), max(ends), outside=outside and min(ends) > 0
    ),
    st.sampled_from(VARIABLES),
    st.tuples(st.integers(0, 12), st.integers(0, 12)),
    st.booleans(),
)


def subsets(size):
    members = range(size)
    return [
        frozenset(chosen)
        for chosen in chain.from_iterable(combinations(members, n) for n in range(size + 1))
    ]


def world_of(answers, *, linked):
    parts = (Part(FIGHTERS, PEOPLE), Part(CIVILIANS, PEOPLE)) if linked else ()
    totals = (Total((FIGHTERS, CIVILIANS), PEOPLE),) if linked else ()
    derived = ()
    if linked and len(answers) > 1:
        derived = (Derived((0, 1), Bound(PEOPLE, 8, 9), Rule.PRODUCT),)
    return World([Answer(bound, ("c",)) for bound in answers], derived, parts, totals)


@settings(deadline=None, max_examples=60)
@given(st.lists(bounds, min_size=1, max_size=6), st.booleans())
def test_every_minimal_conflict_and_maximal_version_is_found_and_no_other(answers, linked):
    world = world_of(answers, linked=linked)
    size = len(answers)
    possible = {s for s in subsets(size) if world.check(s) is None}
    impossible = set(subsets(size)) - possible
    conflicts = {s for s in impossible if not any(t < s for t in impossible)}
    versions = {s for s in possible if not any(s < t for t in possible)}

    found = enumerate_subsets(size, world.check, seconds=60)

    assert found.complete
    assert set(found.conflicts) == conflicts
    assert set(found.versions) == versions


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(VARIABLES), min_size=1, max_size=8), st.data())
def test_claims_drawn_from_one_true_world_never_conflict(variables, data):
    fighters, civilians = data.draw(st.integers(0, 50)), data.draw(st.integers(0, 50))
    others = data.draw(st.integers(0, 50))
    truth = {FIGHTERS: fighters, CIVILIANS: civilians, PEOPLE: fighters + civilians + others}
    answers = []
    for variable in variables:
        below, above = data.draw(st.integers(0, 20)), data.draw(st.integers(0, 20))
        answers.append(Bound(variable, max(0, truth[variable] - below), truth[variable] + above))
    parts = (Part(FIGHTERS, PEOPLE), Part(CIVILIANS, PEOPLE))
    totals = (Total((FIGHTERS, CIVILIANS), PEOPLE),)
    world = World([Answer(bound, ("c",)) for bound in answers], (), parts, totals)
    assert world.check(frozenset(range(len(answers)))) is None


def test_a_spent_budget_is_reported_as_incomplete():
    answers = [Bound(PEOPLE, n, n) for n in range(30)]
    world = world_of(answers, linked=False)
    found = enumerate_subsets(30, world.check, seconds=0)
    assert not found.complete


def test_the_range_that_answers_leave():
    answers = [Answer(Bound(PEOPLE, 3, 9), ("a",)), Answer(Bound(FIGHTERS, 5, None), ("b",))]
    world = World(answers, parts=(Part(FIGHTERS, PEOPLE),))
    assert world.ranges(frozenset({0, 1}))[PEOPLE] == (5, 9)
    assert world.ranges(frozenset({0}))[FIGHTERS] == (0, 9)
    assert world.ranges(frozenset({1}))[PEOPLE] == (5, None)


@settings(deadline=None, max_examples=60)
@given(st.lists(bounds.filter(lambda b: not b.outside), min_size=1, max_size=6))
def test_the_ends_of_every_range_can_be_true_and_nothing_beyond_them(answers):
    world = world_of(answers, linked=True)
    members = frozenset(range(len(answers)))
    if world.check(members) is not None:
        return
    known = {"parts": world.parts, "totals": world.totals, "derived": world.derived}
    for variable, (low, high) in world.ranges(members).items():
        ends = [(low, low, None), (low - 1, low - 1, members)]
        ends += [] if high is None else [(high, high, None), (high + 1, high + 1, members)]
        for first, last, impossible in ends:
            asked = [*world.answers, Answer(Bound(variable, first, last), ("end",))]
            verdict = World(asked, **known).check(frozenset(range(len(asked))))
            assert (verdict is None) == (impossible is None)
