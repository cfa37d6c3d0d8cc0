"""Whether an act keeps or breaks a duty: only the same act, by who is bound, in its time."""

import dataclasses
from datetime import date, timedelta

import pytest
from dealt import ARMY, FRONT, IN_TIME, NOBODY, claimed, did, evidence, judged, wanted
from hypothesis import given
from hypothesis import strategies as st

from variorum.compare.actors.sides import content_words
from variorum.compare.compliance import act_matching
from variorum.compare.compliance.act_matching import Acts, compared
from variorum.compare.compliance.action_lexicon import load, stems
from variorum.model import ComplianceStatus, Document, Measure, Modality, Place
from variorum.text import span

MUST, MUST_NOT, MAY = Modality.MUST, Modality.MUST_NOT, Modality.MAY
KEPT, BREACHED = ComplianceStatus.KEPT, ComplianceStatus.BREACHED
PARTLY, NOT_DUE = ComplianceStatus.PARTLY, ComplianceStatus.NOT_DUE

SHELLING = wanted(MUST_NOT, "shell the valley towns")
FREEING = wanted(MUST, "free 40 prisoners", due="2031-04-10")
OPENING = wanted(MUST, "unlock the gate at Orrin")
ENTERING = wanted(MAY, "enter the mill")


def on(day, month=4):
    return {"when": (date(2031, month, day), date(2031, month, day))}


def bears(want, act, sides):
    """Return whether an act keeps or breaks a duty, and which party acted; None where neither."""
    found = compared(want, act, sides, most=0)
    return (found.status, found.by) if found is not None and found.status is not None else None


def said(want, act):
    found = bears(want, act, NOBODY)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("want", "act", "status"),
    [
        (SHELLING, did("shelled the valley towns", "fire"), BREACHED),
        (SHELLING, did("did not shell the valley towns", "fire", done=False), KEPT),
        (FREEING, did("freed the prisoners", "release"), KEPT),
        (FREEING, did("has not freed the prisoners", "release", done=False), NOT_DUE),
        (FREEING, did("has not freed the prisoners", "release", done=False, **on(12)), BREACHED),
        (FREEING, did("detained the prisoners", "detain"), None),
        (FREEING, did("withheld the prisoners", "keep", **on(12)), BREACHED),
        (OPENING, did("locked the gate at Orrin", "close"), BREACHED),
        (OPENING, did("unlocked the gate at Orrin", "open"), KEPT),
        (SHELLING, did("fed the valley towns", "supply"), None),
        (SHELLING, did("slept in the valley towns"), None),
    ],
    ids=lambda value: getattr(value, "text", ""),
)
def test_a_duty_is_kept_or_broken_by_its_act_or_the_undoing_of_it(want, act, status):
    assert said(want, act) is status


def test_what_keeps_or_breaks_names_the_party_that_acted():
    assert bears(SHELLING, did("shelled the valley towns", "fire"), NOBODY) == (BREACHED, ARMY)


@pytest.mark.parametrize(
    ("when", "status"),
    [
        ((date(2031, 3, 31), date(2031, 3, 31)), None),
        ((date(2031, 3, 31), date(2031, 4, 1)), BREACHED),
        ((date(2031, 4, 1), date(2031, 4, 1)), BREACHED),
        ((date(2031, 4, 30), date(2031, 4, 30)), BREACHED),
        ((date(2031, 4, 30), date(2031, 5, 1)), BREACHED),
        ((date(2031, 5, 1), date(2031, 5, 1)), None),
        (None, None),
    ],
    ids=str,
)
def test_only_what_may_have_been_in_the_window_bears(when, status):
    assert said(SHELLING, did("shelled the valley towns", "fire", when=when)) is status


def test_without_a_window_an_act_needs_no_date():
    want = wanted(MUST_NOT, "shell the valley towns", window=(None, None))
    assert said(want, did("shelled the valley towns", "fire", when=None)) is BREACHED


@pytest.mark.parametrize(
    ("agent", "party"),
    [
        ("The Upland Army", ARMY),
        ("the army", ARMY),
        ("Army guns", ARMY),
        ("masked men of the Upland Army", ARMY),
        ("the UA", ARMY),
        ("the River Front", None),
        ("the front", None),
        ("the RF", None),
        ("the Marsh Council", None),
        ("the Army of Telm", None),
        ("brigands", None),
        ("", None),
        (None, None),
    ],
    ids=str,
)
def test_only_who_is_bound_breaks_a_ban(agent, party):
    found = bears(SHELLING, did("shelled the valley towns", "fire", agent=agent), NOBODY)
    assert found == ((BREACHED, party) if party else None)


