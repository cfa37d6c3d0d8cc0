"""What a parse in Universal Dependencies tells of sources, asked of parses written by hand."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from variorum.extract.lexical.clause_grammar import ClauseGrammar
from variorum.language.words.tokens import cut

# Word, head, relation, part of speech.
ACCORDING = """
Selon 1 case ADP
témoins 8 obl:mod NOUN
interrogés 1 acl VERB
hier 2 advmod ADV
, 8 punct PUNCT
deux 6 nummod NUM
ponts 8 nsubj:pass NOUN
sont 8 aux:pass AUX
détruits 8 ROOT VERB
"""
SAID = """
Les 1 det DET
secouristes 4 nsubj NOUN
, 4 punct PUNCT
hier 4 advmod ADV
disent 4 ROOT VERB
avoir 6 aux:tense AUX
sorti 4 xcomp VERB
neuf 8 nummod NUM
corps 6 obj NOUN
"""


def grammar(rows: str) -> ClauseGrammar:
    table = [row.split() for row in rows.strip().splitlines()]
    words, heads, relations, parts = zip(*table, strict=True)
    doc = Doc(
        Vocab(), words=list(words), heads=[int(h) for h in heads], deps=list(relations), pos=parts
    )
    return ClauseGrammar(cut(doc.text, "fr"), doc)


def test_a_source_ends_before_what_more_is_said_of_it_and_its_content_begins_after() -> None:
    assert grammar(ACCORDING).phrase(1) == (2, 4)


def test_the_subject_and_the_infinitive_of_a_cue_are_found() -> None:
    found = grammar(SAID)
    assert found.subject(4, 5) == (0, 2)
    assert found.infinitive(4, 5) == (5, 9)
    assert found.infinitive(3, 4) is None
    assert found.subject(6, 7) is None


@pytest.mark.parametrize(("i", "noun"), [(1, True), (4, False), (8, False)])
def test_a_noun_is_no_cue_where_an_article_or_a_preposition_shows_it(i: int, noun: bool) -> None:
    assert grammar(SAID).is_noun(i) is noun


def test_without_a_parse_nothing_is_known() -> None:
    bare = ClauseGrammar(cut("Selon lui, deux ponts", "fr"), None)
    assert not bare.is_noun(1)
    assert bare.phrase(1) is None
    assert bare.subject(0, 2) is None
    assert bare.infinitive(0, 2) is None
