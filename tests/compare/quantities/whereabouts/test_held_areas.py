"""A number told of the area of one side is of that area, and no toll of both."""

import pytest
from counts_told import report

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.whereabouts.held_areas import in_areas


def places(*told, event="killed"):
    """Return the places of the numbers in the reports; "#" where a place is one report's alone."""
    made = [report(text, number, event) for text, number in told]
    made = [(d.model_copy(update={"language": "en"}), claim) for d, claim in made]
    found = replies([claim for _, claim in made], taxonomy.load())
    named = [r.variable.place for r in in_areas(found, {d.id: d for d, _ in made})]
    return [place[:1] if place.startswith("#") else place for place in named]


NORWAY = ("13 people died on Norwegian soil.", "13")
SPAIN = ("21 people died on the Spanish side of the border.", "21")
BARE = ("The flood killed 34 people.", "34")
IN_NORWAY, IN_SPAIN = "the area of Norway", "the area of Spain"


def test_a_number_of_one_side_is_of_that_side_where_reports_tell_of_two():
    assert places(NORWAY, SPAIN, BARE) == [IN_NORWAY, IN_SPAIN, ""]
    assert places(NORWAY, BARE) == ["", ""]


def test_none_on_one_side_is_none_of_that_side():
    assert places(("0 people died on Norwegian soil.", "0"), BARE) == [IN_NORWAY, ""]


def test_where_two_areas_are_told_by_several_a_bare_number_is_of_nobody_knows_which():
    again = [("14 people died on Norwegian soil.", "14"), ("On Spanish soil 22 died.", "22")]
    assert places(NORWAY, SPAIN, *again, BARE)[-1] == "#"
    assert places(NORWAY, SPAIN, again[0], BARE)[-1] == ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("31 people died in Spanish-controlled territory.", IN_SPAIN),
        ("31 people died in the part of the deep valley held by Spain.", IN_SPAIN),
        ("31 people died in the part of the long deep valley held by Spain.", "#"),
        ("31 people died in the heart of the long and deep valley on a side of Spain.", IN_SPAIN),
        ("31 people died in a great and deep valley, the Spanish side.", ""),
        ("31 people died in rebel-held areas.", "#"),
        ("31 people died on the green side.", ""),
        ("Spain closed its part of the road, and 31 people died.", ""),
        ("Spanish envoys took part in talks, as 31 people died.", ""),
    ],
)
def test_an_area_is_told_near_to_its_owner_or_holder(text, place):
    assert places((text, "31"), NORWAY, SPAIN, BARE)[0] == place


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "In den von Spanien besetzten Gebieten starben 31 Menschen."),
        ("fr", "31 personnes sont mortes du côté espagnol."),
        ("es", "En suelo español murieron 31 personas."),
        ("ru", "На испанской стороне погиб 31 человек."),
        ("uk", "На території, підконтрольній Іспанії, загинула 31 людина."),
        ("pl", "Po hiszpańskiej stronie zginęło 31 osób."),
        ("pt", "Morreram 31 pessoas do lado espanhol."),
        ("nb", "31 mennesker omkom på spansk jord."),
        ("it", "Nei settori occupati dalla Spagna sono morte 31 persone."),
        ("bg", "На испанска територия загинаха 31 души."),
        ("ar", "قتل 31 شخصا على الجانب الإسباني."),
        ("tr", "İspanya topraklarında 31 kişi öldü."),
    ],
)
def test_areas_are_known_in_every_language(language, text):
    document, claim = report(text, "31", "killed")
    made = [(document, claim), report(*NORWAY, "killed"), report(*BARE, "killed")]
    documents = {d.id: d for d, _ in made}
    documents[document.id] = document.model_copy(update={"language": language})
    found = replies([claim for _, claim in made], taxonomy.load())
    assert in_areas(found, documents)[0].variable.place == IN_SPAIN


def test_a_name_is_no_area():
    bank = ("31 people died in the occupied West Bank of Spain.", "31")
    assert places(bank, NORWAY, SPAIN)[0] == ""
    bank = ("31 people died on the occupied west bank in Spain.", "31")
    assert places(bank, NORWAY, SPAIN)[0] == IN_SPAIN


def test_who_comes_to_an_area_is_counted_anywhere():
    told = ("31 people arrived in Spanish territory.", "31")
    assert places(told, NORWAY, SPAIN, event="arrived") == ["", "", ""]


def test_their_area_is_that_of_who_speaks():
    told = "31 people died in areas under their control."
    document, claim = report(told, "31", "killed")
    army = claim.speaker.model_copy(update={"name": "the Spanish army"})
    for speaker, place in ((army, IN_SPAIN), (claim.speaker, "#")):
        made = [
            (document, claim.model_copy(update={"speaker": speaker})),
            report(*NORWAY, "killed"),
        ]
        found = replies([claim for _, claim in made], taxonomy.load())
        reply = in_areas(found, {d.id: d for d, _ in made})[0]
        assert reply.variable.place.startswith(place)
