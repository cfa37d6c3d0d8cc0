"""Remembered forms say what the rules of the model say, word by word."""

import pytest
import spacy
from spacy.language import Language

from variorum.language.forms import NAME, Forms
from variorum.language.parsers.pipelines import ENGLISH

TEXTS = [
    "The drivers said that they had not been paid since May, but nobody did anything about it.",
    "There were three trucks, and there's another. What is that? It does not have to be so.",
    "He'd have gone; she'll go.\n\nBut that was  what the men who fled would do, if they could.",
    "The ministry that denied it has its doubts. I told you, and her, that those were mine.",
]


@pytest.fixture(scope="module")
def rules() -> Language:
    return spacy.load(ENGLISH.name(), exclude=["ner"])


def test_every_token_is_as_the_rules_have_it(rules: Language) -> None:
    for text in [*TEXTS, *TEXTS]:
        expected, found = rules(text), ENGLISH.load()(text)
        assert [(t.pos_, t.lemma_, t.tag_, t.dep_) for t in found] == [
            (t.pos_, t.lemma_, t.tag_, t.dep_) for t in expected
        ]


def test_what_is_remembered_stays_bounded(rules: Language) -> None:
    nlp = ENGLISH.load()
    forms = Forms(nlp, most=5)
    sizes = []
    for text in TEXTS:
        with nlp.select_pipes(disable=[NAME]):
            doc = nlp(text)
        assert [t.lemma_ for t in forms(doc)] == [t.lemma_ for t in rules(text)]
        sizes.append(len(forms._known))
    assert max(sizes) <= 5 + max(len(text.split()) * 2 for text in TEXTS)


def test_no_words_are_no_matter() -> None:
    assert len(ENGLISH.load()("")) == 0
