from __future__ import annotations

import pytest

from variorum.normalise.numbers.quantities_by_lexicon import quantities_by_lexicon


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "unit"),
    [
        ("de", "zwischen 300 und 500 Kämpfer", 300, 500, None),
        ("fr", "plus de 3 millions d'euros", 3_000_000, None, "EUR"),
        ("ru", "от 20 до 30 тонн", 20, 30, "tonne"),
        ("es", "casi 50 camiones", 45, 50, None),
        ("pt", "mais do que 70 pessoas", 70, None, None),
    ],
)
def test_bounds_ranges_and_units(
    language: str, text: str, low: float, high: float | None, unit: str | None
) -> None:
    (quantity,) = quantities_by_lexicon(text, language)
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "ein Zug mit mehr als 70 Menschen"), ("nb", "et fly med mer enn 70 personer")],
)
def test_one_thing_with_more_than_so_many_is_no_difference(language: str, text: str) -> None:
    *_, quantity = quantities_by_lexicon(text, language)
    assert (quantity.low, quantity.high) == (70, None)


def test_offsets_are_those_of_the_text() -> None:
    text = "Es kamen etwa 200 Menschen."
    (quantity,) = quantities_by_lexicon(text, "de")
    assert text[quantity.start : quantity.end] == "etwa 200"
    assert text[slice(*quantity.core)] == "200"


def test_an_article_is_told_from_a_number() -> None:
    (quantity,) = quantities_by_lexicon("ein Mann", "de")
    assert quantity.is_one


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("ru", "несколько сот человек", 200, 999),
        ("ru", "несколько сот тысяч человек", 200_000, 999_999),
        ("uk", "кількасот людей", 200, 999),
        ("es", "varias decenas", 20, 99),
        ("pt", "algumas centenas", 200, 999),
        ("nb", "noen titalls", 20, 99),
    ],
)
def test_several_tens_and_hundreds_are_one_number(language, text, low, high):
    assert [(q.low, q.high) for q in quantities_by_lexicon(text, language)] == [(low, high)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "des estimations allant de 20 victimes à 90 morts"),
        ("es", "las cifras oscilan entre 20 víctimas y 90 muertos"),
        ("de", "die Zahlen reichen von 20 Opfern bis zu 90 Toten"),
        ("pt", "os números vão de 20 vítimas a 90 mortos"),
        ("it", "le cifre vanno da 20 vittime a 90 morti"),
        ("ru", "оценки колеблются от 20 жертв до 90 погибших"),
        ("pl", "szacunki wahają się od 20 ofiar do 90 zabitych"),
        ("ar", "تتراوح التقديرات بين 20 قتيلا و90 قتيلا"),
    ],
)
def test_a_range_may_name_what_it_counts_at_both_ends(language, text):
    assert [(q.low, q.high) for q in quantities_by_lexicon(text, language)] == [(20, 90)]


def test_a_way_from_some_places_to_others_is_no_range():
    found = quantities_by_lexicon("ils vont de 2 villages vers 9 camps", "fr")
    assert [(q.low, q.high) for q in found] == [(2, 2), (9, 9)]


@pytest.mark.parametrize(
    ("language", "text", "high"),
    [
        ("uk", "загинули, щонайменше, 10 людей", None),
        ("es", "murieron, al menos, 10 personas", None),
        ("fr", "il en est venu plus, 10 hommes", 10),
    ],
)
def test_at_least_may_stand_between_commas(language, text, high):
    assert [(q.low, q.high) for q in quantities_by_lexicon(text, language)] == [(10, high)]


@pytest.mark.parametrize(
    ("language", "text", "bounds"),
    [
        ("it", "oltre una cinquantina di case", (50, None)),
        ("es", "más de un centenar de casas", (100, None)),
        ("fr", "plus d'une centaine de maisons", (100, None)),
        ("uk", "понад півсотні будинків", (50, None)),
        ("fr", "environ une centaine de maisons", (90, 110)),
        ("fr", "une centaine de maisons", (90, 110)),
        ("it", "non sono più di 40", (None, 40)),
        ("it", "sono più di 40", (40, None)),
        ("tr", "sayısı 46'yı aşmadı", (None, 46)),
        ("tr", "sayısı 46'yı aştığına", (46, None)),
        ("pt", "além de 100 casas", (100, 100)),
        ("fr", "cinquante-et-une maisons", (51, 51)),
        ("fr", "soixante-et-onze maisons", (71, 71)),
    ],
)
def test_what_bounds_a_rough_number(
    language: str, text: str, bounds: tuple[float | None, float | None]
) -> None:
    (quantity,) = quantities_by_lexicon(text, language)
    assert (quantity.low, quantity.high) == bounds


def test_the_bound_of_the_next_number_is_not_that_of_one() -> None:
    one, two = quantities_by_lexicon("Um incêndio matou pelo menos 28 pessoas.", "pt")
    assert (one.low, one.high, two.low, two.high) == (1, 1, 28, None)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ru", "Взлетел Ту-22М3.", 0),
        ("ar", "هناك و13 جريحا.", 1),
        ("uk", "Прийшла 117-ї бригади рота.", 0),
        ("pt", "O quartel da 9.ª Brigada ardeu.", 0),
        ("pt", "Chegaram no domingo, 15, de barco.", 0),
        ("fr", "Elle est venue à 3h du matin.", 0),
    ],
)
def test_numbers_in_names_days_and_hours_are_no_quantities(
    language: str, text: str, found: int
) -> None:
    assert len(quantities_by_lexicon(text, language)) == found
