"""From characters to tokens and sentences, wherever they are."""

from hypothesis import given
from hypothesis import strategies as st

from sentences import doc
from variorum.language.alignment import pieces, sentence_of, tokens_at

TEXT = "The mayor left. Nobody saw it, a driver said.\n\nTwo buses followed."


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_tokens_are_those_that_the_characters_touch(one, other):
    start, end = min(one, other), max(one, other)
    found = tokens_at(doc(TEXT), start, end)
    touched = [t.i for t in doc(TEXT) if t.idx < end and start < t.idx + len(t)]
    if touched and start < end:
        assert found is not None
        assert set(touched) <= set(range(found.start, found.end))


def test_every_token_is_in_the_sentence_that_spacy_gives_it():
    for token in doc(TEXT):
        assert sentence_of(token).text == token.sent.text


def test_pieces_are_the_text_with_the_numbers_of_its_words() -> None:
    text = " ab  c."
    found = pieces(text, [(1, 3), (5, 6), (6, 7)])
    assert found == [(" ", None), ("ab", 0), ("  ", None), ("c", 1), (".", 2)]
    assert pieces("ab ", [(0, 2)]) == [("ab", 0), (" ", None)]
    assert pieces("", []) == []
