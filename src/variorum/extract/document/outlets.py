"""Outlets: which noun phrases are names of publishers of news."""

from spacy.tokens import Token

from variorum.language import relations
from variorum.language.english_words import role_of, word_list
from variorum.model import Role, SpeakerKind

BESIDE = relations.COMPOUND | relations.NUMMOD | relations.AMOD | relations.NMOD


def is_outlet(token: Token) -> bool:
    """Whether the noun phrase with head `token` names a publisher of news."""
    if token.lower_ in word_list("outlet") and token.pos_ in {"PROPN", "NOUN"}:
        return True
    found = role_of(token)
    if found is not None and found.role is Role.NEWS_REPORT:
        return found.kind is SpeakerKind.ORGANISATION
    if token.pos_ != "PROPN" and token.lemma_.lower() not in word_list("outlet noun"):
        return False
    beside = {c.lower_ for c in token.children if c.dep_ in BESIDE}
    if beside & word_list("outlet"):
        return True
    # "Channel Four", "the Harbour Herald": a word for news counts beside another word of the name.
    if token.pos_ != "PROPN":
        return False
    media = {token.lower_, *beside} & word_list("media")
    return bool(media) and bool(beside)


def is_page_word(token: Token) -> bool:
    """Whether a word may stand in a line of the page that tells nothing: an agency, a day."""
    days = word_list("calendar")
    short = {day[:3] for day in days}
    return token.like_num or token.lower_ in days | short | word_list("outlet")
