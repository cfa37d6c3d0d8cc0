"""Answers that bear on each other: all are weighed, or those with most origins and both ends."""

import pytest
from said import Event

from variorum import taxonomy
from variorum.compare import compare
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.components import components, parts_of_one_voice
from variorum.model import Document, Form
from variorum.pipeline import extract
from variorum.settings import Settings


def solved(event, seconds=10.0):
    known = taxonomy.load()
    found = replies(event.claims, known)
    origin_of = {claim.id: claim.speaker.name for claim in event.claims}
    return components(found, origin_of, known, seconds)


def counted(*numbers, event="killed", kind="people"):
    made = Event()
    for number in numbers:
        made.said(f"Speaker {number}", str(number), number, number, kind=kind, event=event)
    return made


def test_what_bears_on_nothing_else_is_a_component_of_its_own():
    event = counted(3, 5)
    event.said("Ada Lund", "7", 7, 7, kind="vehicles.buses", event="left")
    assert sorted(len(component.replies) for component in solved(event)) == [1, 2]


def test_two_answers_that_cannot_both_be_true_are_a_conflict():
    (component,) = solved(counted(3, 5))
    assert component.conflicts == (frozenset({0, 1}),)


def test_one_voice_that_says_both_at_once_is_no_conflict():
    event = counted(3, 5)
    event.claims[1] = event.claims[1].model_copy(
        update={
            "document": event.claims[0].document,
            "speaker": event.claims[0].speaker,
        }
    )
    known = taxonomy.load()
    found = replies(event.claims, known)
    (component,) = components(found, {c.id: "one" for c in event.claims}, known, 10.0)
    assert component.conflicts == ()


@pytest.mark.parametrize(("whole", "conflicts"), [("people", 1), ("villagers", 0)])
def test_a_sum_is_held_against_what_it_counts_and_not_against_some_of_them(whole, conflicts):
    texts = (
        "The ministry said that 12 fighters plus 30 children left the camp.",
        f"The mayor said that 90 {whole} left the camp.",
    )
    documents = [Document.from_text(t, publisher=f"Outlet {t[:9]}") for t in texts]
    claims = [claim for document in documents for claim in extract(document)]
    found = compare(documents, claims, Settings.from_environment())
    assert len(found.contradictions) == conflicts


def test_of_more_than_120_answers_the_ends_are_kept():
    for size, left_out in ((120, 0), (122, 2)):
        event = Event()
        for number in range(1_001, 1_001 + 2 * size, 2):
            event.said(f"Speaker {number}", f"{number}", number, number)
        (component,) = solved(event)
        assert (len(component.replies), component.left_out) == (120, left_out)
        lows = {reply.low for choice in component.replies for reply in choice}
        assert max(lows) == 1_001 + 2 * (size - 1)


def test_numbers_a_hundred_times_apart_are_misread_and_no_conflict():
    assert solved(counted(3, 300))[0].conflicts
    assert not solved(counted(3, 310))[0].conflicts


def test_the_lower_of_two_numbers_of_one_voice_in_one_report_is_a_part():
    event = counted(23, 52)
    known = taxonomy.load()
    assert [r.high for r in parts_of_one_voice(replies(event.claims, known), known)] == [23, 52]
    one = event.claims[1].model_copy(
        update={"measures": (*event.claims[1].measures, *event.claims[0].measures)}
    )
    assert [r.high for r in parts_of_one_voice(replies([one], known), known)] == [52, None]


@pytest.mark.parametrize(("form", "conflicts"), [(Form.NARRATED, 0), (Form.INDIRECT, 1)])
def test_a_report_does_not_contradict_the_number_that_it_tells_in_its_own_voice(form, conflicts):
    event = counted(3, 15)
    mine = {"document": event.claims[0].document, "form": form}
    event.claims[1] = event.claims[1].model_copy(update=mine)
    assert len(solved(event)[0].conflicts) == conflicts


def test_a_number_in_its_own_voice_contradicts_that_of_another_report():
    event = counted(3, 5)
    event.claims[1] = event.claims[1].model_copy(update={"form": Form.NARRATED})
    assert len(solved(event)[0].conflicts) == 1


def test_arrests_of_which_one_report_tells_several_numbers_are_of_several_occasions():
    event = counted(3, 15, 27, event="detained")
    assert len(solved(event)[0].conflicts) == 3
    own = {"document": event.claims[0].document}
    event.claims[1] = event.claims[1].model_copy(update=own)
    assert len(solved(event)[0].conflicts) == 0


def test_a_whole_lower_than_a_part_that_its_voice_tells_is_a_part_as_well():
    event = counted(23)
    event.said("Speaker 23", "49 children", 49, 49, kind="people.children")
    known = taxonomy.load()
    own = {"document": event.claims[0].document}
    event.claims[1] = event.claims[1].model_copy(update=own)
    assert [r.high for r in parts_of_one_voice(replies(event.claims, known), known)] == [None, 49]
    event.claims[1] = event.claims[1].model_copy(update={"document": "another"})
    assert [r.high for r in parts_of_one_voice(replies(event.claims, known), known)] == [23, 49]


@pytest.mark.parametrize(("padding", "high"), [(260, None), (300, 123.75)])
def test_dozens_at_the_head_of_a_report_are_those_whom_anybody_counts_further_down(padding, high):
    event = counted(400)
    event.said(f"Speaker {'a' * padding}", "dozens", 20, 99, approximate=True)
    known = taxonomy.load()
    own = {"document": event.claims[0].document}
    event.claims[1] = event.claims[1].model_copy(update=own)
    found = parts_of_one_voice(replies(event.claims, known), known)
    assert [r.high for r in found if r.measure.approximate] == [high]
    # Fewer by a number is another count, whoever tells it.
    event = counted(400, 90)
    event.claims[1] = event.claims[1].model_copy(update={"document": event.claims[0].document})
    assert parts_of_one_voice(replies(event.claims, known), known)[1].high == 94.5


def test_the_lower_of_two_numbers_of_things_of_one_voice_is_a_part_as_well():
    event = counted(6, 12, kind="vehicles.ships", event="left")
    known = taxonomy.load()
    measures = tuple(m for claim in event.claims for m in claim.measures)
    one = event.claims[0].model_copy(update={"measures": measures})
    assert [r.high for r in parts_of_one_voice(replies([one], known), known)] == [None, 12]
