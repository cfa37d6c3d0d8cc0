from __future__ import annotations

import re

import pytest
from halcyon import HOSTILE, disputed_case
from markup import Page

from decisions.weighed import case as weighed
from decisions.weighed import claim_with, decide
from variorum.case import Case
from variorum.model import Document
from variorum.publish.page import isolated, render


@pytest.fixture(scope="module")
def page(report: str) -> Page:
    return Page(report)


@pytest.fixture(scope="module", params=["halcyon", "truce"])
def any_page(request: pytest.FixtureRequest, report: str, truce_report: str) -> Page:
    """The page of either demo case: what holds of one page holds of all."""
    return Page(report if request.param == "halcyon" else truce_report)


def test_the_same_case_gives_the_same_bytes(report: str) -> None:
    assert render(disputed_case(), "The loss of the Halcyon") == report


def test_elements_nest_and_all_are_closed(any_page: Page) -> None:
    assert (any_page.crossed, any_page.open) == ([], [])


def test_ids_are_unique_and_every_link_within_the_page_leads_somewhere(any_page: Page) -> None:
    ids = any_page.values("id")
    assert len(ids) == len(set(ids))
    inside = {href[1:] for href in any_page.values("href") if href.startswith("#")}
    assert inside - set(ids) == set()


def test_headings_go_down_one_level_at_a_time(any_page: Page) -> None:
    assert any_page.headings[0] == 1
    assert any_page.headings.count(1) == 1
    steps = zip(any_page.headings, any_page.headings[1:], strict=False)
    assert all(after - before <= 1 for before, after in steps)


def test_labels_of_aria_name_what_is_there(any_page: Page) -> None:
    assert set(any_page.values("aria-labelledby")) <= set(any_page.values("id"))


def test_hostile_text_makes_no_element_and_no_handler(any_page: Page) -> None:
    assert any_page.tags["script"] == 2  # the index is data
    assert any_page.tags["img"] == 0
    assert not [name for _, name, _ in any_page.attributes if name.startswith("on")]
    assert not [name for _, name, _ in any_page.attributes if name == "style"]
    assert HOSTILE in "".join(any_page.text)


def test_only_http_addresses_become_links(any_page: Page) -> None:
    outside = [href for href in any_page.values("href") if not href.startswith("#")]
    assert outside
    assert all(href.startswith("https://") for href in outside)


def test_an_address_that_would_run_is_shown_and_no_link(page: Page) -> None:
    assert "javascript:alert(1)" in "".join(page.text)


def test_the_policy_allows_nothing_but_the_pages_own_style_and_script(report: str) -> None:
    policy = report.partition('Content-Security-Policy" content="')[2].partition('"')[0]
    assert policy.startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert "unsafe" not in policy


def test_every_contradiction_stands_with_its_arithmetic(case: Case, page: Page) -> None:
    text = "".join(page.text)
    for found in case.contradictions:
        assert found.because in text
        for line in found.derivation:
            assert line in text


def test_unread_reports_are_shown_whole_and_say_so(case: Case, page: Page) -> None:
    text = "".join(page.text)
    arabic = next(document for document in case.documents if document.language == "ar")
    for line in arabic.text.split("\n"):
        assert line in text
    assert text.count("not yet read for claims") == 2


def test_an_empty_case_is_a_page_too() -> None:
    page = Page(render(Case(), "Nothing yet"))
    assert page.open == []
    assert "No contradiction was found" in "".join(page.text)


def test_a_case_without_claims_shows_its_report() -> None:
    document = Document.from_text("Nothing to see.\n", publisher="The Post")
    page = Page(render(Case(documents=(document,)), "Quiet"))
    assert "Nothing to see." in page.text
    assert "No claim was found in this report." in "".join(page.text)


def test_each_origin_has_its_letter_in_the_matrix_or_none(report: str, disputed: Case) -> None:
    rows = re.findall(r"<tr data-find.*?</tr>", report, re.DOTALL)
    kovar = next(row for row in rows if "Harbour Courier" in row)
    cells = kovar.split("<td>")[1:]
    assert len(cells) == len(disputed.disputes)
    assert re.search(r'class="letter o1" href="#t\d+">a</a>', cells[0])
    assert "letter" not in cells[1]


def test_a_quotation_from_right_to_left_leaves_the_words_around_it_in_place() -> None:
    assert (
        isolated("He says “نحو 1500” and “nine”.") == "He says “\u2068نحو 1500\u2069” and “nine”."
    )


def test_what_people_decided_stands_on_the_page_with_its_reason() -> None:
    decided = decide(weighed(), "reject", claim_with("40 people", weighed()).id)
    undone = decide(decided, "undo", decided.decisions[0].id)
    told = (
        render(undone, "Narvik").partition('<section id="decisions"')[2].partition("</section>")[0]
    )
    words = " ".join(re.sub(r"<[^>]+>", " ", told).split())
    assert "reject undone Ada , 2031-06-01" in words
    assert "that 40 people died in Narvik on 3 May 2031 Read again." in words
    assert 'id="decisions"' not in render(weighed(), "Narvik")
