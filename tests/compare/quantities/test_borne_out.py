"""Numbers of many reports are held against each other only where a report opposes them."""

import pytest
from said import Event

from variorum.compare import compare
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.borne_out import BorneOut
from variorum.compare.quantities.whose import Whose
from variorum.model import Document, Form, Link, Rule, SpeakerKind
from variorum.pipeline import extract
from variorum.settings import Settings
from variorum.taxonomy import load

NOBODY = {"speaker_kind": SpeakerKind.DOCUMENT, "form": Form.NARRATED}
MANY = 6
POLICE = "The police chief said that 31 people were killed."


def told(*rows, bystanders=MANY, event="left"):
    """Return the comparison of reports that tell a number each, beside some of other things."""
    case = Event()
    for n in range(bystanders):
        case.said(f"Baker {n}", "40", 40, 40, kind="vehicles.boats", event="fired")
    for speaker, number, more in rows:
        case.said(speaker, str(number), number, number, **{"event": event, **more})
    return case.compared()


def reported(*texts, bystanders=MANY):
    """Return the comparison of these reports, beside some of other things."""
    rows = [f"Outlet {n} says that {n + 3} boats sank in the port on Monday." for n in range(MANY)]
    documents = [
        Document.from_text(row, publisher=f"Outlet {n}", published="2020-01-02")
        for n, row in enumerate([*rows[:bystanders], *texts])
    ]
    claims = [claim for document in documents for claim in extract(document)]
    return compare(documents, claims, Settings())


def opposed(*texts, **more):
    """Return the conflicts of two numbers that the reports tell."""
    rules = {Rule.VALUE, Rule.ORDER, Rule.SUBSET}
    return [c for c in reported(*texts, **more).contradictions if c.rule in rules]


def test_what_no_report_opposes_is_not_held_against_each_other():
    rows = [("Ada Lund", 13, {}), ("Bo Krag", 31, {})]
    assert not told(*rows).contradictions
    assert told(*rows, bystanders=3).contradictions  # few reports are read for every difference
    assert not told(*rows, bystanders=4).contradictions


def test_what_may_disagree_is_suggested_where_both_voices_can_be_told():
    rows = [("Ada Lund", 13, {}), ("Bo Krag", 31, {})]
    (suggested,) = told(*rows).suggestions
    assert "“13”" in suggested.why
    assert "“31”" in suggested.why
    assert suggested.score == 0.419
    assert not told(rows[0], ("Echo", 31, NOBODY)).suggestions
    unnamed = {"speaker_kind": SpeakerKind.UNNAMED}
    assert not told(rows[0], ("officials", 31, unnamed)).suggestions


@pytest.mark.parametrize(("number", "count"), [(21, 1), (22, 0), (29, 0)])
def test_numbers_as_near_as_those_of_a_toll_that_rose_are_not_suggested(number, count):
    assert len(told(("Delta", number, {}), ("Echo", 31, {})).suggestions) == count


def test_two_pairs_of_one_question_are_suggested():
    rows = [(f"Ada Lund {n}", 10 + 20 * n, {}) for n in range(4)]
    assert len(told(*rows).suggestions) == 2


def test_an_order_of_size_is_not_suggested():
    dozens = {"approximate": True}
    case = Event()
    for n in range(MANY):
        case.said(f"Baker {n}", "40", 40, 40, kind="vehicles.boats", event="fired")
    case.said("Ada Lund", "dozens", 20, 99, event="left", **dozens)
    case.said("Bo Krag", "300", 300, 300, event="left")
    assert not case.compared().suggestions


def test_an_unnamed_voice_may_be_relayed_by_somebody_named():
    case = Event()
    for n in range(MANY):
        case.said(f"Baker {n}", "40", 40, 40, kind="vehicles.boats", event="fired")
    case.said("Ada Lund", "13", 13, 13, event="left")
    bare = case.said("unnamed", "31", 31, 31, event="left", speaker_kind=SpeakerKind.UNNAMED)
    assert not case.compared().suggestions
    outlet, speaker = bare.relay
    case.claims[-1] = bare.model_copy(update={"relay": (outlet, Link(name="Guild"), speaker)})
    assert case.compared().suggestions


