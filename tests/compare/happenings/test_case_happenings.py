"""The happenings of a case: one for each group of reports, the main one first."""

from variorum.compare.happenings.case_happenings import PLAIN, happening_id, happenings
from variorum.model import Document
from variorum.pipeline import extract

TEXTS = ("The mayor said ten people drowned.", "The mayor said twelve people burned.")


def test_each_group_of_reports_is_about_one_happening_and_every_claim_belongs_to_one():
    documents = [Document.from_text(text, language="en") for text in TEXTS]
    claims = [claim for document in documents for claim in extract(document)]
    groups = {documents[0].id: "", documents[1].id: "other"}
    found = happenings(documents, claims, groups, (), ())
    assert [one.id for one in found] == [happening_id(""), happening_id("other")]
    assert [one.main for one in found] == [True, False]
    assert sorted(c for one in found for c in one.claims) == sorted(c.id for c in claims)


def test_what_is_told_beside_the_main_event_has_an_id_of_its_own():
    assert happening_id("", PLAIN) == happening_id("")
    assert happening_id("", ("elsewhere", "", "")) != happening_id("")
