"""Measures in the languages that are read by lexicon: none, some, and what is left out."""

import pytest

from variorum.model import Document
from variorum.normalise.measures.measures import measures


def read(language, text):
    document = Document.from_text(text).model_copy(update={"language": language})
    return [(m.kind, m.low, m.high, m.scope.event) for m in measures(document)]


@pytest.mark.parametrize(
    ("language", "text", "kind", "event"),
    [
        ("de", "Bei dem Angriff wurden keine Zivilisten getötet.", "people.civilians", "killed"),
        ("es", "No había extranjeros entre los combatientes.", "people.foreigners", None),
        ("pt", "Não houve mortos.", "people", "killed"),
        ("pl", "Cudzoziemców tam nie było.", "people.foreigners", None),
        ("uk", "Загиблих немає.", "people", "killed"),
        ("tr", "Saldırıda hiçbir sivil ölmedi.", "people.civilians", "killed"),
    ],
)
def test_that_there_were_none_is_a_measure_of_none(language, text, kind, event):
    assert (kind, 0.0, 0.0, event) in read(language, text)


def test_who_had_none_of_something_were_not_none():
    assert read("ru", "У боевиков не было оружия.") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            "Город покинули 310 человек, иностранцев среди них не было.",
            ("people.foreigners", 0.0, 0.0, "left"),
        ),
        (
            "es",
            "Salieron 310 combatientes. No había extranjeros entre ellos.",
            ("people.foreigners", 0.0, 0.0, "left"),
        ),
        (
            "fr",
            "85 personnes étaient sous terre. Le syndicat dit qu'elles étaient 112.",
            ("people", 112.0, 112.0, "inside"),
        ),
        (
            "nb",
            "Selskapet sier at 85 personer var nede i gruven. Fagforeningen sier at det var 112.",
            ("people", 112.0, 112.0, "inside"),
        ),
        (
            "ar",
            "بلغ عدد المشاركين 12 ألفا.",
            ("people.participants", 12000.0, 12000.0, "participated"),
        ),
    ],
)
def test_what_befell_those_before_is_taken_over_where_the_words_say_so(language, text, expected):
    assert expected in read(language, text)


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("de", "Die Leichen von 19 Bergleuten wurden geborgen.", "killed"),
        ("fr", "Environ 9 000 personnes sont descendues dans la rue.", "participated"),
        ("es", "14 personas siguen desaparecidas.", "missing"),
        ("pl", "Czterech mężczyzn wydobyto żywych.", "rescued"),
        ("uk", "Місто залишили 600 бойовиків.", "left"),
        ("ar", "أطلق الجيش سراح 120 أسيرا.", "released"),
        ("id", "31 orang kehilangan nyawa.", "killed"),
        ("nb", "Hæren løslot 120 fanger.", "released"),
    ],
)
def test_what_befell_the_counted_is_read(language, text, event):
    assert [one[3] for one in read(language, text)] == [event]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pt", "Um ataque deixou duas pessoas mortas.", ("people", 2.0, 2.0, "killed")),
        ("ar", "قُتل أحد عشر مدنياً وأصيب آخرون.", ("people.civilians", 11.0, 11.0, "killed")),
        (
            "ar",
            "قُتل أربعة مدنيين، بينهم طفلان، وأصيب آخرون.",
            ("people.children", 2.0, 2.0, "killed"),
        ),
        (
            "fa",
            "حمله به کشته شدن ده غیرنظامی و زخمی شدن شماری دیگر منجر گردید.",
            ("people.civilians", 10.0, 10.0, "killed"),
        ),
    ],
)
def test_what_befell_them_stands_right_beside_them(language, text, expected):
    assert expected in read(language, text)
