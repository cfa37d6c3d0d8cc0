"""Who exactly is counted, in the languages that are read by lexicon."""

import pytest

from variorum.model import Document
from variorum.normalise.measures.measures import measures
from variorum.normalise.measures.populations_by_lexicon import populations_of


def read(language, text, number):
    document = Document.from_text(text, language=language, published="2020-05-05")
    return next(m.scope.population for m in measures(document) if m.low == number)


@pytest.mark.parametrize(
    ("language", "text", "number", "population"),
    [
        ("fr", "Ils ont tué 275 combattants syriens.", 275, ("Syrian",)),
        ("fr", "Ils ont tué 275 combattants.", 275, ()),
        ("fr", "275 soldats ont été tués par les forces turques.", 275, ()),
        ("fr", "275 combattants étrangers ont été tués.", 275, ()),
        ("fr", "275 soldats loyalistes ont été tués.", 275, ("government",)),
        ("es", "Murieron 30 ciudadanos de Kirguistán.", 30, ("Kyrgyz",)),
        ("es", "Murieron 30 soldados malienses.", 30, ("Malian",)),
        ("pt", "Foram mortos 12 indígenas.", 12, ("Indigenous",)),
        ("it", "Sono morti 12 soldati francesi.", 12, ("French",)),
        ("de", "30 syrische Kämpfer wurden getötet.", 30, ("Syrian",)),
        ("de", "30 Kämpfer aus Syrien wurden getötet.", 30, ("Syrian",)),
        ("nb", "30 syriske soldater ble drept.", 30, ("Syrian",)),
        ("ru", "Погибли 30 граждан Украины.", 30, ("Ukrainian",)),
        ("uk", "Загинули 30 українських військових.", 30, ("Ukrainian",)),
        ("pl", "Zginęło 30 ukraińskich żołnierzy.", 30, ("Ukrainian",)),
        ("bg", "Загинаха 30 сирийски войници.", 30, ("Syrian",)),
        ("tr", "30 Kırgızistan vatandaşı öldü.", 30, ("Kyrgyz",)),
        ("ar", "قتل 30 جنديا سوريا.", 30, ("Syrian",)),
        ("fa", "۳۰ سرباز افغان کشته شدند.", 30, ("Afghan",)),
        ("id", "30 tentara Suriah tewas.", 30, ("Syrian",)),
    ],
)
def test_the_nation_of_those_counted_narrows_them(language, text, number, population):
    assert read(language, text, number) == population


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("Côté kirghiz, 34 personnes ont été tuées.", ("Kyrgyz",)),
        ("Côté kirghiz, 34 personnes ont été évacuées.", ()),
        ("Côté kirghiz comme côté tadjik, 34 personnes ont été tuées.", ()),
        ("Du côté du Kirghizistan, 34 personnes ont été tuées.", ("Kyrgyz",)),
        ("Côté kirghiz, 34 soldats russes ont été tués.", ("Russian",)),
    ],
)
def test_losses_are_of_the_side_that_the_sentence_names(text, population):
    assert read("fr", text, 34) == population


def test_each_side_has_the_losses_that_are_told_behind_it():
    text = "Auf kirgisischer Seite starben 24 Menschen, auf tadschikischer Seite starben 15."
    assert [read("de", text, number) for number in (24, 15)] == [("Kyrgyz",), ("Tajik",)]


@pytest.mark.parametrize(("between", "population"), [("", ("Syrian",)), ("da longa e ", ())])
def test_words_far_behind_a_noun_are_of_something_else(between, population):
    assert read("pt", f"Morreram 12 soldados {between}da Síria.", 12) == population


def test_a_language_without_a_file_has_no_populations():
    with pytest.raises(KeyError):
        populations_of("xx")
