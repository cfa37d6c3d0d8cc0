"""Where names stand, from capitals and tags alone.

Named-entity recognition would find nearly the same at half the cost of the whole parse, so nothing
here needs it.
"""

import functools
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.language.english_words import given_names, noun_lemma, role_words, word_list
from variorum.language.features import (
    is_adjective,
    is_common_noun,
    is_determiner,
    is_possessive_marker,
    is_preposition,
    is_present_participle,
    is_proper,
)
from variorum.language.files import table
from variorum.language.word_lists import WordSets, words
from variorum.model import SpeakerKind

Range = tuple[int, int]
JOINTS = frozenset("-/–'")
# Parts of speech that open no name, though a capital may stand on them.
SMALL = frozenset({"ADP", "ADV", "CCONJ", "DET", "NUM", "PRON", "SCONJ"})
LONGEST_ACRONYM = 7
LONGEST = 14
MOST_PARTICLES = 5
SHORTEST_LED = 3


class NameWords(WordSets):
    """The words of `actors.yaml`; `offices` gives each office by its name and its short forms."""

    def __init__(self) -> None:
        told = table("actors")["en"]
        super().__init__(told)
        offices = told["offices"].items()
        self.offices: dict[str, str] = {s: long for long, ss in offices for s in (long, *ss)}

    def leads(self, word: str) -> bool:
        """Return whether a word, in small letters, stands before the name of a person."""
        return word in self.offices or word in self.polite or word in self.persons

    def is_lead(self, token: Token) -> bool:
        """Return whether a word is an office or a courtesy."""
        return plain(token) in self.offices or plain(token) in self.polite

    def is_short_office(self, token: Token) -> bool:
        """Return whether a word is an office's short form, whose dot ends no sentence: "Col."."""
        return self.is_lead(token) and token.text.endswith(".")


known_words = functools.cache(NameWords)


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


def is_acronym(word: str) -> bool:
    """Return whether a word is made of capitals, as UN, U.N. or YPG are."""
    letters = word.replace(".", "")
    return 2 <= len(letters) <= LONGEST_ACRONYM and letters.isalpha() and letters.isupper()


def plain(token: Token) -> str:
    """Return the word in small letters, without the dots of a short form."""
    return token.lower_.replace(".", "")


def name_runs(doc: Doc, adjectives: Collection[str] = ()) -> Iterator[Range]:
    """Yield the token ranges of the names of a document, in order, with titles before them.

    Args:
        doc: the tagged document.
        adjectives: words with a capital, such as "Syrian", that begin a name wherever they stand.
    """
    finder, i = _Finder(doc, adjectives), 0
    while i < len(doc):
        if not doc[i].text[:1].isupper() or not finder.begins(i):
            i += 1
            continue
        start, i = i, i + 1
        while i - start < LONGEST and (step := finder.step(start, i)):
            i += step
        yield start, i


