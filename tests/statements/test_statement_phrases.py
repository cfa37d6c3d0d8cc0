"""The lists of statement phrases are read for English or for all other languages."""

import pytest

from variorum.model import Document
from variorum.pipeline import extract
from variorum.statements.statement_phrases import Words, lexicon, told


def test_a_plain_list_is_english_and_a_mapping_has_both():
    assert told(["left"], "en") == ["left"]
    assert told(["left"], "fr") == ()
    assert told({"en": ["left"], "other": ["parti"]}, "fr") == ["parti"]


ANY = {"topics": ["ceasefire"]}


def words_of(text):
    document = Document.from_text(text, publisher="Outlet", language="en")
    return [w for claim in extract(document) for w in Words.of(claim, document)]


@pytest.mark.parametrize(("between", "topic"), [(20, "ceasefire"), (400, "")])
def test_what_a_clause_is_about_is_named_not_far_before_it(between, topic):
    document = Document.from_text("The ceasefire is dead. " + "x" * between, language="en")
    assert lexicon("en").told_before(document, len(document.text), ANY) == topic


def at(text, form):
    (words,) = words_of(text)
    return words, next(i for i, word in enumerate(words.words) if word.form == form)


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("The clerk said that the army never left.", True),
        ("The clerk said that the army never even so much as left.", False),
    ],
)
def test_a_negator_turns_what_stands_near_behind_it(text, turned):
    words, left = at(text, "left")
    assert (lexicon("en").negator(words, left) is not None) is turned


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The clerk said that no member of the old unit left.", True),
        ("The clerk said that no member of the army left.", True),
        (
            "The clerk said that no member of the old unit of the third army of the south of "
            "the land left.",
            False,
        ),
    ],
)
def test_the_subject_of_a_clause_makes_it_nobody(text, nobody):
    words, left = at(text, "left")
    assert lexicon("en").nobody(words, left, words.content_start + 1) is nobody


def test_a_cue_right_before_what_is_said_is_read_with_it():
    (words,) = words_of("The clerk denied the ceasefire.")
    assert words.text.startswith("denied")
    assert words.content_start == 1


@pytest.mark.parametrize(
    ("language", "text", "before", "another"),
    [
        ("it", "Tre giorni prima del crollo erano chiusi.", True, False),
        ("it", "Tre giorni dopo il crollo erano chiusi.", False, False),
        ("bg", "Преди срутването бяха затворени.", True, False),
        ("bg", "При срутването бяха затворени.", False, False),
        ("it", "Sei persone sono morte in un altro terremoto.", False, True),
        ("it", "Sei persone sono morte nel terremoto.", False, False),
        ("bg", "Шестима загинаха при предишното наводнение.", False, True),
        ("bg", "Във вторник при наводнението загинаха шестима.", False, False),
    ],
)
def test_the_time_before_and_another_event_are_known_in_languages_that_came_last(
    language, text, before, another
):
    words = lexicon(language)
    assert (words.tells_before(text), words.tells_another(text)) == (before, another)
