"""The day of a count whose sentence tells none is that of the sentence before it."""

import pytest

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.whereabouts.told_before import in_threads
from variorum.model import Document
from variorum.pipeline import extract

LIKE = "A rocket of the same kind hit Tolmar on 14 March 2031, the ministry said."


def windows(text, number="17"):
    document = Document.from_text(text, published="2031-04-08")
    claims = list(extract(document))
    found = in_threads(replies(claims, taxonomy.load()), claims, document)
    return {reply.variable.window for reply in found if reply.measure.text == number}


@pytest.mark.parametrize(
    ("text", "window"),
    [
        (f"{LIKE} The attack killed 17 people, it said.", "2031-03-14"),
        (f"{LIKE}\n\nThe attack killed 17 people, it said.", ""),
        (f"{LIKE} The attack of 7 April killed 17 people, it said.", "2031-04-07"),
        (f"{LIKE} The attack damaged 17 houses, it said.", ""),
        ("The attack killed 17 people, it said. Tolmar was hit on 14 March 2031 as well.", ""),
    ],
)
def test_who_was_hurt_was_so_on_the_day_told_before_within_the_paragraph(text, window):
    assert windows(text) == {window}


def test_the_toll_of_another_day_is_no_answer_to_that_of_the_case():
    own = "A rocket killed 50 people in Vikstad on 8 April 2031, the mayor said."
    document = Document.from_text(f"{own}\n\n{LIKE} The attack killed 17 people, it said.")
    assert windows(document.text, "50") == {"2031-04-08"}
    assert windows(document.text) == {"2031-03-14"}
