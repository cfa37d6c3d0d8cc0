"""The fullest name that a document gives for a mention, and the rule by which it is that one's."""

import pytest

from sentences import doc
from variorum.language.name_spans import known_words
from variorum.model import NameRule
from variorum.normalise.actors.actor_coreference import Fuller
from variorum.normalise.actors.definite import definite
from variorum.normalise.actors.typing import found


def last_in(text):
    words = known_words()
    here = found(doc(text), words, ())
    here = [*here, *definite(doc(text), here, words)]
    fuller = Fuller(doc(text), here, words).of(max(here, key=lambda one: one.start))
    return fuller and (" ".join(fuller[0].words), fuller[1])


@pytest.mark.parametrize(
    ("text", "fuller"),
    [
        ("Gordon Pell came. Pell left.", ("gordon pell", NameRule.SURNAME)),
        ("The Harbour Board met. The board left.", ("harbour board", NameRule.SHORT_NAME)),
        ("Gordon Pell and Ada Pell came. Pell left.", None),
        ("Gordon Pell came. Krag left.", None),
    ],
)
def test_a_short_name_is_the_only_one_that_it_can_be(text, fuller):
    assert last_in(text) == fuller
