"""Numbers of many reports are held against each other only where they are borne out."""

import pytest
from said import Event

from variorum.compare import compare
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.borne_out import BorneOut
from variorum.model import Document, Form, Link, Rule, SpeakerKind
from variorum.pipeline import extract
from variorum.settings import Settings
from variorum.taxonomy import load

NOBODY = {"speaker_kind": SpeakerKind.DOCUMENT, "form": Form.NARRATED}


def told(*rows, bystanders=6, event="left", one_report=False):
    """Return the contradictions of reports that tell a number each, beside some of other things."""
    case = Event()
    for n in range(bystanders):
        case.said(f"Baker {n}", "40", 40, 40, kind="vehicles.boats", event="fired")
    for speaker, number, more in rows:
        value = 1 if number == "one" else number
        case.said(speaker, str(number), value, value, **{"event": event, **more})
    if one_report:
        first, last = case.claims[-2:]
        case.claims[-1] = last.model_copy(update={"document": first.document})
    return case.compared().contradictions


def test_what_one_report_alone_tells_in_its_own_voice_is_not_held_against_the_others():
    rows = [("Ada Lund", 13, {}), ("Bo Krag", 13, {}), ("Echo", 31, NOBODY)]
    assert not told(*rows)
    assert told(*rows, bystanders=0)  # few reports are read for every difference


def test_what_two_reports_tell_is():
    rows = [("Ada Lund", 13, {}), ("Bo Krag", 13, {}), ("Echo", 31, NOBODY), ("Mail", 31, NOBODY)]
    (contradiction,) = told(*rows, event="aboard")
    assert [answer.low for answer in contradiction.answers] == [13, 31]


def test_what_goes_on_is_counted_up_to_an_hour():
    rows = [("Echo", 13, NOBODY), ("Post", 13, NOBODY), ("Mail", 31, NOBODY), ("Sun", 31, NOBODY)]
    assert told(*rows, event="aboard")
    assert not told(*rows, event="remained")
    assert not told(*rows, event="left")


def test_what_nobody_bears_out_is_held_in_a_folder_of_few_reports():
    case = Event()
    claims = [case.said("Echo", "13", 13, 13, **NOBODY), case.said("Mail", "31", 31, 31, **NOBODY)]
    one, other = replies(claims, load())
    assert BorneOut([one, other], frozenset(), load()).holds([[one], [other]])


def test_two_who_are_named_may_be_held_against_each_other():
    assert told(("Ada Lund", 13, {}), ("Bo Krag", 31, {}))
    unnamed = {"speaker_kind": SpeakerKind.UNNAMED}
    assert not told(("Ada Lund", 13, {}), ("officials", 31, unnamed))


def test_an_unnamed_voice_may_be_relayed_by_somebody_named():
    case = Event()
    for n in range(6):
        case.said(f"Baker {n}", "40", 40, 40, kind="vehicles.boats", event="fired")
    case.said("Ada Lund", "13", 13, 13, event="left")
    bare = case.said("unnamed", "31", 31, 31, event="left", speaker_kind=SpeakerKind.UNNAMED)
    assert not case.compared().contradictions
    outlet, speaker = bare.relay
    case.claims[-1] = bare.model_copy(update={"relay": (outlet, Link(name="Guild"), speaker)})
    assert case.compared().contradictions


def test_tolls_of_one_day_may_have_risen():
    day, next_day = {"published": "2020-01-02"}, {"published": "2020-01-03"}
    assert not told(("Ada Lund", 31, day), ("Bo Krag", 13, day), event="killed")
    assert told(("Ada Lund", 31, day), ("Bo Krag", 13, next_day), event="killed")


def test_an_order_of_size_does_not_deny_a_higher_number_but_a_lower_one():
    case = Event()
    claims = [
        case.said("Ada Lund", "dozens", 20, 99, approximate=True, event="left"),
        case.said("Bo Krag", "300", 300, 300, event="left"),
        case.said("Cai Holm", "13", 13, 13, event="left"),
    ]
    for n in range(6):
        case.said(f"Baker {n}", "40", 40, 40, kind="vehicles.boats", event="fired")
    dozens, more, fewer = replies(claims, load())
    known = BorneOut(replies(case.claims, load()), frozenset(), load())
    assert not known.holds([[dozens], [more]])
    assert known.holds([[dozens], [fewer]])


