"""The words by which a claim speaks of all or nothing: "no deals", "never", "only"."""

import functools

from variorum.language.words.lexers import clauses
from variorum.language.words.patterns import Phrases, plain_phrases
from variorum.model import Claim, Document, Stance
from variorum.statements.statement_phrases import Words, lexicon, told
from variorum.yaml_files import word_file

ANYTHING = "denied"
# What opens a claim is among its first words.
OPENING = 3


def blanket_word(claim: Claim, document: Document) -> str:
    """Return the words by which a claim denies or restricts all of something; "" without any.

    A claim that is itself a denial needs none: its cue is returned.
    """
    if claim.stance is Stance.DENIES:
        return claim.cue.exact if claim.cue is not None else ANYTHING
    phrases, opening = _phrases(document.language or ""), _phrases("opening")
    for words in Words.of(claim, document):
        for found in phrases.find(words.cut, words.content_start, len(words.words)):
            before = words.words[found.start - 1].form if found.start else ""
            far = found.start - words.content_start >= OPENING
            if far and opening.at(words.cut, found.start) is not None:
                continue
            if before not in lexicon(document.language or "").negators:  # "not all of them"
                return words.span(document, found.start, found.end).exact
    return ""


@functools.cache
def _phrases(language: str) -> Phrases[bool]:
    rows = told(word_file(__package__, "blanket.yaml"), language)
    return plain_phrases([(word, True) for word in rows], clauses)
