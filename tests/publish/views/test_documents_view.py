from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import variorum
from variorum.case import Case
from variorum.model import Document
from variorum.publish.base.index import Index, siglum
from variorum.publish.page import render
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
    told = [view.told.startswith("event data") for view in document_views(Index(more))]
    assert told == [False] * len(case.documents) + [True]
    head = report_view(more, "").abstract[0][0][0]
    assert head.startswith("8 reports and 1 event data set in 3 languages")
    assert report_view(case, "").abstract[0][0][0].startswith("8 reports in 3 languages")


def test_sigla_never_repeat() -> None:
    sigla = [siglum(position) for position in range(2000)]
    assert sigla[:2] == ["A", "B"]
    assert sigla[25:28] == ["Z", "Aa", "Ab"]
    assert len(set(sigla)) == len(sigla)


def test_a_translation_stands_beside_its_original(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("قتل تسعة جنود.\n\nقال الجيش ذلك.\n", "utf-8")
    english = "Nine soldiers were killed.\n\nThe army said that nine were killed.\n"
    (tmp_path / "r.en.txt").write_text(english, "utf-8")
    case = variorum.build([tmp_path])
    views = {view.language: view for view in document_views(Index(case))}
    told = views["en"].original
    assert told is not None
    assert (told.number, told.direction) == (views["ar"].number, "rtl")
    assert told.paragraphs == ("قتل تسعة جنود.", "قال الجيش ذلك.")
    assert views["ar"].original is None
    page = render(case, "Translated")
    assert page.count('<p class="original" lang="ar" dir="rtl">') == 2
    assert 'In the original: <q lang="ar" dir="rtl">' in page


def test_an_original_that_is_parted_otherwise_is_only_led_to(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("قتل تسعة جنود.\n", "utf-8")
    (tmp_path / "r.en.txt").write_text("Nine were killed.\n\nThe army said so.\n", "utf-8")
    case = variorum.build([tmp_path])
    (told,) = (view.original for view in document_views(Index(case)) if view.original)
    assert told.paragraphs == ()
    assert f'<a href="#d{told.number}">' in render(case, "Translated")
