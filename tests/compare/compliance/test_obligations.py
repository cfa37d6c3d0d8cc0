"""What a term wants: deeds done or left, by whom, of what, and in which days."""

from datetime import date

import pytest
from dealt import ARMY, FRONT, WINDOW, wanted
from hypothesis import given
from hypothesis import strategies as st

from variorum.model import Modality

MUST, MUST_NOT, MAY = Modality.MUST, Modality.MUST_NOT, Modality.MAY
APRIL = (date(2031, 4, 1), date(2031, 4, 30))


@pytest.mark.parametrize(
    ("modality", "act", "deed", "done"),
    [
        (MUST, "open the bridge", "open", True),
        (MUST_NOT, "shell the valley towns", "fire", False),
        (MUST, "stop shelling the valley towns", "fire", False),
        (MUST, "suspend patrols along the ridge", "patrol", False),
        (MUST_NOT, "refrain from shelling the valley towns", "fire", False),
        (MUST_NOT, "stop patrols", "patrol", True),
        (MUST, "keep its boats out of the lane", "enter", False),
        (MUST_NOT, "keep its boats out of the lane", "enter", True),
        (MAY, "enter the mill", "enter", True),
    ],
)
def test_a_duty_to_stop_is_a_ban_and_a_ban_on_stopping_a_duty(modality, act, deed, done):
    want = wanted(modality, act)
    assert deed in want.deeds
    assert want.wanted is done
    assert want.right is (modality is MAY)


def test_to_leave_without_flags_is_a_ban_on_flags_and_says_nothing_of_leaving():
    want = wanted(MUST, "leave the town without flags or banners")
    assert not want.wanted
    assert {"display", "carry"} <= want.deeds
    assert "withdraw" not in want.deeds
    assert want.things == {"flag", "banner"}


@pytest.mark.parametrize(
    ("due", "window", "day"),
    [
        (None, APRIL, None),
        ("2031-04-10", APRIL, date(2031, 4, 10)),
        ("2031-04", APRIL, date(2031, 4, 30)),
        ("2031-04-05/2031-04-12", (date(2031, 4, 5), date(2031, 4, 12)), None),
        ("../2031-04-12", (date(2031, 4, 1), date(2031, 4, 12)), None),
        ("2031-04-12/..", (date(2031, 4, 12), date(2031, 4, 30)), None),
        ("2031-03-01/2031-05-20", APRIL, None),
        ("nonsense", APRIL, None),
    ],
)
def test_a_term_is_due_on_a_day_or_holds_in_a_part_of_the_window(due, window, day):
    want = wanted(MUST, "open the bridge", due=due)
    assert (want.first, want.last) == window
    assert want.due == day


@pytest.mark.parametrize(
    ("window", "first", "last"),
    [
        ((None, None), None, None),
        (("2031-04-01", None), date(2031, 4, 1), None),
        ((None, "2031-04"), None, date(2031, 4, 30)),
    ],
)
def test_a_window_may_be_open(window, first, last):
    want = wanted(MUST, "open the bridge", window=window)
    assert (want.first, want.last) == (first, last)


def test_an_open_window_is_closed_by_the_time_of_the_term():
    want = wanted(MUST, "open the bridge", window=(None, None), due="2031-04-05/2031-04-12")
    assert (want.first, want.last) == (date(2031, 4, 5), date(2031, 4, 12))


DAYS = st.dates(date(2031, 1, 1), date(2031, 12, 31))


@given(st.tuples(DAYS, DAYS).map(sorted))
def test_a_term_never_holds_outside_its_agreement(days):
    want = wanted(MUST, "open the bridge", due="/".join(day.isoformat() for day in days))
    assert want.first == max(APRIL[0], days[0])
    assert want.last == min(APRIL[1], days[1])


def test_the_things_of_a_term_are_neither_its_verb_nor_its_parties():
    want = wanted(MUST_NOT, "shell the army of the River Front in the valley towns")
    assert want.things == {"valley", "town"}
    assert want.places == frozenset()


def test_the_names_of_a_term_that_are_no_partys_are_its_places():
    assert wanted(MUST, "open the bridge at Orrin").places == {"orrin"}


def test_what_it_is_done_to_is_told_apart_from_its_other_things():
    want = wanted(MUST, "open the bridge at Orrin for lorries", object_="the bridge at Orrin")
    assert want.object == {"bridge"}
    assert want.things == {"bridge", "orrin", "lorry"}
    assert wanted(MUST, "open the bridge").object == {"bridge"}


def test_who_is_bound_and_who_is_not_stay_as_they_are_told():
    want = wanted(MUST, "open the bridge")
    assert (want.obligors, want.others) == ((ARMY,), (FRONT,))
    assert (want.first.isoformat(), want.last.isoformat()) == WINDOW
