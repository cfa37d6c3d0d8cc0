import pytest

from variorum.read.language import (
    _identifier,
    detect,
    forget,
    normalised,
    stated_or_detected,
    sure_language,
)

SENTENCES = {
    "en": "The minister said on Monday that the trucks had left the town at dawn with the drivers.",
    "ar": "قال الوزير يوم الاثنين إن الشاحنات غادرت المدينة عند الفجر مع السائقين وعائلاتهم.",
    "tr": "Bakan pazartesi günü kamyonların şafakta şehirden ayrıldığını söyledi.",
    "fr": "Le ministre a déclaré lundi que les camions avaient quitté la ville à l'aube.",
    "de": "Der Minister sagte am Montag, die Lastwagen hätten die Stadt im Morgengrauen verlassen.",
    "pt": "O ministro disse na segunda-feira que os camiões deixaram a cidade ao amanhecer.",
    "pl": "Minister powiedział w poniedziałek, że ciężarówki opuściły miasto o świcie.",
    "id": "Menteri mengatakan pada hari Senin bahwa truk-truk itu meninggalkan kota saat fajar.",
    "no": "Ministeren sa mandag at lastebilene forlot byen ved daggry sammen med sjåførene.",
    "ru": "Министр заявил в понедельник, что грузовики покинули город на рассвете.",
    "sv": "Ministern sade på måndagen att lastbilarna lämnade staden i gryningen.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_tells_its_language(language: str) -> None:
    assert detect(SENTENCES[language]) == language


@pytest.mark.parametrize("text", ["", "12 34 56", "ok", "?!"])
def test_what_has_no_words_has_no_language(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize(
    ("stated", "code"),
    [("en-GB", "en"), ("EN_us", "en"), ("eng", "en"), ("nb", "nb"), ("nn", "nn"), ("no", "no"),
     ("in", "id"), (" ar ", "ar"), ("", None), (None, None), ("English", None), ("x", None)],
)  # fmt: skip
def test_stated_languages_become_codes(stated: str | None, code: str | None) -> None:
    assert normalised(stated) == code


def test_a_template_that_states_the_wrong_language_is_overruled() -> None:
    assert stated_or_detected("en", SENTENCES["ru"] * 5) == "ru"
    assert stated_or_detected("en-GB", SENTENCES["en"] * 5) == "en"
    assert stated_or_detected("nb", SENTENCES["no"] * 5) == "nb"
    assert stated_or_detected("sv", "ok") == "sv"
    assert stated_or_detected(None, SENTENCES["tr"]) == "tr"


def test_a_paragraph_in_another_language_is_told_where_it_is_long_enough():
    assert (
        sure_language("The mayor said forty people were killed in the town on Sunday.", "ar")
        == "en"
    )
    assert sure_language("The mayor said he was killed.", "ar") is None


def test_a_language_near_to_the_usual_one_needs_more_words():
    long = (
        "El alcalde dijo que murieron cuarenta personas en el mercado el domingo por la mañana, y"
        " que los heridos estaban en el hospital del pueblo, donde los médicos no daban abasto."
    )
    assert sure_language(long, "pt") == "es"
    assert (
        sure_language("El alcalde dijo que murieron cuarenta personas en el mercado.", "pt") is None
    )


def test_the_classifier_is_let_go_of_and_asked_again() -> None:
    assert detect(SENTENCES["fr"]) == "fr"
    forget()
    assert _identifier.cache_info().currsize == 0
    assert detect(SENTENCES["fr"]) == "fr"
