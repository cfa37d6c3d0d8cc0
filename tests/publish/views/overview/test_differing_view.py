"""Questions told differently: shown side by side with their quotations, and no contradiction."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

import variorum
from variorum.case import Case
from variorum.model import Answer, Question, QuestionStatus, Span
from variorum.publish.base.index import Index
from variorum.publish.page import render
from variorum.publish.terminal.dispute_console import print_conflict
from variorum.publish.terminal.summary_console import print_summary
from variorum.publish.views.overview.conflicts_view import conflicts
from variorum.publish.views.overview.differing_view import (
    WHY_NOT_COMPARED,
    differing,
    is_told_differently,
)
from variorum.publish.views.overview.summary_view import summary

TOLD = (
    "Twelve people were killed when the bridge at Sarn fell.",
    "Nineteen people were killed when the bridge at Sarn fell.",
    "When the bridge at Sarn fell, 19 people were killed and five were injured.",
    "Five people were injured when the bridge at Sarn fell.",
    "The bridge at Sarn fell, and the road along the river is closed.",
    "A new bridge is to be built at Sarn.",
    "The council of Sarn met after the bridge fell.",
)


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("bridge")
    for number, text in enumerate(TOLD):
        head = f"---\npublisher: Paper {number}\n---\n"
        (folder / f"{number}.txt").write_text(f"{head}{text}\n", encoding="utf-8")
    return variorum.build(sorted(folder.glob("*.txt")))


def test_answers_that_nothing_shows_to_be_of_the_same_stand_side_by_side(bridge: Case) -> None:
    (told,) = differing(Index(bridge))
    assert not conflicts(Index(bridge))
    assert told.label == "How many people were killed?"
    assert [(line.label, line.origins) for line in told.answers] == [("12", 1), ("19", 2)]
    assert told.answers[1].speakers == ("Paper 1", "Paper 2")
    assert [len(line.claims) for line in told.answers] == [1, 2]


def test_they_are_numbered_after_the_disputes_and_open_like_them(bridge: Case) -> None:
    index = Index(bridge)
    (told,) = differing(index, 4)
    assert told.number == 5
    console = Console(file=io.StringIO(), width=200, highlight=False)
    print_conflict(index, told, console)
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert TOLD[0] in shown
    assert WHY_NOT_COMPARED in shown
    assert "Why they cannot all be true" not in shown


def test_the_screen_and_the_page_have_them_apart_from_disputes(bridge: Case) -> None:
    view = summary(Index(bridge))
    assert [one.label for one in view.differing] == ["How many people were killed?"]
    assert view.abstract[-1] == (
        "No contradiction was found in them, but 1 question is told differently."
    )
    assert not summary(Index(bridge), question="injured").differing
    assert not summary(Index(bridge), source="Paper 0").differing
    console = Console(file=io.StringIO(), width=100, highlight=False)
    print_summary(view, console, "variorum show bridge.db")
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().splitlines()
    assert "Nothing in dispute was found." in lines
    assert any(line.split()[:6] == ["1", "people", "killed", "12", "·", "19"] for line in lines)
    page = render(bridge, "A bridge")
    assert page.count("What is told differently") == 1
    assert page.index('id="differing"') < page.index('id="questions"')


@pytest.mark.parametrize(
    ("status", "kind", "ends", "differs"),
    [
        (QuestionStatus.INCOMPARABLE, "people", ((12, 12), (19, 19)), True),
        (QuestionStatus.INCOMPARABLE, "people", ((12, None), (19, 19)), False),
        (QuestionStatus.INCOMPARABLE, "people", ((20, None), (19, 19)), True),
        (QuestionStatus.INCOMPARABLE, "statement.secret", ((1, 1), (0, 0)), True),
        (QuestionStatus.INCOMPARABLE, "statement.arranged", ((None, None), (None, None)), False),
        (QuestionStatus.INCOMPARABLE, "things.step", ((12, 12), (19, 19)), False),
        (QuestionStatus.DISPUTED, "people", ((12, 12), (19, 19)), False),
    ],
)
def test_what_leaves_nothing_in_common_is_told_differently(
    status: QuestionStatus,
    kind: str,
    ends: tuple[tuple[float | None, float | None], ...],
    differs: bool,
) -> None:
    at = Span(document="d", start=0, end=2, exact="12")
    given = tuple(
        Answer(claim="c", span=at, low=low, high=high, standing="fact") for low, high in ends
    )
    asked = Question(id="q", label="?", kind=kind, claims=("c",), answers=given, status=status)
    assert is_told_differently(asked) == differs
