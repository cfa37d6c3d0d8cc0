"""The parse has the document's own text and offsets."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.errors import ModelMissing
from variorum.language.parsers.pipelines import ENGLISH, LONGEST_BLOCK, LONGEST_SENTENCE, blocks
from variorum.language.parsing import parse, words
from variorum.model import Document

PIECES = [
    "The drivers said",
    " ",
    "\n\n",
    "\n",
    "“three",
    "days.”",
    "😀",
    "e\u0301",
    "الرقة",
    "\t",
    "...",
    "  ",
]
TEXT = st.lists(st.sampled_from(PIECES) | st.characters(exclude_categories=["Cs"]), max_size=12)


@given(text=TEXT.map("".join))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_tokens_stand_where_the_document_has_them(text: str) -> None:
    grammar = parse(Document.from_text(text))
    assert grammar.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in grammar)


def test_no_sentence_runs_over_a_paragraph() -> None:
    text = "It was said by the\n\ndrivers that it took\n\nthree days."
    cuts = {place for place in range(len(text)) if text.startswith("\n\n", place)}
    sentences = parse(Document.from_text(text)).sents
    assert not [s for s in sentences if any(s.start_char < cut < s.end_char - 2 for cut in cuts)]


def test_a_very_long_paragraph_is_parsed_in_blocks() -> None:
    words = ("word " * (LONGEST_BLOCK // 5 + 10)).strip()
    unbroken = "x" * (LONGEST_BLOCK + 5)
    for text in (words, unbroken):
        found = list(blocks(text))
        assert "".join(found) == text
        assert max(map(len, found)) <= LONGEST_BLOCK
        assert len(found) == 2


def test_a_model_that_is_not_installed_is_named_with_its_mend() -> None:
    with pytest.raises(ModelMissing) as error:
        ENGLISH.name("en_no_such_model")
    assert str(error.value) == (
        "en_no_such_model is not installed; install it with 'pip install en_no_such_model'."
    )


def test_the_model_has_all_the_parts_we_use() -> None:
    assert set(ENGLISH.load().component_names) >= ENGLISH.parts


def test_named_entities_which_nothing_asks_for_are_not_loaded() -> None:
    assert "ner" not in ENGLISH.load().component_names


ENDLESS = {
    "chain": "ten people and twenty soldiers and " * 400,
    "nested": "he said that she said that " * 500,
    "spaced": "many  people\tleft 🚢 the\n" + "town and don't  cannot " * 500,
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_text_without_full_stops_has_bounded_sentences(name: str) -> None:
    document = Document.from_text(ENDLESS[name], language="en")
    grammar, tokens = parse(document), words(document)
    assert grammar.text == document.text
    assert max(len(sentence) for sentence in grammar.sents) <= LONGEST_SENTENCE
    assert [token.text for token in grammar] == [token.text for token in tokens or ()]
    assert {token.i for token in grammar if token.head.sent.start != token.sent.start} == set()


def test_a_sentence_of_the_longest_length_is_left_as_it_is() -> None:
    text = "He saw " + "a house, " * 60 + "and left."
    (sentence,) = parse(Document.from_text(text, language="en")).sents
    assert 180 < len(sentence) <= LONGEST_SENTENCE
