"""Who speaks where nouns have no article, and what is said up to where another tells all of it."""

import pytest

from variorum import extract
from variorum.model import Document

SPOKEN = [
    # Whom it was told to, where and when is passed: the case tells who speaks.
    ("ru", "Старый мост закрыт, сообщил журналистам в эфире радио официальный представитель"
     " мэрии Пётр Лунд.",
     "Пётр Лунд"),
    ("ru", "Старый мост закрыт, сообщил представителю мэрии Пётр Лунд.", "Пётр Лунд"),
    ("pl", "Most jest zamknięty – mówił jeszcze w środę wieczorem prezydent Piotr Lund.",
     "Piotr Lund"),
    ("pl", "Anna Lund, zwolniona z portu, powiedziała AP, że most jest zamknięty.", "Anna Lund"),
    # Several may speak in a body, which is named whole.
    ("ru", "Старый мост закрыт, заявили в министерстве обороны Норвегии.",
     "министерстве обороны Норвегии"),
    ("ru", "Старый мост закрыт, заявили в среду эксперты.", "эксперты"),
    ("uk", "Старий міст закрито, кажуть у прокуратурі.", "прокуратурі"),
    ("ru", "В Центре по правам рыбаков полиции сообщили, что мост закрыт.",
     "Центре по правам рыбаков полиции"),
    ("ru", "В начале января в полиции подсчитали, что погибли 40 рыбаков.", "полиции"),
    # Who holds an office stands behind where it is; a place alone is no name.
    ("ru", "Старый мост закрыт, сказал посол Норвегии в Дании Пётр Лунд.", "Пётр Лунд"),
    ("ru", "Старый мост закрыт, сказал посол Норвегии в Южной Дании.", "посол Норвегии"),
    ("ru", "Старый мост закрыт, сказал министр полиции Южной Дании Пётр Лунд.", "Пётр Лунд"),
    ("uk", "Начальник ГУР МО заявив, що міст закрито.", "Начальник ГУР МО"),
    # A mark that is part of a name is closed; one around the name is none of it.
    ("ru", 'Движение "Свободный порт" заявило, что мост закрыт.', 'Движение "Свободный порт"'),
    ("ru", "«Свободный порт» заявил, что мост закрыт.", "Свободный порт"),
    # In another case nobody acts.
    ("ru", "С утра говорили о 40 погибших.", "unnamed"),
    ("ru", "Эксперты говорили о 40 погибших.", "Эксперты"),
    ("ru", "Рыбакам обещали новый мост через реку.", "unnamed"),
    ("uk", "Про це йдеться в наказах порту від 28 лютого, пише Чайка.", "Чайка"),
    # What is added has the subject of its sentence.
    ("ru", "Полиция закрыла мост, заявив, что погибли 40 рыбаков.", "Полиция"),
]  # fmt: skip


def claims_of(language, text):
    document = Document.from_text(text, language=language, publisher="Paper")
    return [claim for claim in extract(document) if claim.cue is not None]


@pytest.mark.parametrize(("language", "text", "speaker"), SPOKEN)
def test_the_case_tells_who_speaks(language, text, speaker):
    assert {claim.speaker.name for claim in claims_of(language, text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Министр Пётр Лунд заявил, что мост закрыт до весны, передает агентство «Чайка».",
         "мост закрыт до весны"),
        ("Министр Пётр Лунд заявил, что мост закрыт, а порт открыт.",
         "мост закрыт, а порт открыт"),
    ],
)  # fmt: skip
def test_what_one_says_ends_where_another_tells_all_of_it(text, content):
    (said,) = (c for c in claims_of("ru", text) if c.speaker.name == "Пётр Лунд")
    assert said.content[0].exact == content


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Мэр сообщил, что судно потопила мина, которую могли бросить рыбаки.", "CT+"),
        ("Мэр сообщил, что судно могла потопить мина.", "PS+"),
        ("Эксперты говорят, что мост якобы закрыт.", "CT+"),
        ("Мост якобы закрыли 40 рыбаков.", "PR+"),
    ],
)
def test_a_doubt_of_a_clause_or_of_the_reporter_is_not_the_speakers(text, certainty):
    (said,) = extract(Document.from_text(text, language="ru", publisher="Paper"))
    assert said.certainty.value == certainty
