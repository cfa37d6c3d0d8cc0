"""Answers over time: numbers that are stated count, and statements without numbers too."""

from said import Event

from variorum import taxonomy
from variorum.compare.history.histories import given_up, of_numbers, of_statements, without_own
from variorum.compare.quantities.answers import replies
from variorum.model import Stance


def test_only_what_is_stated_or_denied_is_an_answer():
    event = Event()
    event.said("Ada Lund", "13", 13, 13)
    event.said("Bo Krag", "7", 7, 7, stance=Stance.PROMISES)
    event.said("Cy Holm", "5", 5, 5, stance=Stance.DENIES)
    known = taxonomy.load()
    found = replies(event.claims, known)
    questions = {reply.key: "q" for reply in found}
    told = of_numbers(found, questions, known)
    assert [said.words for said in told] == ["13", "5"]
    assert of_numbers(found, {}, known) == []


def test_nothing_said_is_nothing_given_up():
    assert of_statements([]) == []
    assert given_up([], []) == frozenset()
    assert without_own([], []) == ()
