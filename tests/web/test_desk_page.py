"""The way of a reviewer in a real browser: by mouse, by keyboard, on a phone, in Arabic."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from served import PASSWORD, Served, serving, serving_team

from decisions.weighed import build, claim_of
from variorum.web.guard import COOKIE
from variorum.web.record_pages import PARTS

pytestmark = pytest.mark.browser

WIDER = "document.documentElement.scrollWidth - innerWidth"
WIDTHS = (1280, 390)
# Milliseconds after which what is awaited is a failure; a slow machine compares for some seconds.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


class Visitor:
    """A browser's page at the desk, with a record of all that should not happen."""

    def __init__(self, browser: Browser, served: Served, width: int = 1280) -> None:
        self.served = served
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        self.context = browser.new_context(viewport={"width": width, "height": 900})
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._seen)
        self.page.goto(f"{served.address}/?token={served.guard.token}")

    def _seen(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith((self.served.address, "data:")):
            self.elsewhere.append(url)

    def sign_in(self, name: str) -> None:
        """Take the cookie that signing in gives."""
        self.served.admit(name)
        told = {"name": COOKIE, "value": self.served.cookie, "url": self.served.address}
        self.context.add_cookies([told])

    def leave(self) -> None:
        """Close the page; nothing was complained of, nor asked of others."""
        self.context.close()
        assert (self.complaints, self.elsewhere) == ([], [])

    def graves(self, path: str) -> None:
        """Go to a page, and see that axe finds nothing grave and nothing is wider than it."""
        page = self.go(path)
        found = Axe().run(page).response["violations"]
        assert [f["id"] for f in found if f["impact"] in ("serious", "critical")] == [], path
        assert page.evaluate(WIDER) <= 0, path

    def go(self, path: str) -> Page:
        self.page.goto(f"{self.served.address}{path}")
        return self.page


@pytest.fixture(params=WIDTHS)
def visitor(
    request: pytest.FixtureRequest, browser: Browser, stranger: Served
) -> Iterator[Visitor]:
    visitor = Visitor(browser, stranger, request.param)
    yield visitor
    visitor.context.close()
    assert (visitor.complaints, visitor.elsewhere) == ([], [])


def paths(served: Served) -> list[str]:
    shown = served.desk.shown()
    claim, dispute = shown.case.claims[0].id, shown.board.cards[0].id
    found = ["/", f"/disputes/{dispute}", "/reports", "/reports/1", f"/claims/{claim}"]
    return [
        *found,
        "/names",
        f"/names/{shown.case.actor_by_name['army']}",
        "/search?q=people",
        f"/search?q=people&beside={claim}",
        "/publish",
        "/upload",
        "/log",
        "/blind",
        f"/blind/{claim}",
        "/happenings",
        "/new",
        *(f"/{part}" for part in PARTS),
    ]


def test_axe_finds_nothing_serious_and_nothing_is_wider_than_the_screen(visitor: Visitor) -> None:
    key = visitor.served.desk.shown().case.claims[0].id
    visitor.served.desk.decide(
        visitor.served.guard.owner, "accept", [key], {}, who="Ada", why="Right."
    )
    for path in paths(visitor.served):
        visitor.graves(path)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_of_what_two_judged_apart_is_clear(
    browser: Browser, case_file: Path, width: int
) -> None:
    with serving_team(case_file) as served:
        claim = claim_of(served.desk.shown().case, "40 people")
        for who in ("reviewer", "editor"):
            served.admit(who)
            served.send("/judge", about=claim, decision="correct", speaker=f"The {who}")
        visitor = Visitor(browser, served, width)
        visitor.sign_in("editor")
        visitor.graves("/adjudicate")
        visitor.page.click("text=Decide so >> nth=0")
        expect(visitor.page.locator(".changed")).to_be_visible()
        expect(visitor.page.locator(".pair")).to_contain_text("settled")
        visitor.leave()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_person_signs_in_and_invites_another_by_keyboard(
    browser: Browser, case_file: Path, width: int
) -> None:
    with serving_team(case_file) as served:
        visitor = Visitor(browser, served, width)
        page = visitor.page
        visitor.graves("/login?back=/people")
        for word in ("owner", PASSWORD):
            page.keyboard.press("Tab")
            while page.evaluate("document.activeElement.tagName") != "INPUT":
                page.keyboard.press("Tab")
            page.keyboard.type(word)
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("People")
        page.fill("#new", "Ada Lund")
        page.keyboard.press("Enter")
        link = page.locator(".changed code").inner_text()
        page.click("text=Sign out")
        visitor.graves(link.removeprefix(served.address))
        page.fill("#password", "a long password")
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("Sign in")
        visitor.sign_in("owner")
        visitor.graves("/people")
        visitor.leave()


def test_a_report_is_added_from_the_page_and_its_progress_seen(
    visitor: Visitor, tmp_path: Path
) -> None:
    report = tmp_path / "gazette.txt"
    report.write_text("The coroner said that 61 people died in Narvik.\n", encoding="utf-8")
    page = visitor.go("/reports")
    page.click("text=Add reports")
    page.set_input_files("#files", str(report))
    page.click("text=Add them")
    expect(page.locator("main ul.log")).to_contain_text("New: 1 report")
    expect(page.locator("main ul.log b")).to_have_text("done")


def test_claims_are_split_off_and_merged_back_from_the_page(visitor: Visitor) -> None:
    claim = claim_of(visitor.served.desk.shown().case, "55 people")
    page = visitor.go("/happenings")
    for closed in page.locator("details:not([open]) > summary").all():
        closed.click()
    page.check(f"input[value='{claim}']")
    form = page.locator("form", has=page.locator(f"input[value='{claim}']"))
    form.locator("[name=happening]").fill("the other fire")
    form.locator("[name=why]").fill("Another town.")
    form.locator("[name=who]").fill("Ada")
    form.locator("button").click()
    expect(page.locator(".changed")).to_contain_text("Gone: 1 dispute")


def test_a_reviewer_reads_a_dispute_corrects_a_claim_and_undoes_it(visitor: Visitor) -> None:
    page = visitor.page
    page.click("text=Open this dispute")
    page.click("summary:has-text('Every quotation')")
    page.click("a.jump >> nth=0")
    expect(page.locator("h1")).to_contain_text("A claim in")
    # Three actions a correction at most: the field, the name (once), the button.
    page.fill("[name=speaker]", "The harbour master")
    page.fill("[name=who]", "Ada Lund")
    page.click("text=Save changes")
    expect(page.locator(".changed")).to_be_visible()
    expect(page.locator("[name=speaker]")).to_have_value("The harbour master")
    page.click("button >> text=Reject")
    expect(page.locator(".changed")).to_contain_text("Gone: 1 dispute")
    page.click("nav >> text=Overview")
    expect(page.locator("#disputes")).to_contain_text("No contradiction was found.")
    page.click("nav >> text=Decisions")
    undo = page.locator("form.undo").first
    undo.locator("[name=why]").fill("It is one after all.")
    undo.locator("button").click()
    expect(page.locator(".changed")).to_contain_text("New: 1 dispute")


def test_selected_words_of_a_report_become_a_claim(visitor: Visitor) -> None:
    page = visitor.go("/reports/1")
    page.evaluate(
        """() => {
          const at = [...document.querySelectorAll(".text .claim")].pop();
          getSelection().selectAllChildren(at);
        }"""
    )
    expect(page.locator("#add-content")).to_have_value("12 soldiers were hurt")
    page.fill("#adding [name=speaker]", "The mayor")
    page.fill("#adding [name=why]", "He says so.")
    page.fill("#adding [name=who]", "Ada")
    page.click("#adding button")
    expect(page.locator(".changed")).to_be_visible()
    added = [c for c in visitor.served.desk.shown().case.claims if c.review]
    assert [c.speaker.name for c in added] == ["The mayor"]


def test_a_claim_is_accepted_by_keyboard_alone_and_the_next_is_opened(visitor: Visitor) -> None:
    shown = visitor.served.desk.shown()
    first, second = shown.case.claims[0].id, shown.case.claims[1].id
    page = visitor.go(f"/claims/{first}")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "who":
            break
    page.keyboard.type("Ada")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "accept":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".changed")).to_be_visible()
    page.wait_for_load_state()
    page.locator("#main").focus()
    page.keyboard.press("n")
    expect(page).to_have_url(f"{visitor.served.address}/claims/{second}")


def test_arabic_runs_from_right_to_left(browser: Browser, tmp_path) -> None:
    (tmp_path / "ar.txt").write_text(
        "قال المتحدث باسم الجيش إن 40 شخصا قتلوا في المدينة يوم الجمعة، وأضاف أن القوات انسحبت.",
        encoding="utf-8",
    )
    build(tmp_path)
    with serving(tmp_path / "case.db") as served:
        visitor = Visitor(browser, served)
        key = claim_of(served.desk.shown().case, "40")
        page = visitor.go(f"/claims/{key}")
        assert page.get_attribute("blockquote", "dir") == "rtl"
        assert page.evaluate(WIDER) <= 0
        assert (visitor.complaints, visitor.elsewhere) == ([], [])
        visitor.context.close()
