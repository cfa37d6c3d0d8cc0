from __future__ import annotations

import pytest

from variorum.model import Document
from variorum.normalise.measures.measures import measures
from variorum.normalise.outcomes.outcome_verbs import Verbs
from variorum.normalise.outcomes.outcomes import (
    event_by_clause,
    event_of,
    event_of_whole,
    named_as,
    top_of,
)


@pytest.mark.parametrize(
    ("text", "kind", "event"),
    [
        ("They killed 30 people.", "people", "killed"),
        ("30 people were not killed.", "people", None),
        ("30 people were killed or injured.", "people", None),
        ("30 people were killed, others injured or lost.", "people", "killed"),
        ("30 people were killed or fled.", "people", "killed"),
        ("30 people were admitted to medical centers.", "people", "injured"),
        ("30 people were admitted to the town.", "people", "arrived"),
        ("30 people remain missing.", "people", "missing"),
        ("30 people were able to leave.", "people", "left"),
        ("They released 30 prisoners.", "people.prisoners", "released"),
        ("The toll of dead rose to 30.", "people", "killed"),
        ("They lost 11 fighters.", "people.fighters", "killed"),
        ("They found 39 bodies.", "people", "killed"),
        ("They spoke of a toll in the hundreds.", "people", "killed"),
        ("They told of boats in the hundreds.", "vehicles.boats", None),
        ("The killing of 30 people shocked the town.", "people", "killed"),
        ("Clerks heard 30 witnesses of the killing.", "people", None),
        ("30 people burned to death.", "people", "killed"),
        ("30 people were sentenced to death.", "people", None),
        ("The attack left dead 30 soldiers.", "people.soldiers", "killed"),
        ("The attack left nervous 30 soldiers.", "people.soldiers", None),
        ("Among the dead were 30 women.", "people.women", "killed"),
        ("Among the trees were 30 women.", "people.women", None),
        ("The dead included 30 women.", "people.women", "killed"),
        (
            "The DPR put the number of dead at ten and that of the wounded at 30.",
            "people",
            "injured",
        ),
        ("The villagers who died were among 30 people.", "people", None),
        ("The abduction of 30 girls was denied.", "people.women", "detained"),
        ("The fire swept through a camp of 30 people.", "people", "lived"),
        ("The fire swept through a camp of 30 protesters.", "people.protesters", None),
        ("The town was home to 30 people.", "people", "lived"),
        ("The valley, where 30 people live, was flooded.", "people", "lived"),
        ("Clerks met 30 people who lived in the valley.", "people", None),
        ("30 people who lived in the valley were killed.", "people", "killed"),
        ("30 people live in fear.", "people", None),
        ("Brick blocks that once housed 30 people lie flat.", "people", "lived"),
        ("The toll was put at nine killed, with over 30 hurt.", "people", "injured"),
        ("The storm left 30 people homeless.", "people", "displaced"),
        ("They saw the destruction of 30 houses.", "buildings.homes", "destroyed"),
    ],
)
def test_what_happened_to_the_counted(number, text: str, kind: str, event: str | None) -> None:
    thing = number(text).thing
    noun = thing.head if thing.head is not None else thing.anchor
    assert event_of(noun, thing.anchor, kind) == event


def test_a_denied_event_is_told_where_it_is_asked_for(number) -> None:
    thing = number("30 people were not killed.").thing
    assert thing.head is not None
    assert event_of(thing.head, thing.anchor, "people", denied=True) == "killed"


def test_a_clause_of_the_noun_tells_its_event(number) -> None:
    doc = number("30 people who left the town waited.").doc
    assert event_by_clause(doc[1], "people") == "left"
    assert top_of(doc[1], doc[0]).text == "people"


def test_screening_names_what_they_were_found_to_be(number) -> None:
    read = number("300 of those who came out were identified as fighters.")
    noun = named_as(read.thing.anchor)
    assert noun is not None
    assert noun.text == "fighters"
    assert event_of_whole(read.thing.anchor, "people") == "left"


def test_only_what_can_befall_a_kind_is_its_event() -> None:
    assert Verbs("people", denied=False).fit("killed") == "killed"
    assert Verbs("vehicles.trucks", denied=False).fit("killed") is None


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Medics brought out 40 wounded from the town.", "left"),
        ("The raid left 40 wounded.", "injured"),
        ("The rocket hit a hall that holds 40 migrants.", "composed"),
        ("The rebels hold 40 migrants.", "detained"),
    ],
)
def test_the_moved_and_the_housed_are_not_those_it_befell(text, event):
    assert [m.scope.event for m in measures(Document.from_text(text, language="en"))] == [event]
