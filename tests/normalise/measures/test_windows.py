from __future__ import annotations

import pytest

from variorum.model import Mood
from variorum.normalise.measures.windows import NEXT, Windows, mood_of
from variorum.normalise.times.dates import dates


@pytest.mark.parametrize(
    ("text", "window", "as_of"),
    [
        ("On 3 May they killed 12 men.", "2020-05-03", None),
        ("By 3 May the toll stood at 12.", None, "2020-05-03"),
        ("As of 3 May 12 men had died.", None, "2020-05-03"),
        ("They killed 12 men.", None, None),
        ("The toll of the blast on 3 May rose to 12.", None, None),
        ("On 3 May the toll of the blast rose to 12.", None, "2020-05-03"),
    ],
)
def test_the_day_of_the_event_is_told_from_the_day_of_the_count(
    number, text: str, window: str | None, as_of: str | None
) -> None:
    read = number(text)
    whens = dates(read.document, read.doc)
    assert Windows(read.doc, whens).of(read.thing) == (window, as_of)


def test_a_date_stands_next_to_a_number_within_few_words() -> None:
    assert NEXT == 7


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("They killed 12 men.", Mood.REALISED),
        ("They would kill 12 men.", Mood.POSSIBLE),
        ("The ferry carries 400 passengers.", Mood.POSSIBLE),
        ("The deal allows 300 people to leave.", Mood.POSSIBLE),
        ("They need to win 12 seats.", Mood.POSSIBLE),
        ("They keep 12 seats.", None),
    ],
)
def test_what_may_be_is_told_from_what_was(number, text: str, mood: Mood | None) -> None:
    assert mood_of(number(text).thing) == mood
