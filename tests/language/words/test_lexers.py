"""Each way to cut English text keeps the offsets of the text and parts it where it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.language.words import lexers


@given(st.text(max_size=60))
def test_words_stand_where_the_text_has_them(text: str) -> None:
    for cut in (lexers.numbers(text), lexers.clauses(text)):
        places = [(word.start, word.end) for word in cut.words]
        assert places == sorted(places)
        assert all(text[a:b].strip() or "\n" in text[a:b] for a, b in places)
    assert [text[a:b] for a, b in lexers.bare_places(text)] == lexers.bare_words(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("4,500 men", [4500]),
        ("1 200 trucks", [1200]),
        ("3.500 people", [3500]),
        ("1.234 km", [1.234]),
        ("12,34,567 rupees", [1234567]),
        ("½ a mile", [0.5]),
    ],
)
def test_digits_say_their_value(text: str, values: list[float]) -> None:
    assert [w.value for w in lexers.numbers(text).words if w.value is not None] == values


def test_numbers_are_cut_at_hyphens_and_know_ordinals_and_paragraphs() -> None:
    words = lexers.numbers("Twenty-five\n\n3rd").words
    assert [word.form for word in words] == ["twenty", "-", "five", lexers.BREAK, "3rd"]
    assert [word.ordinal for word in words] == [False, False, False, False, True]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("They didn’t leave.", ["they", "did", "n't", "leave", "."]),
        ("a cease-fire (U.S.)", ["a", "cease-fire", "(", "u.s.", ")"]),
    ],
)
def test_clauses_are_cut_at_their_marks(text: str, forms: list[str]) -> None:
    assert [word.form for word in lexers.clauses(text).words] == forms


def test_runs_of_letters_differ_in_what_they_hold() -> None:
    text = "a 2nd cease-fire"
    assert lexers.bare_words(text) == ["a", "2nd", "cease", "fire"]
    assert lexers.letters(text) == ["a", "nd", "cease", "fire"]
    assert lexers.hyphened(text) == ["a", "2nd", "cease-fire"]
    assert lexers.has_word(text, 0, 1)
    assert not lexers.has_word(text, 1, 2)
