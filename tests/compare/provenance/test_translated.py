"""A report told again in another language has its numbers, nearly all and in their order."""

from variorum.compare.provenance.translated import Translation, translations
from variorum.model import Document
from variorum.pipeline import extract

MEN = (12, 34, 56, 78, 91, 23, 45, 67, 89, 13, 35, 57)


def found(english: tuple[int, ...], german: tuple[int, ...]) -> list[Translation]:
    one = " ".join(f"The mayor said that {n} men left." for n in english)
    other = " ".join(f"Der Bürgermeister sagte, {n} Männer gingen." for n in german)
    documents = [
        Document.from_text(one, language="en", published="2020-01-02"),
        Document.from_text(other, language="de", published="2020-01-03"),
    ]
    claims = {document.id: extract(document) for document in documents}
    return translations(documents, claims)


def test_all_numbers_in_their_order_show_a_translation_with_some_of_them_as_evidence():
    (one,) = found(MEN, MEN)
    *_, shared, _, evidence = one
    assert (shared, len(evidence)) == (len(MEN), 3)


def test_a_few_numbers_in_common_show_nothing():
    assert found(MEN[:4], MEN[:4]) == []


def test_a_part_of_the_numbers_shows_nothing():
    assert found(MEN, MEN[:6]) == []


def test_many_other_numbers_show_nothing():
    assert found(MEN, (*MEN[:6], 14, 36, 58, 79, 92, 24)) == []
