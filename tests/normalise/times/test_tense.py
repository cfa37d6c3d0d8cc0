from __future__ import annotations

import pytest

from variorum.normalise.times.tense import are_near, is_ahead


@pytest.mark.parametrize(
    ("sentence", "ahead"),
    [
        ("The court will sit on {}.", True),
        ("The court sat when it met on {}.", False),
        ("He said on {} that it will sit.", False),
        ("The hearing was held on {}, and a ruling will follow.", False),
        ("The army will send armed men on {}.", True),
        ("The army will leave, the minister announced on {}.", False),
        ("It will be announced on {}.", True),
        ("He could not be reached on {}.", False),
        ("On {}, the league plans to march.", True),
        ("On {}, the league marched.", False),
        ("A fee is payable {}.", True),
        ("It had been due to expire on {}.", False),
        ("It will rain. It rained on {}.", False),
        ("It will rain. {} it rained.", False),
        ("They'll vote on {}.", True),
        ("On {} nothing.", False),
    ],
)
def test_verbs_tell_on_which_side_a_time_lies(sentence: str, ahead: bool) -> None:
    start = sentence.index("{}")
    assert is_ahead(sentence.replace("{}", "Friday"), start, start + len("Friday")) is ahead


def test_the_next_sentence_is_near_and_the_one_after_is_not() -> None:
    text = "One. Two. Three."
    assert are_near(text, 0, text.index("Two"))
    assert not are_near(text, 0, text.index("Three"))


def test_title_ends_no_sentence() -> None:
    text = "Mr. Smith met Dr. No in St. Ives"
    assert are_near(text, 0, len(text))
