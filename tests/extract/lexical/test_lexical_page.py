"""A page, and the accounts and figures that are read from it, word by word."""

from variorum.extract.lexical.clause_grammar import ClauseGrammar
from variorum.extract.lexical.lexical_accounts import accounts
from variorum.extract.lexical.lexical_figures import put_by
from variorum.extract.lexical.lexical_page import Page
from variorum.extract.lexical.lexical_sources import Sources
from variorum.extract.lexical.source_words import lexicon_of
from variorum.language import cut


def page_of(text: str, language: str) -> Page:
    words, read = lexicon_of(language), cut(text, language)
    return Page(read, words, Sources(read, words), [], ClauseGrammar(read, None))


def test_an_account_is_what_stands_beside_who_gives_it():
    text = "Selon la mairie, douze marins se sont noyés."
    page = page_of(text, "fr")
    (found,) = accounts(page, 0, len(page.text.words))
    (place,) = found.content
    assert text[slice(*place)].strip(" ,.") == "douze marins se sont noyés"


def test_a_figure_that_is_put_by_somebody_is_found_once():
    text = "Il bilancio"
    page = page_of(text, "fr")
    assert list(put_by(page, 0, len(page.text.words))) == []


def test_words_stand_where_they_are_in_the_text():
    page = page_of("Douze marins", "fr")
    assert (page.start(1), page.end(1)) == (6, 12)
    assert not page.parts(0)
