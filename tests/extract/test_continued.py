"""Voices that go on over a sentence without a source."""

import pytest

from variorum.extract.continued import continued
from variorum.extract.document.reading import Reading
from variorum.language.parsing import parse
from variorum.model import Document
from variorum.pipeline import extract


def speakers(text: str) -> dict[str, tuple[str, bool]]:
    document = Document.from_text(text, language="en", publisher="The Paper")
    return {c.text: (c.speaker.name, c.inferred is not None) for c in extract(document)}


def test_figures_after_those_of_a_document_are_the_documents():
    found = speakers("A poll shows that 40 percent trust the mayor. Among women it is 50 percent.")
    assert found["Among women it is 50 percent"] == ("poll", True)


def test_what_follows_a_claim_called_false_is_its_speakers():
    found = speakers("The crew say this is simply false. Each of the boats had six passengers.")
    assert found["Each of the boats had six passengers"] == ("crew", True)


def test_an_account_goes_on_to_the_end_of_its_paragraph():
    found = speakers(
        "According to the union it left at nine. The aim was to reach 40 boats. In the end 30 men"
        " were left.\n\nThe harbour lost 40 boats."
    )
    assert found["The aim was to reach 40 boats"] == ("union", True)
    assert found["In the end 30 men were left"] == ("union", True)
    assert found["The harbour lost 40 boats"] == ("The Paper", False)


@pytest.mark.parametrize(
    "text",
    [
        "According to the union 300 marched. The war began in 2011.",
        "According to the union 300 marched. But the mayor came with 20 people.",
        "According to the deal, 300 people will leave. The buses came with 20 drivers.",
        "300 marched, according to the union. The mayor lost 20 flags.",
        "A poll shows that 40 percent trust the mayor. But the rival has 50 seats.",
        "A poll shows that 40 percent trust the mayor.\\n\\nThe town has 50 boats.",
        "The mayor said that 40 people had drowned. The ferry had 50 boats.",
    ],
)
def test_other_sentences_stay_the_reports_own(text: str):
    found = speakers(text.replace("\\n", "\n"))
    assert not any(inferred for _, inferred in found.values())


def test_without_a_sentence_before_nothing_goes_on():
    document = Document.from_text("Each of the boats had six passengers.", language="en")
    own = extract(document)
    assert continued(Reading(document, parse(document)), [], own) == own


def test_a_day_is_no_figure_of_a_document():
    found = speakers("A report says that 40 people drowned. The ferry sank on October 12.")
    assert found["The ferry sank on October 12"] == ("The Paper", False)


def test_a_paragraph_that_is_one_quotation_goes_on_with_who_spoke_before():
    quoted = "“The storms are fast and hard to foresee. All of us should stay indoors tonight.”"
    found = speakers(f"Mr Lund confirmed that the centre is on alert.\n\n{quoted}\n\nIt rained.")
    assert found[quoted.strip("“.”")] == ("Lund", True)
    two = "Ann Ray said the road was shut, and Bo Lee said it was open."
    assert speakers(f"{two}\n\n{quoted}")[quoted.strip("“.”")] == ("unnamed", False)
    apart = "Mr Lund confirmed that the centre is on alert. The rain began at noon."
    assert speakers(f"{apart}\n\n{quoted}")[quoted.strip("“.”")] == ("unnamed", False)
    longer = f"{quoted} The sirens of the harbour were heard all night."
    before = "Mr Lund confirmed that the centre is on alert."
    assert speakers(f"{before}\n\n{longer}")[quoted.strip("“.”")] == ("unnamed", False)
