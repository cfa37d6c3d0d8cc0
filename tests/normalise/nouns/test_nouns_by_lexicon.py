import pytest

from variorum import Document, extract
from variorum.language import cut
from variorum.normalise.nouns.nouns_by_lexicon import REACH, things_of

CASES = [
    ("id", "Polisi mengatakan bahwa 300 pejuang asing telah pergi.", "people.fighters.foreign"),
    ("id", "Polisi mengatakan bahwa 300 pejuang lokal dan asing telah pergi.", "people.fighters"),
]


@pytest.mark.parametrize(("language", "text", "kind"), CASES)
def test_a_kind_is_narrowed_by_one_modifier_and_not_by_two_that_differ(language, text, kind):
    claims = extract(Document.from_text(text, language=language, publisher="The Paper"))
    assert {m.kind for claim in claims for m in claim.measures} == {kind}


@pytest.mark.parametrize(
    ("language", "text", "noun", "event"),
    [
        ("de", "Sie töteten 30 ausländische Kämpfer.", "people.fighters.foreign", "killed"),
        ("fr", "Les soldats ont tué 30 civils.", "people.civilians", "killed"),
        ("ru", "Погибли 30 человек.", "people", "killed"),
    ],
)
def test_the_noun_after_a_number_and_what_happened_to_it(language, text, noun, event):
    page, things = cut(text, language), things_of(language)
    i = next(k for k, word in enumerate(page.words) if word.value is not None)
    found = things.noun_after(page, i + 1)
    assert found is not None
    assert found.kind == noun
    assert things.event(page, i, i + 1, found, found.kind) == event


def test_a_noun_too_many_words_away_is_not_counted():
    page = cut("Es kamen 30 " + "so " * REACH + "Männer", "de")
    found = things_of("de").noun_after(page, 3, known_only=True)
    assert REACH == 4
    assert found is None


@pytest.mark.parametrize(
    ("text", "noun"),
    [("اتفاق المدن الأربع", "المدن"), ("خرجت العائلات الأربع", "العائلات"), ("خرج أربع", None)],
)
def test_a_number_with_the_article_of_the_noun_before_it_counts_that_noun(text, noun):
    page = cut(text, "ar")
    found = things_of("ar").described(page, len(page.words) - 1)
    assert (page.slice(found.start, found.end) if found else None) == noun
