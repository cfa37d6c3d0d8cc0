"""Which party words name: by its name, its people or its kind of body; a stranger is none."""

import pytest

from variorum.compare.actors.sides import Sides
from variorum.compare.compliance.action_lexicon import stems
from variorum.compare.compliance.who_acted import initials_of, is_side, parties_in, party_in
from variorum.model import Actor, ActorName, Agreement, Term

NOBODY = Sides(())
STATES = ("Rwanda", "the Government of Sri Lanka", "Bosnia and Herzegovina", "the Tessian League")


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Rwandan troops", "Rwanda"),
        ("The Rwandan army", "Rwanda"),
        ("Sri Lankan planes", "the Government of Sri Lanka"),
        ("the Bosnian government", "Bosnia and Herzegovina"),
        ("Bosnian Serbs", None),
        ("Bosnian Serb police", None),
        ("Rwandan rebels", None),
        ("gunmen in Rwanda", None),
        ("rebels from Rwanda", None),
        ("a breakaway faction of the Tessian League", None),
        ("Federal Republic", None),
        ("people", None),
        ("the League", "the Tessian League"),
        ("the army", None),
    ],
)
def test_a_state_is_told_by_its_adjective_and_its_rebels_are_not_it(words, party):
    assert party_in(words, STATES, NOBODY) == party


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("the army", "Rwanda"),
        ("government warplanes", "Rwanda"),
        ("soldiers", None),
        ("the Lowland army", None),
    ],
)
def test_the_army_is_the_only_states(words, party):
    assert party_in(words, ("Rwanda", "the Tessian League"), NOBODY) == party


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("a market in Tessian League land", "the Tessian League"),
        ("former League men", None),
        ("against Rwandan posts", "Rwanda"),
    ],
)
def test_who_is_hit_is_told_by_any_name(words, party):
    assert party_in(words, STATES, NOBODY, hit=True) == party


def test_people_are_nobody():
    assert party_in("people", ("3500 people", "Rwanda"), NOBODY) is None


def test_several_parties_may_act_together():
    told = "Rwandan and Tessian League troops"
    assert parties_in(told, STATES, NOBODY) == {"Rwanda", "the Tessian League"}


@pytest.mark.parametrize(
    ("told", "side", "same"),
    [
        ("the fighters", "foreign fighters", True),
        ("foreign fighters", "foreign fighters", True),
        ("rebel fighters", "foreign fighters", False),
        ("a single foreign battalion", "foreign forces", True),
    ],
)
def test_who_is_told_by_another_word_of_the_same_sort_is_another(told, side, same):
    assert is_side(stems(told), side) is same


@pytest.mark.parametrize(
    ("agent", "party"), [("the Salt Guild", "the River Front"), ("the Stone Column", None)]
)
def test_a_party_is_told_by_another_name_that_the_case_knows(agent, party):
    names = tuple(ActorName(name=n, used_by=()) for n in ("the River Front", "the Salt Guild"))
    sides = Sides([Actor(id="a", label="the River Front", names=names)])
    assert party_in(agent, ("the River Front",), sides) == party


LED = ("Cassia's President Anna Sorl", "rebel leader Ivo Brann")


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Brann’s forces", LED[1]),
        ("the rebels", LED[1]),
        ("rebel fighters", LED[1]),
        ("the government", LED[0]),
        ("the army", LED[0]),
        ("forces of President Sorl", LED[0]),
        ("Ugandan soldiers", None),
        ("the Ugandan army", None),
        ("militants", None),
        ("Brann's neighbour", None),
    ],
)
def test_the_side_that_a_leader_signs_for_is_the_leaders(words, party):
    assert party_in(words, LED, NOBODY) == party


@pytest.mark.parametrize(
    ("obligor", "pairs"),
    [
        ("GOM", [("GOM", "the Free Orrin Movement")]),
        ("GXM", []),
        ("OSCE", []),
        ("FOM", [("FOM", "the Free Orrin Movement")]),
    ],
)
def test_initials_may_be_those_of_a_partys_own_language(obligor, pairs):
    term = Term.model_construct(obligor=obligor)
    parties = ("the Government of Cassia", "the Free Orrin Movement")
    agreement = Agreement.model_construct(parties=parties, terms=(term,))
    assert list(initials_of([agreement])) == pairs


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("an army convoy of river barges", "government forces"),
        ("the army", "government forces"),
        ("the army of Telm", None),
        ("a convoy", None),
    ],
)
def test_what_an_army_moves_is_the_only_states(words, party):
    assert party_in(words, ("government forces", "rebels"), NOBODY) == party


def test_a_party_is_known_without_its_article_in_other_languages():
    assert party_in("Fuerzas Armadas (FARO)", ("las FARO", "el gobierno"), NOBODY) == "las FARO"
