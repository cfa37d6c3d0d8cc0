"""The marked-up news sentences: a floor that only rises, and gold that can be read."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from gold_marks import Mark, expected_measures, marked, unexpected
from variorum import taxonomy
from variorum.language import parsing
from variorum.model import Document, Measure
from variorum.normalise.measures.measures import measures

CASES = Path(__file__).parents[2] / "cases"
FLOORS = {"phrases": 1.0, "open": 0.99, "held": 0.87}


def rows(part: str) -> list[tuple[str, list[Mark]]]:
    lines = (CASES / f"measures-{part}.txt").read_text("utf-8").splitlines()
    return [marked(line) for line in lines if not line.startswith("#")]


@functools.cache
def faults(part: str) -> list[list[str]]:
    """Parse the sentences as the paragraphs of one document, and return what is wrong in each."""
    sentences = rows(part)
    document = Document.from_text("\n\n".join(text for text, _ in sentences))
    found = measures(document, parsing.parse(document))
    wrong, start = [], 0
    for text, marks in sentences:
        inside = [m for m in found if start <= m.span.start < start + len(text)]
        wrong.append(unexpected(expected_measures(marks), [_moved(m, start) for m in inside]))
        start += len(text) + 2
    return wrong


def _moved(measure: Measure, by: int) -> Measure:
    place = measure.span
    span = place.model_copy(update={"start": place.start - by, "end": place.end - by})
    return measure.model_copy(update={"span": span})


@pytest.mark.parametrize("part", FLOORS)
def test_share_of_sentences_read_right_does_not_fall(part: str) -> None:
    wrong = faults(part)
    assert sum(not each for each in wrong) / len(wrong) >= FLOORS[part]


def test_there_are_enough_sentences_and_a_third_is_set_aside() -> None:
    parts = {part: len(rows(part)) for part in FLOORS}
    assert parts["open"] + parts["held"] >= 300
    assert parts["held"] * 2 == parts["open"]


@pytest.mark.parametrize("part", FLOORS)
def test_every_mark_names_known_kinds_and_units(part: str) -> None:
    known = taxonomy.load()
    for _, marks in rows(part):
        for one in expected_measures(marks):
            unit = one.traits.get("unit", "metre").replace("_", " ")
            assert unit in known.units
            kind = one.traits.get("kind", "people")
            assert kind in known.labels, kind
