"""Hours of the day are read in every language, and two of them are apart or may be one."""

import pytest

from variorum.language.words.hours import hours_in


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The bridge fell at about 3:19 p.m. local time.", ["15:19"]),
        ("en", "It fell at around 3 p.m. and not in the morning.", ["about 15:00", "morning"]),
        ("en", "The plane came at 0824 on 17 March.", ["08:24"]),
        ("en", "It fell at midnight; nobody saw it at noon.", ["00:00", "12:00"]),
        ("de", "Die Brücke fiel gegen drei Uhr nachmittags.", ["about 15:00"]),
        ("fr", "Le pont est tombé à 14 h 28.", ["14:28"]),
        ("fr", "Le pont est tombé vers 2 heures du matin.", ["about 02:00"]),
        ("es", "El puente cayó a las 4:30 p.m.", ["16:30"]),
        ("pt", "A ponte caiu por volta das 13h00.", ["about 13:00"]),
        ("it", "Il ponte è caduto verso le 2.00.", ["about 02:00"]),
        ("nb", "Brua falt klokken 14.30.", ["14:30"]),
        ("id", "Jembatan itu runtuh pukul 16.30 WIT.", ["16:30"]),
        ("tr", "Köprü saat 03.00'te çöktü.", ["03:00"]),
        ("pl", "Most runął o godz. 5 po południu.", ["17:00"]),
        ("ru", "Мост рухнул в 9 утра.", ["09:00"]),
        ("uk", "Міст упав о 9 годині ранку.", ["09:00"]),
        ("bg", "Мостът падна в 9 часа сутринта.", ["09:00"]),
        ("ar", "سقط الجسر نحو الواحدة ظهرا.", ["about 13:00"]),
        ("fa", "پل ساعت ۹ صبح فرو ریخت.", ["09:00"]),
        ("en", "It fell at 3 p.m. and had cost about a million.", ["15:00"]),
        ("xx", "at 3 p.m.", []),
    ],
)
def test_hours_are_read_in_each_language(language, text, told):
    assert [hour.words for hour in hours_in(text, language)] == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It fell at 5 p.m. GMT."),
        ("en", "The strike lasted 24 hours and cost 3:1."),
        ("fr", "Le trajet dure 3 heures."),
        ("es", "Las dos repúblicas firmaron."),
        ("it", "Il viaggio dura 14 ore."),
    ],
)
def test_other_zones_and_lengths_of_time_are_no_hours(language, text):
    assert hours_in(text, language) == []


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("at 3 p.m.", "at 4 p.m.", True),
        ("at 3 p.m.", "at 3:59 p.m.", True),
        ("at 3 p.m.", "at 3:40 p.m.", False),
        ("at 3:19 p.m.", "at 3:48 p.m.", False),
        ("at 3:19 p.m.", "at 3:49 p.m.", True),
        ("at about 3 p.m.", "at 4:15 p.m.", True),
        ("at about 3 p.m.", "at 4 p.m.", False),
        ("at about 3 p.m.", "at about 5 p.m.", True),
        ("at about 3 p.m.", "at about 4:45 p.m.", False),
        ("in the morning", "in the afternoon", True),
        ("in the evening", "at night", False),
        ("at 11:30 p.m.", "in the early hours", False),
        ("at 2 a.m.", "overnight", False),
        ("at 2 a.m.", "in the evening", True),
        ("at 1 p.m.", "in the morning", True),
        ("at 12:30 p.m.", "in the morning", False),
    ],
)
def test_hours_are_apart_by_more_than_either_may_be_off(one, other, apart):
    first, second = (hours_in(f"It fell {text}, he said.", "en")[0] for text in (one, other))
    assert first.apart(second) is apart
    assert second.apart(first) is apart
