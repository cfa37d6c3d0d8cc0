"""Which named body a general word means, and whom a pronoun."""

import pytest

from sentences import doc, reading, word
from variorum.extract.speakers.coreference import Memory
from variorum.extract.speakers.organisations import Bodies
from variorum.extract.speakers.speaker_mentions import Cast

FILLER = "It rained for a day in the valley. " * 40


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Calder Foods closed a plant. The company said no.", "Foods"),
        ("It closed. The company said no.", None),
        ("Calder Foods closed a plant. The Northport-based company said no.", "Foods"),
        ("Calder Foods closed a plant in the Northport valley. The company said no.", "Foods"),
        (f"Calder Foods closed a plant. {FILLER}The company said no.", None),
    ],
)
def test_a_company_is_the_one_named_a_little_before(text, body):
    found = Bodies(Cast(doc(text))).meant(word(text, "company"))
    assert (found and found.text) == body


def test_a_group_is_no_place():
    text = (
        "Mercy International saw it in Arden. Raiders that held Arden left. Norway wept. "
        "The group said no."
    )
    found = Bodies(Cast(doc(text))).meant(word(text, "group"))
    assert found is not None
    assert found.text == "International"


def test_a_pronoun_means_nobody_where_nobody_was_named():
    text = "It rained. She said no."
    memory = Memory(reading(text), lambda _: None)
    assert memory.meant(word(text, "She")) is None