def test_a_single_one_in_words_does_not_deny_several():
    assert not told(("Ada Lund", 13, {}), ("Bo Krag", "one", {}))
    assert told(("Ada Lund", 13, {}), ("Bo Krag", 1, {}))


def test_numbers_of_one_report_are_side_by_side_where_both_are_of_others():
    one = {"published": "2020-01-02"}
    assert told(("Ada Lund", 31, one), ("Bo Krag", 13, one), event="killed", one_report=True)
    narrated = {**one, "form": Form.NARRATED}
    rows = [("Ada Lund", 31, one), ("Bo Krag", 13, narrated)]
    assert not told(*rows, event="killed", one_report=True)


def test_that_nobody_died_is_held_against_several_reports_of_the_dead():
    none = ("Cai Holm", 0, {})
    assert not told(none, ("Echo", 13, NOBODY), event="killed")
    assert told(none, ("Echo", 13, NOBODY), ("Mail", 15, NOBODY), event="killed")
    silent = ("Sun", 0, NOBODY)
    assert not told(silent, ("Echo", 13, NOBODY), ("Mail", 15, NOBODY), event="killed")


ONE = "The police chief said that 31 people were killed."
BOTH = f"{ONE} The union said that 13 people were killed."


@pytest.mark.parametrize(("text", "found"), [(BOTH, 1), (ONE, 0)])
def test_what_a_report_sets_side_by_side_is_told_as_answers_to_one_question(text, found):
    rows = [f"Outlet {n} says that {n + 3} boats sank in the port on Monday." for n in range(6)]
    rows += ["13 people were killed, the union said.", text]
    documents = [
        Document.from_text(row, publisher=f"Outlet {n}", published="2020-01-02")
        for n, row in enumerate(rows)
    ]
    claims = [claim for document in documents for claim in extract(document)]
    case = compare(documents, claims, Settings())
    numbers = [c for c in case.contradictions if c.rule in {"value", "order"}]
    assert len(numbers) == found


def test_two_reports_bear_out_a_number_against_somebody_named():
    rows = [("Ada Lund", 13, {}), ("Echo", 31, NOBODY), ("Mail", 31, NOBODY)]
    assert told(*rows, event="aboard")
    assert not told(*rows[:2], event="aboard")
    assert not told(*rows, event="missing")


@pytest.mark.parametrize(
    ("fewer", "more", "found"),
    [
        ("2020-01-02", "2020-01-02", True),
        ("2020-01-02", "2020-01-03", False),  # more may have left by then
        ("2020-02-02", "2020-01-03", True),
        ("2020-02-03", "2020-01-03", False),  # a month later others left
        ("2020-01-02", None, True),
        ("2020-01-02", "2020-01", False),  # nobody knows on which day
        ("2020-01-02", "2019-12", True),
    ],
)
def test_who_leaves_may_be_more_the_day_after(fewer, more, found):
    rows = [("Ada Lund", 13, {"published": fewer}), ("Bo Krag", 31, {"published": more})]
    assert bool(told(*rows)) == found
    assert told(*rows, event="aboard")


@pytest.mark.parametrize(("later", "held"), [(24, False), (22, True)])
def test_a_later_toll_that_is_little_lower_was_put_right(later, held):
    rows = [
        ("Ada Lund", 30, {"published": "2020-01-02"}),
        ("Bo Krag", later, {"published": "2020-01-04"}),
    ]
    found = told(*rows, event="killed")
    assert bool(found) == held
    assert {one.rule for one in found} <= {Rule.ORDER}


@pytest.mark.parametrize(("more", "held"), [(30, True), (26, False)])
def test_a_toll_of_one_kind_of_people_may_have_been_put_right_as_well(more, held):
    first = {"published": "2020-01-02", "kind": "people.fighters"}
    rows = [
        ("Ada Lund", more, first),
        ("Cai Holm", 20, {"published": "2020-01-02"}),
        ("Bo Krag", 22, {"published": "2020-01-04"}),
    ]
    assert bool(told(*rows, event="killed")) == held


