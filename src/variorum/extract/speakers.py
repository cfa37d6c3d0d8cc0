"""Speakers: from the words beside a cue to the name, kind and role of who claims."""

from __future__ import annotations

import bisect
from dataclasses import replace
from functools import cached_property

from spacy.tokens import Token

from variorum.extract.lexicon import role_of, role_words, word_list
from variorum.extract.names import Cast, Mention
from variorum.extract.outlets import is_outlet
from variorum.extract.phrases import (
    Known,
    agrees,
    antecedent,
    is_agent,
    is_candidate,
    is_definite,
    is_prominent,
    noun_phrase,
)
from variorum.extract.reading import Reading
from variorum.extract.roles import Roles
from variorum.model import Link, Role, Span, Speaker, SpeakerKind
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
HOLDERS = {
    "it": frozenset({SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT}),
    "they": frozenset({SpeakerKind.GROUP}),
}
MEMORY = 60
LONGEST_REACH = 3
LAST_SENTENCES = 1
ORGANISED = frozenset({"ORG", "GPE", "NORP", "LOC", "FAC"})
OFFICIAL_ENDS = frozenset({"ministry", "government", "department", "council", "police", "army"})


class Speakers:
    """Resolves the sources of one document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.cast = Cast(reading.doc)
        self.roles = Roles(self.cast)

    @cached_property
    def _titled(self) -> dict[str, str | None]:
        """The gender that a title shows at any mention of a name; None where titles differ."""
        found: dict[str, str | None] = {}
        for mention in self.cast.mentions:
            gender = _gender(self.reading, mention, self.reading.doc[mention.tokens[1] - 1])
            if gender is not None:
                name = self.cast.fullest(mention).name
                found[name] = gender if found.get(name, gender) == gender else None
        return found

    @cached_property
    def _recent(self) -> list[Known]:
        """Everybody whom a pronoun may mean, in order: subjects, persons, people."""
        found = []
        for token in self.reading.doc:
            prominent = is_prominent(token)
            if not prominent and not is_candidate(token):
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
        if quoting is not None and self._means_holder(source, quoting):
            return quoting.model_copy(update={"span": here})
        known = self._resolve(source)
        if known is None:
            return _undescribed(here, source)
        full = span(self.reading.document, *self.reading.chars(known.tokens))
        apart = known.tokens[0] >= tokens[1] or known.tokens[1] <= tokens[0]
        return Speaker(
            name=known.name,
            kind=known.honest_kind,
            role=known.role,
            span=here,
            full_span=full if apart else None,
        )

    def _means_holder(self, pronoun: Token, holder: Speaker) -> bool:
        """Whether a pronoun in reported speech means its speaker, as nobody else is named there."""
        lower = PRONOUNS.get(pronoun.lower_, pronoun.lower_)
        if holder.kind not in HOLDERS.get(lower, ()) or self.reading.quote_at(pronoun) >= 0:
            return False
        until = bisect.bisect_left(self._places, pronoun.i)
        first = bisect.bisect_left(self._places, pronoun.sent.start)
        return not any(agrees(lower, known) for known in self._recent[first:until])

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

    def _resolve(self, source: Token) -> Known | None:
        """Return who is meant: by pronoun, by relative pronoun, by role, or by name."""
        lower = source.lower_
        if lower in RELATIVE and (source.pos_ == "PRON" or source.dep_ in SUBJECTS):
            noun = antecedent(source)
            return self._describe(noun) if noun is not None else None
        if source.tag_ in PERSONAL:
            return self._pronoun(source)
        return None if source.pos_ in {"PRON", "NUM", "DET"} else self._describe(source)

    def _pronoun(self, pronoun: Token) -> Known | None:
        """Return whom a pronoun means: the last who fits, main subjects of the paragraph first.

        Further away, only a main subject, or the only person of the document so far, will do.
        """
        here = self.reading.paragraph_at(pronoun.idx)
        until = bisect.bisect_left(self._places, pronoun.i)
        lower = PRONOUNS.get(pronoun.lower_, pronoun.lower_)
        fits = [k for k in self._recent[max(0, until - MEMORY) : until] if agrees(lower, k)]
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

    def _in_sentence_before(self, pronoun: Token, known: list[Known]) -> list[Known]:
        """Return those of the known who stand in the sentence before a pronoun's."""
        here = self.reading.sentence_at(pronoun.i)
        last = [k for k in known if here - self.reading.sentence_at(k.head.i) <= LAST_SENTENCES]
        return [k for k in last if k.kind is SpeakerKind.GROUP] or last

    def _within(self, known: Known, paragraph: int) -> bool:
        return paragraph - self.reading.paragraph_at(known.head.idx) <= LONGEST_REACH

    def _describe(self, head: Token) -> Known | None:
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

    def _by_role(self, head: Token) -> Known | None:
        """Return whom the words for a role mean: the outlet, or the holder named in the text."""
        if head.lemma_.lower() in word_list("outlet noun") and is_definite(head):
            i = bisect.bisect_left(self._outlets_at, head.i) - 1
            if i >= 0:
                return self._named(self._outlets[i], head)
        bearer = self.roles.bearer(head)
        if bearer is None or bearer.i == head.i:
            return None
        if bearer.pos_ == "PROPN" and bearer.lemma_.lower() not in role_words():
            return self._named(bearer, head)
        return self._describe(bearer) if bearer.i < head.i else None

    def _named(self, token: Token, head: Token) -> Known | None:
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
        return Known(
            head,
            full.tokens,
            full.name,
            self._kind(full, token, head),
            self._role_of(token, head, full),
            _gender(self.reading, full, head) or self._titled.get(full.name),
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
        if any(c.dep_ == "relcl" and c.lemma_ == "speak" and _has_for(c) for c in token.rights):
            return Role.OFFICIAL
        if set(full.name.lower().split()) & word_list("outlet"):
            return Role.NEWS_REPORT
        if set(full.name.lower().split()) & OFFICIAL_ENDS:
            return Role.OFFICIAL
        return Role.UNKNOWN

    def _plain(self, head: Token) -> Known | None:
        """Return somebody without a name: "truck drivers", "a militia spokesman"."""
        start, end = noun_phrase(head)
        found = role_of(head)
        kind = found.kind if found is not None else _likely_kind(head)
        joined = any(c.dep_ == "conj" for c in head.children)
        inflected = head.tag_ in {"NNS", "NNPS"} and head.lower_ != head.lemma_.lower()
        several = inflected and kind is not SpeakerKind.DOCUMENT
        if joined or several or (head.tag_ == "NNS" and kind is SpeakerKind.UNNAMED):
            kind = SpeakerKind.GROUP
        name = self.reading.doc[start:end].text
        role = found.role if found is not None else Role.UNKNOWN
        gender = _gender(self.reading, None, head)
        if not name.strip():
            return None
        human = joined or found is not None or head.lemma_.lower() in word_list("group")
        human = human or is_agent(head)
        return Known(head, (start, end), name, kind, role, gender, human=human)


def _undescribed(here: Span, source: Token) -> Speaker:
    """Return a speaker of whom the words only tell how many: "four in 10"; or nothing: "they"."""
    vague = any(t.tag_ in PERSONAL or t.pos_ in {"PRON", "DET"} for t in source.subtree)
    if source.pos_ in {"PRON", "DET"} or (source.pos_ == "NUM" and vague):
        return Speaker(name=UNNAMED, kind=SpeakerKind.UNNAMED, span=here)
    several = source.pos_ == "NUM" and source.lower_ != "one"
    kind = SpeakerKind.GROUP if several else SpeakerKind.UNNAMED
    return Speaker(name=here.exact, kind=kind, span=here)


def _issuer(head: Token) -> Token | None:
    """Return whose statement a noun is: the ministry of "the ministry's statement"."""
    if head.lemma_.lower() not in word_list("statement"):
        return None
    return next((c for c in head.lefts if c.dep_ == "poss" and c.tag_ != "PRP$"), None)


def _has_for(verb: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ == "for" for c in verb.rights)


def _likely_kind(head: Token) -> SpeakerKind:
    """Return a person for a noun made of what somebody does: "coroner", "violinist"."""
    return SpeakerKind.PERSON if is_agent(head) else SpeakerKind.UNNAMED


def _gender(reading: Reading, full: Mention | None, head: Token) -> str | None:
    """Return "female" or "male" where a title or a noun beside the name says so."""
    start = full.tokens[0] if full is not None else head.i
    beside = {t.lower_ for t in reading.doc[max(0, start - 2) : start]}
    beside |= {head.lower_, *(c.lower_ for c in head.children)}
    for gender in ("female", "male"):
        if beside & word_list(gender):
            return gender
    return None
