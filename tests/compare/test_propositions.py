"""Questions of yes or no, by their words: what says so, what denies it, and what leaves it open."""

import pytest

from variorum.compare.propositions import propositions
from variorum.model import Certainty, Claim, Document, Form, Speaker, SpeakerKind, Stance
from variorum.taxonomy import load
from variorum.text import span


def told(words, *, stance=Stance.ASSERTS, certainty=Certainty.CERTAIN):
    document = Document.from_text(words, publisher="Northwire")
    content = (span(document, 0, len(words)),)
    speaker = Speaker(name="Ada Lund", kind=SpeakerKind.PERSON)
    claim = Claim(
        id=Claim.identify(document.id, speaker, None, content, Form.INDIRECT),
        document=document.id,
        speaker=speaker,
        relay=(),
        content=content,
        form=Form.INDIRECT,
        stance=stance,
        certainty=certainty,
    )
    return [(*each.key, each.holds) for each in propositions([claim], load())]


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("a secret deal let them go", True),
        ("the deal was not a secret", False),
        ("the deal was never secret", False),
        ("the agreement wasn't secret", False),
        ("the accord was announced publicly", False),
        ("the accord was not announced publicly", True),
        ("a clandestine arrangement", True),
    ],
)
def test_what_is_secret_and_what_is_not(words, holds):
    assert told(words) == [("secret", "agreement", "", holds)]


def test_who_denies_it_says_that_it_is_not_so():
    assert told("the deal was secret", stance=Stance.DENIES) == [("secret", "agreement", "", False)]


@pytest.mark.parametrize(
    "words",
    [
        "the letter may be a forgery",
        "the deal was allegedly secret",
        "if the letter is genuine, he must go",
        "he read The Secret on the agreement",
        "the job stayed secret",
    ],
)
def test_what_is_left_open_or_of_nothing_states_nothing(words):
    assert told(words) == []


def test_what_is_only_possible_states_nothing():
    assert told("the letter is a fake", certainty=Certainty.POSSIBLE) == []


def test_a_thing_is_genuine_or_not_each_for_itself():
    assert told("the letter is a forgery") == [("genuine", "letter", "", False)]
    assert told("the recording is not authentic") == [("genuine", "recording", "", False)]


def test_who_takes_part_is_named_or_is_the_speaker():
    assert told("the coalition took no part in the talks") == [
        ("part", "talks", "coalition", False)
    ]
    assert told("it did not attend the meeting") == [("part", "talks", "ada lund", False)]


def test_a_negator_of_another_clause_turns_nothing():
    assert told("it was not long, and the deal was secret") == [("secret", "agreement", "", True)]
