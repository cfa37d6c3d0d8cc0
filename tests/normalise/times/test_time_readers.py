"""The readers of times, by grammar and by lexicon, follow one set of rules."""

import pytest

from variorum.model import Document
from variorum.normalise.times.dates import dates

DAY = "2021-05-04"  # a Tuesday


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "It rained yesterday.", "2021-05-03"),
        ("en", "It rained on Friday.", "2021-04-30"),
        ("en", "It rained on 3 May.", "2021-05-03"),
        ("en", "It rained two days ago.", "2021-05-02"),
        ("de", "Es regnete gestern.", "2021-05-03"),
        ("de", "Es regnete am 3. Mai.", "2021-05-03"),
        ("fr", "Il a plu hier.", "2021-05-03"),
        ("fr", "Il a plu le 3 mai.", "2021-05-03"),
    ],
)
def test_every_language_means_the_same_day(language, text, edtf):
    found = dates(Document.from_text(text, language=language, published=DAY))
    assert [when.edtf for when in found] == [edtf]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It took three days.", "P3D"),
        ("It happens every Friday.", "XXXX-WXX-5"),
        ("It is so now.", "PRESENT_REF"),
    ],
)
def test_lengths_and_sets_have_timeml_values(text, timex):
    (when,) = dates(Document.from_text(text, language="en", published=DAY))
    assert (when.timex, when.dated) == (timex, False)
