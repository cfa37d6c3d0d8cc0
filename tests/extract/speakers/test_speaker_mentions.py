"""Names and roles of a document: the fullest form, and whom a spokesman speaks for."""

from sentences import doc, word
from variorum.extract.speakers.roles import family_of, spoken_for
from variorum.extract.speakers.speaker_mentions import Cast


def test_the_fullest_name_is_the_mention_itself_where_no_other_is_fuller():
    cast = Cast(doc("Ada Lund left. It rained."))
    mention = cast.mention(word("Ada Lund left. It rained.", "Lund"))
    assert mention is not None
    assert cast.fullest(mention).name == "Ada Lund"
    assert cast.is_person(mention)


def test_a_spokesman_speaks_for_a_body_and_all_who_speak_are_one_family():
    text = "The spokesman of the army left, and the spokeswoman stayed."
    assert spoken_for(word(text, "spokesman")).text == "army"
    assert family_of(word(text, "spokesman")) == family_of(word(text, "spokeswoman"))
