"""A text is cut as its language writes it: clitics, apostrophes, digits, abbreviations."""

import pytest

from variorum.language.words.tokens import Text, cut, writing_of


def sentences(text: Text) -> list[str]:
    return [text.slice(first, end) for first, end in text.sentences]


@pytest.mark.parametrize(
    ("language", "text", "forms"),
    [
        ("fr", "L'ONU a dit", ["l'", "onu", "a", "dit"]),
        ("fr", "aujourd'hui", ["aujourd'hui"]),
        ("tr", "Ankara'da", ["ankara", "'da"]),
    ],
)
def test_apostrophes_go_to_their_side(language: str, text: str, forms: list[str]) -> None:
    assert [word.form for word in cut(text, language).words] == forms


def test_a_prefix_is_one_more_way_to_read_a_word() -> None:
    assert ("قال", "و") in cut("وقال", "ar").words[0].forms


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [("fr", "1 200", 1200), ("de", "1.200", 1200), ("de", "1,5", 1.5), ("ar", "٤٥", 45)],
)
def test_digits_are_grouped_as_the_language_does(language: str, text: str, value: float) -> None:
    assert [word.value for word in cut(text, language).words] == [value]


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("de", "Die Zahl stieg auf 13. Da noch 40 fehlen, sucht sie weiter.", 2),
        ("de", "Das Boot sank am 13. Mai in Oslo.", 1),
    ],
)
def test_a_number_ends_a_sentence_before_what_opens_one(language, text, parts):
    assert len(sentences(cut(text, language))) == parts


def test_a_sentence_ends_at_no_abbreviation_and_runs_over_no_paragraph() -> None:
    text = cut("M. Roux est parti. Il a écrit\n\nà cinq gén. de Paris.", "fr")
    assert sentences(text) == ["M. Roux est parti.", "Il a écrit", "à cinq gén. de Paris."]


def test_places_are_looked_up_by_offset() -> None:
    text = cut("Trois bus. Deux camions.", "fr")
    assert text.index_at(6) == 1
    assert text.sentence_of(4) == (3, 6)
    assert text.is_capital(0)
    assert not text.is_capital(1)
    assert text.form(99) == ""
    assert text.is_glued(2)


def test_a_language_without_a_file_is_refused() -> None:
    with pytest.raises(KeyError):
        writing_of("xx")
