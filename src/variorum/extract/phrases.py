"""Who a noun phrase shows somebody to be, and which pronouns may mean them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.extract.lexicon import role_of, role_words, word_list
from variorum.model import Role, SpeakerKind

__all__ = [
    "Known",
    "agrees",
    "antecedent",
    "is_agent",
    "is_candidate",
    "is_definite",
    "is_prominent",
    "noun_phrase",
]

UNNAMED = "unnamed"
SINGULAR = frozenset({"he", "she"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "eer", "ant")
DOCUMENTS = frozenset({"statement", "report", "document", "study", "survey", "poll", "release"})


@dataclass(frozen=True)
class Known:
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


def agrees(lower: str, known: Known) -> bool:
    """Whether a pronoun can mean somebody of that number, kind and gender."""
    if lower in SINGULAR:
        gender = "female" if lower == "she" else "male"
        return known.kind is SpeakerKind.PERSON and known.gender in {None, gender}
    if lower == "it":
        return known.kind in {SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT}
    if lower == "they":
        return known.human and known.kind in {SpeakerKind.GROUP, SpeakerKind.ORGANISATION}
    return False


def is_prominent(token: Token) -> bool:
    """Whether a later pronoun may well mean this: a main subject, or a document put out."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return False
    if token.dep_ in SUBJECTS:
        return token.head.dep_ != "relcl"
    found = role_of(token)
    return token.dep_ == "dobj" and found is not None and token.lemma_.lower() in DOCUMENTS


def is_candidate(token: Token) -> bool:
    """Whether a token, not a subject, may still be who a pronoun means: a person, or people."""
    if token.tag_ == "NNS" and token.lemma_.lower() in role_words():
        return True
    if token.dep_ == "poss" and token.pos_ == "PROPN" and not token.ent_type_:
        return True
    last = token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I"
    return token.ent_type_ == "PERSON" and last


def is_agent(head: Token) -> bool:
    """Whether a noun is made of what somebody does: "coroner", "violinist"."""
    lemma = head.lemma_.lower()
    named_for_work = lemma.endswith(PERSON_ENDINGS) and head.pos_ == "NOUN"
    return named_for_work and lemma not in word_list("thing")


def antecedent(relative: Token) -> Token | None:
    """Return the noun that a relative clause belongs to."""
    clause = relative.head
    for _ in range(4):
        if clause.dep_ == "relcl":
            return clause.head
        clause = clause.head
    return None


def is_definite(head: Token) -> bool:
    """Whether a noun stands bare or with "the", so that it can point back to a name."""
    lefts = [c for c in head.lefts if not c.is_punct]
    return len(lefts) == 1 and lefts[0].lower_ in {"the", "that", "this"}


def noun_phrase(head: Token) -> tuple[int, int]:
    """Return the noun phrase without article, relative clause and apposition."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    doc = head.doc
    for child in head.rights:
        if child.dep_ in {"relcl", "acl", "appos", "advcl"} or child.pos_ in {"VERB", "AUX"}:
            end = min(end, child.left_edge.i)
            break
    # A clause can hang on a noun from behind the verb: "A recording has leaked in which ...".
    verbs = (t.i for t in doc[head.i + 1 : end] if t.pos_ in {"VERB", "AUX"})
    end = next(verbs, end)
    while start < head.i and (doc[start].pos_ in {"DET", "CCONJ"} or doc[start].is_punct):
        start += 1
    while end - 1 > head.i and (
        doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].tag_ == "POS"
    ):
        end -= 1
    return start, max(end, head.i + 1)
