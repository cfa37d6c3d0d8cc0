"""Whose people a number counts, where two sides each count their own dead."""

import pytest
from said import Event

from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.borne_out import BorneOut
from variorum.compare.quantities.whose import Whose, sided
from variorum.model import Document
from variorum.pipeline import extract
from variorum.taxonomy import load

OWN = (
    "Chad said that 24 of its soldiers were killed.",
    "Niger said that 35 of its citizens were killed.",
)
SUMMED = (
    "Chad said that 24 people were killed. Niger said that 35 people were killed. "
    "In all, 59 people were killed.",
)


def reported(*texts, publisher="Echo"):
    """Return the numbers that reports tell, by their figure, and whose people they count."""
    documents = {d.id: d for d in (Document.from_text(t, publisher=publisher) for t in texts)}
    found = replies([c for d in documents.values() for c in extract(d)], load())
    found, whose = sided(found, documents)
    return {reply.figure: reply for reply in found}, whose


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (("Tajikistan", "30 of its soldiers"), ("Kyrgyzstan", "59 people"), True),
        (("Tajikistan", "30 soldiers"), ("Kyrgyzstan", "59 people"), False),
        (("Ada Lund", "30 Tajik soldiers"), ("Bo Krag", "59 of the Kyrgyz army"), True),
        (("Ada Lund", "30 Tajik soldiers"), ("Bo Krag", "59 people"), False),
        (("Tajikistan", "30 of its soldiers"), ("Bo Krag", "59 of the Tajik army"), False),
    ],
)
def test_losses_of_one_nation_are_not_held_against_what_is_told_of_another(one, other, apart):
    case = Event()
    for (speaker, number), nation in ((one, "Tajik"), (other, "")):
        low = int(number.split()[0])
        whose = (nation,) if nation in number else ()
        case.said(speaker, number, low, low, population=whose)
    known = {document.id: document for document in case.documents}
    found = replies(case.claims, load())
    sides = [[reply] for reply in found]
    borne_out = BorneOut(found, (), Whose(found, known), in_conflict=lambda _one, _other: True)
    assert (borne_out.opposed(sides) == []) is apart
    assert borne_out.holds(sides) is not apart


@pytest.mark.parametrize("sides", [OWN, SUMMED])
def test_where_the_dead_fall_into_sides_each_state_counts_its_own(sides):
    told, whose = reported(
        *sides,
        "Chad said that 27 people were killed.",
        "Niger said that 38 people were killed.",
        "The doctors said that 47 people were killed.",
    )
    assert whose.apart(told[27], told[38])
    assert not whose.apart(told[27], told[24])
    assert whose.apart(told[47], told[24])  # nobody tells whose they are
    assert whose.apart(told[47], told[38])
    assert told[27].variable.population == ("Chadian",)
    assert told[47].variable.population == ()


@pytest.mark.parametrize(
    "sides",
    [
        OWN[:1],
        (OWN[0], "Niger said that 35 people were killed."),
        (SUMMED[0].replace("59", "60"),),
        (SUMMED[0].replace("24", "9").replace("59", "44"),),  # so few may add up by chance
    ],
)
def test_two_states_that_count_the_same_dead_are_held_against_each_other(sides):
    told, whose = reported(
        *sides,
        "Chad said that 27 people were killed.",
        "Niger said that 38 people were killed.",
    )
    assert not whose.apart(told[27], told[38])


def test_a_number_is_of_the_side_of_which_it_is_told_elsewhere():
    told, whose = reported(
        *OWN,
        "Chad said that 27 people were killed.",
        "The doctors said that 27 people were killed.",
        "Niger said that 40 people were killed.",
        "Ada Lund said that 40 people were killed.",
    )
    by_doctors = told[27]
    assert not whose.apart(by_doctors, told[24])
    assert whose.apart(told[40], told[35])  # a round number is met by chance


def test_what_both_sides_lost_is_held_against_neither():
    told, whose = reported(*SUMMED)
    assert whose.apart(told[59], told[24])
    assert whose.apart(told[59], told[35])


def test_a_ministry_that_a_sentence_opens_with_counts_its_own():
    told, whose = reported(
        *OWN,
        "Niger's health ministry said that 47 people were killed.",
    )
    assert not whose.apart(told[47], told[35])
    assert whose.apart(told[47], told[24])


def test_what_a_body_counts_of_its_own_is_not_held_against_what_others_count():
    told, whose = reported(
        "The police reported 23 people hurt on its own side.",
        "The hospital said that 38 people were hurt.",
        "The hospital said, by its own account, that 41 people were hurt.",
    )
    assert whose.apart(told[23], told[38])
    assert not whose.apart(told[41], told[38])


def test_an_outlet_named_for_a_country_is_no_voice_of_it():
    _, whose = reported(OWN[0], "35 of its citizens were killed.", publisher="Niger Gazette")
    assert whose.side == {}