def test_the_people_of_a_country_are_told_by_its_adjective():
    want = wanted(MUST_NOT, "shell the valley towns", obligors=("Cassia",))
    act = did("shelled the valley towns", "fire", agent="Cassian soldiers")
    assert bears(want, act, NOBODY) == (BREACHED, "Cassia")


def test_the_army_is_nobody_where_both_parties_are_armies():
    want = wanted(MUST_NOT, "shell the valley towns", others=("the Lowland Army",))
    guns = did("shelled the valley towns", "fire", agent="army guns")
    assert said(want, guns) is None
    other = did("shelled the valley towns", "fire", agent="The Lowland Army")
    assert said(want, other) is None


@pytest.mark.parametrize("agent", ["Lowland Army", "Telm Army"])
def test_another_army_is_not_the_army(agent):
    assert said(SHELLING, did("shelled the valley towns", "fire", agent=agent)) is None


@pytest.mark.parametrize("agent", ["Some", "the last", "All of us"])
def test_an_agent_that_tells_nobody_is_no_party(agent):
    assert said(SHELLING, did("shelled the valley towns", "fire", agent=agent)) is None


def test_a_driver_is_not_the_river_front():
    want = wanted(MUST_NOT, "shell the valley towns", obligors=(FRONT,), others=(ARMY,))
    assert said(want, did("shelled the valley towns", "fire", agent="A driver")) is None


@pytest.mark.parametrize("agent", ["The enemies of the Upland Army", "Former Upland Army gunners"])
def test_the_enemies_of_a_party_are_not_the_party(agent):
    assert said(SHELLING, did("shelled the valley towns", "fire", agent=agent)) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("unlocked the gate at Orrin", KEPT),
        ("unlocked the gate", KEPT),
        ("unlocked the gate at Telm", None),
        ("unlocked the cellar", None),
        ("unlocked the gate on Friday", KEPT),
    ],
)
def test_another_place_or_another_thing_is_another_act(text, status):
    assert said(OPENING, did(text, "open")) is status


def test_a_month_is_no_thing():
    want = wanted(MUST_NOT, "lock the gate before 10 April")
    assert said(want, did("locked the cellar on 9 April", "close")) is None


def test_things_of_one_sort_are_one_thing():
    want = wanted(MUST, "let in convoys")
    assert said(want, did("let in nine lorries", "admit")) is KEPT
    assert said(want, did("let in nine nuns", "admit")) is None


def test_a_deed_that_needs_no_object_is_broken_by_any():
    assert said(SHELLING, did("shelled a market", "fire")) is BREACHED


@pytest.mark.parametrize(
    ("number", "noun", "status"),
    [
        (12, "prisoners", PARTLY),
        (40, "prisoners", KEPT),
        (41, "prisoners", KEPT),
        (12, "cattle", KEPT),
    ],
)
def test_fewer_than_wanted_keep_a_duty_in_part(number, noun, status):
    amount = counted(40, "prisoners")
    want = wanted(MUST, "free 40 prisoners", amount=amount)
    text = f"freed the prisoners, {number} {noun}"
    claim = claimed(text, (f"{number} {noun}", noun, number))
    assert said(want, did(text, "release", claim=claim)) is status


def counted(number: float, noun: str) -> Measure:
    return claimed(f"{number} {noun}", (f"{number} {noun}", noun, number)).measures[0]


def test_of_a_ban_there_is_no_part():
    want = wanted(MUST_NOT, "free 40 prisoners", amount=counted(40, "prisoners"))
    claim = claimed("freed 12 prisoners", ("12 prisoners", "prisoners", 12))
    assert said(want, did("freed 12 prisoners", "release", claim=claim)) is BREACHED


@pytest.mark.parametrize(
    ("act", "found"),
    [
        (did("entered the mill", "enter"), (KEPT, ARMY)),
        (did("entered the mill", "enter", agent=FRONT), None),
        (did("did not enter the mill", "enter", done=False), None),
        (did("drove by", "supply"), None),
    ],
    ids=lambda value: getattr(value, "text", ""),
)
def test_a_right_is_kept_by_its_use_and_not_broken_by_its_disuse(act, found):
    assert bears(ENTERING, act, NOBODY) == found


