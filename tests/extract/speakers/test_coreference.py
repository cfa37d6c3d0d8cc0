"""Whom a pronoun means, each kind with a sentence that looks alike."""

import pytest

from variorum.model import Document
from variorum.pipeline import extract


def speakers(text: str) -> list[str]:
    document = Document.from_text(text, language="en", publisher="The Paper")
    return [claim.speaker.name for claim in extract(document)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Council officials met the ferry firm. Its sailors, they say, sank nine boats.",
            "Council officials",
        ),
        (
            "Opponents say the firm lied. Calder Foods did nothing wrong, it said.",
            "Calder Foods",
        ),
        (
            "In the government's version, thieves opened the sluice in Lunden. It said they fled.",
            "government",
        ),
        (
            "The Harbour Office met the Port Board. In its statement the office said it was shut.",
            "Harbour Office",
        ),
        (
            "It spoke with 20 farmers who took part. All of them said that the gate was shut.",
            "20 farmers",
        ),
        (
            "Norland has agreed to the visit. According to a U.N. report only nine boats sank."
            " It calls the claim of forty unsubstantiated.",
            "U.N. report",
        ),
        ("Capt. Bo “Dash” Ray was at the port. Ray said it was shut.", "Bo “Dash” Ray"),
    ],
)
def test_a_pronoun_means_who_goes_on(text, name):
    assert speakers(text)[-1] == name


def test_what_is_told_to_somebody_is_nobodys_account():
    text = "Norland met the envoys. It went back to the harbour report. It says that it was late."
    assert speakers(text)[-1] == "Norland"


def test_all_of_them_is_nobody_where_two_groups_are_named():
    text = "The farmers met the sailors. All of them said that the gate was shut."
    assert speakers(text)[-1] == "unnamed"
