"""A number that names one of several sites is of that site, and not of all who were hurt."""

import pytest
from counts_told import report

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.whereabouts.sites import sited

FAR = " and on and on" * 60


def places(*told):
    """Return the places of the numbers in the reports, in their order."""
    made = [report(text, number, "killed") for text, number in told]
    found = replies([claim for _, claim in made], taxonomy.load())
    documents = {d.id: d for d, _ in made}
    return [reply.variable.place for reply in sited(found, documents)]


AIRPORT = ("10 people died at the airport of Vik.", "10")
STATION = ("20 people died at the metro station.", "20")
ALL = ("Blasts at the airport and a metro station killed 31 people.", "31")
BARE = ("The attacks left 32 people dead.", "32")


def test_of_several_sites_each_number_is_of_its_own_and_a_bare_one_of_all():
    assert places(AIRPORT, STATION, ALL, BARE) == ["the airport", "the station", "", ""]


def test_the_one_site_that_reports_begin_with_needs_no_name():
    other = ("The airport of Vik was hit, and 12 people died there.", "12")
    assert places(AIRPORT, other, BARE) == ["", "", ""]


def test_a_site_is_of_the_reports_where_half_of_them_begin_with_it():
    late = (f"It was a long day{FAR}. 12 people died at the airport.", "12")
    assert places(AIRPORT, late, BARE)[0] == "the airport"
    assert places(AIRPORT, BARE)[0] == ""


def test_where_speaks_of_the_site_named_last_before_it():
    told = ("A bomb went off near the bridge and one at the airport, where 11 people died.", "11")
    assert places(told, STATION, BARE)[0] == "the airport"
    # Further on in the clause it may speak of anything.
    told = ("It hit the bridge and the airport, and 11 people died near where he lived.", "11")
    assert places(told, STATION, BARE)[0] == ""


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("10 Menschen starben am Flughafen.", "10", "the airport"),
        ("20 personnes sont mortes dans le supermarché.", "20", "the shop"),
        ("Погибли 20 человек на станции метро.", "20", "the station"),
        ("قتل 10 أشخاص في المطار.", "10", "the airport"),
    ],
)
def test_sites_are_known_in_every_language(text, number, place):
    assert places((text, number), BARE, ("The attacks left 40 people dead.", "40"))[0] == place
