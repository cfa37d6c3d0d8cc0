"""Names of bodies word for word: the same set of meanings in every language."""

import pytest

from variorum.language.words.body_names import is_telling, meanings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Iraqi Health Ministry", "en"), ("Ministry of Health of Iraq", "en")),
        (("Iraqi Foreign Ministry", "en"), ("irakisches Außenministerium", "de")),
        (("Turkish Defence Ministry", "en"), ("Department of Defense of Turkey", "en")),
        (("Turkish Health Ministry", "en"), ("tyrkiske helsedepartementet", "nb")),
    ],
)
def test_names_of_one_body_have_the_same_parts(one, other):
    assert meanings(*one) == meanings(*other)
    assert is_telling(meanings(*one))


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Forces démocratiques polonaises", "fr"),
        ("Fuerzas Democráticas de Polonia", "es"),
        ("Forças Democráticas da Polônia", "pt"),
        ("Pasukan Demokratik Polandia", "id"),
        ("Демократические силы Польши", "ru"),
        ("قوات بولندا الديمقراطية", "ar"),
    ],
)
def test_a_name_in_another_language_is_the_same(name, language):
    assert {"forces", "democratic"} <= meanings(name, language)
    assert is_telling(meanings(name, language))


def test_countries_are_told_by_name_and_by_what_is_of_them():
    for name in ("Turkish army", "Turkey's army", "army of Türkiye"):
        assert meanings(name, "en") == {"TR", "army"}
    assert meanings("US army", "en") == meanings("amerikanische Armee", "de")
    assert meanings("Austrian army", "en") != meanings("Australian army", "en")
    # Nobody can tell which of two countries a word is made of.
    assert "NE" not in meanings("Nigerian army", "en") | meanings("armée nigérienne", "fr")


@pytest.mark.parametrize("name", ["National Council", "Liberation Front", "Ada Lund", "coalition"])
def test_a_name_that_many_bodies_may_have_tells_none(name):
    assert not is_telling(meanings(name, "en"))


def test_a_country_alone_is_its_government():
    assert meanings("United States", "en") == meanings("U.S.", "en") == {"US"}
    assert is_telling(meanings("Israel", "en"))


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Observatoire libanais des droits de l'homme", "fr"),
        ("Libanesische Beobachtungsstelle für Menschenrechte", "de"),
        ("Osservatorio libanese per i diritti umani", "it"),
        ("Det libanesiske observatoriet for menneskerettigheter", "nb"),
    ],
)
def test_small_words_and_joints_within_a_name_are_not_parts_of_it(name, language):
    assert meanings(name, language) == meanings("Lebanese Observatory for Human Rights", "en")
