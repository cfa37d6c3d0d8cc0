"""A pipeline is found by name, checked for its parts, and gives the text's own offsets."""

import pytest

from variorum.errors import ModelMissing
from variorum.language.parsers.pipelines import ENGLISH, Pipeline


def test_the_first_preferred_pipeline_that_is_installed_is_taken() -> None:
    known = Pipeline("en", ("en_no_such_model", ENGLISH.name()), ENGLISH.parts)
    assert known.is_installed()
    assert known.name() == ENGLISH.name()


def test_a_language_without_a_pipeline_names_the_package_to_install() -> None:
    missing = Pipeline("fr", ("fr_no_such_model",), frozenset())
    assert not missing.is_installed()
    with pytest.raises(ModelMissing, match="pip install fr-no-such-model"):
        missing.parse("Bonjour.")


def test_a_pipeline_of_another_language_or_without_a_part_is_refused() -> None:
    with pytest.raises(ModelMissing, match="lacks fr"):
        Pipeline("fr", (ENGLISH.name(),), frozenset()).load()
    with pytest.raises(ModelMissing, match="lacks oracle"):
        Pipeline("en", (ENGLISH.name(),), frozenset({"oracle"})).load()


def test_the_words_are_the_tokens_of_the_parse() -> None:
    text = "Two drivers left.\n\nThree didn't."
    assert [t.text for t in ENGLISH.words(text)] == [t.text for t in ENGLISH.parse(text)]
