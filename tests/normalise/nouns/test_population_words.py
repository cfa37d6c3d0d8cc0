from variorum.normalise.nouns.population_words import load


def test_nations_have_one_name_for_their_people_and_their_adjective():
    nations = load().nations
    assert nations["syrians"] == nations["syrian"]
    assert "syria" not in nations or nations["syria"] == nations["syrian"]


def test_words_for_populations_are_no_nations():
    words = load()
    assert not set(words.others) & set(words.nations)
