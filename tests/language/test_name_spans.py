"""Where names stand, from capitals and tags alone."""

import pytest

from sentences import doc, word
from variorum.language.name_spans import bare_name, is_body_noun, is_name, name_runs, spelled_out


def names(text):
    return [doc(text)[start:end].text for start, end in name_runs(doc(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Monday Ada Lund met Bo Krag in June.", ["Ada Lund", "Bo Krag"]),
        ("The Ministry of Defence denied it.", ["Ministry of Defence"]),
        ("it rained", []),
    ],
)
def test_names_are_found_and_days_are_none(text, found):
    assert names(text) == found


def test_a_day_and_a_mark_are_no_parts_of_a_name():
    text = "Ada left on Monday."
    assert [is_name(word(text, each)) for each in ("Ada", "Monday", ".")] == [True, False, False]


def test_a_name_is_bare_without_title_and_owner():
    text = "Mr Tom Lee's car stood there."
    start, end = bare_name(doc(text), 0, 4)
    assert doc(text)[start:end].text == "Tom Lee"


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("The Road Safety Board (RSB) met.", "Road Safety Board"),
        ("The Road Safety Board (XYZ) met.", None),
    ],
)
def test_an_acronym_is_spelled_by_the_words_before_it(text, full):
    acronym = next(token.i for token in doc(text) if token.text in {"RSB", "XYZ"})
    start = spelled_out(doc(text), acronym)
    assert (start is None) == (full is None)
    if full:
        assert doc(text)[start : start + len(full.split())].text == full


def test_nouns_of_bodies():
    assert is_body_noun("ministry")
    assert not is_body_noun("table")


def test_the_dot_of_a_title_begins_no_name():
    parsed = doc("The drivers left on Sunday. Col. Dillon also spoke of it.")
    names = [parsed[slice(*bare_name(parsed, *run))].text for run in name_runs(parsed)]
    assert "Dillon" in names
    assert not [name for name in names if name.startswith(".")]
