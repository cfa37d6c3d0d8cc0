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
        (
            "Six died, according to a report that a coalition of 26 Norland charities has just"
            " released.\n\nThe 18-page report says that the mine was unsafe.",
            "unsafe",
            "coalition of 26 Norland charities",
        ),
        (
            "On Thursday Mine Watch published a comprehensive report. According to it, guards fired"
            " into the crowd.",
            "guards fired",
            "Mine Watch",
        ),
        (
            "In a statement late Tuesday the Transport Ministry said that it would look into it."
            " But the statement said that 57 people had died.",
            "57 people",
            "Transport Ministry",
        ),
        (
            "The Norland ombudsman came under fire for a report that ruled out a fraud. The report"
            " said that nobody had lied.",
            "nobody had lied",
            "Norland ombudsman",
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
            "The union said in a statement that six died. A second statement said that seven died."
            " The statement said that no one was missing.",
            "no one",
            "second statement",
        ),
        (
            "The union said in a statement that six died. The report says that it rained.",
            "rained",
            "report",
        ),
        (
            "Mine Watch was told in a report that six died. The report says that it rained.",
            "it rained",
            "report",
        ),
        (
            "The Calder Party called for a report. The report says that 12 miners died.",
            "12 miners",
            "report",
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


def test_they_may_be_the_pictures_that_the_clause_before_is_about() -> None:
    text = (
        "The photographs, taken by two aid workers at Ardel's Bend, are the first from there, and"
        " they give details of a battle in which 60 people died."
    )
    assert speaker_of(text, "battle") == "photographs"


def test_they_are_the_people_of_their_own_sentence() -> None:
    text = (
        "The report added that some 83 people were held.\n\nIt came when several hundred peasants"
        " had blocked a road in protest against laws that, they said, threatened their lands."
    )
    assert speaker_of(text, "threatened") == "several hundred peasants"


def test_an_office_with_a_name_speaks_for_itself() -> None:
    text = "According to the Prosecutor's Office of Norland, the ship flew no flag."
    assert "Office of Norland" in speaker_of(text, "no flag")


def test_it_is_the_speaker_before_those_whom_the_speech_is_about() -> None:
    text = (
        "The military said in a statement that the Norland Freedom Army, a rebel group, and the"
        " People's Force (PF), an umbrella of armed men, had been hiding in the school and using it"
        " to store weapons. Its men made a surprise inspection, it said, and were attacked."
    )
    assert speaker_of(text, "surprise") == "military"


def test_he_may_be_a_source_without_a_name() -> None:
    text = (
        "A security source told Reuters that nine men were inside. A number of guests were among"
        " the casualties, he said."
    )
    assert speaker_of(text, "guests") == "security source"


def test_it_may_be_the_text_of_a_person() -> None:
    text = (
        "The Norland ombudsman, a public office, came under fire for a report that ruled out a"
        " fraud.\n\nThe report echoed what the army had told. It added that 200 people were hurt."
    )
    assert speaker_of(text, "200 people") == "Norland ombudsman"
