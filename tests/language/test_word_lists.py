"""Lists of words by name: each is there, in order, and a name that is none is an error."""

from importlib import resources

import pytest
import yaml

from variorum.language.word_lists import alternatives, pairs, pattern, words

FILES = sorted(
    path.name
    for path in (resources.files("variorum.language") / "english" / "lists").iterdir()
    if path.name.endswith(".yaml")
)


@pytest.mark.parametrize("name", FILES)
def test_a_file_holds_lists_of_words_and_each_can_be_asked_for(name):
    path = resources.files("variorum.language") / "english" / "lists" / name
    for key, listed in yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader).items():
        assert all(str(word) == str(word).strip() for word in listed), key
        assert len(set(map(str, listed))) == len(listed), f"{key} of {name} has a word twice"
        assert words(name.removesuffix(".yaml"), key) == frozenset(listed)


def test_a_list_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        words("language", "no such list")


def test_pairs_keep_the_order_in_which_they_are_written():
    assert pairs("language", "irregular")["wives"] == "wife"
    sounds = list(pairs("language", "sounds"))
    assert sounds.index("tch") < sounds.index("ch")


def test_the_longest_alternative_comes_first():
    listed = alternatives("compare", "adding").split("|")
    assert listed[0].replace("\\", "") == "in addition to"
    assert [len(word) for word in listed] == sorted(map(len, listed), reverse=True)


def test_a_pattern_holds_the_words_of_the_lists_that_it_names():
    found = pattern("compare", r"(?i)^{where} (\d{2}) {agreements.numerals}$")
    place, number = min(words("compare", "where")), min(words("agreements", "numerals"))
    assert found.fullmatch(f"{place} 41 {number.upper()}")
    assert not found.fullmatch(f"{place} 4 {number}")


def test_a_pattern_of_a_list_that_is_not_there_is_an_error():
    with pytest.raises(KeyError, match="nonsense"):
        pattern("compare", "{nonsense}")
