"""The form of a word, whichever tags the tagger writes."""

import pytest

from sentences import word
from variorum.language import features

TEXT = "Angry guards, who may leave the post, were taken to Vik's gate after leaving their car."


@pytest.mark.parametrize(
    ("written", "features_"),
    [
        ("may", {"is_modal", "is_verb_form"}),
        ("guards", {"is_common_noun", "is_common_plural", "is_noun_form", "is_plural"}),
        ("Vik", {"is_proper", "is_proper_singular", "is_noun_form"}),
        ("gate", {"is_common_noun", "is_common_singular", "is_noun_form"}),
        ("were", {"is_past_tense", "is_past", "is_finite", "is_verb_form"}),
        ("taken", {"is_past_participle", "is_participle", "is_past", "is_verb_form"}),
        ("leaving", {"is_present_participle", "is_participle", "is_verb_form"}),
        ("'s", {"is_possessive_marker"}),
        ("their", {"is_possessive_pronoun", "is_pronoun"}),
        ("who", {"is_relative", "is_vague"}),
        ("Angry", {"is_adjective"}),
        ("the", {"is_determiner", "is_vague"}),
        ("leave", {"is_base_form", "is_verb_form"}),
    ],
)
def test_a_word_has_its_own_features_and_no_other(written, features_):
    token = word(TEXT, written)
    told = [name for name in vars(features) if name.startswith("is_")]
    found = {name for name in told if getattr(features, name)(token)}
    assert found == features_