@pytest.mark.parametrize(
    ("agent", "done", "found"),
    [
        (FRONT, True, (BREACHED, FRONT)),
        ("the front", True, (BREACHED, FRONT)),
        (ARMY, True, None),
        ("brigands", True, None),
        (FRONT, False, None),
        (None, True, None),
    ],
)
def test_a_right_is_broken_where_the_other_party_prevents_its_use(agent, done, found):
    want = wanted(MAY, "let lorries into the mill")
    act = did("turned the lorries away from the mill", "refuse", agent=agent, done=done)
    assert bears(want, act, NOBODY) == found


@pytest.mark.parametrize(
    ("text", "patient", "found"),
    [
        ("The prisoners were freed", "prisoners", (KEPT, None)),
        ("The prisoners' goats were freed", "goats", None),
        ("The bread was freed", "bread", None),
    ],
)
def test_a_passive_without_an_agent_is_told_of_the_object(text, patient, found):
    act = did(text, "release", agent=None, patient=stems(patient))
    assert bears(FREEING, act, NOBODY) == found


def test_a_passive_without_an_agent_may_be_told_of_who_is_bound():
    want = wanted(MUST, "leave Orrin", obligors=("the fighters",))
    taken = did("The fighters were taken out of Orrin", "withdraw", agent=None)
    assert bears(want, taken, NOBODY) == (KEPT, None)
    nuns = did("The nuns were taken out of Orrin", "withdraw", agent=None, patient=stems("nuns"))
    assert bears(want, nuns, NOBODY) is None


def test_a_passive_without_an_agent_breaks_no_ban():
    act = did("The valley towns were shelled", "fire", agent=None)
    assert bears(SHELLING, act, NOBODY) is None


def test_a_passive_without_an_agent_that_was_not_done_breaks_a_duty():
    act = did("No prisoners were freed", "release", agent=None, done=False, **on(12))
    assert bears(FREEING, act, NOBODY) == (BREACHED, None)


HOLDING = wanted(MUST_NOT, "fire on the road", ceasefire=True)


@pytest.mark.parametrize(
    ("want", "act", "steps"),
    [
        (
            SHELLING,
            did("shelled the valley towns", "fire"),
            ["same act", "same actor", "same target", "place not told", "same time"],
        ),
        (
            SHELLING,
            did("shelled the valley towns", "fire", agent="brigands"),
            ["same act", "other actor", "same target", "place not told", "same time"],
        ),
        (
            wanted(MUST_NOT, "attack the River Front"),
            did("attacked a tribe", "fire", target="a tribe"),
            ["same act", "same actor", "other target", "place not told", "same time"],
        ),
        (
            OPENING,
            did("unlocked the gate at Telm", "open", **on(2, month=6)),
            ["same act", "same actor", "same target", "other place", "other time"],
        ),
        (
            OPENING,
            did("locked the gate at Orrin", "close"),
            ["its undoing", "same actor", "same target", "same place", "same time"],
        ),
    ],
    ids=lambda value: getattr(value, "text", ""),
)
def test_each_thing_is_compared_and_shown(want, act, steps):
    found = act_matching.compared(want, act, NOBODY)
    assert list(found.steps) == steps
    assert (found.status is None) is (found.others > 0)


@pytest.mark.parametrize(
    ("km", "step"), [(0, "same place"), (0.6, "same place"), (3, "other place")], ids=str
)
def test_who_leaves_another_place_has_not_left_this_one(km, step):
    def at(lat):
        document = Document.from_text("Corr", publisher="Herald", published="2031-04-12")
        return (Place(name="Corr", lat=lat, lon=20.0, span=span(document, 0, 4)),)

    want = wanted(MAY, "leave the town", around=at(40.0))
    act = did("left the town", "withdraw", places=at(40.0 + km))
    assert act_matching.compared(want, act, NOBODY).steps[3] == step


def test_what_one_verb_bans_is_done_by_the_same_verb():
    want = wanted(MUST_NOT, "recruit persons under 18", written="recruiting persons under 18")
    children = did("recruited 12 children under 18", "=recruit")
    assert said(want, children) is BREACHED
    assert said(want, did("recruited 12 clerks", "=recruit")) is None


