"""The whole way of a reviewer, by keyboard alone: on a screen, on a phone, in Arabic.

Open, read a dispute, open its quotations, correct a speaker, see the dispute change, undo, merge
actors, split a happening, publish. With `VARIORUM_PICTURES=FOLDER` the pages are kept as pictures.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from served import Served, serving
from test_desk_page import WIDTHS, Visitor

from decisions.weighed import REPORTS, build, made_in

pytestmark = pytest.mark.browser

ARABIC = {
    "courier": "قال رئيس البلدية إن 40 شخصا قتلوا في الرقة يوم 3 أيار 2031. "
    "وقال الجيش إن 12 جنديا أصيبوا.",
    "herald": "قالت فرق الإطفاء إن 55 شخصا قتلوا في الرقة يوم 3 أيار 2031.",
}
MOST_TABS = 400


class Keys:
    """A person without a mouse: Tab, Enter, Space, arrows and letters."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, selector: str) -> None:
        """Press Tab until what is wanted has the focus."""
        for _ in range(MOST_TABS):
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no key leads to {selector}")

    def press(self, selector: str, key: str = "Enter") -> None:
        self.to(selector)
        self.page.keyboard.press(key)

    def write(self, selector: str, words: str) -> None:
        self.to(selector)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(words)

    def follow(self, selector: str) -> None:
        """Press Enter on a link or a button, and wait for the page that it leads to."""
        with self.page.expect_navigation():
            self.press(selector)


def case_of(folder: Path, texts: dict[str, str]) -> Path:
    if texts is REPORTS:
        return made_in(folder)
    for name, text in texts.items():
        head = f"---\npublisher: {name.title()}\npublished: 2031-05-04\n---\n\n"
        (folder / f"{name}.txt").write_text(f"{head}{text}\n", encoding="utf-8")
    build(folder)
    return folder / "case.db"


@pytest.fixture(params=[REPORTS, ARABIC], ids=["English", "Arabic"])
def stranger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Served]:
    with serving(case_of(tmp_path, request.param)) as served:
        yield served


@pytest.mark.parametrize("width", WIDTHS)
def test_a_reviewers_whole_way_by_keyboard(
    browser: Browser, stranger: Served, width: int, tmp_path: Path
) -> None:
    visitor = Visitor(browser, stranger, width)
    page, keys, shown = visitor.page, Keys(visitor.page), stranger.desk.shown
    (card,) = shown().board.cards
    claims = [answer.claim for p in shown().case.disputes[0].positions for answer in p.answers]
    keys.follow(f"a[href='/disputes/{card.id}']")
    keys.press("details.further > summary")
    keys.follow(f"a.jump[href='/claims/{claims[0]}']")
    keys.write("[name=speaker]", "The harbour master")
    keys.write("[name=who]", "Ada")
    keys.follow("button[value=correct]")
    expect(page.locator(".changed")).to_be_visible()
    assert shown().case.claim_by_id[claims[0]].speaker.name == "The harbour master"
    keys.write("[name=low]", "55")
    keys.write("[name=high]", "55")
    keys.follow("button[value=correct]")
    expect(page.locator(".changed")).to_contain_text("Gone: 1 dispute")
    keys.follow("nav a[href='/log']")
    keys.write("form.undo [name=why]", "It is 40 after all.")
    keys.follow("form.undo button")
    expect(page.locator(".changed")).to_contain_text("New: 1 dispute")
    one, other = [actor for actor in shown().case.actors if actor.names][:2]
    keys.follow("nav a[href='/names']")
    keys.follow(f"a[href='/names/{one.id}']")
    keys.press("details.remark > summary[data-key=merge]")
    keys.write("#same", other.label)
    keys.write("#m-why", "One office.")
    keys.follow("button[data-key=merge]")
    expect(page.locator(".changed")).to_be_visible()
    keys.follow("nav a[href='/happenings']")
    keys.to("details summary")
    if not page.locator("details[open]").count():
        page.keyboard.press("Enter")
    keys.press(f"input[value='{claims[0]}']", "Space")
    keys.write("[name=happening]", "the other fire")
    keys.write("[id=s1-why]", "Another town.")
    keys.follow("button[data-key=split]")
    expect(page.locator(".changed")).to_contain_text("Gone: 1 dispute")
    keys.follow("nav a[href='/publish']")
    keys.press("input[name=reviewed][value=false]", "ArrowDown")
    with page.expect_download() as handed:
        keys.press("button[formaction='/publish/record.json']")
    record = tmp_path / "record.json"
    handed.value.save_as(record)
    told = [claim["id"] for claim in json.loads(record.read_text("utf-8"))["claims"]]
    assert told == [claims[0]]
    assert len(shown().case.decisions) == 5
    visitor.leave()


def test_keys_walk_from_claim_to_claim_in_a_report(browser: Browser, stranger: Served) -> None:
    visitor = Visitor(browser, stranger)
    page = visitor.go("/reports/1")
    focus = "document.activeElement.textContent"
    walked = [page.keyboard.press(key) or page.evaluate(focus) for key in "nnp"]
    assert walked == ["1", "2", "1"]
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("A claim in")
    visitor.leave()


def pages_of(served: Served, *, phone: bool) -> dict[str, str]:
    shown = served.desk.shown()
    positions = shown.case.disputes[0].positions
    claims = [shown.case.claim_by_id[a.claim] for p in positions for a in p.answers]
    actors = [shown.case.actor_by_name.get(claim.speaker.name) for claim in claims]
    claim = f"/claims/{claims[0].id}"
    if phone:
        report = f"/reports/{shown.index.document_number[claims[0].document]}"
        return {"overview": "/", "report": report, "claim": claim}
    actor = f"/names/{next(actor for actor in actors if actor)}"
    return {"dispute": f"/disputes/{shown.board.cards[0].id}", "claim": claim, "actor": actor}


@pytest.mark.parametrize("width", WIDTHS)
def test_the_main_pages_have_their_pictures(
    browser: Browser, case_file: Path, width: int, tmp_path: Path
) -> None:
    """Those of the docs are made by `make picture`, of the bundled case."""
    folder = Path(os.environ.get("VARIORUM_PICTURES", tmp_path))
    source = Path(os.environ.get("VARIORUM_PICTURES_OF", case_file))
    copy = tmp_path / "copy.db"
    copy.write_bytes(source.read_bytes())
    with serving(copy, "Ada Lund") as served:
        visitor = Visitor(browser, served, width)
        phone = width != WIDTHS[0]
        for name, path in pages_of(served, phone=phone).items():
            page = visitor.go(path)
            expect(page.locator("h1")).to_be_in_viewport()
            made = folder / f"desk-{name}{'-phone' if phone else ''}.jpg"
            page.screenshot(path=made, type="jpeg", quality=60)
            assert made.read_bytes().startswith(b"\xff\xd8")
        visitor.leave()
