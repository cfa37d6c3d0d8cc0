"""Who holds an office that is named before or after them."""

import pytest

from variorum.model import Document
from variorum.pipeline import extract


def first(text: str) -> str:
    document = Document.from_text(text, language="en", publisher="The Paper")
    return next(claim.speaker.name for claim in extract(document) if claim.cue is not None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Forty goats died, the region's chief prosecutor said. Ann Lee, the prosecutor"
            " general, said that most were old.",
            "Ann Lee",
        ),
        (
            "The list was drawn up by a party, its leader said. Ann Lee, who heads the Plough"
            " party, said it was not complete.",
            "Ann Lee",
        ),
        ("Lt Aboud Sanko shot a wolf. The lieutenant said it was ill.", "Aboud Sanko"),
    ],
)
def test_an_office_bears_the_only_name(text, name):
    assert first(text) == name


def test_an_office_of_which_the_text_names_two_holders_has_no_name():
    text = (
        "Forty goats died, the region's chief prosecutor said. A prosecutor from the coast had"
        " counted 30. Ann Lee, the prosecutor general, said that most were old."
    )
    assert first(text) == "region's chief prosecutor"


def test_an_office_called_by_its_holder_is_a_body():
    assert first("The Attorney General's Office said it was shut.") == "Attorney General's Office"
    assert first("The mayor's statement said it was shut.") == "mayor"
