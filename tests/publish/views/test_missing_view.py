"""What is missing: every gap is told, and limits of one reason are told together at the end."""

from variorum.case import Case, Comparison
from variorum.model import Gap
from variorum.publish.views.missing_view import missing


def test_limits_of_one_reason_are_one_line_behind_the_rest():
    limits = [Gap(what=name, why="the solver had no time", kind="limit") for name in "ab"]
    other = Gap(what="c", why="too many answers", kind="limit")
    unread = Gap(what="report.pdf", why="it holds no text")
    case = Case((), (), (unread,), Comparison(gaps=(limits[0], other, limits[1])))
    assert [(gap.what, gap.why) for gap in missing(case)] == [
        ("report.pdf", "it holds no text"),
        ("a and b", "the solver had no time"),
        ("c", "too many answers"),
    ]


def test_nothing_missing_is_nothing_told():
    assert missing(Case((), (), (), Comparison())) == ()