@dataclass(frozen=True)
class _Finder:
    """Tells where a name begins and how far it goes on."""

    doc: Doc
    adjectives: Collection[str]

    def begins(self, i: int) -> bool:
        """Whether a name begins at a token: a name, or a capitalised word that leads to one."""
        doc, token, known = self.doc, self.doc[i], known_words()
        if self._is_part(i) or token.text in self.adjectives:
            return True
        if not token.is_title or i + 1 >= len(doc) or token.lower_ in word_list("calendar"):
            return False
        if token.lower_ in given_names() and is_name(doc[i + 1]):
            return True
        leads = plain(token) in known.bodies or known.leads(plain(token))
        if token.pos_ in SMALL or (token.is_sent_start and not leads):
            return self._is_phrase(i)
        return self._goes_on(i + 1) or self._is_phrase(i)

    def _is_phrase(self, i: int) -> bool:
        """Whether a noun leads to a name by a capitalised preposition: "Water Without Borders"."""
        token = self.doc[i]
        leads = is_common_noun(token) or is_adjective(token) or is_present_participle(token)
        return leads and self._is_titled_link(i + 1)

    def _is_titled_link(self, i: int) -> bool:
        linked = i + 1 < len(self.doc) and is_name(self.doc[i + 1])
        return linked and self.doc[i].is_title and is_preposition(self.doc[i])

    def _is_part(self, i: int) -> bool:
        token = self.doc[i]
        acronym = is_acronym(token.text) and token.lower_ not in word_list("calendar")
        return is_name(token) or acronym

    def _goes_on(self, i: int) -> bool:
        """Whether a name goes on with a word: a name itself, or a body's or an office's noun."""
        if i >= len(self.doc) or not self.doc[i].text[:1].isupper():
            return False
        token, known = self.doc[i], known_words()
        if self._is_part(i):
            return True
        if token.is_sent_start and not known.is_short_office(self.doc[i - 1]):
            return False
        listed = plain(token) in known.bodies or plain(token) in known.suffixes
        return listed or is_common_noun(token) or is_adjective(token)

    def step(self, start: int, i: int) -> int:
        """Return by how many tokens the name from `start` to `i` goes on, or 0 where it ends."""
        doc, known = self.doc, known_words()
        if i >= len(doc) or (doc[i].is_sent_start and not known.is_short_office(doc[i - 1])):
            return 0
        token, before = doc[i], doc[i - 1]
        led = start == i - 1 and before.text in self.adjectives and plain(token) in known.bodies
        if led or self._goes_on(i):
            return 1
        if self._is_titled_link(i):
            return 2
        nickname = self._over_nickname(i)
        if nickname or token.lower_ in known.particles:
            return nickname or self._over_particles(i)
        if _joins(before, token) or self._is_owned(i):
            return 2 if self._goes_on(i + 1) else 0
        return self._over_link(start, i)

    def _is_owned(self, i: int) -> bool:
        """Whether a possessive mark joins a body to whose it is: "Women's", "Mayor's Office"."""
        owner, token = self.doc[i - 1], self.doc[i]
        if self.doc[i + 1 : i + 2].text in words("language", "offices"):
            return is_possessive_marker(token)
        many = len(token) == 1 and self._is_body(i + 1)
        return is_possessive_marker(token) and (many or owner.lower_ in words("language", "owners"))

    def _over_nickname(self, i: int) -> int:
        """Return the length of what goes on with a quoted word: Bo “Dash” Ray."""
        quoted = [t.is_quote for t in self.doc[i : i + 4]] == [True, False, True, False]
        return 4 if quoted and self.doc[i + 1].is_title and self._is_part(i + 3) else 0

    def _over_particles(self, i: int) -> int:
        """Return the length of "van der Meer" or "al-Sayed" from a particle, or 0."""
        doc, j, particles = self.doc, i, known_words().particles | {"-"}
        while j < len(doc) and j - i < MOST_PARTICLES and doc[j].lower_ in particles:
            j += 1
        return j + 1 - i if j < len(doc) and self._is_part(j) else 0

    def _is_body(self, i: int) -> bool:
        return i < len(self.doc) and plain(self.doc[i]) in known_words().bodies

    def _over_link(self, start: int, i: int) -> int:
        """Return the length of "of the Interior" behind a body's noun, or 0."""
        doc, link = self.doc, self.doc[i].lower_
        if link not in known_words().linking or link == "the":
            return 0
        body = self._is_body(start) or self._is_body(i - 1)
        linked = any(doc[j].lower_ in {"of", "for", "mission"} for j in range(start, i))
        if link in {"and", "&"}:
            body = link == "&" or (linked and not self._is_body(i - 1))
        if not body or (link in words("language", "late_in_name") and not linked):
            return 0
        over = 1 + (i + 1 < len(doc) and doc[i + 1].lower_ == "the")
        return over + 1 if self._goes_on(i + over) else 0


def _joins(before: Token, token: Token) -> bool:
    """Whether a mark joins the words on either side of it: "Al-Masri", "Lt. Lee", "O'Hara"."""
    if before.whitespace_:
        return False
    dotted = token.text == "." and known_words().is_lead(before)
    return dotted or (token.text in JOINTS and not token.whitespace_)


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
    while start < end - 1 and doc[start].is_punct:
        start += 1  # the dot of "Col." is a token of its own at times
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
