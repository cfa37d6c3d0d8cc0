"""Roles: who holds an office in a document, so that "the spokesman" or "an official" gets a name.

A role is given by apposition ("Ann Lee, the mayor"), before a name ("Mayor Ann Lee"), by "is", by
what somebody does ("who speaks for", "who teaches"), or by the name of a body itself ("the Harbour
Board"). A later "the mayor" or "the board" means the last holder, and a later "the officer" the
police officer introduced without a name; an earlier "a local official" means the one whom "The
official, Ann Lee," names next; "a spokesman" is the one spokesman a text names, unless the two
speak for bodies of different names.
"""

import bisect
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.extract.document.descriptions import is_agent
from variorum.extract.speakers.speaker_mentions import Cast, Mention
from variorum.language import relations, word_lists
from variorum.language.english_words import noun_lemma, role_of, role_words, word_list
from variorum.language.features import (
    is_adjective,
    is_noun_form,
    is_number,
    is_plural,
    is_possessive_pronoun,
    is_proper_singular,
)
from variorum.language.name_spans import is_body_noun, is_name
from variorum.model import SpeakerKind

_DET_OR_NUMMOD_OR_PREDET = relations.DET | relations.NUMMOD | relations.PREDET
_POSS_OR_COMPOUND_OR_NMOD = relations.POSS | relations.COMPOUND | relations.NMOD
DEFINITE = word_lists.words("extract", "definite")
INDEFINITE = word_lists.words("extract", "indefinite")
SPEAKING = "spokesperson"
FAMILIES = word_lists.pairs("extract", "offices")
DOING = word_lists.words("extract", "speaking")
HEADING = word_lists.pairs("extract", "heading")
QUALIFYING = word_lists.words("extract", "qualifying")
QUALIFIES = relations.COMPOUND | relations.AMOD | relations.POSS | relations.NMOD
PARTING = word_lists.words("extract", "parting")
BESIDE = relations.APPOS | relations.COMPOUND | relations.NMOD
OWNING = relations.COMPOUND | relations.AMOD | relations.POSS
LONGEST_PHRASE = 16
REACH = 12


@dataclass(frozen=True)
class _Held:
    """One place where somebody is given a role.

    `bearer` is the name, or the role's own noun for "Norway's foreign ministry" and for "a police
    officer"; `recalled` says that the place points back, as in "The official, Ann Lee"; `words`
    tell whose role it is.
    """

    place: int
    bearer: Token
    recalled: bool
    words: frozenset[str]
    names: frozenset[str]


