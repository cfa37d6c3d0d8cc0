"""What pages state for machines is read whatever shape it has."""

import json

import pytest
from lxml import html

from variorum.read.web.page_metadata import article, people, site_names

NEWS = {"@type": "NewsArticle", "headline": "Forty dead"}


def tree(*scripts, head=""):
    inner = "".join(f"<script type='application/ld+json'>{one}</script>" for one in scripts)
    return html.fromstring(f"<html><head>{head}{inner}</head><body><p>A</p></body></html>")


@pytest.mark.parametrize(
    "told",
    [
        NEWS,
        [{"@type": "WebSite"}, NEWS],
        {"@graph": [{"@type": "Person"}, NEWS]},
        {"@type": "WebPage", "mainEntity": NEWS},
        {**NEWS, "@type": ["Thing", "ReportageNewsArticle"]},
        {**NEWS, "@type": "LiveBlogPosting"},
    ],
)
def test_an_article_is_found_wherever_it_stands(told):
    assert article(tree(json.dumps(told)))["headline"] == "Forty dead"


@pytest.mark.parametrize("told", ["", "{", "[]", "7", '"a"', "[" * 5000, '{"@type": 7}', "null"])
def test_what_is_broken_or_no_article_is_nothing(told):
    assert article(tree(told)) == {}
    assert article(tree(told, json.dumps(NEWS)))["headline"] == "Forty dead"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ({"@type": "Person", "name": " Ana  Ruiz "}, ["Ana Ruiz"]),
        ([{"@type": "Person", "name": "Ana Ruiz"}, "Jan Vries"], ["Ana Ruiz", "Jan Vries"]),
        ({"@type": "Organization", "name": "The Gull"}, []),
        ({"@type": ["Person"], "name": "Ana Ruiz"}, ["Ana Ruiz"]),
        ({"@type": "Person", "name": 7}, []),
        (None, []),
        (7, []),
    ],
)
def test_authors_are_persons(author, names):
    assert people(article(tree(json.dumps({**NEWS, "author": author})))) == names


def test_an_author_elsewhere_in_the_graph_is_found_by_its_id():
    graph = [
        {**NEWS, "author": [{"@id": "#a"}]},
        {"@type": "Person", "@id": "#a", "name": "Ana Ruiz"},
    ]
    assert people(article(tree(json.dumps({"@graph": graph})))) == ["Ana Ruiz"]


def test_a_site_is_called_as_it_says_and_as_its_address():
    head = (
        "<meta property='og:site_name' content='The Gull'>"
        "<link rel='canonical' href='https://www.gull.example/a'>"
    )
    page = tree(json.dumps({**NEWS, "publisher": {"name": "Gull Press"}}), head=head)
    assert {"Gull Press", "The Gull", "gull.example", "gull"} <= set(
        site_names(page, article(page))
    )
