"""Dates of one kind mean the same days in all languages that are read."""

import pytest

from gold_lines import lines
from variorum.model import Document
from variorum.normalise.times.dates import dates
from variorum.normalise.times.doubtful_days import doubtful_days

PUBLISHED = "2017-10-16"


@pytest.mark.parametrize("line", lines("dates-languages.txt"))
def test_same_kind_of_date_means_the_same_days_in_every_language(line):
    language, wanted, text = line.split(" | ")
    found = dates(Document.from_text(text, language=language, published=PUBLISHED))
    assert [w.edtf for w in found if w.dated] == wanted.split(", ")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It rained on Saturday, 10 October 2017."),
        ("en", "It rained on Sat Oct 10, 2017."),
        ("de", "Es regnete am Samstag, 10. Oktober 2017."),
        ("fr", "Il a plu le samedi 10 octobre 2017."),
        ("ru", "Дождь шёл в субботу, 10 октября 2017 года."),
        ("tr", "10 Ekim 2017 Cumartesi günü yağmur yağdı."),
    ],
)
def test_weekday_at_odds_with_its_date_leaves_the_day_uncertain_and_is_a_gap(language, text):
    document = Document.from_text(text, language=language, published=PUBLISHED)
    found = dates(document)
    assert [w.edtf for w in found] == ["2017-10-10?"]
    (gap,) = doubtful_days(found, document)
    assert "2017-10-10 was a Tuesday" in gap.why
    assert found[0].text in gap.what


def test_weekday_that_fits_its_date_is_no_gap():
    document = Document.from_text("It rained on Tuesday, 10 October 2017.", published=PUBLISHED)
    found = dates(document)
    assert [w.edtf for w in found] == ["2017-10-10"]
    assert not doubtful_days(found, document)