def test_what_nobody_bears_out_is_held_in_a_folder_of_few_reports():
    case = Event()
    claims = [case.said("Echo", "13", 13, 13, **NOBODY), case.said("Mail", "31", 31, 31, **NOBODY)]
    one, other = replies(claims, load())
    known = {document.id: document for document in case.documents}
    whose = Whose([one, other], known)
    assert BorneOut([one, other], frozenset(), whose).holds([[one], [other]])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{POLICE} The union, however, said that 13 people were killed.", 1),
        (f"While {POLICE[0].lower()}{POLICE[1:-1]}, the union said that 13 people were killed.", 1),
        (f"{POLICE} The union disputes this. It said that 13 people were killed.", 1),
        (f"{POLICE} The union said that 13 people were killed.", 1),
        (f"{POLICE} The ministry said that 13 people were killed.", 0),
        (f"{POLICE} The union had said earlier that 13 people were killed.", 0),
        (f"{POLICE} The union, however, had said earlier that 13 people were killed.", 0),
        (f"{POLICE} But 13 people were killed.", 0),
    ],
)
def test_a_report_opposes_two_voices_by_contrast_in_one_sentence_or_officials_to_others(
    text, found
):
    assert len(opposed(text)) == found


def test_the_report_that_opposes_two_numbers_tells_them():
    both = f"{POLICE} The union, however, said that 13 people were killed."
    (found,) = opposed(both, "The guild said that 13 people were killed.")
    assert {answer.span.document for answer in found.answers} == {found.answers[0].span.document}
    assert len(found.also) == 1


def test_who_stands_between_two_numbers_is_set_against_the_second():
    mayor = "The mayor said that 22 people were killed."
    union = "The union, however, said that 13 people were killed."
    (found,) = opposed(f"{POLICE} {mayor} {union}")
    assert sorted(answer.low for answer in found.answers) == [13, 22]


@pytest.mark.parametrize(("more", "found"), [(0, 1), (1, 0)])
def test_numbers_that_are_opposed_stand_near_each_other(more, found):
    first = "The police chief said that 31 people were killed"
    union = "The union, however, said that "
    reach = len(f" people were killed. . {union}")
    filler = f"It rained on {'o' * (400 - reach - len('It rained on ') + more)}"
    text = f"{first}. {filler}. {union}13 people were killed."
    assert len(opposed(text)) == found


def test_that_nobody_died_is_held_against_several_reports_of_the_dead():
    none = ("Cai Holm", 0, {})
    some = [("Echo", 13, NOBODY), ("Mail", 15, NOBODY)]
    assert not told(none, some[0], event="killed").contradictions
    assert told(none, *some, event="killed").contradictions
    assert not told(("Sun", 0, NOBODY), *some, event="killed").contradictions


@pytest.mark.parametrize(("dead", "found"), [("one death", False), ("two deaths", True)])
def test_one_of_ones_own_is_no_toll_of_others(dead, found):
    texts = (
        f"Five officers were killed, the ministry said. The Front claimed {dead}.",
        "The town was quiet on Sunday, the mayor said.",
    )
    documents = [
        Document.from_text(text, publisher=f"Paper {n}", published="2021-05-04")
        for n, text in enumerate(texts)
    ]
    claims = [claim for document in documents for claim in extract(document)]
    because = compare(documents, claims, Settings()).contradictions
    assert bool([c for c in because if c.rule is Rule.SUBSET]) == found


@pytest.mark.parametrize(
    "part",
    [
        "13 people died in hospital",
        "13 of the killed were identified",
        "13 people died on the spot",
        "I counted 13 people killed",
        "I counted 13 bodies",
    ],
)
def test_the_dead_of_one_hour_or_place_are_a_part(part):
    case = Event()
    case.said("Ada Lund", "31 people were killed", 31, 31)
    case.said("Bo Krag", part, 13, 13)
    assert not case.compared().contradictions
    case.said("Cai Holm", "13 people died", 13, 13)
    assert case.compared().contradictions


@pytest.mark.parametrize(("bystanders", "found"), [(0, 1), (MANY, 0)])
def test_parts_that_are_added_up_may_hold_each_other(bystanders, found):
    parts = [
        ("Ada Lund", 9, {"kind": "people.women"}),
        ("Bo Krag", 8, {"kind": "people.men"}),
        ("Cai Holm", 12, {}),
    ]
    case = told(*parts, bystanders=bystanders)
    assert len([c for c in case.contradictions if c.rule is Rule.SUM]) == found
