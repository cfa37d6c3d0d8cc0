"""Where names stand, from capitals and tags alone.

Named-entity recognition would find nearly the same at half the cost of the whole parse, so nothing
here needs it.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from variorum.language.english_words import given_names, noun_lemma, role_words, word_list
from variorum.language.features import (
    is_adjective,
    is_common_noun,
    is_determiner,
    is_hyphen,
    is_possessive_marker,
    is_preposition,
    is_present_participle,
    is_proper,
)
from variorum.language.word_lists import words
from variorum.model import SpeakerKind

__all__ = ["bare_name", "is_body_noun", "is_name", "name_runs", "spelled_out"]

Range = tuple[int, int]
LONGEST = 12
SHORTEST_LED = 3


def is_name(token: Token) -> bool:
    """Whether a token is a part of a name; a day of the week, a month and a mark are not."""
    named = is_proper(token) and token.text[:1].isalnum() and not token.text[:1].islower()
    return named and token.lower_ not in word_list("calendar")


def is_body_noun(lower: str) -> bool:
    """Whether a word, in lower case, makes the name that it ends or begins one of a body."""
    if lower in word_list("body"):
        return True
    found = role_words().get(lower)
    return found is not None and found.kind is SpeakerKind.ORGANISATION


def name_runs(doc: Doc) -> Iterator[Range]:
    """Yield the token ranges of the names of a document, in order, with titles before them."""
    i = 0
    small = [word[:1].islower() for word in (token.text for token in doc)]
    while i < len(doc):
        if small[i] or not _begins(doc, i):
            i += 1
            continue
        start, i = i, i + 1
        while (step := _step(doc, start, i)) and i + step <= len(doc):
            i += step
        yield start, i


def _begins(doc: Doc, i: int) -> bool:
    """Whether a name begins at a token: a name, or a capitalised adjective that leads to one."""
    token = doc[i]
    if is_name(token):
        return True
    if not token.is_title or i + 1 >= len(doc) or token.lower_ in word_list("calendar"):
        return False
    if is_name(doc[i + 1]):
        given = token.lower_ in given_names()
        return given or (_describes(token) and not token.is_sent_start)
    titled = doc[i + 1].is_title and is_preposition(doc[i + 1]) and i + 2 < len(doc)
    return titled and _describes(token) and is_name(doc[i + 2])


def _describes(token: Token) -> bool:
    """Return whether a word may lead to a name: a noun, an adjective, a gerund."""
    return is_common_noun(token) or is_adjective(token) or is_present_participle(token)


def _step(doc: Doc, start: int, i: int) -> int:
    """Return by how many tokens the name from `start` to `i` goes on, or 0 where it ends."""
    if i >= len(doc) or _parts(doc, i):
        return 0
    if is_name(doc[i]):
        return 1
    if i + 1 >= len(doc):
        return 0
    linked = is_name(doc[i + 1]) or (is_hyphen(doc[i]) and is_proper(doc[i + 1]))
    return 2 if linked and _joins(doc, start, i) else _over_article(doc, start, i)


def _joins(doc: Doc, start: int, i: int) -> bool:
    """Whether the word at `i`, with a name on either side, makes one name of them."""
    token, ahead = doc[i], doc[i + 1]
    if is_possessive_marker(token):
        return len(token) == 1 and is_body_noun(ahead.lower_)
    if is_hyphen(token) or token.is_title or token.lower_ in word_list("particle"):
        return True
    if token.lower_ not in words("language", "within_name") or not (
        token.text == "&" or _is_body(doc, start, i)
    ):
        return False
    return token.lower_ != "and" or not _is_body(doc, i - 1, i)


def _over_article(doc: Doc, start: int, i: int) -> int:
    """Return 3 where a name goes on with "of the" and another name, or 0."""
    linked = i + 2 < len(doc) and doc[i + 1].lower_ == "the" and is_name(doc[i + 2])
    joining = doc[i].lower_ in words("language", "within_name") - {"and", "to", "in"}
    return 3 if linked and joining and _is_body(doc, start, i) else 0


def _is_body(doc: Doc, start: int, end: int) -> bool:
    """Whether a name, short of what comes next, is one of a body: "Department" of, "Union" of."""
    return any(
        is_body_noun(noun_lemma(doc[j])) or doc[j].lower_ in word_list("body")
        for j in {start, end - 1}
    )


def _parts(doc: Doc, i: int) -> bool:
    """Whether another name begins at a token in a run: "on Airbook Ann Lee said"."""
    return bool(doc[i].is_sent_start)


def bare_name(
    doc: Doc, start: int, end: int, common: frozenset[str] | set[str] = frozenset()
) -> Range:
    """Return the token range of a name without titles, articles and possessive marks.

    Every word up to the last that is an office goes: "Foreign Minister Ann Lee" leaves "Ann Lee",
    and "the Ministry of Defence" nothing but its article. `common` are nouns that the document
    uses without capitals: "Striker Jonah Okafor" leaves "Jonah Okafor" where it tells of a striker.
    """
    while end - 1 > start and (is_possessive_marker(doc[end - 1]) or doc[end - 1].is_punct):
        end -= 1
    while start < end - 1 and (is_determiner(doc[start]) or doc[start].is_punct):
        start += 1
    if not is_body_noun(noun_lemma(doc[end - 1])):
        titles = word_list("title")
        offices = [j for j in range(start, end - 1) if _is_office(doc[j], titles)]
        start = offices[-1] + 1 if offices and offices[-1] - start < LONGEST else start
        start = _past_role(doc, start, end, common)
        leads = (
            start > 0
            and doc[start - 1].lower_ == "of"
            and doc[start].lower_ in words("language", "office_field")
        )
        start += bool(leads and start < end - 1)
    return start, end


def _past_role(doc: Doc, start: int, end: int, common: frozenset[str] | set[str]) -> int:
    """Return where a name begins after a trade or a body before it: "Wells & Co chair Ann Lee"."""
    if end - start < SHORTEST_LED or doc[start].lower_ in given_names():
        return start
    word = doc[start].lower_
    if word in common and not is_body_noun(word) and is_name(doc[start + 1]):
        return start + 1
    given = (j for j in range(start + 1, end - 1) if doc[j].lower_ in given_names())
    return next(given, start)


def _is_office(token: Token, titles: frozenset[str]) -> bool:
    if token.lower_ in titles:
        return True
    found = role_words().get(noun_lemma(token))
    person = found is not None and found.kind is SpeakerKind.PERSON
    return person and token.lower_ not in given_names()


def spelled_out(doc: Doc, acronym: int) -> int | None:
    """Return where the name begins whose initials an acronym in brackets has, or None."""
    letters = [letter for letter in doc[acronym].lower_ if letter.isalpha()]
    i = acronym - 2
    start, small = None, words("language", "small_in_name")
    for _ in range(LONGEST):
        if i < 0 or not letters or (doc[i].is_sent_start and len(letters) > 1):
            break
        word = doc[i]
        if word.lower_[:1] == letters[-1] and (word.text[:1].isupper() or word.lower_ in small):
            letters.pop()
            start = i if word.text[:1].isupper() else start
        elif word.lower_ not in small:
            break
        i -= 1
    return start if not letters else None