def test_a_ban_on_doing_without_is_broken_only_without():
    want = wanted(MUST_NOT, "enter the mill without guards")
    assert said(want, did("entered the mill without guards", "enter")) is BREACHED
    assert said(want, did("entered the mill", "enter")) is None


@pytest.mark.parametrize(
    ("share", "day", "status"),
    [(1.0, 9, KEPT), (0.5, 9, PARTLY), (0.5, 12, PARTLY), (0.4, 9, PARTLY), (0.4, 12, BREACHED)],
)
def test_a_part_is_a_part_and_after_the_day_too_few_are_a_breach(share, day, status):
    act = did("freed some of the prisoners", "release", share=share, **on(day))
    assert said(FREEING, act) is status


def test_not_done_by_the_day_is_a_breach_and_not_done_on_the_day_is_not_due():
    late = did("had not freed the prisoners by 10 April", "release", done=False, **on(10))
    assert said(FREEING, late) is NOT_DUE
    assert said(FREEING, dataclasses.replace(late, by_then=True)) is BREACHED


@pytest.mark.parametrize(
    ("agent", "status"),
    [
        ("Upland Army and River Front guns", BREACHED),
        ("the Upland Army", None),
        ("the Upland Army and tribesmen", None),
    ],
)
def test_each_other_is_the_parties_where_both_acted(agent, status):
    want = wanted(MUST_NOT, "attack each other", obligors=(ARMY, FRONT), others=())
    assert said(want, did("shelled each other", "fire", agent=agent, target="each other")) is status


def test_acts_are_found_by_their_deeds_and_those_of_the_whole_apart():
    shelled, opened = did("shelled a town", "fire"), did("unlocked the gate", "open")
    locked, broke = did("locked the gate", "close"), did("broke the truce", whole=False)
    every = Acts([shelled, opened, locked, broke])
    assert every.about(SHELLING, NOBODY) == [shelled]
    assert every.about(OPENING, NOBODY) == [opened, locked]
    assert every.whole == [broke]
    assert Acts([]).about(OPENING, NOBODY) == []


@pytest.mark.parametrize("want", [SHELLING, OPENING, FREEING, ENTERING])
def test_acts_of_the_bound_are_held_against_a_duty_as_all_are_but_for_those_of_others(want):
    agents = (ARMY, "the army", "Upland guns", FRONT, "the cooks", "the prisoners", "it", None)
    deeds = ("fire", "open", "close", "release", "enter")
    told = ("the valley towns", "the gate at Orrin", "the prisoners", "the mill")
    acts = [did(f"did it to {t}", d, agent=a) for a in agents for d in deeds for t in told]
    every = [(act, found) for act in acts if (found := compared(want, act, NOBODY, most=1))]
    held = Acts(acts).held(want, NOBODY, most=1)
    telling = [
        [(a, f) for a, f in rows if f.status is not None or f.by in want.obligors]
        for rows in (held, every)
    ]
    assert telling[0] == telling[1]
    assert 0 < len(telling[0]) <= len(held) < len(every)


@pytest.mark.parametrize(
    ("speaker", "target", "status"),
    [
        (FRONT, "their posts on the river", BREACHED),
        ("the Marsh Council", "their posts on the river", None),
        (FRONT, "their own posts", None),
        (ARMY, "their posts on the river", None),
    ],
)
def test_theirs_is_what_the_speaker_has(speaker, target, status):
    want = wanted(MUST_NOT, "attack each other", obligors=(ARMY, FRONT), others=())
    claim = claimed("shelled their posts")
    claim = claim.model_copy(update={"speaker": claim.speaker.model_copy(update={"name": speaker})})
    assert said(want, did("shelled their posts", "fire", target=target, claim=claim)) is status


