"""What rules find beside the plain cues, each with a sentence that looks alike."""

import pytest

from variorum.model import Document, Form
from variorum.pipeline import extract


def told(text: str) -> list[tuple[str, str]]:
    document = Document.from_text(text, language="en", publisher="The Paper")
    claims = [claim for claim in extract(document) if claim.form is not Form.NARRATED]
    return [(claim.speaker.name, claim.text) for claim in claims]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "“No other cause is possible,” was the verdict of the expert team.",
            "expert team",
            "No other cause is possible",
        ),
        (
            "“We opened no gate,” was the line of the guild's chairman, Bo Ray.",
            "Bo Ray",
            "We opened no gate",
        ),
        (
            "A sailor gave another picture: the ferry sank many small boats.",
            "sailor",
            "the ferry sank many small boats",
        ),
        (
            "The farmers' union contradicted this: the pumps ran all night.",
            "farmers' union",
            "the pumps ran all night",
        ),
        (
            "By the union's count at least 108 goats drowned on Friday.",
            "union",
            "at least 108 goats drowned on Friday",
        ),
        (
            "In the ministry's version, smugglers opened the gates of the dam.",
            "ministry",
            "smugglers opened the gates of the dam",
        ),
        ("The guild holds that the dam was blown up.", "guild", "that the dam was blown up"),
        ("The judges held Bo Ray liable.", "judges", "Bo Ray liable"),
    ],
)
def test_who_says_it_stands_in_many_places(text, speaker, content):
    assert (speaker, content) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The line of the railway was 300 miles long.",
        "The farmer had two goats: the white one gave no milk.",
        "In the council's garden, workers opened the gates of the pond.",
        "The hall holds 40 people.",
        "Nobody could hold Bo Ray liable.",
        "The ropes held Bo Ray upright.",
        "The farmers watched while the work went on.",
        "The rain stopped, and the farmers went on.",
    ],
)
def test_what_only_looks_like_it_is_nobodys(text):
    assert told(text) == []


def test_a_voice_that_goes_on_says_what_stands_around_it():
    found = told("The mayor, Bo Ray, spoke. Many boats, he went on, had come from the hills.")
    assert [name for name, _ in found] == ["Bo Ray"]


def test_who_believes_speaks_through_who_tells_it():
    found = told("The dam was blown up, the engineers believe, according to a diplomat.")
    assert ("engineers", "The dam was blown up") in found


def test_a_figure_ends_with_all_that_it_counts():
    text = (
        "A gate was opened by thieves, said the agency DANA. It put the dead at 16, fishermen"
        " for the most part, and the missing at almost 90."
    )
    assert {name for name, _ in told(text)} <= {"DANA", "agency"}
    assert "almost 90" in told(text)[-1][1]
