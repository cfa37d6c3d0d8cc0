"""Bylines, datelines and credit lines: extract and compare must read the same credit in each."""

import pytest

from variorum.bylines.agencies import agency_of, names_outlet
from variorum.bylines.chains import chain, credited
from variorum.bylines.credits import credit, credits_of
from variorum.compare import compare
from variorum.model import Document
from variorum.pipeline import extract
from variorum.settings import Settings

TOLD = "The mayor said that 12 people were hurt.\n\nThe storm killed 3 people in Lund on Sunday."
ERZAEHLT = "Der Bürgermeister sagte, 12 Menschen seien getötet worden.\n\nEs regnete."

CREDITED = {
    "By Jane Doe, Reuters\n\n" + TOLD: "Reuters",
    "BY JANE DOE AND JOHN ROE\nAssociated Press Writers\n\n" + TOLD: "AP",
    "By Jane Doe | AFP | Selm\n\n" + TOLD: "AFP",
    "By Reuters Staff\n\n" + TOLD: "Reuters",
    "By Jane Doe, AP/Reuters\n\n" + TOLD: "AP",
    "SELM, May 3 (AFP) - " + TOLD: "AFP",
    "SELM (Northwire) - " + TOLD: "Northwire",
    TOLD + "\n\nSource: AFP": "AFP",
    TOLD + " (Xinhua)": "Xinhua",
    TOLD + "\n\nmh/dw (AFP, dpa)": "AFP",
    TOLD + "\n\nReporting by the Associated Press": "AP",
    "This article was first published by the Kestrel Daily.\n\n" + TOLD: "Kestrel Daily",
}
UNCREDITED = (
    "By Jane Doe\n\n" + TOLD,
    "By Emily Post\n\n" + TOLD,
    "GENEVA (Switzerland) - " + TOLD,
    "Photo: Reuters\n\n" + TOLD,
    "With agency inputs\n\n" + TOLD,
    TOLD + " (With inputs from Reuters)",
    TOLD + "\n\nAFP contributed to this report.",
    TOLD + "\n\n(Reporting by Ana Cruz; Editing by Bob Lane)",
    TOLD + "\n\nSource close to the ministry: none of us was asked.",
    "By Jane Doe, Harbour Post\n\n" + TOLD,
)
FOREIGN = {
    ("de", "Von Jane Doe, dpa\n\n" + ERZAEHLT): "dpa",
    ("de", "Selm (dpa) - " + ERZAEHLT): "dpa",
    ("de", ERZAEHLT + "\n\nQuelle: AFP"): "AFP",
    ("fr", "Par Jean Petit, AFP\n\nLe maire a dit que 12 personnes ont été tuées."): "AFP",
    ("es", "El alcalde dijo que 12 personnas murieron.\n\nCon información de EFE"): "EFE",
    ("ru", "МОСКВА, 3 мая - РИА Новости. Мэр сказал, что 12 человек погибли."): "RIA Novosti",
    ("ru", "Мэр сказал, что 12 человек погибли.\n\nИсточник: ТАСС"): "TASS",
    ("ar", "قال رئيس البلدية إن 12 شخصا قتلوا.\n\nالمصدر: رويترز"): "Reuters",
}


def report(text, language="en", **known):
    return Document.from_text(
        text, publisher="Harbour Post", published="2021-05-04", language=language, **known
    )


def relayed(document):
    """Return the usual names of those between the publisher and the speaker, by each claim."""
    claims = [claim for claim in extract(document) if claim.cue is not None]
    assert claims
    between = {tuple(link.name for link in claim.relay[1:-1]) for claim in claims}
    return {tuple(agency_of(name) or name for name in names) for names in between}


def credited_origins(document):
    found = compare([document], extract(document), Settings())
    derived = {line.name for line in found.stemma if line.kind == "credit"}
    return derived, {origin.label for origin in found.origins if origin.how == "credit"}


@pytest.mark.parametrize(("text", "agency"), CREDITED.items())
def test_relay_and_origin_name_the_same_agency(text, agency):
    document = report(text)
    derived, origins = credited_origins(document)
    assert relayed(document) == {(agency,)}
    assert agency in derived
    assert origins == {agency}


@pytest.mark.parametrize("text", UNCREDITED)
def test_neither_relay_nor_origin_has_a_credit(text):
    document = report(text)
    assert relayed(document) == {()}
    assert credited_origins(document) == (set(), set())


@pytest.mark.parametrize(("told", "agency"), FOREIGN.items())
def test_the_other_languages_are_read_for_credits(told, agency):
    language, text = told
    document = report(text, language)
    assert relayed(document) == {(agency,)}
    assert [given.outlet for given in credits_of(document)] == [agency]


@pytest.mark.parametrize("known", [{"author": "Jane Doe, Reuters"}, {"author": "Reuters Staff"}])
def test_the_author_may_be_of_an_agency(known):
    given = credit(report(TOLD, **known))
    assert given is not None
    assert (given.outlet, given.span) == ("Reuters", None)


@pytest.mark.parametrize("name", ["92 News (Reuters)", "Reuters via 92 News"])
def test_the_publisher_may_name_its_source(name):
    document = Document.from_text(TOLD, publisher=name, language="en")
    assert relayed(document) == {("Reuters",)}
    assert credited_origins(document)[1] == {"Reuters"}


@pytest.mark.parametrize("name", ["The Times (London)", "Ministry of Defence (UK)"])
def test_the_place_of_a_publisher_is_no_source(name):
    assert credit(Document.from_text(TOLD, publisher=name, language="en")) is None


def test_several_agencies_are_all_told_and_the_first_stands_for_them():
    document = report("By Jane Doe, AP/Reuters\n\n" + TOLD)
    assert [given.name for given in credits_of(document)] == ["AP", "Reuters"]
    assert [link.name for link in credited(document)] == ["AP"]


def test_a_credit_shows_its_words():
    document = report("BY JANE DOE\nThe Associated Press Writer\n\n" + TOLD)
    given = credit(document)
    assert given is not None
    assert given.span is not None
    assert given.span.exact == given.name == "Associated Press"


def test_the_publisher_of_a_dispatch_is_no_link_of_its_own():
    document = Document.from_text("SELM (AP) - " + TOLD, publisher="Associated Press")
    assert credit(document) is None
    speaker = extract(document)[0].speaker
    assert [link.name for link in chain(document, speaker)] == ["Associated Press", speaker.name]


def test_first_names_tell_people_from_papers():
    assert names_outlet("Evening Post")
    assert not names_outlet("Emily Post")


def test_an_unknown_name_behind_a_label_counts_at_the_end():
    assert [given.name for given in credits_of(report(TOLD + "\n\nSource: Northwire"))] == [
        "Northwire"
    ]
    assert credits_of(report(TOLD + "\n\nSource: what we heard")) == ()


def test_a_dateline_stands_at_the_head():
    line = "VIK (Reuters) - It rained."
    assert credit(report("a" * 300 + "\n" + line)) is not None
    assert credit(report("a" * 900 + "\n" + line)) is None
