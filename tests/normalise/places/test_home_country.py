"""The country of a paper, and what it says for the towns that the paper names."""

import pytest

from variorum.model import Document
from variorum.normalise.places.home_country import home_of
from variorum.normalise.places.places import places


@pytest.mark.parametrize(
    ("publisher", "url", "home"),
    [
        ("The Irish Gazette", None, "IE"),
        ("Times of India", None, "IN"),
        ("Houston Herald", None, "US"),
        (None, "https://news.example.co.uk/a", "GB"),
        ("Gazette", "https://example.com.au/a", "AU"),
        ("Gazette", "https://example.tv/a", None),
        ("Skagway Herald", None, None),
        ("Gazette", None, None),
    ],
)
def test_address_or_name_tells_the_country_of_a_paper(publisher, url, home):
    assert home_of(Document.from_text("", publisher=publisher, url=url)) == home


def point(text, **document):
    found = {p.name: p for p in places(Document.from_text(text, **document))}
    return [(name, p.country, p.feature) for name, p in found.items()]


def test_a_town_of_two_countries_is_that_of_the_paper_or_stays_open():
    text = "A fire in Birmingham killed two."
    assert point(text) == [("Birmingham", None, None)]
    assert point(text, url="https://example.co.uk") == [("Birmingham", "GB", "town")]
    assert point(text, publisher="Alabama Herald") == [("Birmingham", "US", "town")]
