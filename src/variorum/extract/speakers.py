"""Speakers: from the words beside a cue to the name, kind and role of who claims."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Token

from variorum.extract.lexicon import role_of, role_words, word_list
from variorum.extract.names import Cast, Mention
from variorum.extract.reading import Reading
from variorum.extract.relay import is_outlet
from variorum.extract.roles import Roles
from variorum.model import Link, Role, Speaker, SpeakerKind
from variorum.text import span

__all__ = ["UNNAMED", "Speakers"]

UNNAMED = "unnamed"
SINGULAR = frozenset({"he", "she"})
PRONOUNS = {"him": "he", "his": "he", "her": "she", "them": "they", "their": "they", "its": "it"}
PERSONAL = frozenset({"PRP", "PRP$"})
SELF = frozenset({"i", "we", "me", "us"})
NAMING = frozenset({"PROPN", "ADJ", "NOUN"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "eer", "ant")
MEMORY = 60
LONGEST_REACH = 3
LAST_SENTENCES = 1
DOCUMENTS = frozenset({"statement", "report", "document", "study", "survey", "poll", "release"})
ORGANISED = frozenset({"ORG", "GPE", "NORP", "LOC", "FAC"})
OFFICIAL_ENDS = frozenset({"ministry", "government", "department", "council", "police", "army"})


@dataclass(frozen=True)
class _Known:
    """Somebody as far as a mention tells: the token that names, and the name.

    `kind` is what sort of thing it is, for a pronoun to agree with; `named` says whether it has a
    name, and `human` whether a plural is known for people.
    """

    head: Token
    tokens: tuple[int, int]
    name: str
    kind: SpeakerKind
    role: Role
    gender: str | None = None
    prominent: bool = True
    named: bool = False
    human: bool = True

    @property
    def honest_kind(self) -> SpeakerKind:
        """The kind for the record: a person without a name is an unnamed source."""
        if self.kind is SpeakerKind.PERSON and not self.named:
            return SpeakerKind.UNNAMED
        return self.kind


class Speakers:
    """Resolves the sources of one document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.cast = Cast(reading.doc)
        self.roles = Roles(self.cast)

    @cached_property
    def _recent(self) -> list[_Known]:
        """Everybody whom a pronoun may mean, in order: subjects, persons, people."""
        found = []
        for token in self.reading.doc:
            prominent = _is_prominent(token)
            if not prominent and not _is_candidate(token):
                continue
            known = self._describe(token)
            if known is not None:
                found.append(replace(known, head=token, prominent=prominent))
        return found

    @cached_property
    def _places(self) -> list[int]:
        return [known.head.i for known in self._recent]

    @cached_property
    def _outlets(self) -> list[Token]:
        """The names of publishers of news, in order."""
        return [t for t in self.reading.doc if t.pos_ == "PROPN" and is_outlet(t)]

    @cached_property
    def _outlets_at(self) -> list[int]:
        return [token.i for token in self._outlets]

    def speaker(
        self, source: Token | None, tokens: tuple[int, int] | None, quoting: Speaker | None
    ) -> Speaker:
        """Return the speaker at `source`, a noun phrase of `tokens`; None is an unnamed one.

        `quoting` is the speaker of the quotation that the source stands in, whom "I" means.
        """
        if source is None or tokens is None:
            return Speaker(name=UNNAMED, kind=SpeakerKind.UNNAMED)
        here = span(self.reading.document, *self.reading.chars(tokens))
        if quoting is not None and source.lower_ in SELF:
            return quoting.model_copy(update={"span": here})
        known = self._resolve(source)
        if known is None:
            name = UNNAMED if source.pos_ in {"PRON", "NUM", "DET"} else here.exact
            return Speaker(name=name, kind=SpeakerKind.UNNAMED, span=here)
        full = span(self.reading.document, *self.reading.chars(known.tokens))
        apart = known.tokens[0] >= tokens[1] or known.tokens[1] <= tokens[0]
        return Speaker(
            name=known.name,
            kind=known.honest_kind,
            role=known.role,
            span=here,
            full_span=full if apart else None,
        )

    def link(self, token: Token) -> Link:
        """Return the link of a relay that the noun phrase of `token` makes."""
        start = token.left_edge.i
        while start < token.i and self.reading.doc[start].pos_ in {"DET", "PUNCT", "SPACE"}:
            start += 1
        place = span(self.reading.document, *self.reading.chars((start, token.i + 1)))
        known = self._resolve(token)
        return Link(name=known.name if known is not None else place.exact, span=place)

    def introduced(self, source: Token) -> Token:
        """Return the noun that names whom a source means: itself, or what its pronoun refers to."""
        known = self._resolve(source)
        return known.head if known is not None else source

    def _resolve(self, source: Token) -> _Known | None:
        """Return who is meant: by pronoun, by relative pronoun, by role, or by name."""
        lower = source.lower_
        if lower in RELATIVE and (source.pos_ == "PRON" or source.dep_ in SUBJECTS):
            antecedent = _antecedent(source)
            return self._describe(antecedent) if antecedent is not None else None
        if source.tag_ in PERSONAL:
            return self._pronoun(source)
        return None if source.pos_ in {"PRON", "NUM", "DET"} else self._describe(source)

    def _pronoun(self, pronoun: Token) -> _Known | None:
        """Return whom a pronoun means: the last who fits, main subjects of the paragraph first.

        Further away, only a main subject, or the only person of the document so far, will do.
        """
        here = self.reading.paragraph_at(pronoun.idx)
        until = bisect.bisect_left(self._places, pronoun.i)
        lower = PRONOUNS.get(pronoun.lower_, pronoun.lower_)
        fits = [k for k in self._recent[max(0, until - MEMORY) : until] if _agrees(lower, k)]
        near = [k for k in fits if self.reading.paragraph_at(k.head.idx) == here]
        groups = [k for k in near if k.kind is SpeakerKind.GROUP]
        main = [k for k in near if k.prominent]
        for candidates in ([k for k in groups if k.prominent], groups, main, near):
            if candidates:
                return candidates[-1]
        if lower == "they" and (before := self._in_sentence_before(pronoun, fits)):
            return before[-1]
        if self.reading.quote_at(pronoun) >= 0:
            return None
        far = [k for k in fits if k.prominent and self._within(k, here)]
        alone = lower in SINGULAR and len({k.name for k in fits}) == 1
        return far[-1] if far else (fits[-1] if alone else None)

    def _in_sentence_before(self, pronoun: Token, known: list[_Known]) -> list[_Known]:
        """Return those of the known who stand in the sentence before a pronoun's."""
        here = self.reading.sentence_at(pronoun.i)
        last = [k for k in known if here - self.reading.sentence_at(k.head.i) <= LAST_SENTENCES]
        return [k for k in last if k.kind is SpeakerKind.GROUP] or last

    def _within(self, known: _Known, paragraph: int) -> bool:
        return paragraph - self.reading.paragraph_at(known.head.idx) <= LONGEST_REACH

    def _describe(self, head: Token) -> _Known | None:
        """Return who a noun phrase names."""
        if (owner := _issuer(head)) is not None:
            return self._resolve(owner)
        named = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        role = head.lemma_.lower() in role_words()
        mention = self.cast.mention(named) if named is not None else None
        if named is not None and (role or (mention and self.cast.is_person(mention))):
            return self._named(named, head)
        mention = self.cast.mention(head)
        if mention is not None and (head.pos_ == "PROPN" or (head.pos_ in NAMING and not role)):
            return self._named(head, head)
        return (self._by_role(head) if role else None) or self._plain(head)

    def _by_role(self, head: Token) -> _Known | None:
        """Return whom the words for a role mean: the outlet, or the holder named in the text."""
        if head.lemma_.lower() in word_list("outlet noun") and _is_definite(head):
            i = bisect.bisect_left(self._outlets_at, head.i) - 1
            if i >= 0:
                return self._named(self._outlets[i], head)
        bearer = self.roles.bearer(head)
        if bearer is None or bearer.i == head.i:
            return None
        if bearer.pos_ == "PROPN" and bearer.lemma_.lower() not in role_words():
            return self._named(bearer, head)
        return self._describe(bearer) if bearer.i < head.i else None

    def _named(self, token: Token, head: Token) -> _Known | None:
        """Return who bears a name; `head` is the noun that says what they are."""
        mention = self.cast.mention(token)
        if mention is None:
            return self._plain(head)
        if any(c.dep_ == "conj" for c in head.children):
            return self._plain(head)
        if any(c.dep_ == "conj" for c in token.rights):
            several = self._plain(token)
            return replace(several, head=head) if several is not None else None
        full = self.cast.fullest(mention)
        return _Known(
            head,
            full.tokens,
            full.name,
            self._kind(full, token, head),
            self._role_of(token, head, full),
            _gender(self.reading, full, head),
            named=not self._is_mere_role(full),
        )

    def _is_mere_role(self, full: Mention) -> bool:
        """Whether a capitalised name is an office without its holder: "the State Secretary"."""
        last = self.reading.doc[full.tokens[1] - 1]
        found = role_of(last)
        return found is not None and found.kind is SpeakerKind.PERSON and last.ent_type_ != "PERSON"

    def _kind(self, full: Mention, token: Token, head: Token) -> SpeakerKind:
        described = role_of(head)
        named_body = head.pos_ == "PROPN" and token.ent_type_ in ORGANISED
        if (
            described is not None
            and described.kind is not SpeakerKind.UNNAMED
            and not (named_body and described.kind is SpeakerKind.PERSON)
        ):
            return described.kind
        if token.tag_ in {"NNPS", "NNS"} and token.ent_type_ == "NORP":
            return SpeakerKind.GROUP
        if self.cast.is_person(full):
            return SpeakerKind.PERSON
        if token.ent_type_ in ORGANISED or token.text.isupper() or is_outlet(token):
            return SpeakerKind.ORGANISATION
        articled = any(c.lower_ == "the" for c in token.lefts)
        return SpeakerKind.ORGANISATION if articled else SpeakerKind.PERSON

    def _role_of(self, token: Token, head: Token, full: Mention) -> Role:
        """Return the role that the nouns beside a name, here or at its full mention, give it."""
        doc = self.reading.doc
        words = [head, *token.children, *doc[full.tokens[1] - 1].children]
        start = full.tokens[0]
        words += [t for t in doc[max(0, start - 2) : start] if t.dep_ in {"compound", "nmod"}]
        for word in words:
            found = role_of(word)
            if found is not None and found.role is not Role.UNKNOWN:
                return found.role
        if set(full.name.lower().split()) & word_list("outlet"):
            return Role.NEWS_REPORT
        if set(full.name.lower().split()) & OFFICIAL_ENDS:
            return Role.OFFICIAL
        return Role.UNKNOWN

    def _plain(self, head: Token) -> _Known | None:
        """Return somebody without a name: "truck drivers", "a militia spokesman"."""
        start, end = _noun_phrase(head)
        found = role_of(head)
        kind = found.kind if found is not None else _likely_kind(head)
        joined = any(c.dep_ == "conj" for c in head.children)
        inflected = head.tag_ in {"NNS", "NNPS"} and head.lower_ != head.lemma_.lower()
        if joined or (inflected and kind is not SpeakerKind.DOCUMENT):
            kind = SpeakerKind.GROUP
        elif head.tag_ == "NNS" and kind is SpeakerKind.UNNAMED:
            kind = SpeakerKind.GROUP
        name = self.reading.doc[start:end].text
        role = found.role if found is not None else Role.UNKNOWN
        gender = _gender(self.reading, None, head)
        if not name.strip():
            return None
        human = joined or found is not None or head.lemma_.lower() in word_list("group")
        human = human or head.lemma_.lower().endswith(PERSON_ENDINGS)
        return _Known(head, (start, end), name, kind, role, gender, human=human)


