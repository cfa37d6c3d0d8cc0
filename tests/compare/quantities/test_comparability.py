"""Bare counts: the same number told elsewhere in full says what is counted."""

import pytest
from said import Event

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.comparability import asked, echoed


def bare_beside(bare, full, *, kind="vehicles.buses"):
    """Return the event that a bare count takes from a full one in another report."""
    event = Event()
    event.said("Ada Lund", str(bare), bare, bare, kind=kind, event=None)
    event.said("Bo Krag", str(full), full, full, kind=kind, event="left")
    known = taxonomy.load()
    return echoed(replies(event.claims, known), known)[0].variable.event


def test_a_bare_count_takes_the_event_of_the_same_number():
    assert bare_beside(13, 13) == "left"


@pytest.mark.parametrize(("number", "event"), [(9, ""), (11, "left")])
def test_a_count_below_ten_is_no_sign(number, event):
    assert bare_beside(number, number) == event


@pytest.mark.parametrize(("one", "other", "event"), [(1_000, 900, "left"), (1_000, 870, "")])
def test_numbers_are_the_same_up_to_an_eighth_where_their_ranges_meet(one, other, event):
    # 1,000 is 950 to 1,050 and 900 is 855 to 945: what does not meet is not the same.
    found = bare_beside(one, other)
    assert found == ("" if other < 950 / 1.05 else event)


def test_a_mere_number_of_people_makes_no_question():
    event = Event()
    event.said("Ada Lund", "40", 40, 40, event=None)
    known = taxonomy.load()
    found = replies(event.claims, known)
    assert asked(found, [reply.variable for reply in found], known) == [None]