class Roles:
    """Who has which role in the document of a cast."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._held: dict[str, list[_Held]] = defaultdict(list)
        self._mentions: dict[str, list[int]] = defaultdict(list)
        self._speaking: dict[str, Token] = {}
        self._employed: set[str] = set()
        for token in cast.doc:
            if is_noun_form(token):
                self._read(token, noun_lemma(token))
            elif token.dep_ in relations.RELCL and is_name(token.head):
                self._read_doing(token)
        for mention in cast.mentions:
            self._read_body(mention)
        for held in self._held.values():
            held.sort(key=lambda h: h.place)
        self._alone = {family: self._only(held) for family, held in self._held.items()}

    def _read(self, role: Token, lemma: str) -> None:
        """Record whom the parse joins to a role noun, or who is introduced by it without a name."""
        if role.dep_ in relations.COMPOUND and _office_before(role.head) == role:
            return
        known = lemma in role_words() or lemma in FAMILIES
        if not known and not _may_be_somebody(role, lemma):
            return
        family = family_of(role)
        words, names = _qualifiers(role)
        article = _article(role)
        if not (article in DEFINITE and not words):
            self._mentions[family].append(role.i)
        bearers = list(_bearers(role, known))
        for bearer in bearers:
            recalled = article in DEFINITE and bearer.i > role.i
            self._held[family].append(_Held(role.i, bearer, recalled, words, names))
            self._employed.add(self._name(bearer))
            if family == SPEAKING:
                self._speaking.setdefault(self._name(bearer), role)
        if not bearers and _introduces(role, article, words):
            self._held[family].append(_Held(role.i, role, False, words, names))

    def _read_doing(self, verb: Token) -> None:
        """Record the name in "Ann Lee, who speaks for the navy", or "who teaches there"."""
        subject = next((c for c in verb.lefts if c.lower_ == "who"), None)
        if subject is None:
            return
        if verb.lower_ in DOING:
            for phrase in verb.rights:
                if phrase.dep_ in relations.ADPOSITION and phrase.lower_ == "for":
                    words, names = _words_under(phrase)
                    held = _Held(verb.i, verb.head, False, words, names)
                    self._held[SPEAKING].append(held)
                    self._speaking.setdefault(self._name(verb.head), verb)
            return
        words, names = _words_under(verb)
        stems = [verb.lower_[: len(verb.lower_) - cut] for cut in range(3)]
        nouns = [f"{stem}{end}" for stem in stems for end in ("er", "or")]
        for noun in (*nouns, HEADING.get(verb.lemma_)):
            if noun in role_words():
                self._held[noun].append(_Held(verb.i, verb.head, False, words, names))

    def _read_body(self, mention: Mention) -> None:
        """Record the nouns in the name of a body: "the board" may mean the Harbour Board."""
        low, high = mention.tokens
        if high - low < 2 or self.cast.is_person(mention):
            return
        tokens = [t for t in self.cast.doc[low:high] if is_noun_form(t)]
        words = frozenset(noun_lemma(t) for t in tokens)
        for token in {t.i: t for t in (*tokens[:1], *tokens[-2:])}.values():
            lemma = noun_lemma(token)
            if is_body_noun(lemma) or (token is tokens[-1] and is_proper_singular(token)):
                self._held[lemma].append(_Held(token.i, token, False, words, words))

    def _only(self, held: list[_Held]) -> _Held | None:
        """Return the first place of the only name that has a role, or None."""
        named = [h for h in held if is_name(h.bearer) and h.bearer.i != h.place]
        people = {self._name(h.bearer) for h in named}
        return named[0] if len(people) == 1 else None

    def _name(self, bearer: Token) -> str:
        mention = self.cast.mention(bearer)
        return self.cast.fullest(mention).name if mention is not None else bearer.text

    def speaking(self, name: str) -> Token | None:
        """Return the noun or verb by which somebody of that full name speaks for a body."""
        return self._speaking.get(name)

    def has_any(self, name: str) -> bool:
        """Whether somebody of that full name is given some role in the document."""
        return name in self._employed

    def introduced(self, role: Token) -> bool:
        """Whether a role noun stands in the document before, whoever it meant."""
        mentions = self._mentions.get(family_of(role), [])
        return bool(mentions) and mentions[0] < role.i

    def bearer(self, role: Token) -> Token | None:
        """Return the token that names, or first describes, who the noun `role` means, or None."""
        family = family_of(role)
        held = self._held.get(family, [])
        article = _article(role)
        words, names = _qualifiers(role)
        if article in DEFINITE or not article:
            last = self._last(role, held, (words, names), bare=article in DEFINITE)
            if last is not None:
                return last
        if article in INDEFINITE and (later := self._recalled(role, family, held)):
            return later
        only = self._alone.get(family)
        if only is None or only.bearer.i == role.i:
            return None
        between = [i for i in self._mentions[family] if i not in {role.i, only.place}]
        # "the country's prosecutor": of something without a name.
        owned = any(c.dep_ in relations.POSS and not is_name(c) for c in role.lefts)
        owned = owned and not between and not is_plural(role)
        return only.bearer if _fits(role, family, only, owned=owned) else None

    def _last(
        self,
        role: Token,
        held: list[_Held],
        qualifiers: tuple[frozenset[str], frozenset[str]],
        *,
        bare: bool,
    ) -> Token | None:
        """Return who held a role last before, of those whom its qualifiers allow."""
        words, names = qualifiers
        i = bisect.bisect_left(held, role.i, key=lambda h: h.place)
        for before in reversed(held[max(0, i - REACH) : i]):
            if words & PARTING != before.words & PARTING or before.bearer.i == role.i:
                continue
            if names and before.names and not names <= before.words:
                continue
            if (bare and not words) or words & before.words:
                return before.bearer
        return None

    def _recalled(self, role: Token, family: str, held: list[_Held]) -> Token | None:
        """Return the name that "The official, Ann Lee," gives the official introduced before."""
        i = bisect.bisect_right(held, role.i, key=lambda h: h.place)
        if i >= len(held) or not held[i].recalled or held[i].words:
            return None
        between = any(role.i < k < held[i].place for k in self._mentions[family])
        return None if between else held[i].bearer


def _fits(role: Token, family: str, only: _Held, *, owned: bool) -> bool:
    """Whether a role noun may mean the only holder named; `owned` that no other can be meant."""
    article, (words, names) = _article(role), _qualifiers(role)
    if names and only.names and not names & only.names:
        return False
    if words & PARTING != only.words & PARTING:
        return False
    if article in DEFINITE:
        return not words or bool(words & only.words)
    return owned or (family == SPEAKING and article in INDEFINITE)


def _may_be_somebody(noun: Token, lemma: str) -> bool:
    """Whether a noun that is no known role may be one: beside a name, or made like "glazier"."""
    if noun.dep_ in {*BESIDE, "conj"} or lemma in word_list("people") or is_agent(noun):
        return True
    return any(c.dep_ in relations.APPOS for c in noun.rights)


def family_of(role: Token) -> str:
    """Return the key of a role: one for all who speak, another for several than for one."""
    lemma = noun_lemma(_office_before(role) or role)
    key = FAMILIES.get(lemma, lemma)
    return f"{key}s" if is_plural(role) and role.lower_ != lemma else key


def _office_before(role: Token) -> Token | None:
    """Return the office that "general" follows: "the prosecutor general" is a prosecutor."""
    before = role.doc[role.i - 1] if role.lower_ == "general" and role.i else None
    if before is None or before.dep_ not in relations.COMPOUND or before.head != role:
        return None
    return before if noun_lemma(before) in role_words() else None


def spoken_for(role: Token) -> Token | None:
    """Return the noun or pronoun for the body that a spokesman, or "who speaks for", speaks for."""
    for child in role.rights:
        if child.dep_ in relations.ADPOSITION and child.lower_ in {"for", "of"}:
            return next((c for c in child.rights if c.dep_ in relations.COMPLEMENT), None)
    before = [
        c for c in role.lefts if c.dep_ in _POSS_OR_COMPOUND_OR_NMOD or is_possessive_pronoun(c)
    ]
    return before[0] if before else None


def _article(role: Token) -> str:
    """Return the article of a noun, or the pronoun or number in its place, in lower case."""
    found = [
        c for c in role.lefts if c.dep_ in _DET_OR_NUMMOD_OR_PREDET or is_possessive_pronoun(c)
    ]
    articles = [c for c in found if not is_number(c)]
    return (articles or found)[0].lower_ if found else ""


def _words_under(phrase: Token) -> tuple[frozenset[str], frozenset[str]]:
    """Return the nouns and adjectives in a phrase, and which of them are names, in lower case."""
    doc = phrase.doc
    stop = min(phrase.right_edge.i + 1, phrase.left_edge.i + LONGEST_PHRASE)
    tokens = [t for t in doc[phrase.left_edge.i : stop] if is_noun_form(t) or is_adjective(t)]
    words = frozenset(noun_lemma(t) for t in tokens)
    capital = (t for t in tokens if is_name(t) or (t.is_title and not t.is_sent_start))
    return words, frozenset(noun_lemma(t) for t in capital)


def _qualifiers(role: Token) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that say whose a role is, and which of them are names."""
    phrases = [c for c in role.lefts if c.dep_ in QUALIFIES]
    phrases += [c for c in role.rights if c.dep_ in relations.ADPOSITION and c.lower_ in QUALIFYING]
    found = [_words_under(phrase) for phrase in phrases]
    words = frozenset().union(*(words for words, _ in found))
    return words, frozenset().union(*(names for _, names in found))


