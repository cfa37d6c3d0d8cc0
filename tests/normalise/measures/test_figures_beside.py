"""Figures beside the one that a claim asserts: former ones, wholes, parts and what befell them."""

from __future__ import annotations

import pytest

from variorum import Document
from variorum.model import FigureRole, Measure
from variorum.normalise.measures.measures import measures


def read(text: str, language: str = "en", published: str | None = "2021-06-16") -> list[Measure]:
    return measures(Document.from_text(text, language=language, published=published))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "21 people died, up from 18 a day earlier."),
        ("fr", "Le bilan s'élève à 21 morts, contre 18 la veille."),
        ("es", "Hay 21 muertos, frente a los 18 del lunes."),
    ],
)
def test_a_former_figure_stands_as_of_an_earlier_day_and_nothing_happened_to_it(
    language: str, text: str
) -> None:
    now, former = read(text, language)
    assert (now.low, now.role, now.scope.event) == (21, FigureRole.FIGURE, "killed")
    assert (former.low, former.role, former.scope.event) == (18, FigureRole.FORMER, None)
    assert (former.scope.as_of or "").startswith("../2021-06-1")


def test_a_former_figure_of_an_undated_report_has_no_day() -> None:
    _, former = read("21 people died, up from 18.", published=None)
    assert former.scope.as_of is None


def test_how_many_more_is_a_difference() -> None:
    change, now = read("The death toll rose by 3 to 21.")
    assert (change.difference, change.role) == (True, FigureRole.CHANGE)
    assert (now.low, now.scope.event, now.difference) == (21, "killed", False)


@pytest.mark.parametrize(
    ("text", "whole", "kind"),
    [
        ("All but four of the 25 miners were rescued.", 25, "people.workers"),
        ("Only three of the 25 fighters were killed.", 25, "people.fighters"),
        ("There were no casualties among the 25 soldiers.", 25, "people.soldiers"),
        ("None of the 25 hostages was freed.", 25, "people.hostages"),
    ],
)
def test_nothing_happened_to_the_whole_of_which_some_are_counted(
    text: str, whole: int, kind: str
) -> None:
    (found,) = (m for m in read(text) if m.low == whole)
    assert (found.role, found.scope.event, found.kind) == (FigureRole.WHOLE, None, kind)


def test_no_casualties_are_no_dead() -> None:
    none, _ = read("There were no casualties among the 25 soldiers.")
    assert (none.low, none.high, none.scope.event) == (0, 0, "killed")


def test_some_of_men_and_women_are_people() -> None:
    *_, held = read("Of the nine men and four women, three are still held.")
    assert (held.low, held.kind) == (3, "people")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A car bomb killed 12 Swedes and 30 others."),
        ("fr", "Douze policiers et 30 autres personnes ont été tués."),
        ("de", "Zwölf Polizisten und 30 andere Menschen wurden getötet."),
        ("ru", "Погибли 12 полицейских и 30 других человек."),
    ],
)
def test_others_to_whom_the_same_happened_are_a_part(language: str, text: str) -> None:
    assert [m.role for m in read(text, language)] == [FigureRole.FIGURE, FigureRole.PART]


def test_others_to_whom_something_else_happened_are_a_figure() -> None:
    text = "Two people were killed and three others were wounded."
    assert [m.role for m in read(text)] == [FigureRole.FIGURE] * 2


def test_each_of_two_numbers_has_the_noun_they_share() -> None:
    assert [m.kind for m in read("Police said 5 and 6 bodies were found.")] == ["people"] * 2
    assert [(m.low, m.kind) for m in read("12, not 20, people were hurt.")] == [(12, "people")]


def test_who_has_arrested_others_is_not_arrested() -> None:
    assert [(m.low, m.kind) for m in read("Police have arrested 12 men.")] == [(12, "people.men")]


def test_service_personnel_are_soldiers_and_not_workers() -> None:
    assert [m.kind for m in read("14 service personnel died.")] == ["people.soldiers"]


def test_bodies_that_are_removed_are_of_the_dead() -> None:
    assert [m.scope.event for m in read("Workers removed 40 bodies.")] == ["killed"]


def test_a_german_verb_behind_a_number_is_no_noun() -> None:
    (found,) = read("Dutzende verbluteten zu Hause.", "de")
    assert (found.noun, found.kind, found.scope.event) == ("", "people", "killed")


def test_an_arabic_pluperfect_is_not_what_may_be() -> None:
    (found,) = read("وكان التفجير قد أودى بحياة 125 شخصا.", "ar")
    assert found.mood is None


def test_women_and_men_and_adults_are_parts_of_the_people() -> None:
    told = read("Two women and one man died. Nine adults and four children were hurt.")
    kinds = ["people.women", "people.men", "people.adults", "people.children"]
    assert [m.kind for m in told] == kinds


def test_the_number_of_people_is_a_count_and_the_number_of_a_room_is_none() -> None:
    assert [m.low for m in read("The number of dead in the town is 40.")] == [40]
    assert [m.low for m in read("The number of the room is 40.")] == []
    assert [m.low for m in read("The number of dead in paragraphs 2 and 4 is 40.")] == [40]
    assert [m.low for m in read("Flights 12 and 14 were cancelled.")] == []


def test_who_is_hurt_is_one_of_the_people() -> None:
    (told,) = read("Police said 40 people hurt in the crash were in hospital.")
    assert (told.kind, told.scope.event) == ("people", "injured")


def test_neither_damage_nor_casualties_are_no_dead() -> None:
    assert read("There was no damage or casualties.")[0].high == 0
    assert all(m.high != 0 for m in read("There was damage and casualties."))
