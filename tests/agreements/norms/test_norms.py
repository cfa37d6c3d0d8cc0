"""Norms: what somebody must, must not or may do, as English clauses say it."""

import pytest

from variorum.agreements.norms.norm_grammar import Strength
from variorum.agreements.norms.norms import norms
from variorum.language import parsing
from variorum.model import Document, Modality

MUST, MUST_NOT, MAY = Modality.MUST, Modality.MUST_NOT, Modality.MAY


def read(text):
    return norms(parsing.parse(Document.from_text(text, published="2021-05-04")))


def told(text):
    return [
        (one.modality, one.verb.text, one.obligor.text if one.obligor else None)
        for one in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army must leave the valley.", (MUST, "leave", "army")),
        ("The army shall leave the valley.", (MUST, "leave", "army")),
        ("The rebels may enter the port.", (MAY, "enter", "rebels")),
        ("The rebels may not enter the port.", (MUST_NOT, "enter", "rebels")),
        ("The pilots will leave the field.", (MUST, "leave", "pilots")),
        ("The pilots can leave the field.", (MAY, "leave", "pilots")),
        ("The convoy must be escorted by the marines.", (MUST, "escorted", "marines")),
        ("The convoy must be escorted.", (MUST, "escorted", None)),
    ],
)
def test_a_modal_says_what_must_and_may_be(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The militia is to hand over its guns.", (MUST, "hand", "militia")),
        ("The militia has to hand over its guns.", (MUST, "hand", "militia")),
        ("The miners agreed to reopen the gate.", (MUST, "reopen", "miners")),
        ("The clans agreed on reopening the road.", (MUST, "reopening", "clans")),
        ("The clans agreed that the road would stay open.", (MUST, "stay", "road")),
        ("The union undertakes not to strike.", (MUST_NOT, "strike", "union")),
        ("The clans shall refrain from shelling the bridge.", (MUST_NOT, "shelling", "clans")),
        ("The clans shall refrain from attacks.", (MUST_NOT, "refrain", "clans")),
        ("The company is obliged to pay the drivers.", (MUST, "pay", "company")),
        ("The drivers are required to show their passes.", (MUST, "show", "drivers")),
        ("The clans are due to leave the valley.", (MUST, "leave", "clans")),
        ("The press is barred from entering the camp.", (MUST_NOT, "entering", "press")),
        ("The press is barred from the camp.", (MUST_NOT, "barred", "press")),
        ("The drivers are allowed to pass.", (MAY, "pass", "drivers")),
        ("The drivers are not allowed to pass.", (MUST_NOT, "pass", "drivers")),
        ("The carters are entitled to graze their mules.", (MAY, "graze", "carters")),
        ("The carters are free to graze their mules.", (MAY, "graze", "carters")),
        ("The herders are at liberty to leave.", (MAY, "leave", "herders")),
        ("The prisoners get to keep their letters.", (MAY, "keep", "prisoners")),
        ("The ministry waives the fee.", (MUST, "waives", "ministry")),
    ],
)
def test_words_of_duty_and_right_are_norms(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The herders have the right to water their sheep.", (MAY, "water", "herders")),
        ("The herders have no right to water their sheep.", (MUST_NOT, "water", "herders")),
        ("The guards have the duty of watching the gate.", (MUST, "watching", "guards")),
        ("The council has given its word to free the men.", (MUST, "free", "council")),
        ("The council has given its word not to pursue them.", (MUST_NOT, "pursue", "council")),
        ("The union has signed away the right to strike.", (MUST_NOT, "strike", "union")),
    ],
)
def test_a_noun_may_carry_the_duty_or_the_right(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal obliges the army to leave the valley.", (MUST, "leave", "army")),
        ("The deal bars the army from entering the valley.", (MUST_NOT, "entering", "army")),
        ("The deal allows the herders to cross the river.", (MAY, "cross", "herders")),
        ("The accord leaves the union free to graze its herds.", (MAY, "graze", "union")),
        ("The accord says that the garrison may keep its flag.", (MAY, "keep", "garrison")),
        ("The accord says that the garrison leaves the fort.", (MUST, "leaves", "garrison")),
        ("The accord guarantees a corridor.", (MUST, "guarantees", None)),
    ],
)
def test_an_agreement_states_norms(text, expected):
    (one,) = read(text)
    assert told(text) == [expected]
    assert one.strength is Strength.STATED


