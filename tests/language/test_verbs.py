"""Verbs and what depends on them, in parsed English."""

import pytest

from variorum.language import parsing, relations
from variorum.language.dependents import behind, clause_of, gerund_of, inner_verb, object_of
from variorum.language.verbs import (
    agent_of,
    chain,
    denies,
    has_aux,
    has_passive,
    is_negated,
    subject_of,
)
from variorum.model import Document


def parsed(text):
    return parsing.parse(Document.from_text(text))


def word(doc, text):
    return next(token for token in doc if token.text == text)


def name(token):
    return None if token is None else token.text


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The army shelled the town.", "shelled", "army"),
        ("The army shelled the town and took the bridge.", "took", "army"),
        ("The army wants to leave.", "leave", "army"),
        ("The soldiers who left the town were tired.", "left", "soldiers"),
        ("A column leaving the town was hit.", "leaving", "column"),
        ("The town was taken by the army.", "taken", "town"),
        ("Leave the town!", "Leave", None),
    ],
)
def test_the_subject_is_found_through_the_verbs_that_share_it(text, verb, subject):
    assert name(subject_of(word(parsed(text), verb))) == subject


def test_the_relations_that_share_a_subject_can_be_narrowed():
    leave = word(parsed("The army wants to leave."), "leave")
    assert subject_of(leave, through=relations.CONJ) is None


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("The town was taken by the army.", "army"),
        ("They were taken by bus.", None),
        ("They were taken by soldiers.", "soldiers"),
        ("They were taken away.", None),
        ("They must be taken by 10 May 2019.", None),
    ],
)
def test_who_did_it_is_named_and_how_is_not(text, agent):
    assert name(agent_of(word(parsed(text), "taken"))) == agent


@pytest.mark.parametrize(
    ("text", "verb", "negated"),
    [
        ("The army did not leave.", "leave", True),
        ("The army never left.", "left", True),
        ("The army no longer holds the bridge.", "holds", True),
        ("The army shall not stay, nor shall it return.", "return", True),
        ("The army left.", "left", False),
        ("Not fewer than 300 people left.", "left", False),
    ],
)
def test_a_verb_is_negated_by_not_and_by_adverbs(text, verb, negated):
    assert is_negated(word(parsed(text), verb)) is negated


def test_adverbs_can_be_left_out():
    verb = word(parsed("The army no longer holds the bridge."), "holds")
    assert not is_negated(verb, adverbs=False)


@pytest.mark.parametrize(
    ("text", "subject", "denied"),
    [
        ("Nobody may leave.", "Nobody", True),
        ("No troops may leave.", "troops", True),
        ("Neither side may leave.", "side", True),
        ("All troops may leave.", "troops", False),
    ],
)
def test_a_noun_denies_its_verb(text, subject, denied):
    assert denies(word(parsed(text), subject)) is denied


def test_verbs_with_one_subject_make_a_chain_in_the_order_of_the_text():
    doc = parsed("The men laid down their arms and left the town.")
    assert [verb.text for verb in chain(word(doc, "laid"))] == ["laid", "left"]


def test_auxiliaries_tell_the_passive():
    doc = parsed("The town had been taken.")
    assert has_passive(word(doc, "taken"))
    assert has_aux(word(doc, "taken"))
    assert not has_passive(word(parsed("The army took the town."), "took"))


def test_what_hangs_on_a_word():
    doc = parsed("The army is barred from leaving the port.")
    assert name(behind(word(doc, "barred"), "from")) == "leaving"
    assert name(inner_verb(word(doc, "barred"))) == "leaving"
    assert name(object_of(word(doc, "leaving"))) == "port"
    assert name(clause_of(word(parsed("They have the right to leave."), "right"))) == "leave"
    assert name(gerund_of(word(parsed("They have the duty of guarding it."), "duty"))) == "guarding"