def _is_prominent(token: Token) -> bool:
    """Whether a later pronoun may well mean this: a main subject, or a document put out."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return False
    if token.dep_ in SUBJECTS:
        return token.head.dep_ != "relcl"
    found = role_of(token)
    return token.dep_ == "dobj" and found is not None and token.lemma_.lower() in DOCUMENTS


def _is_candidate(token: Token) -> bool:
    """Whether a token, not a subject, may still be who a pronoun means: a person, or people."""
    if token.tag_ == "NNS" and token.lemma_.lower() in role_words():
        return True
    if token.dep_ == "poss" and token.pos_ == "PROPN" and not token.ent_type_:
        return True
    last = token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I"
    return token.ent_type_ == "PERSON" and last


def _issuer(head: Token) -> Token | None:
    """Return whose statement a noun is: the ministry of "the ministry's statement"."""
    if head.lemma_.lower() not in word_list("statement"):
        return None
    return next((c for c in head.lefts if c.dep_ == "poss" and c.tag_ != "PRP$"), None)


def _likely_kind(head: Token) -> SpeakerKind:
    """Return a person for a noun made of what somebody does: "coroner", "violinist"."""
    agent = head.lemma_.lower().endswith(PERSON_ENDINGS) and head.pos_ == "NOUN"
    return SpeakerKind.PERSON if agent else SpeakerKind.UNNAMED


def _antecedent(relative: Token) -> Token | None:
    """Return the noun that a relative clause belongs to."""
    clause = relative.head
    for _ in range(4):
        if clause.dep_ == "relcl":
            return clause.head
        clause = clause.head
    return None


def _is_definite(head: Token) -> bool:
    """Whether a noun stands bare or with "the", so that it can point back to a name."""
    lefts = [c for c in head.lefts if not c.is_punct]
    return len(lefts) == 1 and lefts[0].lower_ in {"the", "that", "this"}


def _noun_phrase(head: Token) -> tuple[int, int]:
    """Return the noun phrase without article, relative clause and apposition."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    doc = head.doc
    for child in head.rights:
        if child.dep_ in {"relcl", "acl", "appos", "advcl"} or child.pos_ in {"VERB", "AUX"}:
            end = min(end, child.left_edge.i)
            break
    while start < head.i and (doc[start].pos_ in {"DET", "CCONJ"} or doc[start].is_punct):
        start += 1
    while end - 1 > head.i and (
        doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].tag_ == "POS"
    ):
        end -= 1
    return start, max(end, head.i + 1)


def _agrees(lower: str, known: _Known) -> bool:
    """Whether a pronoun can mean somebody of that number, kind and gender."""
    if lower in SINGULAR:
        gender = "female" if lower == "she" else "male"
        return known.kind is SpeakerKind.PERSON and known.gender in {None, gender}
    if lower == "it":
        return known.kind in {SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT}
    if lower == "they":
        return known.human and known.kind in {SpeakerKind.GROUP, SpeakerKind.ORGANISATION}
    return False


def _gender(reading: Reading, full: Mention | None, head: Token) -> str | None:
    """Return "female" or "male" where a title or a noun beside the name says so."""
    start = full.tokens[0] if full is not None else head.i
    beside = {t.lower_ for t in reading.doc[max(0, start - 2) : start]}
    beside |= {head.lower_, *(c.lower_ for c in head.children)}
    for gender in ("female", "male"):
        if beside & word_list(gender):
            return gender
    return None
