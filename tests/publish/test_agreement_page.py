"""The agreements on the page: what it says, and how it reads in a real headless browser."""

from __future__ import annotations

from dataclasses import replace

import pytest
from browsing import FONTS, Visit
from markup import Page

from variorum.case import Case
from variorum.publish.page import render


@pytest.fixture(scope="module")
def page(truce_report: str) -> Page:
    return Page(truce_report)


def test_the_section_stands_between_the_changes_and_the_questions(page: Page) -> None:
    sections = [value for tag, name, value in page.attributes if (tag, name) == ("section", "id")]
    assert sections.index("agreements") < sections.index("commitments")
    assert sections.index("commitments") < sections.index("questions")
    assert "#agreements" in page.values("href")


def test_without_agreements_and_promises_there_is_no_section_and_no_link(report: str) -> None:
    page = Page(report)
    assert "agreements" not in page.values("id")
    assert "commitments" not in page.values("id")
    assert not {"#agreements", "#commitments"} & set(page.values("href"))


def test_without_agreements_the_contents_lead_to_the_promises(truce: Case) -> None:
    case = replace(truce, comparison=replace(truce.comparison, agreements=()))
    page = Page(render(case, "Promises"))
    assert "#commitments" in page.values("href")
    assert "#agreements" not in page.values("href")


def test_a_disputed_agreement_says_so_above_its_facts(truce_report: str) -> None:
    rests = "Its authenticity is disputed, and everything below depends on it."
    assert truce_report.count(rests) == 1
    assert truce_report.index(rests) < truce_report.index('<dl class="deal">')


def test_every_table_of_terms_has_a_caption_and_scopes(truce: Case, page: Page) -> None:
    assert page.tags["caption"] == len(truce.agreements)
    scopes = page.values("scope")
    terms = sum(len(agreement.terms) for agreement in truce.agreements)
    assert scopes.count("row") == terms
    assert scopes.count("rowgroup") == 4
    assert scopes.count("col") >= 5 * len(truce.agreements)


def test_every_term_and_every_agreement_can_be_led_to(truce: Case, page: Page) -> None:
    ids = set(page.values("id"))
    for number, agreement in enumerate(truce.agreements, start=1):
        assert f"a{number}" in ids
        assert {f"a{number}-{n + 1}" for n in range(len(agreement.terms))} <= ids


def test_of_many_who_tell_a_term_the_last_are_folded_away(truce: Case) -> None:
    agreement = truce.agreements[0]
    first = agreement.terms[0]
    tellings = tuple(
        first.tellings[0].model_copy(update={"claim": claim.id}) for claim in truce.claims[:9]
    )
    changed = agreement.model_copy(
        update={"terms": (first.model_copy(update={"tellings": tellings}), *agreement.terms[1:])}
    )
    found = replace(truce.comparison, agreements=(changed,))
    page = Page(render(replace(truce, comparison=found), "Many"))
    assert "and 3 more" in "".join(page.text)
    assert (page.crossed, page.open) == ([], [])


def test_how_many_promises_without_an_outcome_are_folded_away_is_said(page: Page) -> None:
    assert "1 further" in "".join(page.text)


def test_a_case_of_promises_without_outcome_says_so(truce: Case) -> None:
    found = replace(truce.comparison, agreements=(), commitments=truce.comparison.commitments[:1])
    text = "".join(Page(render(replace(truce, comparison=found), "Promises")).text)
    assert "No outcome is reported." in text


@pytest.mark.browser
def test_a_term_leads_to_its_words_and_back_to_its_agreement(truce_visit: Visit) -> None:
    page = truce_visit.open()
    page.click("#a1 > summary")
    page.click("#a1-5 .act > p a bdi >> nth=0")
    claim = page.evaluate("location.hash").removeprefix("#t")
    page.click(f'.ref[aria-label="Claim {claim}"]')
    page.click("#panel .told a >> nth=0")
    assert page.evaluate("location.hash") == "#a1-5"


@pytest.mark.browser
def test_a_link_to_a_folded_agreement_opens_it(truce_visit: Visit) -> None:
    page = truce_visit.open()
    assert not page.locator("#a3").is_visible()
    page.evaluate("location.hash = '#a3-1'")
    page.wait_for_selector("#a3-1", state="visible")


@pytest.mark.browser
@pytest.mark.parametrize("fonts", FONTS)
@pytest.mark.parametrize("width", [390, 1280])
def test_no_cell_of_the_terms_is_wider_than_the_page(
    truce_visit: Visit, width: int, fonts: str
) -> None:
    page = truce_visit.open(width=width, fonts=fonts)
    wide = page.evaluate(
        """() => Array.from(document.querySelectorAll("#agreements :is(td, th, dd, dt, p, li)"))
          .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
          .map((node) => node.textContent.slice(0, 60))"""
    )
    assert wide == []


@pytest.mark.browser
def test_without_script_the_agreements_can_be_read(truce_visit: Visit) -> None:
    page = truce_visit.open(script=False)
    page.click("#a1 > summary")
    assert page.locator("#a1-8").is_visible()
    page.click("#agreements .window summary")
    assert page.locator("#agreements .window .steps").is_visible()


@pytest.mark.browser
def test_hostile_terms_stay_text(truce_visit: Visit) -> None:
    page = truce_visit.open()
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.evaluate("window.hacked") is None
    assert page.locator("#agreements script, #agreements img").count() == 0
    assert (truce_visit.requests, truce_visit.dialogs) == ([], [])
