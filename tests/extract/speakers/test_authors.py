"""Who wrote "the report" or "extracts", where the text has said so."""

import pytest

from variorum import extract
from variorum.extract.speakers.authors import Authors
from variorum.language.parsers.pipelines import ENGLISH
from variorum.model import Document


def speaker_of(text: str, words: str) -> str:
    found = [c for c in extract(Document.from_text(text, publisher="Paper")) if c.cue is not None]
    return next(c.speaker.name for c in found if words in " ".join(s.exact for s in c.content))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The toll is near 40, says a note by Norland intelligence.\n\nThe note to the council"
            " says that a mine burst.",
            "mine burst",
            "Norland intelligence",
        ),
        (
            "A note by Swedish intelligence came.\n\nThe note says that a mine burst.",
            "mine burst",
            "Swedish intelligence",
        ),
        (
            "A note by Norland intelligence reached the council.\n\nAccording to extracts that the"
            " Courier read, nine sailors drowned.",
            "nine sailors",
            "Norland intelligence",
        ),
        (
            "A Norland intelligence assessment puts the toll near 40. The Courier has seen the"
            " report, which says that the figure may change.",
            "figure may change",
            "Norland intelligence",
        ),
        (
            "Memorandum of Major Ruth Calder on the collision.\n\nThe conclusion states that two"
            " trains met at noon.",
            "two trains",
            "Ruth Calder",
        ),
        (
            "Mercy Rescue Group says that the mine was unsafe.\n\nThree investigators of the group"
            " came in May. Their report says that 52 miners died.",
            "52 miners",
            "Mercy Rescue Group",
        ),
    ],
)
def test_what_a_text_says_is_said_by_who_wrote_it(text: str, words: str, name: str) -> None:
    assert speaker_of(text, words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # Nobody has told who wrote it, another text is meant, or it has a name of its own.
        ("The mayor read a report. The report says that 12 miners died.", "12 miners", "report"),
        (
            "A note by Norland intelligence came. A second note says that 12 miners died.",
            "12 miners",
            "second note",
        ),
        (
            "A note by Norland intelligence came. The Calder report says that 12 miners died.",
            "12 miners",
            "Calder report",
        ),
    ],
)
def test_no_author_is_guessed(text: str, words: str, name: str) -> None:
    assert speaker_of(text, words) == name


def test_an_author_is_forgotten_after_a_while() -> None:
    start, end = "A note by Norland intelligence came. ", "The note says that it rained."
    for filler, known in (
        ("It was a long and quiet day. " * 20, True),
        ("It rained. " * 120, False),
    ):
        doc = ENGLISH.parse(start + filler + end)
        noun = [token for token in doc if token.text == "note"][-1]
        assert (Authors(doc).of(noun) is not None) is known
