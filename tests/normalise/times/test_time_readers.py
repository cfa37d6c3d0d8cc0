"""The readers of times, by grammar and by lexicon, follow one set of rules."""

import pytest

from variorum.model import Document
from variorum.normalise.measures.measures import measures
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


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("de", "In den letzten zwei Wochen hat es geregnet.", "2021-04-20/2021-05-04"),
        ("fr", "Il a plu ces deux dernières semaines.", "2021-04-20/2021-05-04"),
        ("es", "En los próximos tres días lloverá.", "2021-05-04/2021-05-07"),
        ("ar", "أمطرت في الأيام الثلاثة الماضية.", "2021-05-01/2021-05-04"),
        ("tr", "Son iki haftada yağmur yağdı.", "2021-04-20/2021-05-04"),
        ("fa", "در دو هفته گذشته باران بارید.", "2021-04-20/2021-05-04"),
    ],
)
def test_the_last_and_the_next_days_are_days_and_no_length(language, text, edtf):
    document = Document.from_text(text, language=language, published=DAY)
    assert [when.edtf for when in dates(document)] == [edtf]
    assert measures(document) == []
