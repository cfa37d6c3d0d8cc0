"""Reports of a war tell of one attack after another, and none of them is counted with another."""

from datetime import date

import pytest

from variorum.compare import compare
from variorum.compare.happenings.event_groups import event_groups
from variorum.compare.happenings.incidents import _most_told, incidents
from variorum.model import Document
from variorum.pipeline import extract
from variorum.settings import Settings

RAID = "An air raid on {place} killed {dead} people on {day} May 2031, Envoy {who} said."


# Reports of a war have most of their words for themselves: so many stand in each title.
OWN_WORDS = 30


def own_words(number, many):
    return ["".join(chr(97 + int(digit)) for digit in f"{number:03}{n:03}") for n in range(many)]


def report(number, text, day=None, own=OWN_WORDS):
    published = f"2031-05-{day:02}" if day else None
    title = " ".join(own_words(number, own)) or None
    return Document.from_text(text, publisher=f"Paper {number}", published=published, title=title)


def raid(number, place, dead, day, more="", out=1):
    """Return a report of a raid, which came out so many days later."""
    told = RAID.format(place=place, dead=dead, day=day, who=number)
    return report(number, f"{told} {more}".strip(), day + out)


def read(*documents):
    return documents, [claim for document in documents for claim in extract(document)]


def found(*documents):
    return compare(*read(*documents), Settings())


def told_apart(*documents):
    """Return the events of the reports, each by the number of the first report that tells of it."""
    documents, claims = read(*documents)
    group_of = dict.fromkeys(event_groups(documents, claims), "")
    named = {**group_of, **incidents(documents, claims, group_of).group_of}
    events = [named[document.id] for document in documents]
    return [events.index(event) for event in events]


SEVERAL = [
    raid(1, "Vikstad", 12, 10),
    raid(2, "Mora", 30, 13),
    raid(3, "Ardel", 7, 16),
    raid(4, "Halden", 19, 19),
]


def test_a_single_report_that_begins_with_another_day_tells_of_the_same():
    days = (11, 13, 14, 21)
    told = [report(n, d.text, days[n], own=200) for n, d in enumerate((*MAIN, OTHER))]
    assert told_apart(*told) == [0, 0, 0, 0]


def test_reports_that_are_so_alike_tell_of_one_event_whatever_their_days():
    told = [report(n, d.text, own=0) for n, d in enumerate(SEVERAL)]
    assert told_apart(*told) == [0, 0, 0, 0]


@pytest.mark.parametrize(("own", "unlike"), [(0, False), (200, True)])
def test_reports_that_have_most_words_for_themselves_may_be_of_several_events(own, unlike):
    told = [report(n, d.text, own=own) for n, d in enumerate(SEVERAL)]
    documents, claims = read(*told)
    found_beside = incidents(documents, claims, dict.fromkeys((d.id for d in documents), ""))
    assert found_beside.unlike == ({claim.id for claim in claims} if unlike else set())


def test_attacks_of_several_days_are_not_set_against_each_other():
    case = found(*SEVERAL, raid(5, "Vikstad", 3, 22))
    assert case.contradictions == ()
    assert len([h for h in case.happenings if h.documents]) == 5


def test_two_reports_of_one_day_and_place_are_of_one_attack():
    again = [raid(5, "Mora", 35, 13, out=5), raid(6, "Mora", 41, 13, out=5)]
    assert told_apart(*SEVERAL, *again) == [0, 1, 2, 3, 1, 1]
    (contradiction,) = found(*SEVERAL[1:], *again).contradictions
    assert "“35” people" in contradiction.because
    assert "“41” people" in contradiction.because


def test_an_attack_elsewhere_on_the_same_day_is_another():
    shells = report(
        5, "Rebels shelled the market of Kalm on 13 May 2031 and killed two traders, he said.", 14
    )
    assert told_apart(*SEVERAL, shells) == [0, 1, 2, 3, 4]


def test_what_happens_at_night_is_of_either_day():
    again = raid(5, "Mora", 30, 14)
    assert told_apart(*SEVERAL, again) == [0, 1, 2, 3, 1]


BESIDE = "The army had shelled the town of Kalm, killing one trader."


@pytest.mark.parametrize(
    ("dead", "more", "event"), [(2, "", 4), (3, "", 1), (9, "", 4), (9, BESIDE, 1)]
)
def test_two_of_a_day_are_of_one_attack_by_its_toll_or_by_two_places(dead, more, event):
    first = raid(2, "Mora", min(dead, 3), 13, BESIDE)
    again = raid(5, "Mora", dead, 14, more)
    assert told_apart(SEVERAL[0], first, *SEVERAL[2:], again) == [0, 1, 2, 3, event]


