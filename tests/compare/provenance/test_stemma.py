"""Who took from whom: copies, translations, credits, citations and quotations, and what is none."""

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.compare import compare
from variorum.compare.provenance.copies import copies
from variorum.compare.provenance.translated import translations
from variorum.model import DerivationKind, Document
from variorum.pipeline import extract
from variorum.settings import Settings

K = DerivationKind
STORY = (
    "The harbour office of Selm closed all four piers on Monday after a crane fell into the water. "
    "Nobody was hurt, the harbour master said. Three ships had to turn back to the open sea.\n\n"
    "Divers went down at noon to look for the cabin of the crane. They came up without it twice. "
    "The crane had been due for a new cable in the spring, a mechanic told the office.\n\n"
    "The piers stay closed until the weekend. Ferries to the islands leave from the old dock, and "
    "the fish market has moved to the town square for the time being."
)
ENGLISH = (
    "The mayor said that 12 people were killed and 40 people were injured. The army sent "
    "200 soldiers, 15 trucks and 3 helicopters. Some 1,500 families were displaced."
)
GERMAN = (
    "Der Bürgermeister sagte, 12 Menschen seien getötet und 40 Menschen verletzt worden. Die Armee "
    "schickte 200 Soldaten, 15 Lastwagen und 3 Hubschrauber. Rund 1.500 Familien wurden vertrieben."
)


def report(text, publisher, published="2021-05-04", language="en"):
    return Document.from_text(text, publisher=publisher, published=published, language=language)


def lines(*documents):
    claims = [claim for document in documents for claim in extract(document)]
    found = compare(list(documents), claims, Settings()).stemma
    names = {document.id: document.name for document in documents}
    for line in found:
        for where in line.evidence:
            text = next(d.text for d in documents if d.id == where.document)
            assert text[where.start : where.end] == where.exact
    return {(names[line.document], line.kind, line.name) for line in found}


def test_a_cut_reprint_under_a_new_headline_is_a_copy_of_the_earlier():
    cut = "Crane falls into the harbour\n\n" + STORY.rpartition("\n\n")[0]
    found = lines(report(STORY, "Selm Gazette"), report(cut, "Island Radio", "2021-05-05"))
    assert found == {("Island Radio", K.COPY, "Selm Gazette")}


def test_paragraphs_that_were_moved_leave_a_copy_a_copy():
    moved = "\n\n".join(reversed(STORY.split("\n\n")))
    found = lines(report(STORY, "Selm Gazette"), report(moved, "Island Radio", "2021-05-05"))
    assert found == {("Island Radio", K.COPY, "Selm Gazette")}


def test_two_reports_of_one_event_with_one_footer_are_no_copies():
    footer = "\n\nSubscribe to our morning letter. All rights reserved by the publisher."
    one = report("A crane fell into the harbour of Selm on Monday." + footer, "Selm Gazette")
    other = report("Divers searched the harbour for a crane that sank." + footer, "Island Radio")
    assert lines(one, other) == set()


def test_a_report_told_in_another_language_is_a_translation():
    found = lines(
        report(ENGLISH, "Selm Gazette"), report(GERMAN, "Küstenbote", "2021-05-05", language="de")
    )
    assert found == {("Küstenbote", K.TRANSLATION, "Selm Gazette")}


def test_two_languages_with_the_same_toll_are_no_translation():
    other = report("12 Menschen wurden getötet, 38 verletzt.", "Küstenbote", language="de")
    assert lines(report(ENGLISH, "Selm Gazette"), other) == set()


def test_a_credit_names_a_source_outside_the_case():
    text = "SELM (Northwire) - A crane fell into the harbour, the mayor said."
    assert lines(report(text, "Island Radio")) == {("Island Radio", K.CREDIT, "Northwire")}


def test_who_is_cited_is_found_in_the_case_by_name():
    cited = report("A crane fell into the harbour on Monday.", "Selm Gazette", "2021-05-03")
    citing = report(
        "The harbour master told the Selm Gazette that the crane was old.", "Island Radio"
    )
    assert lines(cited, citing) == {("Island Radio", K.CITATION, "Selm Gazette")}


def test_nobody_cites_what_was_published_later():
    later = report("A crane fell into the harbour on Monday.", "Selm Gazette", "2021-06-03")
    citing = report("The harbour master told the Selm Gazette that it was old.", "Island Radio")
    claims = [claim for document in (later, citing) for claim in extract(document)]
    found = compare([later, citing], claims, Settings()).stemma
    assert [line.source for line in found] == [None]


def test_the_same_words_of_one_speaker_are_a_briefing_or_a_quotation():
    words = "“We will open the old dock before the weekend is over,” Mara Dahl said."
    one = report(STORY + "\n\n" + words, "Selm Gazette", "2021-05-03")
    own = "It rained on the islands all day, and the fishermen stayed at home with their nets. "
    other = report(own + words, "Island Radio")
    assert lines(one, other) == {("Island Radio", K.BRIEFING, "Selm Gazette")}
    citing = report(own + words + " She told the Selm Gazette that she was sure.", "Island Radio")
    assert lines(one, citing) == {("Island Radio", K.QUOTATION, "Selm Gazette")}


def test_a_copy_of_a_copy_goes_back_to_one_origin():
    first, second = (
        report(STORY, "Selm Gazette"),
        report(STORY + "\n", "Island Radio", "2021-05-05"),
    )
    third = report(STORY + "\n\n", "Coast News", "2021-05-06")
    claims = [claim for document in (first, second, third) for claim in extract(document)]
    found = compare([first, second, third], claims, Settings())
    voices = {
        origin.id
        for origin in found.origins
        for claim in claims
        if claim.form == "narrated" and claim.id in origin.claims
    }
    assert len(voices) == 1


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(4)))
def test_the_order_of_the_documents_changes_nothing_and_nobody_takes_from_himself(order):
    documents = [
        report(STORY, "Selm Gazette"),
        report(STORY.rpartition("\n\n")[0], "Island Radio", "2021-05-05"),
        report(STORY.partition("\n\n")[2], "Coast News", "2021-05-06"),
        report("A crane sank, the Selm Gazette says.", "Northwire", "2021-05-07"),
    ]
    straight = copies(documents, 0.5)
    turned = copies([documents[i] for i in order], 0.5)
    assert {(c.copy, c.original) for c in straight} == {(c.copy, c.original) for c in turned}
    assert all(c.copy != c.original for c in straight)


def test_a_translation_beside_its_original_needs_no_numbers():
    original = report("Ein Kran fiel ins Wasser.", "Küstenbote", language="de")
    beside = report("A crane fell into the water.", "Küstenbote").model_copy(
        update={"translation_of": original.id}
    )
    (found,) = translations([original, beside], {})
    assert found[:2] == (beside.id, original.id)
