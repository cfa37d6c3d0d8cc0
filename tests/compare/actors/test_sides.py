"""Names of one side are one in full, in short and by its initials; different bodies are not."""

import pytest
from dealt import NOBODY
from hypothesis import given
from hypothesis import strategies as st

from variorum.compare.actors.case_actors import cast
from variorum.compare.actors.sides import Sides, content_words
from variorum.model import Document
from variorum.pipeline import extract

SAME = [
    ("the Upland Army", "Upland Army"),
    ("the army", "the Upland Army"),
    ("the council", "The Tarn Council"),
    ("Brigade", "the Northern Brigades"),
    ("the Republic", "the Republic of Vell"),
    ("the government of Orsan", "Orsan"),
    ("the “River Front”", "the River Front"),
    ("the ULA", "Upland Liberation Army"),
    ("the RF", "the River Front"),
    ("the RF/Stone Column", "RF"),
    ("River Front/RF", "the RF"),
    ("the Harrow-backed forces of Tarn", "Tarn forces"),
    ("the council of Marqata", "the Marqatah council"),
    ("the Upland Liberation Army/Salt Guild", "the ULA"),
    ("the Stone Column/the River Front", "the River Front/the Salt Guild"),
]
APART = [
    ("the Upland Army", "the Lowland Army"),
    ("the Tarn Council", "the Tarn Brigades"),
    ("the Eastern Council", "the Western Council"),
    ("the Republic of Vell", "the Republic of Tarn"),
    ("the ULA", "Upland Farmers' Association"),
    ("ula", "Upland Liberation Army"),
    ("A/B", "C/D"),
    ("the RF", "the Rocks"),
    ("both", "the army"),
    ("the", "the Upland Army"),
    ("its own", "the Upland Army"),
    ("", "Upland"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_side_is_known_by_its_full_and_its_short_name(one, other):
    assert NOBODY.same(one, other)
    assert NOBODY.same(other, one)


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_bodies_are_two(one, other):
    assert not NOBODY.same(one, other)
    assert not NOBODY.same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("a driver", "the River Front"), ("the border", "the Order of Vell")],
)
def test_common_nouns_that_look_like_a_name_are_not_it(one, other):
    assert not NOBODY.same(one, other)


def test_a_name_is_looked_for_among_several():
    parties = ("the Upland Army", "the River Front")
    assert NOBODY.any("the RF", parties) == "the River Front"
    assert NOBODY.any("the Upland Army", parties) == "the Upland Army"
    assert NOBODY.any("the Salt Guild", parties) is None
    assert NOBODY.any("the RF", ()) is None


def people_of(text):
    document = Document.from_text(text, publisher="Courier", published="2031-04-01")
    return Sides(cast([document], extract(document)).actors)


def test_names_that_the_case_joins_are_one_side():
    names = "the Noori Column", "the Nuri Column"
    text = "The al-Noori Column said that nobody had left. The an-Nuri Column said that it left."
    assert people_of(text).same(*names)
    assert not NOBODY.same(*names)
    assert not people_of(text).same("the Noori Column", "Courier")


def test_a_short_name_that_a_report_explains_is_the_long_one():
    text = "The Committee of Marsh Growers (KOMAR) said that nobody had left. KOMAR left later."
    assert people_of(text).same("KOMAR", "the Committee of Marsh Growers")


NAMES = st.sampled_from(sorted({name for pair in [*SAME, *APART] for name in pair}))


@given(NAMES, NAMES)
def test_it_does_not_matter_which_name_comes_first(one, other):
    assert NOBODY.same(one, other) == NOBODY.same(other, one)


@given(NAMES)
def test_a_name_that_tells_somebody_is_its_own(name):
    assert NOBODY.same(name, name) == bool(content_words(name))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("the Northern Brigades", {"northern", "brigade"}),
        ("all of its Marshes", {"marshe"}),
        ("the Kas glass", {"kas", "glass"}),
        ("the US-backed army", {"army"}),
        ("all the", set()),
    ],
)
def test_small_words_and_plurals_tell_nobody_apart(name, words):
    assert content_words(name) == words
