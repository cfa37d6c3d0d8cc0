"""Whether a reader's questions are answered on the page of a case by a few clicks.

    python benchmarks/questions.py CASE... [--pictures DIR]

Each case is a folder of reports, or a case file; the name of either says which questions of
`questions.yaml` are asked of it. A question is answered when all its words stand in view after its
clicks, or within one screen below, at 1280 by 900. The tests ask the bundled cases the same way.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Page, sync_playwright

from variorum.pipeline import build
from variorum.publish.page import render
from variorum.publish.views.overview.title_view import title_of
from variorum.store import Store

__all__ = ["HEIGHT", "MOST_CLICKS", "WIDTH", "Question", "missing", "questions"]

WIDTH, HEIGHT = 1280, 900
MOST_CLICKS = 2
# What is in view, or within one screen below: the words of each line of text there.
IN_REACH = """() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.height && box.top >= 0 && box.bottom <= 2 * innerHeight) found.push(node.textContent);
  }
  return found.join(" ").replace(/\\s+/g, " ");
}"""


@dataclass(frozen=True)
class Question:
    """What is asked of a case, what is clicked for it, and the words that answer it."""

    case: str
    asked: str
    clicks: tuple[str, ...]
    words: tuple[str, ...]


def questions() -> Iterator[Question]:
    """Yield the questions of all cases, as `questions.yaml` beside this file has them."""
    table = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
    for case, asked in table.items():
        for words, row in asked.items():
            yield Question(case, words, tuple(row["clicks"]), tuple(row["words"]))


def missing(page: Page, question: Question, picture: Path | None = None) -> list[str]:
    """Return which words of an answer are not in reach after the clicks on an open page."""
    for click in question.clicks:
        page.click(click)
        page.wait_for_timeout(100)
    if picture:
        page.screenshot(path=picture)
    text = page.evaluate(IN_REACH)
    return [words for words in question.words if words not in text]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--pictures", type=Path)
    args = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for path in args.cases:
            case = build([path]) if path.is_dir() else Store(path).load()
            file = Path(folder) / f"{path.stem}.html"
            file.write_text(render(case, title_of(case)), "utf-8")
            asked = [question for question in questions() if question.case == path.stem]
            answered = 0
            for question in asked:
                size = {"width": WIDTH, "height": HEIGHT}
                page = browser.new_page(viewport=size, reduced_motion="reduce")
                page.goto(file.as_uri())
                picture = args.pictures and args.pictures / f"{path.stem}, {question.asked}.png"
                left = missing(page, question, picture)
                answered += not left and len(question.clicks) <= MOST_CLICKS
                clicks = f"{len(question.clicks)} clicks"
                print(f"{path.stem}: {question.asked}: {clicks}", *(f"not: {w}" for w in left))
                page.close()
            print(f"{path.stem}: {answered} of {len(asked)} answered")
        browser.close()


if __name__ == "__main__":
    main()
