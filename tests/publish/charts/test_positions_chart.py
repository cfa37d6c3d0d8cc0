"""The bands of a dispute read back: every number that is drawn is the number of the record."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from xml.etree import ElementTree

import pytest

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.charts.positions_chart import positions_axis, positions_band
from variorum.publish.views.board_view import DisputeView, board_view

Place = Callable[[float], float]


def _percent(words: str | None) -> float:
    return float((words or "").removesuffix("%"))


def _bounds(drawn: ElementTree.Element) -> tuple[float | None, float | None]:
    low, high = drawn.get("data-low"), drawn.get("data-high")
    return (float(low) if low else None, float(high) if high else None)


def _value(dispute: DisputeView) -> Place:
    """Return what turns a place along the axis back into its number, told from two of its ticks."""
    ticks = ElementTree.fromstring(positions_axis(dispute)).iter("text")
    told = [(_percent(t.get("x")), float(t.get("data-value") or 0)) for t in ticks]
    (x1, v1), (x2, v2) = told[0], told[-1]
    return lambda x: v1 + (x - x1) * (v2 - v1) / (x2 - x1)


def _ends(mark: ElementTree.Element) -> tuple[float, float]:
    if mark.tag == "circle":
        return (_percent(mark.get("cx")),) * 2
    return _percent(mark.get("x1")), _percent(mark.get("x2"))


@pytest.fixture
def aboard(disputed: Case) -> DisputeView:
    return board_view(Index(disputed)).cards[0]


def _told(case: Case, dispute: str) -> Iterable[dict[str, object]]:
    record = json.loads(case.to_json())
    return next(d for d in record["disputes"] if d["id"] == dispute)["positions"]


def test_bands_and_marks_are_the_numbers_of_the_record(disputed: Case, aboard: DisputeView) -> None:
    told = {position["id"]: position for position in _told(disputed, aboard.id)}
    value = _value(aboard)
    for position in aboard.positions:
        drawn = ElementTree.fromstring(positions_band(position, aboard))
        (band,) = drawn.iter("rect")
        assert _bounds(band) == (told[position.id]["low"], told[position.id]["high"])
        given = {(answer["low"], answer["high"]) for answer in told[position.id]["answers"]}
        marks = [m for m in drawn if "mark" in (m.get("class") or "") and m.get("data-low")]
        assert {_bounds(mark) for mark in marks} == given
        for mark in marks:
            low, high = _bounds(mark)
            start, end = _ends(mark)
            assert value(start) == pytest.approx(low, abs=1)
            assert end == 100 if high is None else value(end) == pytest.approx(high, abs=1)


def test_what_follows_from_other_answers_is_hollow_and_says_how(aboard: DisputeView) -> None:
    (derived,) = (position for position in aboard.positions if position.derived)
    band = positions_band(derived, aboard)
    assert "hollow" in band
    assert "<title>12 rafts × 20 to 25 people" in band


def test_a_reprint_alone_is_hollow_and_an_open_end_has_an_arrow(aboard: DisputeView) -> None:
    survivors = next(p for p in aboard.positions if p.id == "position-survivors")
    assert (survivors.origins, survivors.reprints) == (2, 1)
    assert "›" in positions_band(survivors, aboard)
    alone = [reprint for position in aboard.positions for *_, reprint in position.given]
    assert alone == [False, False, False]


def test_a_number_has_a_dot(aboard: DisputeView) -> None:
    drawn = ElementTree.fromstring(positions_band(aboard.positions[0], aboard))
    (dot,) = drawn.iter("circle")
    assert _bounds(dot) == (186, 186)
