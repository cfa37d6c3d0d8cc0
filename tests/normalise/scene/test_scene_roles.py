"""The role of the places and times of a claim: of the happening, of the speaking, or mentioned."""

import pytest

import variorum
from variorum.language.parsing import parse
from variorum.model import Document
from variorum.normalise.scene.scene_by_lexicon import roles_by_lexicon
from variorum.normalise.scene.scene_roles import in_scene


def roles(text, language="en"):
    """Return the role of each place and time of the first claim of a text."""
    document = Document.from_text(text, language=language, published="2017-10-16", publisher="P")
    claim = variorum.extract(document)[0]
    return {one.span.exact: one.role.value for one in (*claim.places, *claim.when)}


@pytest.mark.parametrize(
    ("language", "text", "place", "day"),
    [
        ("en", "The mayor said ten people drowned in Lyon on Sunday.", "Lyon", "Sunday"),
        ("en", "The mayor said that Sunday's flood in Lyon killed ten people.", "Lyon", "Sunday"),
        ("de", "Laut Polizei ertranken am Sonntag zehn Menschen in Lyon.", "Lyon", "Sonntag"),
        ("ru", "По словам мэра, десять человек утонули в Лионе в воскресенье.", "Лионе", None),
        ("tr", "Vali, pazar günü Rakka'da on kişinin öldüğünü söyledi.", "Rakka", "pazar günü"),
        ("ar", "قال المحافظ إن عشرة أشخاص قتلوا في الرقة يوم الأحد.", "الرقة", "يوم الأحد"),
    ],
)
def test_place_and_day_of_what_is_told_are_those_of_the_happening(language, text, place, day):
    found = roles(text, language)
    assert found[place] == "happening"
    assert day is None or found[day] == "happening"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The army said the accord of Astana was signed.", "Astana"),
        ("The army said that Turkey bombed the dam.", "Turkey"),
        ("The mayor said men from Damascus robbed the bank.", "Damascus"),
        ("The mayor said the men, who had come in April, robbed the bank.", "April"),
        ("The mayor said it was the worst flood since 1971, when a dam broke.", "1971"),
        ("The mayor said the Lyon police shot two people.", "Lyon"),
    ],
)
def test_what_belongs_to_a_name_an_actor_or_another_clause_is_only_mentioned(text, name):
    assert roles(text)[name] == "mentioned"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Laut Polizei ertranken zehn Menschen, die seit April hier lebten.", "April"),
        ("fr", "Selon le maire, l'accord du 12 octobre a été rompu.", "12 octobre"),
    ],
)
def test_so_it_is_in_languages_read_by_their_data_file(language, text, name):
    assert roles(text, language)[name] == "mentioned"


def test_where_somebody_of_the_claim_speaks_is_of_the_speaking():
    found = roles("The paper wrote that the envoy said in Geneva that ten people drowned.")
    assert found == {"Geneva": "speaking"}


def test_a_claim_without_places_and_times_stays_as_it_is():
    document = Document.from_text("The mayor said ten people drowned.", language="en")
    claims = variorum.extract(document)
    assert in_scene(claims, document, parse(document)) == claims


def test_without_a_file_for_the_language_nothing_tells_roles():
    with pytest.raises(KeyError):
        roles_by_lexicon(Document.from_text("Hyvää päivää.", language="fi"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The army said that many blame Israel.", "Israel"),
        ("The army said the families who had fled from Tyre, on the Litani, were back.", "Litani"),
    ],
)
def test_whom_one_blames_and_what_lies_by_a_mentioned_place_are_mentioned(text, name):
    assert roles(text).get(name, "mentioned") == "mentioned"


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Floods that hit a school in Lyon killed ten people.", ["Lyon"]),
        (
            "en",
            "A car bomb attack killed at least 44 and injured 9 in Lyon on Sunday.",
            ["Lyon", "Sunday"],
        ),
        (
            "en",
            "It killed 17 people including 8 children in a market in Lyon on Sunday.",
            ["Lyon", "Sunday"],
        ),
        ("es", "La policía dijo que diez personas murieron en la provincia de Lugo.", ["Lugo"]),
        ("es", "La policía dijo que diez personas murieron en el este de Siria.", ["Siria"]),
        ("de", "Die Polizei sagte, dass zehn Menschen im Osten von Syrien starben.", ["Syrien"]),
        ("ar", "قال المحافظ إن عشرة أشخاص قتلوا في مدينة الرقة.", ["الرقة"]),
    ],
)
def test_a_place_may_stand_behind_the_area_it_names(language, text, names):
    found = roles(text, language)
    assert [found[name] for name in names] == ["happening"] * len(names)
