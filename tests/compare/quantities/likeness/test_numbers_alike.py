"""Which numbers of an event answer one question, and which cannot all be true."""

import numpy as np
import pytest
from said import Event

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.likeness.numbers_alike import _is_told, _joined, may_conflict


def of_the_dead(*numbers, kind="people", event=None):
    event = event or Event()
    for number in numbers:
        who = f"Witness {'ABCDEFGHIJKL'[len(event.documents)]}"
        event.said(who, str(number), number, number, kind=kind)
    return event


def table(size, **pairs):
    """Return a table of pairs; `p01` is that of the first two."""
    found = np.zeros((size, size), dtype=np.float32)
    for name, value in pairs.items():
        i, j = int(name[1]), int(name[2])
        found[i, j] = found[j, i] = value
    return found


@pytest.mark.parametrize(("alike", "joined"), [(0.36, [[0, 1], [2]]), (0.34, [[0], [1], [2]])])
def test_questions_are_joined_where_they_are_alike(alike, joined):
    found = _joined(table(3, p01=alike), ["a", "b", "c"])
    assert sorted(sorted(one) for one in found) == joined


def test_questions_are_as_alike_as_their_answers_are_on_average():
    # The third is alike to one of the two that answer one question, and not to the other.
    assert len(_joined(table(3, p02=0.68), ["a", "a", "b"])) == 2
    assert len(_joined(table(3, p02=0.72), ["a", "a", "b"])) == 1


@pytest.mark.parametrize(("reports", "found"), [(6, 1), (5, 0)])
def test_some_of_the_dead_are_asked_for_with_all_in_so_many_reports(reports, found):
    event = of_the_dead(*[34] * (reports - 2))
    of_the_dead(33, 33, kind="people.migrants", event=event)
    asked = [question for question in event.compared().questions if question.label]
    assert len(asked) == 2 - found


def test_numbers_of_several_reports_are_held_against_each_other():
    (one,) = of_the_dead(34, 34, 34, 34, 34, 22, 22).compared().contradictions
    assert {answer.low for answer in one.answers} == {34, 22}


def test_what_is_alike_is_no_conflict_where_a_number_is_left_in_common():
    assert of_the_dead(34, 34, 34, 34, 34, 34, 34).compared().contradictions == ()


def test_more_numbers_than_a_few_hundred_are_weighed():
    event = Event()
    for n in range(210):
        number, kind = ((34, "people"), (33, "people.migrants"))[n % 2]
        event.said(f"Witness {n}", str(number), number, number, kind=kind)
    assert len(event.compared().questions) == 1


@pytest.mark.parametrize(
    ("earlier", "later", "conflict"), [(34, 22, True), (22, 34, False), (34, 34, False)]
)
def test_a_toll_that_grew_between_two_days_contradicts_nobody(earlier, later, conflict):
    known = taxonomy.load()
    event = of_the_dead(earlier, later)
    one, other = replies(event.claims, known)
    of = [
        reply.about(as_of=f"2020-01-{day:02}/2020-01-{day:02}")
        for reply, day in ((one, 2), (other, 9))
    ]
    assert may_conflict(*of, known) is conflict


def test_women_and_children_are_not_held_against_each_other():
    known = taxonomy.load()
    event = of_the_dead(34, kind="people.women")
    of_the_dead(22, kind="people.children", event=event)
    assert not may_conflict(*replies(event.claims, known), known)


@pytest.mark.parametrize(("people", "civilians", "conflict"), [(22, 34, True), (34, 22, False)])
def test_fewer_of_a_kind_than_all_contradict_nobody(people, civilians, conflict):
    known = taxonomy.load()
    event = of_the_dead(people)
    of_the_dead(civilians, kind="people.civilians", event=event)
    assert may_conflict(*replies(event.claims, known), known) is conflict


def test_others_on_top_of_somebody_are_not_held_against_all():
    known = taxonomy.load()
    one, other = replies(of_the_dead(34, 22).claims, known)
    assert may_conflict(one, other, known)
    assert not may_conflict(one, other.about(event="killed+"), known)


@pytest.mark.parametrize(("befell", "questions"), [("recovered", 1), ("injured", 2)])
def test_the_dead_are_asked_for_with_bodies_and_not_with_the_hurt(befell, questions):
    event = of_the_dead(34, 34, 34, 34)
    for who in ("Ada Lund", "Bo Krag"):
        event.said(who, "33", 33, 33, event=befell)
    assert len(event.compared().questions) == questions


def test_what_is_said_of_none_goes_with_what_is_counted_by_the_same_words():
    event = of_the_dead(34, 34, 34)
    of_the_dead(33, 33, 33, 33, kind="people.migrants", event=event)
    event.said("Cy Holm", "no", 0, 0, polarity=True)
    (question,) = event.compared().questions
    assert len(question.answers) == 8


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"event": None}, True),
        ({"event": None, "low": 2, "approximate": True}, False),
        ({"low": 2, "approximate": True}, True),
        ({"low": 1, "high": None, "polarity": True}, False),
    ],
)
def test_of_a_few_and_some_too_little_is_told_to_be_joined(said, told):
    event = Event()
    event.said("Ada Lund", "so many", said.pop("low", 9), said.pop("high", 9), **said)
    assert _is_told(*replies(event.claims, taxonomy.load())) is told


def test_what_is_shown_with_one_thing_that_befell_them_is_not_joined_with_another():
    # Most who tell more of the hostages say that they were released; the bare numbers go with that.
    event = Event()
    for n, befell in enumerate(("released", "released", None, None, None, None, "detained")):
        who = f"Witness {'ABCDEFG'[n]}"
        event.said(who, "400", 400, 400, kind="people.hostages", event=befell)
    answers = [len(question.answers) for question in event.compared().questions]
    assert answers == [6, 1]
