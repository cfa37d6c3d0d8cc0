"""Claims as answers: how exact a plain number is, and what enough is known of."""

import pytest
from said import Event

from variorum import taxonomy
from variorum.compare.quantities.answers import Standing, base_unit, comparable, replies, rounded
from variorum.model import Stance


def measure(number, **more):
    return Event().said("Ada Lund", str(number), number, number, **more).measures[0]


@pytest.mark.parametrize(
    ("number", "slack"),
    [(0, 0), (4, 0), (13, 0), (10, 0.5), (50, 2.5), (250, 5), (300, 15), (4_000, 200), (2.5, 0)],
)
def test_a_plain_number_is_exact_to_half_its_last_digit_and_to_a_twentieth(number, slack):
    assert rounded(measure(number)) == (number - slack, number + slack)


@pytest.mark.parametrize(("number", "slack"), [(19, 0), (20, 1), (34, 1.02), (35, 1.05)])
def test_a_column_of_vehicles_is_counted_to_three_in_a_hundred(number, slack):
    low, high = rounded(measure(number, kind="vehicles.trucks"))
    assert (low, high) == (pytest.approx(number - slack), pytest.approx(number + slack))


def test_what_is_already_a_range_is_left_as_it_is():
    assert rounded(measure(50, approximate=True)) == (50, 50)


def test_lengths_of_time_meet_in_one_unit():
    known = taxonomy.load()
    day, hours = (measure(n, kind="duration", unit=u) for n, u in ((1, "day"), (24, "hour")))
    assert base_unit(1, day, known) == base_unit(24, hours, known)


@pytest.mark.parametrize(
    ("stance", "standing"),
    [
        (Stance.ASSERTS, Standing.FACT),
        (Stance.DENIES, Standing.DENIAL),
        (Stance.PROMISES, Standing.COMMITMENT),
        (Stance.DOUBTS, Standing.POSSIBILITY),
    ],
)
def test_what_a_claim_does_for_a_number_is_its_stance(stance, standing):
    event = Event()
    event.said("Ada Lund", "13", 13, 13, stance=stance)
    (reply,) = replies(event.claims, taxonomy.load())
    assert reply.standing is standing


def test_a_count_of_which_nothing_is_said_is_not_comparable():
    event = Event()
    event.said("Ada Lund", "40", 40, 40, event=None)
    event.said("Bo Krag", "40", 40, 40, event="killed")
    event.said("Cy Holm", "3", 3, 3, kind="duration", unit="day", event=None)
    known = taxonomy.load()
    assert [comparable(r, known) for r in replies(event.claims, known)] == [False, True, False]


def test_how_many_more_is_no_answer():
    event = Event()
    event.said("Ada Lund", "five more", 5, 5, difference=True)
    assert replies(event.claims, taxonomy.load()) == []
