"""Each part of a document is read in its own language, and what nobody reads is a gap."""

import pytest

from variorum import Document, extract
from variorum.settings import Settings
from variorum.work.reading_parts import gaps_of, parts_of
from variorum.work.unit import read_claims

SAID = {
    "en": ("The mayor said that forty people were killed in the market on Sunday.", "mayor"),
    "de": ("Der Bürgermeister sagte, dass vierzig Menschen auf dem Markt getötet wurden.", "B"),
    "ru": ("Мэр города заявил, что на рынке в воскресенье погибли сорок человек.", "Мэр"),
    "ar": ("وقال المحافظ إن أربعين شخصا قتلوا في السوق يوم الأحد الماضي.", "المحافظ"),
    "fr": ("Le maire a déclaré que quarante personnes avaient été tuées sur le marché.", "maire"),
    "tr": (
        "Belediye başkanı pazarda kırk kişinin öldürüldüğünü ve çoğunu tanıdığını söyledi.",
        "B",
    ),
}


def document(*languages, text=None):
    words = text or "\n\n".join(SAID[language][0] for language in languages)
    return Document.from_text(words, language=languages[0], path="a.txt", publisher="Paper")


@pytest.mark.parametrize(
    ("first", "second"), [("en", "ar"), ("ar", "en"), ("ru", "de"), ("fr", "tr"), ("tr", "ru")]
)
def test_each_paragraph_is_read_in_its_own_language(first, second):
    mixed = document(first, second)
    claims = extract(mixed)
    for language in (first, second):
        found = [claim for claim in claims if SAID[language][1] in claim.speaker.name]
        assert any(measure.low == 40 for claim in found for measure in claim.measures)
    for claim in claims:
        for span in claim.content:
            assert mixed.text[span.start : span.end] == span.exact
            assert mixed.text[: span.start].endswith(span.prefix)
            assert mixed.text[span.end :].startswith(span.suffix)


def test_a_document_in_one_language_is_its_own_only_part():
    whole = document("en")
    assert parts_of(whole) == [whole]
    assert not list(gaps_of(whole))


def test_a_part_in_a_language_that_is_not_read_is_a_gap():
    greek = "Ο δήμαρχος δήλωσε ότι σαράντα άνθρωποι σκοτώθηκαν στην αγορά την Κυριακή."
    mixed = document("en", text=f"{SAID['en'][0]}\n\n{greek}")
    result = read_claims(mixed, None, Settings())
    assert ["el" in gap.why for gap in result.gaps] == [True]
    assert {claim.speaker.name for claim in result.claims} == {"mayor"}


def test_a_short_paragraph_keeps_the_language_of_the_others():
    mixed = document("en", text=f"{SAID['en'][0]}\n\n„Vierzig Tote“, Al-Jazeera.")
    assert parts_of(mixed) == [mixed]


def test_a_table_is_a_gap_and_no_voice():
    rows = (
        "| Nr | Village | Killed |\n|---|---|---|\n| 1 | Selm | 12 killed |\n| 2 | Ost | 7 killed |"
    )
    result = read_claims(document("en", text=f"{rows}\n\n{SAID['en'][0]}"), None, Settings())
    assert {claim.speaker.name for claim in result.claims} == {"mayor"}
    assert ["table" in gap.why for gap in result.gaps] == [True]