MAIN = [raid(n, "Vikstad", dead, 10, out=n) for n, dead in ((1, 12), (3, 12), (4, 31))]
OTHER = raid(4, "Mora", 55, 20)
SECOND = raid(7, "Ardel", 70, 28)


def test_the_day_that_stands_out_is_what_the_case_is_about():
    assert told_apart(*MAIN, OTHER, SECOND) == [0, 0, 0, 3, 4]
    case = found(*MAIN, raid(4, "Vikstad", 12, 10, out=4), OTHER, SECOND)
    assert [sorted(a.low for a in c.answers) for c in case.contradictions] == [[12, 31]]
    assert len(next(h for h in case.happenings if h.main).documents) == 4


def test_a_report_without_a_day_tells_of_what_stands_out():
    bare = report(5, "The governor said that 12 people were killed.")
    assert told_apart(*MAIN, OTHER, SECOND, bare) == [0, 0, 0, 3, 4, 0]


def test_a_report_that_came_out_before_it_cannot():
    early = report(5, "The governor said that 12 people were killed.", 3)
    assert told_apart(*MAIN, OTHER, SECOND, early) == [0, 0, 0, 3, 4, 5]


def test_a_later_report_without_a_day_is_of_the_attack_that_it_is_like():
    later = report(5, "An air raid on Mora killed 55 people, the governor said.", 21)
    assert told_apart(*MAIN, OTHER, SECOND, later) == [0, 0, 0, 3, 4, 3]


@pytest.mark.parametrize(("others", "apart"), [(1, False), (2, True)])
def test_too_few_reports_with_a_day_tell_of_one_event(others, apart):
    bare = [report(9 + n, f"Envoy {n} said that 12 people were killed.") for n in range(3)]
    dated = [raid(1, "Vikstad", 12, 10), *SEVERAL[1 : 1 + others]]
    assert (len(set(told_apart(*dated, *bare))) > 1) == apart


@pytest.mark.parametrize(
    ("more", "aside"),
    [
        ("Nine people were killed, a doctor said.", True),
        ("Twelve people were killed, a doctor said.", False),
        ("The attack killed nine people, a doctor said.", False),
        ("Nine people were in the house, a doctor said.", True),
    ],
)
def test_what_is_told_further_down_may_be_of_another_place(more, aside):
    documents, claims = read(raid(1, "Vikstad", 12, 10, more), *SEVERAL[1:])
    beside = incidents(documents, claims, dict.fromkeys([d.id for d in documents], ""))
    doctor = next(claim.id for claim in claims if "doctor" in claim.speaker.name)
    assert (doctor in beside.aside) == (doctor in beside.alone) == aside


def test_where_a_day_stands_out_only_the_hurt_are_told_apart():
    more = "Nine people were in the house, a doctor said."
    documents, claims = read(raid(1, "Vikstad", 12, 10, more), *MAIN[1:], OTHER, SECOND)
    beside = incidents(documents, claims, dict.fromkeys([d.id for d in documents], ""))
    doctor = next(claim.id for claim in claims if "doctor" in claim.speaker.name)
    assert (doctor in beside.aside, doctor in beside.alone) == (True, False)


def test_a_claim_of_another_day_is_of_another_attack():
    more = "On 13 May 2031 a shell killed 40 people, a doctor said."
    case = found(raid(1, "Vikstad", 12, 10, more), *MAIN[1:], OTHER, SECOND)
    assert not any(40 in {a.low for a in c.answers} for c in case.contradictions)


@pytest.mark.parametrize(
    ("often", "next_often", "stands_out"), [(4, 1, False), (5, 1, True), (5, 4, False)]
)
def test_a_day_stands_out_by_its_share_and_twice_the_next(often, next_often, stands_out):
    main = [raid(n, "Vikstad", 12, 10) for n in range(often)]
    rest = [raid(20 + n, f"Port {n}", 3 + n, 14 + 3 * n) for n in range(5 - next_often)]
    rest += [raid(30 + n, "Mora", 30, 26) for n in range(next_often)]
    bare = report(40, "The governor said that 12 people were killed.")
    assert (told_apart(*main, *rest, bare)[-1] == 0) == stands_out


@pytest.mark.parametrize(("undated", "stands_out"), [(6, True), (7, False)])
def test_a_day_that_few_of_many_reports_begin_with_does_not_stand_out(undated, stands_out):
    dated = [raid(n, "Vikstad", 12, 10) for n in range(3)]
    dated += [raid(3, "Mora", 30, 26), raid(4, "Mora", 30, 26), raid(5, "Port", 4, 18)]
    bare = [report(9 + n, f"Envoy {n} said that 12 people were killed.") for n in range(undated)]
    assert (told_apart(*dated, *bare)[-1] == 0) == stands_out


