"""The report in a real headless browser."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import FONTS, Visit, heard, screenshot
from playwright.sync_api import Browser, Page

from variorum.case import Case
from variorum.publish.base.index import Index

pytestmark = pytest.mark.browser

FOCUSED = """() => {
  const at = document.activeElement;
  const card = at.closest("#disputes .dispute, #disputes .other");
  return {
    jump: at.matches("a.jump") && card ? card.id : "",
    shut: at.matches("#disputes summary") && !at.parentElement.open,
    past: Boolean(at.closest("main > section:not(#disputes)")),
  };
}"""
IN_VIEW = """(hash) => {
  const box = document.querySelector(hash)?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < innerHeight;
}"""
WIDER = "document.documentElement.scrollWidth - innerWidth"
HEADS = "[...document.querySelectorAll('h1, h2')].map((h) => [0, h.getBoundingClientRect().top])"
MOST_STEPS = 400


def test_the_page_asks_nothing_of_the_network_and_complains_of_nothing(visit: Visit) -> None:
    page = visit.open()
    page.click("#theme")
    page.click("#d1 > summary")
    page.click(".text .claim >> nth=0")
    page.keyboard.press("Escape")
    page.fill("#find", "raft")
    assert (visit.requests, visit.complaints, visit.dialogs) == ([], [], [])


@pytest.mark.parametrize(
    ("scheme", "width", "colours", "opened"),
    [
        ("light", 1280, "none", True),
        ("dark", 390, "none", True),
        ("light", 640, "active", True),
        ("dark", 1280, "active", False),
        ("light", 390, "none", False),
        # Twice as large, which leaves half of the width.
        ("dark", 640, "none", True),
        ("light", 640, "none", False),
    ],
)
def test_axe_finds_nothing_serious(
    any_visit: Visit, scheme: str, width: int, colours: str, opened: bool
) -> None:
    page = any_visit.open(width=width, scheme=scheme)
    page.emulate_media(
        forced_colors=colours, reduced_motion="reduce" if opened else "no-preference"
    )
    if opened:
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    found = Axe().run(page).response["violations"]
    grave = [
        (rule["id"], node["html"][:200], node["failureSummary"])
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]
    assert grave == []


def test_axe_finds_nothing_serious_in_an_open_claim(visit: Visit) -> None:
    page = visit.open(width=390)
    page.click("#d1 > summary")
    page.click(".text .claim >> nth=0")
    assert page.is_visible("#panel")
    found = Axe().run(page, context="#panel").response["violations"]
    assert [rule["id"] for rule in found if rule["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("fonts", FONTS)
@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_is_no_wider_than_the_screen(any_visit: Visit, width: int, fonts: str) -> None:
    page = any_visit.open(width=width, fonts=fonts)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.evaluate(WIDER) <= 0


def test_what_is_known_of_a_report_stands_beside_its_text(visit: Visit) -> None:
    left = "(name) => document.querySelector(name).getBoundingClientRect().left"
    page = visit.open(width=1280)
    page.click("#d1 > summary")
    assert page.evaluate(left, ".spread .margin") + 200 < page.evaluate(left, ".spread .text")


def _tab_to(page: Page, wanted: str) -> None:
    """Press Tab from the top of the page until a quotation's link of that dispute is reached.

    Enter opens whatever is shut on the way.
    """
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at["shut"]:
            page.keyboard.press("Enter")
        if at["jump"] == wanted:
            return
        if at["past"]:
            break
    raise AssertionError(f"no quotation of {wanted} is reached by keyboard")


def test_every_dispute_reaches_its_quotation_by_keyboard(visit: Visit, disputed: Case) -> None:
    for dispute in disputed.disputes:
        page = visit.open()
        _tab_to(page, dispute.id)
        page.keyboard.press("Enter")
        hash_ = page.evaluate("location.hash")
        assert hash_.startswith("#t")
        page.wait_for_function(IN_VIEW, arg=hash_)
        page.close()


def test_the_skip_link_comes_first_and_leads_to_the_disputes(visit: Visit) -> None:
    page = visit.open()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_claim_opens_by_keyboard_closes_by_escape_and_gives_the_focus_back(visit: Visit) -> None:
    page = visit.open()
    page.click("#d1 > summary")
    page.focus(".ref >> nth=1")
    page.keyboard.press("Enter")
    assert page.is_visible("#panel")
    assert page.evaluate("document.activeElement.id") == "panel"
    number = page.evaluate("document.querySelectorAll('.ref')[1].textContent")
    assert page.get_attribute("#panel", "aria-label") == f"Claim {number}"
    page.keyboard.press("Escape")
    assert not page.is_visible("#panel")
    assert page.evaluate("document.activeElement.textContent") == number


def test_hovering_over_a_nested_claim_opens_the_innermost(visit: Visit) -> None:
    page = visit.open()
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    inner = page.locator(".text .claim .claim").first
    inner.scroll_into_view_if_needed()
    inner.hover()
    page.wait_for_selector("#panel:not([hidden])")
    assert (
        page.get_attribute("#panel", "aria-label") == f"Claim {inner.get_attribute('data-claim')}"
    )


def test_claim_and_contradiction_lead_to_each_other(visit: Visit) -> None:
    page = visit.open()
    page.click(".dispute .lead mark >> nth=0")
    claim = page.evaluate("location.hash").removeprefix("#t")
    page.click(f'.text .claim[data-claim="{claim}"] + .ref, .ref[aria-label="Claim {claim}"]')
    page.click("#panel a.clash >> nth=0")
    shown = page.evaluate("location.hash")
    assert shown.startswith("#x")
    assert page.is_visible(shown)


def test_the_filter_keeps_what_has_all_words_and_says_how_many(visit: Visit) -> None:
    page = visit.open()
    page.fill("#find", "rescued RÁFT")
    shown = page.locator("[data-find]:not([hidden])")
    assert shown.count() > 0
    for text in shown.all_text_contents():
        assert "rescued" in text.lower()
        assert "raft" in text.lower()
    questions = page.locator(".question:not([hidden])").count()
    assert f"{questions} of 8 questions" in (page.text_content("#found") or "")
    assert page.evaluate("location.hash") == "#?words=rescued+R%C3%81FT"
    page.click("#clear")
    assert page.locator("[data-find][hidden]").count() == 0
    assert page.text_content("#found") == ""


def test_what_matches_nothing_leaves_nothing_and_says_so(visit: Visit) -> None:
    page = visit.open()
    page.fill("#find", "zzzz")
    assert page.text_content("#found") == "0 of 2 disputes, 0 of 8 questions, 0 of 8 reports"
    assert page.locator("main > section:visible").count() == 0
    assert page.evaluate("document.documentElement.scrollHeight / innerHeight") < 2


@pytest.mark.parametrize(
    ("name", "value", "disputes", "reports"),
    [
        ("source", "Harbour Courier", 1, 1),
        ("actor", "two survivors", 1, 2),
        ("language", "ar", 0, 1),
        ("day", "2019-03-04", 1, 1),
        ("position", "position-drinking-no", 1, 1),
    ],
)
def test_each_filter_keeps_what_matches_and_is_in_the_address(
    visit: Visit, name: str, value: str, disputes: int, reports: int
) -> None:
    page = visit.open()
    page.click("#facets summary")
    page.select_option(f"#by-{name}", value)
    assert page.locator(".dispute:visible").count() == disputes
    assert page.locator(".document:visible").count() == reports
    address = page.evaluate("location.href")
    page.goto("about:blank")
    page.goto(address)
    assert page.locator(".dispute:visible").count() == disputes
    assert page.input_value(f"#by-{name}") == value


def test_within_a_card_only_the_positions_that_match_are_left(visit: Visit) -> None:
    page = visit.open()
    page.evaluate("location.hash = '#?source=Harbour+Courier'")
    page.wait_for_selector("#position-survivors", state="hidden")
    assert page.is_visible("#position-counted")


def test_a_jump_to_what_the_filter_hides_shows_it(visit: Visit) -> None:
    page = visit.open()
    page.fill("#find", "nothing has these words")
    page.evaluate("location.hash = '#dispute-aboard'")
    page.wait_for_selector("#dispute-aboard:not([hidden])")
    assert page.input_value("#find") == ""


@pytest.mark.parametrize("of", ["dispute-aboard", "position-counted", "claim"])
def test_a_citation_has_a_link_that_leads_back_and_its_words(
    visit: Visit, disputed: Case, of: str
) -> None:
    said = disputed.disputes[0].positions[0].answers[0].claim
    note = f"#n{Index(disputed).claim_number[said]}"
    page = visit.open()
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    id_ = said if of == "claim" else of
    page.click(f'a.cite[href="#{id_}"] >> nth=0')
    link, text, bibtex = (box.input_value() for box in page.locator("#panel textarea").all())
    assert link.endswith(f"#{id_}")
    assert link in text
    assert bibtex.startswith(f"@misc{{{id_},")
    assert bibtex.count("{") == bibtex.count("}")
    assert ("Ines Kovar" in text) is (of == "claim")
    page.goto("about:blank")
    page.goto(link)
    page.wait_for_function(IN_VIEW, arg=note if of == "claim" else f"#{of}")


def test_a_packed_report_is_unpacked_when_it_is_opened(packed_visit: Visit) -> None:
    page = packed_visit.open()
    assert page.locator(".note").count() == 0
    page.click("#d1 > summary")
    page.click("#d1 .notes summary")
    assert page.locator("#d1 .note").count() > 0
    assert page.locator("#d2 .note").count() == 0
    page.click("#d1 .text .claim >> nth=0")
    assert page.is_visible("#panel")
    assert (packed_visit.requests, packed_visit.complaints) == ([], [])


def test_a_quotation_and_a_link_lead_into_a_packed_report(
    packed_visit: Visit, disputed: Case
) -> None:
    page = packed_visit.open()
    page.click(".dispute .lead mark >> nth=0")
    page.wait_for_function(IN_VIEW, arg=page.evaluate("location.hash"))
    said = disputed.disputes[0].positions[0].answers[0].claim
    page = packed_visit.open()
    page.goto(f"{packed_visit.address}#{said}")
    page.evaluate("location.reload()")
    page.wait_for_function(IN_VIEW, arg=f"#n{Index(disputed).claim_number[said]}")


def test_a_packed_report_is_found_by_its_words_and_filtered_when_opened(
    packed_visit: Visit,
) -> None:
    page = packed_visit.open()
    page.fill("#find", "raft")
    shown = page.locator(".document:not([hidden])")
    assert 0 < shown.count() < page.locator(".document").count()
    page.click("#clear")
    page.evaluate("location.hash = '#?actor=Ines+Kovar'")
    page.wait_for_selector(".document[hidden]", state="attached")
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.wait_for_selector(".note[hidden]", state="attached")
    assert page.locator(".note:not([hidden])").count() > 0


def test_without_script_a_packed_report_is_its_bare_text(packed_visit: Visit) -> None:
    page = packed_visit.open(script=False)
    page.click("#d1 > summary")
    assert len(page.inner_text("#d1 .plain")) > 100
    page.click(".dispute .lead mark >> nth=0")
    assert page.locator(f'.plain a[id="{page.url.partition("#")[2]}"]').count() == 1


def test_the_button_turns_the_page_dark_and_back(visit: Visit) -> None:
    page = visit.open()
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.click("#theme")
    assert page.get_attribute("#theme", "aria-pressed") == "true"
    assert page.evaluate(paper) != light
    page.click("#theme")
    assert page.evaluate(paper) == light


def test_the_dark_page_is_dark_in_its_charts_too(visit: Visit) -> None:
    page = visit.open(scheme="dark")
    colour = page.evaluate("getComputedStyle(document.querySelector('.chart svg .band-name')).fill")
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert colour == ink


def test_arabic_runs_from_right_to_left(visit: Visit) -> None:
    page = visit.open(width=390)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    text = page.locator('.text[lang="ar"]')
    assert text.evaluate("(node) => getComputedStyle(node).direction") == "rtl"
    gaps = text.locator("p").first.evaluate(
        """(node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          const words = range.getBoundingClientRect(), box = node.getBoundingClientRect();
          return [words.left - box.left, box.right - words.right];
        }"""
    )
    assert gaps[0] > gaps[1]


def test_hostile_text_stays_text(visit: Visit) -> None:
    page = visit.open()
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.click('.ref[aria-label="Claim 21"]')
    page.keyboard.press("Escape")
    page.click("#position-hostile a.cite")
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, iframe, object, embed, link").count() == 0
    assert page.locator("script:not([type])").count() == 1
    assert page.locator("[onerror], [onmouseover], [onclick], [style]:not(#panel)").count() == 0
    assert page.locator('a[href^="javascript" i]').count() == 0
    assert visit.dialogs == []


def test_without_script_everything_can_be_read(visit: Visit) -> None:
    page = visit.open(script=False)
    assert page.locator("#theme").is_hidden()
    assert page.locator("#filter").is_hidden()
    page.click("#d1 > summary")
    page.click("#d1 .notes summary")
    assert page.locator(".note").first.is_visible()
    page.click(".dispute .lead mark >> nth=0")
    assert "#t" in page.url


# What A4 leaves within the margins of the page, in pixels of 96 to an inch.
A4_WIDTH, A4_HEIGHT = 673, 987


def test_the_page_prints_on_a4_with_its_disputes_unbroken(any_visit: Visit) -> None:
    page = any_visit.open(width=A4_WIDTH, height=A4_HEIGHT)
    page.emulate_media(media="print")
    assert page.locator(".contents").is_hidden()
    for card in page.locator(".dispute").all():
        assert card.evaluate("(node) => getComputedStyle(node).breakInside") == "avoid"
        box = card.bounding_box()
        assert box is not None
        assert box["height"] <= A4_HEIGHT
    assert page.evaluate(WIDER) <= 0
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_what_is_opened_is_printed(visit: Visit) -> None:
    page = visit.open()
    page.click(".dispute .further summary >> nth=0")
    page.emulate_media(media="print")
    assert page.locator(".dispute .quote").first.is_visible()
    assert page.locator("#d1 .text").is_hidden()


def test_the_screenshot_shows_the_page(browser: Browser, report_path: Path, tmp_path: Path) -> None:
    wanted = os.environ.get("VARIORUM_SCREENSHOT")
    source = Path(os.environ.get("VARIORUM_SCREENSHOT_OF", report_path)).resolve()
    target = Path(wanted) if wanted else tmp_path / "report.png"
    screenshot(browser, source, target)
    assert target.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("opened", [False, True])
def test_a_screen_reader_comes_to_the_texts_in_the_order_in_which_they_are_seen(
    any_visit: Visit, width: int, opened: bool
) -> None:
    page = any_visit.open(width=width)
    if opened:
        page.evaluate(
            "document.querySelectorAll('main details').forEach((d) => { d.open = true; })"
        )
        page.wait_for_timeout(300)
    told = [(text, box) for text, box in heard(page) if box[2] - box[0] > 1]
    assert len(told) > 100
    # What comes later lies lower, or in a column further to the right.
    back = [
        (before[0], after[0])
        for before, after in pairwise(told)
        if after[1][3] <= before[1][1] and after[1][0] < before[1][2]
    ]
    assert back == []
    heads = [box[1] for box in page.evaluate(HEADS)]
    assert heads == sorted(heads)
