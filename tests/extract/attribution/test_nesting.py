from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gold_marks import claim_meant, gold_cases
from variorum.extract.attribution.attributions import attributions, with_rules
from variorum.extract.attribution.cues import cue_word
from variorum.extract.attribution.nesting import holders_of, passing_on
from variorum.extract.claims import claims_of
from variorum.extract.document.raw_attribution import Attribution
from variorum.extract.document.reading import Reading
from variorum.language.parsing import parse
from variorum.model import Document

CASES = [
    case
    for case in gold_cases(Path(__file__).parents[2] / "cases" / "relay")
    if not case.held and case.title.startswith("nested")
]
PIECES = "said that the police told us “ ” according to denied Ann , . \n\n reportedly as quoted by"
TEXTS = st.lists(st.sampled_from([*PIECES.split(" "), "😀", "e\u0301"]), max_size=40).map(" ".join)
SLOW = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def reading_of(text):
    document = Document.from_text(text, publisher="The Paper")
    return Reading(document, parse(document))


def outermost(reading):
    """Return what a finder without nesting gives: head, word, cue, source and content alone."""
    found = attributions(reading)
    return [
        replace(a, frame="clause", quotes=[])
        for a, holder in zip(found, holders_of(reading, found), strict=True)
        if holder < 0
    ]


def with_nested(reading, outer):
    return passing_on(reading, sorted(with_rules(reading, outer), key=lambda a: a.cue))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_what_is_nested_is_found_again_in_the_outermost(case):
    reading = Reading(case.document, parse(case.document))
    whole = claims_of(reading, attributions(reading))
    again = claims_of(reading, with_nested(reading, outermost(reading)))
    for number in case.expected:
        first, second = claim_meant(whole, case, number), claim_meant(again, case, number)
        if first is not None:
            assert second is not None
            assert [link.name for link in second.relay] == [link.name for link in first.relay]


def test_an_inner_attribution_stays_within_the_content_that_holds_it():
    reading = reading_of("The BBC reports that drivers say the road is open and the port is shut.")
    (said,) = [t for t in reading.doc if t.text == "reports"]
    place = (reading.document.text.index("that"), reading.document.text.index(" and"))
    outer = Attribution(
        said, cue_word(said), "clause", (2, 3), reading.doc[1], (0, 2), content=[place]
    )
    first, second = with_nested(reading, [outer])
    assert first is outer
    assert second.head.text == "say"
    assert [reading.document.text[a:b] for a, b in second.content] == ["the road is open"]


def test_the_outer_ones_are_kept_as_they_are():
    reading = reading_of("Ann said she thinks Bo said the mill burned, and Cy denied it.")
    outer = outermost(reading)
    again = with_nested(reading, outer)
    assert [a for a in again if any(a is o for o in outer)] == outer


@SLOW
@given(TEXTS)
def test_adding_what_the_rules_find_twice_adds_nothing(text):
    reading = reading_of(text)
    again = with_nested(reading, outermost(reading))
    assert claims_of(reading, again) == claims_of(reading, with_nested(reading, again))