def _introduces(role: Token, article: str, words: frozenset[str]) -> bool:
    """Whether a noun brings somebody in whom "the officer" may mean later: "a police officer"."""
    if role.dep_ in relations.COMPOUND | relations.NMOD | relations.AMOD:
        return False
    several = is_plural(role)
    if article in INDEFINITE or (several and article not in DEFINITE):
        return True
    return bool(words) and article in DEFINITE and noun_lemma(role) in role_words()


def _bearers(role: Token, known: bool) -> Iterator[Token]:
    """Yield the names that the parse joins to a role noun, and the noun itself if it is one.

    A noun in apposition is a role whatever it is; elsewhere it must be `known` as one.
    """
    found = list(_joined(role, known))
    if found or not known or is_plural(role) or _article(role) in INDEFINITE:
        yield from found
    elif any(c.dep_ in OWNING and (is_name(c) or is_adjective(c)) for c in role.lefts):
        yield role


def _joined(role: Token, known: bool) -> Iterator[Token]:
    """Yield the names that the parse joins to a role noun."""
    up = role.head
    first = up if role.dep_ in relations.CONJ and up.dep_ in BESIDE else role
    told = role_of(role)
    bears = told is None or told.kind is not SpeakerKind.UNNAMED  # "..., Idlib, a source said"
    if bears and first.dep_ in BESIDE and is_name(first.head) and (known or not is_name(role)):
        yield first.head
    if role.dep_ in relations.ATTRIBUTE and known:
        yield from (c for c in up.lefts if c.dep_ in relations.NSUBJ and is_name(c))
    places = [t for c in role.rights if c.dep_ in relations.ADPOSITION for t in c.rights]
    for noun in (role, *places):
        if known or noun is role:
            yield from (c for c in noun.rights if c.dep_ in relations.APPOS and is_name(c))
