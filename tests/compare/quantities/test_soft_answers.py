"""Numbers in words have soft ends, and bodies that are found are counted apart."""

import pytest
from said import Event


def clashes(*told: tuple[str, float | None, float | None, bool]) -> int:
    event = Event()
    for n, (number, low, high, approximate) in enumerate(told):
        event.said(f"Speaker {n}", number, low, high, approximate=approximate)
    return len(event.compared().contradictions)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ((("dozens", 24, 99), ("hundreds", 200, 999)), 0),
        ((("decenas", 20, 99), ("centenares", 200, 999)), 0),
        ((("dozens", 24, 99), ("471", 471, 471)), 1),
        ((("some fifty", 45, 55), ("hundreds", 200, 999)), 1),
        ((("fifty or a hundred", 50, 100), ("hundreds", 200, 999)), 0),
        ((("about fifty to ninety", 50, 99), ("hundreds", 200, 999)), 1),
    ],
)
def test_words_that_tell_an_order_of_size_contradict_numbers_and_not_each_other(told, found):
    assert clashes(*((*row, not row[0].isdigit()) for row in told)) == found


def test_a_few_may_be_more_than_nine():
    assert clashes(("a few", 2, 9, True), ("12", 12, 12, False)) == 0


def test_three_or_four_are_no_five():
    assert clashes(("three or four", 3, 4, True), ("6", 6, 6, False)) == 1


def test_eight_to_ten_are_sure_enough():
    assert clashes(("nine or so", 8, 9, True), ("14", 14, 14, False)) == 1


def test_dozens_may_be_somewhat_more_than_ninety_nine_and_no_more():
    assert clashes(("dozens", 24, 99, True), ("110", 110, 110, False)) == 0
    assert clashes(("dozens", 24, 99, True), ("200", 200, 200, False)) == 1


def test_thousands_have_no_upper_end_and_hundreds_do():
    large = ("22,000", 22_000, 22_000, False)
    assert clashes(("thousands", 2_000, 9_999, True), large) == 0
    assert clashes(("hundreds", 200, 999, True), large) == 1


def test_millions_have_no_upper_end():
    told = ("millions", 2_000_000, 10_000_000, True)
    assert clashes(told, ("15,000,000", 15_000_000, 15_000_000, False)) == 0
    assert clashes(told, ("900,000", 900_000, 900_000, False)) == 1


def test_bodies_that_are_found_may_be_fewer_than_the_dead():
    assert clashes(("61 bodies", 61, 61, False), ("105", 105, 105, False)) == 0


@pytest.mark.parametrize("first", ["Initial reports", "Le bilan précédent", "Poprzedni bilans"])
def test_the_first_reports_are_of_an_earlier_toll(first):
    event = Event()
    event.said(first, "12 people", 12, 12)
    event.said("Bo Krag", "31 people", 31, 31)
    assert event.compared().contradictions == ()


@pytest.mark.parametrize(
    "told",
    [
        "{n} people have been killed so far",
        "{n} people were killed and the number may rise",
        "bisher sind {n} Menschen getötet worden",
        "{n} muertos hasta el momento",
        "на данный момент известно о {n} погибших",
        "حتى الآن قتل {n} أشخاص",
    ],
)
def test_a_toll_of_this_hour_may_be_higher_by_now(told):
    event = Event()
    event.said("Ada Lund", told.format(n=9), 9, 9)
    event.said("Ines Berg", "12", 12, 12)
    assert len(event.compared().contradictions) == 0
