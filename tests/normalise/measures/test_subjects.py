from __future__ import annotations

import pytest

from variorum.normalise.measures.subjects import container_of, subject_of


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("The journey took three days.", "duration", "journey"),
        ("The battle began. It lasted four months.", "duration", "battle"),
        ("The truce ended. He spoke of decades of violence.", "duration", None),
        ("The convoy was six miles long.", "distance", "convoy"),
        ("The convoy stopped five miles north of the town.", "distance", None),
        ("Turnout was 54%.", "share", "turnout"),
        ("Turnout fell by 5%.", "share", None),
        ("They brought 50 tonnes of food.", "weight", "food"),
    ],
)
def test_what_an_amount_is_about(number, text: str, kind: str, subject: str | None) -> None:
    assert subject_of(number(text).thing, kind) == subject


def test_what_holds_the_counted(number) -> None:
    thing = number("A convoy of 50 trucks left.").thing
    assert thing.head is not None
    assert container_of(thing.head, thing.anchor) == "convoy"