# ---- the law: no false alarm

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9)
STRANGERS = st.one_of(
    st.sampled_from(
        [
            "brigands",
            "the Marsh Council",
            "Salt Guild boats",
            "masked men of the Stone Column",
            "a Tessian patrol",
            "TC gunners",
        ]
    ),
    st.lists(WORDS, min_size=1, max_size=5).map(" ".join),
)
TERMS = st.sampled_from(
    [
        SHELLING,
        FREEING,
        OPENING,
        ENTERING,
        HOLDING,
        wanted(MUST, "stop its patrols"),
        wanted(MUST, "keep its boats out of the lane"),
        wanted(MUST, "leave the mill without flags"),
        wanted(MAY, "let lorries into the mill", obligors=(FRONT,), others=(ARMY,)),
    ]
)
DEEDS = st.frozensets(st.sampled_from(sorted(load().against)), min_size=1, max_size=3)
TEXTS = st.sampled_from(
    [
        "shelled the valley towns",
        "no prisoners were freed",
        "the gate at Orrin",
        "patrols, boats in the lane, flags and lorries at the mill",
    ]
)


def is_strange(agent):
    """Return whether a name tells somebody and shares no word with a party."""
    words = content_words(agent)
    return bool(words) and not words & (content_words(ARMY) | content_words(FRONT))


@given(
    TERMS,
    DEEDS,
    TEXTS,
    STRANGERS.filter(is_strange),
    st.booleans(),
)
def test_what_a_stranger_did_is_no_breach(want, deeds, text, agent, done):
    found = bears(want, did(text, *deeds, agent=agent, done=done), NOBODY)
    assert found is None or found[0] is not BREACHED


OUTSIDE = st.one_of(
    st.dates(date(2000, 1, 1), date(2031, 3, 31)), st.dates(date(2031, 5, 1), date(2060, 1, 1))
)


@given(TERMS, DEEDS, TEXTS, st.booleans(), OUTSIDE)
def test_what_was_done_outside_the_window_bears_on_nothing(want, deeds, text, done, day):
    act = did(text, *deeds, done=done, when=(day, day))
    assert bears(want, act, NOBODY) is None


@given(TERMS, DEEDS, TEXTS, st.integers(-40, 70))
def test_a_day_bears_only_where_it_lies_in_the_window(want, deeds, text, days):
    day = IN_TIME[0] + timedelta(days)
    act = did(text, *deeds, when=(day, day))
    inside = did(text, *deeds)
    found = bears(want, act, NOBODY)
    assert found is None or (want.first <= day <= want.last and bears(want, inside, NOBODY))


# ---- the same of whole reports


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("The Upland Army shelled the valley towns on 9 April, residents said.", ["breached"]),
        ("The Upland Army shelled the valley towns on 29 March, residents said.", []),
        ("The Upland Army shelled the valley towns in 2029, residents said.", []),
        ("The River Front shelled the valley towns on 9 April, residents said.", []),
        ("Brigands shelled the valley towns on 9 April, residents said.", []),
        ("The valley towns were shelled on 9 April, residents said.", []),
        ("The army did not shell the valley towns, the mayor said.", ["kept"]),
        ("The Upland Army will shell the valley towns, residents said.", []),
    ],
)
def test_a_report_bears_on_a_ban_only_by_its_act_its_actor_and_its_time(told, found):
    case = judged("The army must not shell the valley towns.", told)
    assert [one.status.value for one in evidence(case)] == found


@pytest.mark.parametrize(
    "told",
    [
        "The Upland Army opened a school in the capital on 9 April.",
        "The Lowland Army shelled the valley towns on 9 April.",
        "Some shelled the valley towns on 9 April.",
        "The River Front met the Upland Army in March and shelled Orrin on 9 April.",
        "The army struck a deal with the cooks on 9 April.",
    ],
)
def test_a_report_of_something_else_is_no_breach(told):
    case = judged("The army must not shell the valley towns.", told)
    assert "breached" not in [one.status.value for one in evidence(case)]


def test_acts_are_looked_up_by_their_deeds_and_by_what_they_name():
    freed, let_go = did("freed the prisoners", "release"), did("freed the crew", "release")
    acts = Acts([freed, did("slept in the valley towns"), let_go])
    assert acts.about(FREEING, NOBODY) == [freed, let_go]
    assert acts.about(FREEING, NOBODY, naming=True) == [freed]


def test_no_act_is_held_against_a_duty_any_further_where_too_much_is_other():
    late = did("shelled the valley towns", "fire", when=(date(2041, 4, 2), date(2041, 4, 2)))
    assert compared(SHELLING, late, NOBODY).others == 1
    assert compared(SHELLING, late, NOBODY, most=0) is None
