"""What deeds the words of a term or a report mean, and whether their doing or their leaving."""

import pytest

from variorum.compare.compliance.action_lexicon import load, stem, stems
from variorum.compare.compliance.action_reading import meant, verbs_in, with_particle

DEEDS = load()


@pytest.mark.parametrize(
    ("predicate", "act", "deeds", "leaving"),
    [
        ("suspend", "suspend patrols along the ridge", {"patrol"}, True),
        ("halt", "halt its military operations", {"fire"}, True),
        ("stop", "stop shelling the town", {"fire"}, True),
        ("refrain", "refrain from shelling the town", {"fire"}, True),
        ("keep", "keep the gate open", {"open"}, False),
        ("remain", "remain open", {"open"}, False),
        ("keep", "keep its boats out of the lane", {"enter", "fly", "patrol"}, True),
        ("stay", "stay away from the ridge", {"enter", "fly", "patrol"}, True),
        ("leave", "leave the bridge in place", {"preserve"}, False),
        ("leave", "leave the nests undisturbed", {"preserve"}, False),
        ("guarantee", "guarantee safe passage", {"admit"}, False),
        ("resume", "resume flights", {"fly"}, False),
        ("deny", "deny access", {"refuse"}, False),
        ("prevent", "prevent convoys from reaching the mill", {"refuse"}, False),
        ("be open", "be open", {"open"}, False),
    ],
)
def test_an_act_means_just_these_deeds(predicate, act, deeds, leaving):
    assert of_lexicon(meant(predicate, act)) == (deeds, leaving)


def of_lexicon(found):
    """Return what an act means without the deeds that are the verbs themselves."""
    return {deed for deed in found[0] if not deed.startswith("=")}, found[1]


@pytest.mark.parametrize(
    ("predicate", "act", "deed", "leaving"),
    [
        ("recruit", "recruited children", "=recruit", False),
        ("cease", "cease all recruitment", "=recruit", True),
        ("declare", "declared an amnesty", "=declar", None),
        ("fail", "failed to disarm its men", "=disarm", True),
        ("refuse", "refused to hand over the guns", "=hand over", True),
        ("refuse", "refused entry to four lorries", "refuse", False),
    ],
)
def test_a_verb_is_a_deed_of_its_own(predicate, act, deed, leaving):
    deeds, turned = meant(predicate, act)
    assert (deed in deeds, turned) == ((True, leaving) if leaving is not None else (False, False))


@pytest.mark.parametrize(
    ("predicate", "act", "deed"),
    [
        ("leave", "leave the town", "withdraw"),
        ("let through", "let trucks through", "admit"),
        ("provide", "provide access to the mill", "admit"),
        ("allow", "allow doctors to visit the camp", "inspect"),
        ("release", "release forty prisoners", "release"),
        ("withdraw", "withdraw its guns", "withdraw"),
        ("open", "open the bridge", "open"),
        ("hand over", "hand over the pilots", "release"),
    ],
)
def test_an_act_means_this_deed_among_others(predicate, act, deed):
    deeds, leaving = meant(predicate, act)
    assert deed in deeds
    assert not leaving


def test_a_relative_clause_tells_another_deed():
    assert "open" not in meant("release", "release those who keep the road open")[0]


def test_only_so_many_words_after_a_verb_are_its_object():
    act = "stop for a long while at the inn before the shelling"
    assert of_lexicon(meant("stop", act)) == ({"fire"}, True)
    assert "fire" not in meant("stop", act, 3)[0]


def test_to_keep_somebody_is_a_deed():
    assert "keep" in meant("keep", "keep the prisoners")[0]


@pytest.mark.parametrize("act", ["open the bridge", "land at the airfield"])
def test_to_open_or_to_land_is_not_to_fire(act):
    assert "fire" not in meant(act.split()[0], act)[0]


@pytest.mark.parametrize(
    ("predicate", "after", "whole"),
    [
        ("wave", " 31 trucks through the gate", "wave through"),
        ("turn", " The lorries back", "turn back"),
        ("pull", " its troops out", "pull out"),
        ("hand", " the prisoners over", "hand over"),
        ("let", " sixty trucks in", "let in"),
        ("take", " the town", "take"),
        ("call", " off the strike", "call"),
        ("hand", " over 3,300 rifles", "hand over"),
        ("hold", " on 29 May", "hold"),
        ("let", " one and two and three and four in", "let"),
    ],
)
def test_a_particle_near_the_verb_belongs_to_it(predicate, after, whole):
    assert with_particle(predicate, after) == whole


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("fire", "fire"),
        ("fires", "fire"),
        ("firing", "fire"),
        ("fired", "fire"),
        ("shelling", "shell"),
        ("carries", "carry"),
        ("carried", "carry"),
        ("carrying", "carry"),
        ("stopped", "stop"),
        ("stopping", "stop"),
        ("seized", "seize"),
        ("freeing", "free"),
        ("admitted", "admit"),
        ("denied", "deny"),
        ("broke", "break"),
        ("broken", "break"),
        ("withdrew", "withdraw"),
        ("flown", "fly"),
        ("held", "hold"),
        ("kept", "keep"),
        ("table", None),
        ("the", None),
    ],
)
def test_a_form_of_a_verb_is_known_by_its_verb(word, verb):
    assert DEEDS.base(word) == verb


@pytest.mark.parametrize(
    ("word", "verb"), [("freed", "free"), ("patrolled", "patrol"), ("dying", "die")]
)
def test_these_forms_too_are_known_by_their_verb(word, verb):
    assert DEEDS.base(word) == verb


def test_every_verb_of_the_lexicon_is_a_form_of_itself():
    verbs = {verb.split()[0] for verb in DEEDS.by_verb}
    assert {verb: DEEDS.base(verb) for verb in verbs} == {verb: verb for verb in verbs}


def test_every_deed_that_undoes_another_is_a_deed():
    named = set().union(*DEEDS.by_verb.values())
    undoing = set().union(*DEEDS.against.values())
    assert undoing <= named
    assert named == set(DEEDS.against)


def test_a_deed_is_undone_by_its_contrary():
    assert "release" not in DEEDS.undo(frozenset({"release"}))
    assert "keep" in DEEDS.undo(frozenset({"release"}))
    assert "fire" in DEEDS.undo(frozenset({"hold_fire"}))
    assert DEEDS.undo(frozenset()) == frozenset()


def test_the_verbs_among_words_tell_their_deeds_but_for_one():
    assert "fire" in verbs_in("while shelling the town", "")
    assert verbs_in("while shelling the town", "shell") == frozenset()
    assert verbs_in("the quiet mill", "") == frozenset()


@pytest.mark.parametrize(
    ("word", "short"),
    [
        ("prisoners", "prisoner"),
        ("parties", "party"),
        ("glasses", "glass"),
        ("shelling", "shell"),
        ("glass", "glass"),
        ("gas", "gas"),
        ("Towns", "town"),
    ],
)
def test_a_stem_is_the_word_without_its_ending(word, short):
    assert stem(word) == short


def test_stems_are_those_of_the_words_that_carry_meaning():
    assert stems("The prisoners of the valley towns") == {"prisoner", "valley", "town"}
    assert stems("by which it shall be") == frozenset()


def test_words_of_one_sort_are_known():
    assert DEEDS.sorts_of(stems("lorries")) & DEEDS.sorts_of(stems("a convoy"))
    assert not DEEDS.sorts_of(stems("lorries")) & DEEDS.sorts_of(stems("a fee"))


def test_an_act_without_a_word_has_no_verb():
    assert verbs_in("30 %", "reach") == frozenset()
