"""The words of agreements: each list is read, holds each word once, and only words in use."""

import re
from importlib import resources
from pathlib import Path

import pytest
import yaml

import variorum.agreements
from variorum.agreements.norms.agreement_words import load
from variorum.model.terms import AgreementType, Domain

FILE = resources.files("variorum.language.english").joinpath("agreements.yaml")
RAW = yaml.safe_load(FILE.read_text(encoding="utf-8"))
GROUPS = ("named", "types", "domains")
LISTS = {
    **{name: words for name, words in RAW.items() if name not in GROUPS},
    **{f"{group} {name}": words for group in GROUPS for name, words in RAW[group].items()},
}
SOURCES = [
    path.read_text(encoding="utf-8")
    for path in Path(variorum.agreements.__file__).parent.rglob("*.py")
]


@pytest.mark.parametrize("name", LISTS)
def test_each_list_holds_each_word_once_in_lower_case(name):
    words = LISTS[name]
    assert len(words) == len(set(words))
    assert [word for word in words if not isinstance(word, str) or word != word.lower()] == []


def test_the_lists_are_those_that_the_modules_ask_for():
    asked = {
        name
        for source in SOURCES
        if "agreement_words import" in source
        for name in re.findall(r'(?:words|load\(\)|_words)\["(\w+)"\]', source)
    }
    assert asked <= set(load().lists)
    unused = set(load().lists) - asked
    # Read together by their names, or named in a pattern.
    assert unused <= set(re.findall(r'["{](\w+)["}]', "".join(SOURCES)))


def test_types_and_domains_are_those_of_the_model():
    assert set(RAW["types"]) == {kind.value for kind in AgreementType} - {"other"}
    assert set(RAW["domains"]) == {domain.value for domain in Domain} - {"unclear"}


def test_names_are_all_nouns_of_agreements():
    words = load()
    assert words.names == words.nouns | words.weak
    assert words.vague | words.lone <= words.nouns
    assert not words.nouns & words.weak