def test_it_is_the_agreement_that_its_sentence_has_named():
    text = "The pact is short, and it obliges the army to leave the valley."
    assert [one.strength for one in read(text) if one.verb.text == "leave"] == [Strength.STATED]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No soldier may enter the camp.", (MUST_NOT, "enter", "soldier")),
        ("Nobody may enter the camp.", (MUST_NOT, "enter", "Nobody")),
        ("Neither side shall move its guns.", (MUST_NOT, "move", "side")),
        ("The guards shall never strike a miner.", (MUST_NOT, "strike", "guards")),
        ("The guards shall no longer strike the miners.", (MUST_NOT, "strike", "guards")),
        ("The clans shall hold no hostages.", (MUST_NOT, "hold", "clans")),
        ("The clans shall not abstain from the vote.", (MUST, "abstain", "clans")),
        (
            "The ministry guarantees that nobody will be punished.",
            (MUST_NOT, "punished", "ministry"),
        ),
    ],
)
def test_a_denial_turns_a_norm_around(text, expected):
    assert told(text) == [expected]


def test_nor_denies_the_verb_behind_it_too():
    text = "The army shall not shell the town, nor shall it block the road."
    assert told(text) == [(MUST_NOT, "shell", "army"), (MUST_NOT, "block", "it")]


def test_joined_verbs_are_norms_of_the_same_kind_each():
    text = "The army shall cease fire and withdraw its guns."
    assert told(text) == [(MUST, "cease", "army"), (MUST, "withdraw", "army")]


def test_a_verb_joined_to_a_passive_binds_nobody_it_does_not_name():
    assert told("The men must be freed and taken to the inn.") == [
        (MUST, "freed", None),
        (MUST, "taken", None),
    ]


def test_one_agent_of_two_passives_has_one_duty():
    text = "The bags must be opened and screened by the guards."
    assert told(text) == [(MUST, "opened", "guards")]


def test_points_of_a_list_are_owed_by_whom_its_heading_names():
    text = "Both clans have undertaken:\n\n- to mark all minefields;\n\n- not to shell the fort."
    assert told(text) == [(MUST, "mark", "clans"), (MUST_NOT, "shell", "clans")]


def test_an_aim_is_marked_as_one():
    (one,) = read("The aim was for no fighter to survive.")
    assert one.aimed
    assert (one.modality, one.verb.text) == (MUST_NOT, "survive")


def test_what_is_told_in_the_present_is_marked_as_such():
    (one,) = read("The abbey no longer jams the radar.")
    assert one.present
    assert one.modality is MUST_NOT


@pytest.mark.parametrize(
    ("text", "strength", "doubtful"),
    [
        ("The pilots will leave the field.", Strength.WEAK, True),
        ("The pilots must leave the field.", Strength.STRONG, False),
        ("The pilots were to leave the field.", Strength.STRONG, True),
        ("The pilots agreed to leave the field.", Strength.PLEDGED, False),
    ],
)
def test_a_norm_is_as_sure_as_its_words(text, strength, doubtful):
    (one,) = read(text)
    assert (one.strength, one.is_doubtful) == (strength, doubtful)


@pytest.mark.parametrize(
    "text",
    [
        "The army must have left the valley.",
        "If they must, the rebels left.",
        "The army asked whether the rebels must leave.",
        "The militia has yet to hand over its guns.",
        "The rebels said they had left the valley.",
        "The men were stopped from leaving the camp.",
        "The valley is free.",
    ],
)
def test_guesses_and_open_questions_are_no_norms(text):
    assert told(text) == []
