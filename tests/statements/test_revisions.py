"""The words that tell an earlier answer from a later one."""

import pytest

from variorum.statements import revisions
from variorum.statements.revisions import (
    CONFIRMED,
    EARLIER,
    HOSPITAL,
    OF_THEM,
    PARTIAL,
    UNCONFIRMED,
    is_marked,
    marks_in,
)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("13 deaths have been confirmed", CONFIRMED),
        ("UNCONFIRMED reports", UNCONFIRMED),
        ("nine dead were taken to the hospital", HOSPITAL),
        ("los nueve muertos llevados al hospital", HOSPITAL),
    ],
)
def test_a_word_of_a_row_marks_the_text(text, mark):
    assert mark in marks_in(text)


@pytest.mark.parametrize(
    ("row", "italian", "bulgarian", "others"),
    [
        ("first", "parlava di un bilancio provvisorio", "по-рано беше съобщено за шест", "sei"),
        ("later", "in seguito furono otto", "по-късно бяха осем", "dopo le otto"),
        ("corrected", "il comune ha rettificato", "общината коригира броя", "il conte retto"),
        ("withdrew", "ha ritrattato la cifra", "оттегли твърдението", "тегли влака"),
        (PARTIAL, "nove salme all'obitorio", "девет тела в моргата", "nove salme al porto"),
        (PARTIAL, "due feriti gravemente", "двама са в тежко състояние", "due feriti"),
        (UNCONFIRMED, "notizie non confermate", "непотвърдени сведения", "notizie"),
        (CONFIRMED, "otto morti accertati", "осем потвърдени жертви", "otto morti certo"),
        ("bodies", "nove cadaveri", "девет трупа", "nove corpulenti"),
        ("several", "gli attacchi aerei", "при бомбардировките", "in un attacco"),
        ("campaign", "dall'inizio della guerra", "от началото на войната", "la guerra di ieri"),
        ("planned", "in base all'accordo", "съгласно споразумението", "dopo l'accordo"),
        ("to_be", "partiranno, o dovranno", "трябва да тръгнат", "дали тръгнаха"),
        ("others", "altri sei", "още шест", "sei"),
        ("toward", "verso Lirna", "към Лирна", "da Lirna"),
        ("area", "la città", "градът", "un fiume"),
        ("kin", "sei ribelli e le loro famiglie", "бойци и семействата им", "le famiglie"),
        ("of_some", "due degli ostaggi", "двама от ранените", "двама от сутринта"),
        (OF_THEM, "46 di loro", "46 от тях", "46 per loro"),
        ("source", "provenienti da Lirna", "родом от Лирна", "verso Lirna"),
        ("among", "sei, tra cui due bambini", "шест, сред тях две деца", "sei e due"),
        ("the_event", "nell'attentato", "при атентата", "in attentati"),
        ("toll", "il numero dei morti", "броят на загиналите", "il numero"),
        ("so_far", "il bilancio potrebbe salire", "броят може да нарасне", "il bilancio sale"),
        ("expected", "attendono sei feriti", "очакват шест ранени", "vedono sei feriti"),
        ("recent", "gli ultimi", "последните", "gli altri"),
        ("since", "tre giorni fa", "три дни по-късно", "tre giorni"),
        ("night", "nella notte", "през нощта", "nel giorno"),
    ],
)
def test_rows_hold_words_of_the_languages_that_came_last(row, italian, bulgarian, others):
    assert [is_marked(text, row) for text in (italian, bulgarian, others)] == [True, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "46 of these killings",
        "46 davon",
        "46 d'entre elles",
        "46 de los cuales",
        "46 dos quais",
        "46 delle quali",
        "46 av dem",
        "46 dari mereka",
        "bunlardan 46",
        "46 spośród nich",
        "46 из которых",
        "46 з яких",
        "46 منهم",
        "46 نفر از آنها",
        "46 от които",
    ],
)
def test_a_part_of_those_told_before_is_known_in_every_language(text):
    assert is_marked(text, OF_THEM)
    assert not is_marked("46 of the killings", OF_THEM)


def test_words_are_whole_words():
    assert CONFIRMED not in marks_in("unconfirmed reports")
    assert (
        marks_in("Thirteen buses left for the hospital.")
        & {CONFIRMED, EARLIER, PARTIAL, UNCONFIRMED}
        == set()
    )


def test_all_rows_are_found_that_hold_a_word_of_a_text_in_any_case():
    rows = revisions._rows()
    for word in {word for words in rows.values() for word in words}:
        for text in (word, word.upper(), f"x {word.title()}, y"):
            assert marks_in(text) == {row for row in rows if is_marked(text, row)}
