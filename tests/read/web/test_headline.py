"""The title is what readers see as one, without the site's name."""

import pytest
from lxml import html

from variorum.read.web.headline import headline

TOLD = "The mayor said that forty people were killed in the market on Sunday, and many were hurt."


def title(body, head, sites=("The Gull", "gull.example"), told=""):
    page = f"<html><head>{head}</head><body>{body}<p>{TOLD}</p></body></html>"
    return headline(html.fromstring(page), told, sites)[1]


@pytest.mark.parametrize("between", [" | ", " - ", " – ", " — ", " · ", " « ", " :: ", "|"])
def test_the_name_of_the_site_is_no_part_of_it(between):
    assert (
        title("", f"<title>Forty dead in Mersa{between}The Gull</title>") == "Forty dead in Mersa"
    )
    assert (
        title("", f"<title>The Gull{between}Forty dead in Mersa</title>") == "Forty dead in Mersa"
    )


@pytest.mark.parametrize(
    ("body", "head", "expected"),
    [
        # What the heading says, and not what is said to machines.
        (
            "<h1>Forty dead in Mersa market</h1>",
            "<meta property='og:title' content='Mersa market: forty dead | World'>",
            "Forty dead in Mersa market",
        ),
        ("<h1>Forty dead</h1>", "<title>Forty dead - World - Today</title>", "Forty dead"),
        ("<h1>Forty dead</h1>", "<title>Mersa: Forty dead</title>", "Forty dead"),
        # The site's name in the first heading, the title in the second.
        (
            "<h1>The Gull</h1><h2>Forty dead</h2>",
            "<title>Forty dead | The Gull</title>",
            "Forty dead",
        ),
        ("<h1>World</h1><h2>Forty dead</h2>", "<title>Forty dead | The Gull</title>", "Forty dead"),
        ("<h2>Weather</h2>", "<title>Forty dead</title>", "Forty dead"),
        ("<h1>Forty dead</h1>", "", "Forty dead"),
        (
            "<h1>Мэр</h1>",
            "<title>В Мерсе погибли сорок | The Gull</title>",
            "В Мерсе погибли сорок",
        ),
        ("", "", None),
        # A dash within a title is not one before a name.
        ("", "<title>Forty dead - and no answers</title>", "Forty dead - and no answers"),
    ],
)
def test_the_heading_that_is_stated_is_the_title(body, head, expected):
    assert title(body, head) == expected


def test_the_headline_that_the_article_states_counts_first():
    body = "<h1>Home</h1><h1>Forty dead in Mersa</h1>"
    assert title(body, "", told="Forty dead in Mersa") == "Forty dead in Mersa"
    assert title("", "", told="Forty dead in Mersa") == "Forty dead in Mersa"
