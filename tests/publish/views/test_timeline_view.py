"""The timeline: the days that claims speak of, in their order, and what lies outside the chart."""

import datetime
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from variorum.case import Case, Comparison
from variorum.model import Claim, Document, Form, Span, Speaker, SpeakerKind, When
from variorum.publish.base.index import Index
from variorum.publish.charts.timeline_chart import timeline_chart
from variorum.publish.views.timeline_view import timeline_view


def test_the_days_are_in_order_and_each_has_claims(case: Case) -> None:
    view = timeline_view(Index(case))
    assert "<svg" in timeline_chart(view)
    assert view.entries
    assert all(claims for *_, claims in view.entries)
    assert len({when for _, when, _ in view.entries}) == len(view.entries)


def test_a_case_without_days_has_no_entries(case: Case) -> None:
    timeless = tuple(claim.model_copy(update={"when": ()}) for claim in case.claims)
    view = timeline_view(Index(replace(case, claims=timeless)))
    assert (view.entries, view.outside) == ((), 0)


def test_an_empty_case_has_an_empty_timeline() -> None:
    view = timeline_view(Index(Case((), (), (), Comparison())))
    assert (view.entries, view.outside) == ((), 0)


def test_a_time_in_doubt_or_with_an_open_end_is_drawn_as_such() -> None:
    document = Document.from_text("It was so.", publisher="Post", published="2020-03-10")
    span = Span(document=document.id, start=0, end=2, exact="It")
    told = (
        "2020-03-01?",
        "2020-02-20/2020-02-25",
        "2020-03-05/..",
        "1950",
        "2020-03-08",
        "2020-03-20",
    )
    claim = Claim(
        id="claim-1",
        document=document.id,
        speaker=Speaker(name="Post", kind=SpeakerKind.DOCUMENT),
        relay=(),
        content=(span,),
        form=Form.NARRATED,
        when=tuple(When(edtf=edtf, text="It", span=span) for edtf in told),
    )
    view = timeline_view(Index(Case((document,), (claim,))))
    assert view.outside == 1
    drawn = ElementTree.fromstring(timeline_chart(view))
    bars = {bar.get("data-edtf"): bar for bar in drawn.iter("rect")}
    assert set(bars) == {*told, "2020-03-10"} - {"1950"}
    assert "doubt" in (bars["2020-03-01?"].get("class") or "")
    assert "doubt" not in (bars["2020-03-08"].get("class") or "")
    assert [text.text for text in drawn.iter("text") if text.get("class") == "arrow"] == ["›"]
    assert view.window == (datetime.date(2020, 2, 20), datetime.date(2020, 3, 20))
    start, width = (float((bars[told[1]].get(k) or "")[:-1]) for k in ("x", "width"))
    days = (view.window[1] - view.window[0]).days
    assert width / 94 * days == pytest.approx(6, abs=0.1)
    assert start == 3
