from __future__ import annotations

from dataclasses import replace

import pytest

from variorum.case import Case
from variorum.model import Document
from variorum.publish.base.index import Index, siglum
from variorum.publish.views.documents_view import document_views, safe_url
from variorum.publish.views.report_view import report_view


@pytest.mark.parametrize(
    "url", ["https://a.example/x?y=1#z", "http://a.example", "HTTPS://A.example"]
)
def test_web_addresses_may_be_followed(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//a.example/x",
        "https:",
        "http://[bad",
        "ftp://a.example",
    ],
)
def test_nothing_else_may(url: str | None) -> None:
    assert safe_url(url) == ""


def test_a_document_keeps_its_address_in_print_even_when_it_is_no_link(case: Case) -> None:
    hostile = document_views(Index(case))[-1]
    assert (hostile.url, hostile.link) == ("javascript:alert(1)", "")


def test_direction_follows_the_language(case: Case) -> None:
    found = {view.language: view.direction for view in document_views(Index(case))}
    assert found == {"en": "ltr", "fr": "ltr", "ar": "rtl"}


def test_the_rows_of_a_data_set_are_no_report(case: Case) -> None:
    rows = Document.from_text("A clash.", publisher="Events 1.0")
    rows = rows.model_copy(update={"data_set": "Events 1.0"})
    more = replace(case, documents=(*case.documents, rows))
    kinds = [view.kind for view in document_views(Index(more))]
    assert kinds == ["Report"] * len(case.documents) + ["Event data set"]
    head = report_view(more, "").abstract[0][0][0]
    assert head.startswith("8 reports and 1 event data set in 3 languages")
    assert report_view(case, "").abstract[0][0][0].startswith("8 reports in 3 languages")


def test_sigla_never_repeat() -> None:
    sigla = [siglum(position) for position in range(2000)]
    assert sigla[:2] == ["A", "B"]
    assert sigla[25:28] == ["Z", "Aa", "Ab"]
    assert len(set(sigla)) == len(sigla)
