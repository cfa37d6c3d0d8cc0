from __future__ import annotations

import pytest

from variorum.normalise.nouns.nouns import group_names, is_part_of, kind_of, lemma_of


@pytest.mark.parametrize(
    ("text", "noun", "kind"),
    [
        ("They saw 300 foreign fighters.", "foreign fighters", "people.fighters.foreign"),
        ("They saw 50 trucks.", "trucks", "vehicles.trucks"),
        ("They saw 300 women and children.", "women and children", "people"),
        ("They saw 8 children and young adults.", "children and young adults", "people"),
        ("A crew of six drowned.", "", "people.crew"),
        (
            "They killed 26 security and military personnel.",
            "security and military personnel",
            "people.soldiers",
        ),
        ("The toll of a raid by gunmen climbed to 150.", "", "people"),
        ("The toll climbed to 150 today.", "", "people"),
        ("The toll climbed to 150 Sunday afternoon.", "", "people"),
        ("They killed 27 hostage takers.", "hostage takers", "people.fighters"),
        ("They saw 35 Sunni Bedouin.", "Sunni Bedouin", "people"),
    ],
)
def test_noun_and_kind_of_a_number(number, text: str, noun: str, kind: str) -> None:
    thing = number(text).thing
    assert thing.noun == noun
    assert thing.kind is not None
    assert thing.kind.startswith(kind) or thing.kind == "people"


def test_a_part_is_told_from_its_whole(number) -> None:
    read = number("Seven of the soldiers left.")
    soldiers = next(t for t in read.doc if t.text == "soldiers")
    assert is_part_of(soldiers, read.thing.anchor)
    assert kind_of(soldiers, []) == "people.soldiers"
    assert lemma_of(soldiers) == "soldier"


def test_a_name_before_fighters_is_that_of_a_group(number) -> None:
    doc = number("The ISIS fighters fled. 30 members of ISIS stayed.").doc
    assert group_names(doc) == {"isis"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They mourn 3,000 brothers and sisters.", "people"),
        ("They mourn 3,000 sisters and brothers.", "people"),
        ("They mourn 30 brothers and cousins.", "people.family"),
    ],
)
def test_brothers_and_sisters_are_no_family(number, text: str, kind: str) -> None:
    assert number(text).thing.kind == kind
