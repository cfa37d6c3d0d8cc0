"""Who changed their answer, by what reports say of one speaker at several times."""

import pytest

from variorum.compare import compare
from variorum.model import Change, Document, Section
from variorum.pipeline import extract
from variorum.settings import Settings


def compared(*reports):
    documents = [
        Document.from_text(text, publisher=publisher, published=day, language=language)
        for publisher, day, text, language in (
            report if len(report) == 4 else (*report, "en") for report in reports
        )
    ]
    claims = [claim for document in documents for claim in extract(document)]
    return compare(documents, claims, Settings())


def told(*reports):
    return [(h.name, h.change) for h in compared(*reports).histories]


def test_a_number_given_up_for_another_is_a_change_and_no_contradiction():
    found = compared(
        ("Northwire", "2021-05-01", "Mara Dahl said that 275 fighters left the town."),
        ("The Courier", "2021-06-07", "Mara Dahl said that 900 fighters left the town."),
    )
    (history,) = found.histories
    assert (history.name, history.change) == ("Mara Dahl", Change.CHANGED)
    assert [step.when for step in history.steps] == ["2021-05-01", "2021-06-07"]
    assert "said “275” on 1 May 2021 (Northwire)" in history.because
    assert found.contradictions == ()


def test_the_same_number_twice_is_held():
    assert told(
        ("Northwire", "2021-05-01", "Mara Dahl said that 275 fighters left the town."),
        ("The Courier", "2021-06-07", "Mara Dahl said that about 280 fighters left the town."),
    ) == [("Mara Dahl", Change.HELD)]


def test_a_toll_that_grew_is_held_and_said_to_have_grown():
    (history,) = compared(
        ("Northwire", "2021-05-01", "Mara Dahl said that 12 people were killed."),
        ("The Courier", "2021-05-03", "Mara Dahl said that 30 people were killed."),
    ).histories
    assert history.change is Change.HELD
    assert "had grown" in history.because


def test_a_correction_takes_the_place_of_what_it_corrects():
    (history,) = compared(
        ("Northwire", "2021-05-01", "Mara Dahl said that 40 people were killed."),
        (
            "The Courier",
            "2021-05-03",
            "Mara Dahl corrected it, saying that 36 people were killed.",
        ),
    ).histories
    assert history.change is Change.CORRECTED
    assert history.superseded == (history.steps[0].claim,)


def test_what_was_at_first_denied_and_later_admitted_is_a_change_within_one_report():
    (history,) = compared(
        (
            "Northwire",
            "2021-05-03",
            "At first the coalition denied knowing of the deal; later it admitted that it had been "
            "aware of it.",
        )
    ).histories
    assert history.change is Change.CHANGED
    assert history.because == (
        "Coalition at first answered no, “denied knowing of” and later answered yes, “aware of”"
        " on 3 May 2021 (Northwire)."
    )


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("de", "Der Minister sagte, 40 Menschen seien getötet worden.", "Korrektur: 36 Tote."),
        ("es", "El ministro dijo que 40 personas murieron.", "Corrección: 36 muertos."),
    ],
)
def test_two_reports_in_other_languages_are_read_without_an_error(language, first, second):
    found = compared(
        ("Bote", "2021-05-01", first, language), ("Bote", "2021-05-02", second, language)
    )
    assert all(history.steps for history in found.histories)


def test_two_speakers_of_one_name_in_no_report_have_one_history_each():
    assert (
        told(
            ("Northwire", "2021-05-01", "Mara Dahl said that 275 fighters left the town."),
            ("The Courier", "2021-06-07", "Olaf Rune said that 900 fighters left the town."),
        )
        == []
    )


def test_an_update_in_a_later_section_is_a_later_time():
    body = "Mara Dahl said that 275 fighters left the town.\n\n"
    text = body + "Mara Dahl said that 900 fighters left the town."
    document = Document.from_text(
        text,
        publisher="Northwire",
        published="2021-05-01",
        sections=(Section(label="UPDATE", start=len(body), end=len(text), published="2021-05-04"),),
    )
    (history,) = compare([document], extract(document), Settings()).histories
    assert [step.when for step in history.steps] == ["2021-05-01", "2021-05-04"]


def test_what_others_said_in_between_is_told_with_a_change():
    found = compared(
        ("Northwire", "2021-05-01", "Mara Dahl said that 275 fighters left the town."),
        ("The Mirror", "2021-05-20", "Bo Krag said that 600 fighters left the town."),
        ("The Courier", "2021-06-07", "Mara Dahl said that 900 fighters left the town."),
    )
    (history,) = found.histories
    assert history.because.endswith("In between: Bo Krag “600” on 20 May 2021 (The Mirror).")