def test_only_tolls_of_two_days_are_held_against_each_other():
    rows = [
        ("Ada Lund", 31, {"published": "2020-01-02"}),
        ("Bo Krag", 13, {"published": "2020-01-04"}),
    ]
    assert told(*rows, event="killed")
    assert not told(*rows, event="recovered")


@pytest.mark.parametrize(("later", "held"), [("2020-06-04", True), ("2020-01-12", False)])
def test_a_toll_that_is_told_long_after_needs_no_voice(later, held):
    rows = [
        ("Ada Lund", 31, {"published": "2020-01-02"}),
        ("Echo", 13, {"published": later, **NOBODY}),
    ]
    assert bool(told(*rows, event="killed")) == held


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


def apart(first, second, *more):
    """Return the number rules of reports, one of which tells these sentences."""
    rows = [f"Outlet {n} says that {n + 3} boats sank in the port on Monday." for n in range(6)]
    days = ["2020-01-02"] * 7 + ["2020-01-05"]
    rows += [f"{first} {second}", *more]
    documents = [
        Document.from_text(row, publisher=f"Outlet {n}", published=day)
        for n, (row, day) in enumerate(zip(rows, days, strict=False))
    ]
    claims = [claim for document in documents for claim in extract(document)]
    found = compare(documents, claims, Settings()).contradictions
    return [c for c in found if c.rule in {Rule.VALUE, Rule.ORDER}]


@pytest.mark.parametrize(("rose", "found"), [("already ", 0), ("only ", 1)])
def test_a_toll_that_rose_within_a_report_contradicts_no_earlier_one(rose, found):
    first = f"The police chief said that {rose}31 people were killed."
    assert len(apart(first, "The union said that 13 people were killed.")) == found


@pytest.mark.parametrize(
    ("rose", "found"),
    [
        ("already by the end of a very long night ", 0),
        ("already by the end of a very short night ", 1),
    ],
)
def test_what_says_that_a_toll_rose_stands_near_it(rose, found):
    first = f"The police chief said that {rose}31 people were killed."
    assert len(apart(first, "The union said that 13 people were killed.")) == found
    assert len(rose) == 40 + found


@pytest.mark.parametrize(("dead", "found"), [("twelve", 1), ("nine", 0), ("two", 2)])
def test_a_toll_told_with_fewer_dead_is_of_an_hour_before(dead, found):
    first = "The mayor Ada Lund said that ten people were killed and 48 injured."
    later = f"The minister Bo Krag said that {dead} people were killed and 13 injured."
    assert len(apart(first, "It rained.", later)) == found


@pytest.mark.parametrize(
    ("where", "found"),
    [("in the alleys of the old town ", 0), ("in the streets of the old town ", 1)],
)
def test_the_hurt_who_are_told_with_the_dead_stand_near_them(where, found):
    dead = f"people were killed and {where}"
    first = f"The mayor Ada Lund said that twelve {dead}48 injured."
    later = f"The minister Bo Krag said that eleven {dead}13 injured."
    assert len(f"twelve {dead}") == 60 + found
    assert len(apart(first, "It rained.", later)) == found


def test_the_report_that_sets_two_numbers_side_by_side_tells_them():
    both = ("The police chief said that 31 people were killed.", "The union said 13 were killed.")
    (found,) = apart(*both, "The guild said that 13 people were killed.")
    assert {answer.span.document for answer in found.answers} == {found.answers[0].span.document}


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


@pytest.mark.parametrize(("before", "found"), [(13, False), (12, True)])
def test_a_toll_that_was_told_before_is_only_printed_again(before, found):
    days = ({"published": f"2020-01-0{n}"} for n in (1, 2, 4))
    rows = zip(("Cai Holm", "Ada Lund", "Bo Krag"), (before, 31, 13), days, strict=True)
    assert bool(told(*rows, event="killed")) == found
