"""What each answer is about: days that lie far before the reports are another event's."""

import pytest
from said import Event
from whereabouts.counts_told import report

from variorum import taxonomy
from variorum.compare.happenings.incidents import Incidents
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.scopes import question_key, settle
from variorum.compare.solver.constraints import UNKNOWN, Variable
from variorum.text import span


def settled(event):
    known = taxonomy.load()
    found = replies(event.claims, known)
    return settle(found, {d.id: d for d in event.documents}, known)


def test_a_question_is_of_a_window_and_not_of_the_day_it_was_counted_on():
    variable = Variable("people", "killed", place="Vik", window="2020-01-02", as_of="2020-01-03")
    asked = Variable("people", "killed", place="Vik", window="2020-01-02")
    assert question_key(variable) == asked


def test_every_reply_comes_back_in_its_order():
    event = Event()
    for number in (3, 5, 7):
        event.said(f"Speaker {number}", str(number), number, number, event="left")
    assert [reply.low for reply in settled(event)] == [3, 5, 7]


@pytest.mark.parametrize(("window", "same"), [("2019-12-20", True), ("2019-06-01", False)])
def test_a_day_more_than_two_months_before_the_first_report_is_another_events(window, same):
    event = Event()
    event.said("Ada Lund", "13", 13, 13, event="participated", published="2020-01-02")
    event.said("Bo Krag", "7", 7, 7, event="participated", window=window, published="2020-01-02")
    one, other = (question_key(reply.variable) for reply in settled(event))
    plain, dated = (reply.variable.window for reply in settled(event))
    assert (one == other) == same
    assert (plain == dated) == same


@pytest.mark.parametrize(("away", "subject"), [(200, "journey"), (400, "")])
def test_it_lasted_is_told_of_what_is_timed_near_it(away, subject):
    event = Event()
    ride = event.said("Ada Lund", "2", 2, 2, kind="duration", event=None, subject="journey")
    lasted = event.said("Ada Lund", "3", 3, 3, kind="duration", event="lasted")
    span = ride.measures[0].span
    moved = span.model_copy(update={"start": span.start + away, "end": span.end + away})
    far = lasted.measures[0].model_copy(update={"span": moved})
    event.claims[1] = lasted.model_copy(update={"document": ride.document, "measures": (far,)})
    assert [reply.variable.subject for reply in settled(event)] == ["journey", subject]


@pytest.mark.parametrize(("between", "one"), [(" or", True), ("\n", False)])
def test_counts_of_one_paragraph_are_of_one_place_that_nobody_else_tells_of(between, one):
    document, claim = report(f"It killed 13,{between} 31 as others say.", "13", "killed")
    at = document.text.index("31")
    more = {"span": span(document, at, at + 2), "low": 31.0, "high": 31.0}
    other = claim.model_copy(
        update={"id": "claim-2", "measures": (claim.measures[0].model_copy(update=more),)}
    )
    known = taxonomy.load()
    beside = Incidents(aside={claim.id, other.id})
    found = settle(replies([claim, other], known), {document.id: document}, known, beside=beside)
    first, second = (reply.variable for reply in found)
    assert (first.place == second.place) == one
    assert first.place.startswith(UNKNOWN)
