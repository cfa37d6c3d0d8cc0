"""Each word of the vocabulary is offered by the package, under one name, and keeps its form."""

from enum import Enum

import pytest

import variorum.model.base
import variorum.model.claim
import variorum.model.commitment
import variorum.model.comparison
import variorum.model.decision
import variorum.model.document
import variorum.model.terms
from variorum import model
from variorum.model.base import Record

MODULES = [
    variorum.model.base,
    variorum.model.claim,
    variorum.model.commitment,
    variorum.model.comparison,
    variorum.model.decision,
    variorum.model.document,
    variorum.model.terms,
]
OWN = [
    value
    for module in MODULES
    for value in vars(module).values()
    if isinstance(value, type) and value.__module__ == module.__name__ and value is not Record
]


@pytest.mark.parametrize("word", OWN, ids=lambda word: word.__name__)
def test_each_record_and_each_list_of_terms_is_offered_by_the_package(word):
    assert getattr(model, word.__name__) is word
    assert word.__name__ in model.__all__


@pytest.mark.parametrize("terms", [word for word in OWN if issubclass(word, Enum)])
def test_no_two_terms_of_a_list_are_written_alike(terms):
    written = [term.value.casefold().replace("_", "-") for term in terms]
    assert len(set(written)) == len(list(terms))
    assert terms.__doc__


@pytest.mark.parametrize("record", [word for word in OWN if issubclass(word, Record)])
def test_each_record_says_what_it_is_and_takes_no_field_that_it_does_not_know(record):
    assert record.__doc__
    assert record.model_config["frozen"]
    assert record.model_config["extra"] == "forbid"
