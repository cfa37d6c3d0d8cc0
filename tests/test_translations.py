"""A translation beside an original: claims from the English, with the words of both."""

from pathlib import Path

import variorum
from variorum.case import Case
from variorum.model import Claim, Document
from variorum.translations import pair, unaligned

FRENCH = (
    "Le maire a dit que dix personnes étaient mortes. La ville est calme.\n\nDeux bus sont arrivés."
)
ENGLISH = "The mayor said that ten people had died. The city is calm.\n\nTwo buses arrived."


def built(folder: Path, **files: str) -> Case:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return variorum.build(folder)


def claim_on(case: Case, words: str) -> Claim:
    return next(claim for claim in case.claims if words in claim.text)


def by_language(case: Case) -> dict[str | None, Document]:
    return {document.language: document for document in case.documents}


def test_claims_are_read_once_and_carry_the_sentence_of_the_original(tmp_path: Path) -> None:
    head = "---\nlanguage: fr\npublisher: Le Rivage\npublished: 2020-01-02\n---\n\n"
    case = built(tmp_path, a_txt=head + FRENCH, a_en_txt="---\nlanguage: en\n---\n\n" + ENGLISH)
    english, french = by_language(case)["en"], by_language(case)["fr"]
    assert english.translation_of == french.id
    assert (english.publisher, english.published) == ("Le Rivage", "2020-01-02")
    assert {claim.document for claim in case.claims} == {english.id}
    (said,) = claim_on(case, "ten people").original
    assert said.exact == "Le maire a dit que dix personnes étaient mortes."
    assert french.text[said.start : said.end] == said.exact
    assert [s.exact for s in claim_on(case, "buses").original] == ["Deux bus sont arrivés."]
    assert case.gaps == ()


def test_paragraphs_that_do_not_pair_are_a_gap(tmp_path: Path) -> None:
    case = built(
        tmp_path,
        a_txt="---\nlanguage: fr\n---\n\n" + FRENCH.replace("\n\n", " "),
        a_en_txt="---\nlanguage: en\n---\n\n" + ENGLISH,
    )
    assert [claim.original for claim in case.claims if claim.original] == []
    assert "2 paragraphs and its original 1" in case.gaps[0].why


def test_another_english_report_is_no_translation(tmp_path: Path) -> None:
    case = built(tmp_path, b_txt=ENGLISH, b_en_txt=ENGLISH + " It rained on the town.")
    assert [document.translation_of for document in case.documents] == [None, None]


def test_only_a_translation_beside_its_original_is_paired() -> None:
    french = Document.from_text(FRENCH, path="a.txt", language="fr", publisher="Le Rivage")
    english = Document.from_text(ENGLISH, path="a.en.txt", language="en")
    alone = Document.from_text(ENGLISH, path="b.en.txt", language="en")
    first, second, third = pair([french, english, alone])
    assert (second.translation_of, second.publisher) == (french.id, "Le Rivage")
    assert (first, third) == (french, alone)
    assert unaligned(second, french) is None
    longer = Document.from_text(FRENCH + "\n\nFin.", language="fr")
    assert unaligned(second, longer) is not None
