"""Five questions a reader asks of a case, answered on its page in at most two clicks.

What answers a question is in view after the clicks, or within one screen below. With
`VARIORUM_ANSWERS` set to a folder, each view is written there as a picture.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import Visit
from gold import Gold
from playwright.sync_api import Browser

import variorum
from questions import HEIGHT, MOST_CLICKS, WIDTH, Question, missing, questions
from variorum.publish.page import render
from variorum.publish.views.overview.title_view import title_of

pytestmark = pytest.mark.browser

CASES = Path(__file__).parent
BUNDLED = [
    question for question in questions() if question.case in {"raqqa-2017", "strike", "quake"}
]


@pytest.fixture(scope="module")
def page_of(raqqa: Gold, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return what writes the page of a bundled case, once."""
    folder = tmp_path_factory.mktemp("page")

    def written(name: str) -> Path:
        path = folder / f"{name}.html"
        if not path.exists():
            built = raqqa.case if name == "raqqa-2017" else variorum.build([CASES / name])
            path.write_text(render(built, title_of(built)), "utf-8")
        return path

    return written


@pytest.mark.parametrize("question", BUNDLED, ids=lambda q: f"{q.case}: {q.asked}")
def test_a_question_is_answered_within_two_clicks_and_a_screen(
    browser: Browser, page_of: Callable[[str], Path], question: Question
) -> None:
    assert len(question.clicks) <= MOST_CLICKS
    visit = Visit(browser, page_of(question.case))
    folder = os.environ.get("VARIORUM_ANSWERS")
    picture = Path(folder) / f"{question.case}, {question.asked}.png" if folder else None
    assert missing(visit.open(width=WIDTH, height=HEIGHT), question, picture) == []
    assert (visit.requests, visit.complaints) == ([], [])
    visit.close()


def test_at_least_five_questions_are_asked_of_each_case() -> None:
    asked = [question.case for question in questions()]
    assert [case for case in asked if asked.count(case) < 5] == []
