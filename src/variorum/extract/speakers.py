"""Speakers: from the words beside a cue to the name, kind and role of who claims."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from variorum.extract.lexicon import role_words, word_list
from variorum.extract.names import Cast, Mention
from variorum.extract.reading import Reading
from variorum.model import Role, Speaker, SpeakerKind
from variorum.text import span

__all__ = ["UNNAMED", "Speakers"]

UNNAMED = "unnamed"
SINGULAR = frozenset({"he", "she"})
SELF = frozenset({"i", "we", "me", "us"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "eer", "ant")
MEMORY = 60
LONGEST_REACH = 3
DOCUMENTS = frozenset({"statement", "report", "document", "study", "survey", "poll", "release"})
ORGANISED = frozenset({"ORG", "GPE", "NORP", "LOC", "FAC"})
OFFICIAL_ENDS = frozenset({"ministry", "government", "department", "council", "police", "army"})


@dataclass(frozen=True)
class _Known:
    """Somebody as far as a mention tells: the token that names, and the name."""

    head: Token
    tokens: tuple[int, int]
    name: str
    kind: SpeakerKind
    role: Role
    gender: str | None = None
    prominent: bool = True


class Speakers:
    """Resolves the sources of one document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.cast = Cast(reading.doc)
        self._subjects = [t for t in reading.doc if _is_prominent(t) or _is_candidate(t)]
        self._recent: list[_Known] = []
        self._next = 0

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
        self._catch_up(source.i)
        known = self._resolve(source)
        if known is None:
            return Speaker(name=here.exact, kind=SpeakerKind.UNNAMED, span=here)
        full = span(self.reading.document, *self.reading.chars(known.tokens))
        apart = known.tokens[0] >= tokens[1] or known.tokens[1] <= tokens[0]
        return Speaker(
            name=known.name,
            kind=known.kind,
            role=known.role,
            span=here,
            full_span=full if apart else None,
        )

    def _catch_up(self, index: int) -> None:
        """Note everybody who was the subject of a clause before token `index`."""
        while self._next < len(self._subjects) and self._subjects[self._next].i < index:
            token = self._subjects[self._next]
            known = self._describe(token)
            if known is not None:
                prominent = _is_prominent(token)
                self._recent.append(known if prominent else replace(known, prominent=False))
            self._next += 1

    def _resolve(self, source: Token) -> _Known | None:
        """Return who is meant: by pronoun, by relative pronoun, by role, or by name."""
        lower = source.lower_
        if lower in RELATIVE and source.pos_ == "PRON":
            antecedent = _antecedent(source)
            return self._describe(antecedent) if antecedent is not None else None
        if source.pos_ == "PRON":
            return self._pronoun(source)
        return self._describe(source)

    def _pronoun(self, pronoun: Token) -> _Known | None:
        """Return whom a pronoun means: the last who fits, main subjects of the paragraph first."""
        here = self.reading.paragraph_at(pronoun.idx)
        fits = [k for k in self._recent[-MEMORY:] if _agrees(pronoun.lower_, k)]
        near = [k for k in fits if self.reading.paragraph_at(k.head.idx) == here]
        groups = [k for k in near if k.kind is SpeakerKind.GROUP]
        main = [k for k in near if k.prominent]
        for candidates in ([k for k in groups if k.prominent], groups, main, near):
            if candidates:
                return candidates[-1]
        if self.reading.quote_at(pronoun) >= 0:
            return None
        far = [k for k in fits if k.prominent and self._within(k, here)]
        return far[-1] if far else None

    def _within(self, known: _Known, paragraph: int) -> bool:
        return paragraph - self.reading.paragraph_at(known.head.idx) <= LONGEST_REACH

    def _describe(self, head: Token) -> _Known | None:
        """Return who a noun phrase names."""
        named = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        role = head.lemma_.lower() in role_words()
        mention = self.cast.mention(named) if named is not None else None
        if named is not None and (role or (mention and self.cast.is_person(mention))):
            return self._named(named, head)
        mention = self.cast.mention(head)
        if mention is not None and head.pos_ in {"PROPN", "ADJ", "NOUN"} and not role:
            return self._named(head, head)
        if mention is not None and head.pos_ == "PROPN":
            return self._named(head, head)
        if role and _is_definite(head):
            bearer = self.cast.bearer(head)
            if bearer is not None and bearer.i != head.i:
                return self._named(bearer, head) if bearer.pos_ == "PROPN" else self._plain(bearer)
        return self._plain(head)

    def _named(self, token: Token, head: Token) -> _Known | None:
        """Return who bears a name; `head` is the noun that says what they are."""
        mention = self.cast.mention(token)
        if mention is None:
            return self._plain(head)
        if any(c.dep_ == "conj" for c in head.children):
            return self._plain(head)
        full = self.cast.fullest(mention)
        word = self._role_of(token, head, full)
        return _Known(
            head,
            full.tokens,
            full.name,
            self._kind(full, token, head),
            word,
            _gender(self.reading, full, head),
        )

    def _kind(self, full: Mention, token: Token, head: Token) -> SpeakerKind:
        described = role_words().get(head.lemma_.lower())
        named_body = head.pos_ == "PROPN" and token.ent_type_ in ORGANISED
        if (
            described is not None
            and described.kind is not SpeakerKind.UNNAMED
            and not (named_body and described.kind is SpeakerKind.PERSON)
        ):
            return described.kind
        if self.cast.is_person(full):
            return SpeakerKind.PERSON
        if token.ent_type_ == "NORP" and token.tag_ in {"NNPS", "NNS"}:
            return SpeakerKind.GROUP
        if token.ent_type_ in ORGANISED or token.text.isupper():
            return SpeakerKind.ORGANISATION
        return SpeakerKind.PERSON

    def _role_of(self, token: Token, head: Token, full: Mention) -> Role:
        """Return the role that the nouns beside a name, here or at its full mention, give it."""
        doc = self.reading.doc
        words = [head, *token.children, *doc[full.tokens[1] - 1].children]
        start = full.tokens[0]
        words += [t for t in doc[max(0, start - 2) : start] if t.dep_ in {"compound", "nmod"}]
        for word in words:
            found = role_words().get(word.lemma_.lower())
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
        found = role_words().get(head.lemma_.lower())
        kind = found.kind if found is not None else _likely_kind(head)
        plural = head.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in head.children)
        if (plural and kind is not SpeakerKind.UNNAMED) or (plural and found is None):
            kind = SpeakerKind.GROUP
        name = self.reading.doc[start:end].text
        role = found.role if found is not None else Role.UNKNOWN
        gender = _gender(self.reading, None, head)
        return _Known(head, (start, end), name, kind, role, gender) if name.strip() else None


def _is_prominent(token: Token) -> bool:
    """Whether a later pronoun may well mean this: a main subject, or a document put out."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return False
    if token.dep_ in SUBJECTS:
        return token.head.dep_ != "relcl"
    found = role_words().get(token.lemma_.lower())
    return token.dep_ == "dobj" and found is not None and token.lemma_.lower() in DOCUMENTS


def _is_candidate(token: Token) -> bool:
    """Whether a token, not a subject, may still be who a pronoun means: a person, or people."""
    if token.tag_ == "NNS" and token.lemma_.lower() in role_words():
        return True
    if token.dep_ == "poss" and token.pos_ == "PROPN" and not token.ent_type_:
        return True
    last = token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I"
    return token.ent_type_ == "PERSON" and last


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
    for child in head.rights:
        if child.dep_ in {"relcl", "acl", "appos", "advcl"}:
            end = min(end, child.left_edge.i)
            break
    doc = head.doc
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
        return known.kind is SpeakerKind.ORGANISATION
    if lower == "they":
        return known.kind in {SpeakerKind.GROUP, SpeakerKind.ORGANISATION}
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