def test_a_day_that_more_than_half_of_the_dated_reports_begin_with_stands_out_among_any_many():
    dated = [raid(1, "Vikstad", 12, 10), raid(2, "Vikstad", 12, 10), raid(3, "Mora", 30, 26)]
    bare = [report(9 + n, f"Envoy {n} said that 12 people were killed.") for n in range(9)]
    assert told_apart(*dated, *bare)[-1] == 0


def test_where_one_group_is_of_a_war_a_report_of_another_is_alone_as_well():
    documents, claims = read(*SEVERAL, *(raid(5 + n, "Kalm", 3, 25 + n) for n in range(2)))
    of_two = {d.id: "" if n < len(SEVERAL) else "other" for n, d in enumerate(documents)}
    beside = incidents(documents, claims, of_two).group_of
    assert len({beside.get(d.id, of_two[d.id]) for d in documents}) == 5


def test_who_was_behind_an_attack_is_not_asked_of_several():
    ours = "The army carried out the attack, the governor said."
    theirs = "Rebels carried out an attack, the governor said."
    texts = [raid(1, "Vikstad", 12, 10, ours), raid(2, "Mora", 30, 13, theirs), *SEVERAL[2:]]
    assert found(*texts).contradictions == ()


def test_bodies_that_are_found_on_several_days_are_of_one_killing():
    dug = "On {day} May 2031 the bodies of {dead} men were found near Vikstad, Envoy {who} said."
    texts = [
        report(n, dug.format(day=10 + 3 * n, dead=40 + 9 * n, who=n), 11 + 3 * n) for n in range(4)
    ]
    assert told_apart(*texts) == [0, 0, 0, 0]
    assert found(*texts).contradictions == ()


@pytest.mark.parametrize(
    ("dead", "more", "event"),
    [
        (55, "", 3),
        (55, "The school of Mora was hit on 10 May 2031 as well, a doctor said.", 0),
        (31, "", 0),
    ],
)
def test_a_report_of_another_day_is_of_what_stands_out_by_its_toll_or_its_other_days(
    dead, more, event
):
    told = told_apart(*MAIN, raid(4, "Mora", dead, 20, more), SECOND, raid(8, "Halden", 9, 30))
    assert told[:4] == [0, 0, 0, event]


@pytest.mark.parametrize(("dead", "apart"), [(19, True), (20, False)])
def test_small_tolls_are_the_same_by_chance(dead, apart):
    main = [raid(n, "Vikstad", dead, 10, out=n) for n in (1, 3, 4)]
    others = raid(4, "Mora", dead, 20), SECOND, raid(8, "Halden", 9, 30)
    assert (told_apart(*main, *others)[3] == 3) == apart


@pytest.mark.parametrize(("day", "event"), [("9 July", 3), ("10 July", 0)])
def test_a_day_long_after_is_of_no_other_attack(day, event):
    later = report(9, f"On {day} 2031 a court heard who killed 55 people, Envoy Nine said.")
    others = SECOND, raid(8, "Halden", 9, 30)
    assert told_apart(*MAIN, later, *others)[:4] == [0, 0, 0, event]


@pytest.mark.parametrize(("begin", "stands_out"), [(1, False), (2, True)])
def test_the_day_that_most_tell_stands_out_if_some_begin_with_it(begin, stands_out):
    of_it = "The market was hit on 10 May 2031, a doctor said."
    texts = [raid(n, "Vikstad", 12, 10) for n in range(begin)]
    texts += [raid(9, "Mora", 30, 16), raid(10, "Ardel", 7, 22), raid(11, "Halden", 19, 26)]
    looking_back = f"Envoy Nine said that many people were killed. {of_it}"
    bare = [report(20 + n, f"{looking_back} He is {n + 40}.") for n in range(5)]
    assert (told_apart(*texts, *bare)[-1] == 0) == stands_out


def test_a_toll_that_is_held_back_elsewhere_may_be_that_of_another_day():
    more = "Nine people were killed, a doctor said."
    texts = [*MAIN[:2], raid(4, "Vikstad", 31, 10, more, out=4)]
    texts += [raid(5, "Vikstad", 31, 20), raid(6, "Vikstad", 31, 26)]
    documents, claims = read(*texts)
    beside = incidents(documents, claims, dict.fromkeys([d.id for d in documents], ""))
    doctor = next(claim.id for claim in claims if "doctor" in claim.speaker.name)
    assert not beside.group_of
    assert (doctor in beside.aside, doctor in beside.alone) == (True, False)


@pytest.mark.parametrize(("reports", "stands_out"), [(2, False), (3, True)])
def test_a_day_that_two_reports_tell_does_not_stand_out(reports, stands_out):
    day = (date(2031, 5, 10),) * 2
    told = [(day,)] * reports
    assert (_most_told(told, told) == day) == stands_out
