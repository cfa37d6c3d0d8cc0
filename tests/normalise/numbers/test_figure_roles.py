"""What a number is in its sentence, in every language that is read."""

from __future__ import annotations

import pytest

from variorum.normalise.numbers.figure_roles import TELLINGS
from variorum.normalise.numbers.quantities import quantities
from variorum.normalise.numbers.quantity import Role

CHANGES = [
    ("en", "The death toll rose by 3 to 21."),
    ("en", "The number of dead climbed to 21 from 18."),
    ("en", "Deaths went up from 18 to 21."),
    ("fr", "Le bilan est passé de 18 à 21 morts."),
    ("fr", "Le nombre de morts a augmenté de 18 à 21."),
    ("de", "Die Zahl der Toten stieg um 3 auf 21."),
    ("de", "Die Zahl der Toten ist von 18 auf 21 gestiegen."),
    ("es", "La cifra de heridos subió de 18 a 21."),
    ("es", "Los heridos aumentaron en 3 hasta 21."),
    ("pt", "O número de feridos aumentou em 3 para 21."),
    ("pt", "O balanço passou de 18 para 21 mortos."),
    ("ru", "Число раненых увеличилось на 3 до 21."),
    ("ru", "Число погибших выросло с 18 до 21 человека."),
    ("uk", "Кількість загиблих зросла з 18 до 21."),
    ("pl", "Liczba rannych wzrosła o 3 do 21."),
    ("pl", "Liczba ofiar zwiększyła się z 18 do 21."),
    ("nb", "Antallet døde steg fra 18 til 21."),
    ("tr", "Yaralı sayısı 18'den 21'e yükseldi."),
    ("id", "Jumlah korban luka naik dari 18 menjadi 21."),
    ("ar", "ارتفع عدد القتلى من 18 إلى 21."),
    ("fa", "شمار زخمیان از ۱۸ به ۲۱ نفر افزایش یافت."),
]


def figures(language: str, text: str) -> list[tuple[float | None, float | None]]:
    """Return the bounds of the figures, without what is only named beside them."""
    return [(q.low, q.high) for q in quantities(text, language) if q.role == "figure"]


@pytest.mark.parametrize(("language", "text"), CHANGES)
def test_of_a_change_only_the_result_is_the_figure(language: str, text: str) -> None:
    assert figures(language, text) == [(21, 21)]
    assert len(quantities(text, language)) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Between 18 and 21 people fell ill."),
        ("en", "From 18 to 21 people died."),
        ("fr", "De 18 à 21 personnes sont mortes."),
        ("de", "18 bis 21 Menschen starben."),
        ("es", "Murieron de 18 a 21 personas."),
        ("ru", "Погибли от 18 до 21 человека."),
        ("pl", "Zginęło od 18 do 21 osób."),
    ],
)
def test_a_range_without_a_change_stays_one(language: str, text: str) -> None:
    assert figures(language, text) == [(18, 21)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "21 people, not 18, were hurt."),
        ("en", "21 people were hurt, rather than the 18 first named."),
        ("fr", "21 personnes, et non 18, ont été blessées."),
        ("de", "21 Menschen, nicht 18, wurden verletzt."),
        ("es", "Hubo 21 heridos, y no 18."),
        ("pt", "Houve 21 feridos, e não 18."),
        ("ru", "Ранены 21, а не 18 человек."),
        ("uk", "Поранено 21, а не 18 людей."),
        ("pl", "Rannych jest 21, a nie 18 osób."),
        ("nb", "21 personer, ikke 18, ble skadd."),
        ("tr", "18 değil 21 kişi yaralandı."),
        ("id", "21 orang, bukan 18, terluka."),
    ],
)
def test_what_is_denied_is_no_figure(language: str, text: str) -> None:
    assert [(q.low, q.high) for q in quantities(text, language)] == [(21, 21)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "All but four of the 25 miners came up."),
        ("en", "All 25 miners but four came up."),
        ("fr", "Tous les 25 mineurs sauf quatre sont remontés."),
        ("de", "Alle bis auf vier der 25 Bergleute kamen frei."),
        ("es", "Todos los 25 mineros menos cuatro salieron."),
        ("pt", "Todos os 25 mineiros menos quatro saíram."),
        ("ru", "Все 25 шахтёров, кроме четырёх, спасены."),
        ("nb", "Alle 25 gruvearbeiderne bortsett fra fire kom opp."),
    ],
)
def test_an_exception_is_taken_off_its_whole(language: str, text: str) -> None:
    assert figures(language, text) == [(21, 21)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "None of the 21 miners was hurt."),
        ("fr", "Aucun des 21 mineurs n'a été blessé."),
        ("de", "Keiner der 21 Bergleute wurde verletzt."),
        ("es", "Ninguno de los 21 mineros resultó herido."),
        ("pt", "Nenhum dos 21 mineiros ficou ferido."),
        ("ru", "Ни один из 21 шахтёра не пострадал."),
        ("uk", "Жоден із 21 шахтаря не постраждав."),
        ("pl", "Żaden z 21 górników nie ucierpiał."),
        ("nb", "Ingen av de 21 gruvearbeiderne ble skadd."),
        ("tr", "21 madencinin hiçbiri yaralanmadı."),
        ("id", "Tidak satu pun dari 21 penambang terluka."),
        ("fa", "هیچ یک از ۲۱ معدنچی آسیب ندید."),
    ],
)
def test_none_of_so_many_is_none(language: str, text: str) -> None:
    assert figures(language, text) == [(0, 0)]
    assert [q.low for q in quantities(text, language) if q.role == "whole"] == [21]


def test_a_figure_that_another_is_compared_with_is_a_former_one() -> None:
    read = quantities("21 people died, up from 18 a day earlier.")
    assert [(q.low, q.role) for q in read] == [(21, "figure"), (18, "former")]


def test_a_change_by_a_range_of_shares_is_one_change() -> None:
    (read,) = quantities("Prices rose by 10 to 12 percent.")
    assert (read.low, read.high, read.role) == (10, 12, "change")


def test_gone_up_to_is_where_a_figure_stands_and_up_to_its_upper_bound() -> None:
    assert figures("en", "The toll has gone up to 21.") == [(21, 21)]
    assert figures("en", "Up to 21 people died.") == [(None, 21)]


def test_a_word_of_change_in_another_sentence_changes_nothing() -> None:
    assert figures("fr", "Le nombre augmente. Dans ce village, de 18 à 21 morts.") == [(18, 21)]


def test_every_pattern_tells_the_role_of_a_number():
    assert all(telling.roles for telling in TELLINGS.values())
    assert TELLINGS["moved"].roles == (Role.FORMER, Role.FIGURE)


def test_a_pattern_whose_number_is_none_tells_none() -> None:
    assert quantities("Всички (и децата) чакаха.", "bg") == []
