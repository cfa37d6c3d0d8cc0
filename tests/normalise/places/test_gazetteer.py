"""The places of the world by name."""

import pytest

from variorum.normalise.places.gazetteer import load


@pytest.mark.parametrize(
    ("name", "feature", "country"),
    [("Raqqa", "town", ("SY",)), ("France", "country", ("FR",)), ("Danube", "river", ())],
)
def test_a_name_means_the_places_that_have_it(name, feature, country):
    (entry, *_) = load().find(name)
    assert (entry.feature, entry.countries) == (feature, country)


def test_there_are_several_of_some_names_and_none_of_others():
    assert len({entry.key for entry in load().find("Paris")}) > 2
    assert load().find("Nowhereville") == ()


def test_a_town_is_found_by_how_it_sounds_in_a_country_that_has_it():
    assert load().sounding("Rakka", ["SY"])
    assert not load().sounding("Rakka", ["FR"])
