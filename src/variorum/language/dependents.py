"""The dependents of a word: its children by relation, its clause, the object of its preposition."""

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from variorum.language import relations
from variorum.language.features import is_base_form, is_participle, is_present_participle
from variorum.language.relations import Labels

OBJECTS = relations.OBJ | relations.ATTRIBUTE | relations.OBJECT_PREDICATE
CLAUSES = relations.of("XCOMP CCOMP ADVCL ACL COMPLEMENT_CLAUSE")
VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})


def first_child(token: Token, labels: Labels) -> Token | None:
    """Return the first child that depends on a token by one of the relations, or None."""
    return next((c for c in token.children if c.dep_ in labels), None)


def has_child(token: Token, labels: Labels) -> bool:
    """Return whether a child depends on a token by one of the relations."""
    return any(c.dep_ in labels for c in token.children)


def children_of(token: Token, labels: Labels) -> list[Token]:
    """Return the children that depend on a token by one of the relations, in text order."""
    return [c for c in token.children if c.dep_ in labels]


def first_word(noun: Token, labels: Labels) -> int:
    """Return the first token of a noun with the words before it that stand in the relations."""
    return min([noun.i, *(c.i for c in noun.lefts if c.dep_ in labels)])


def governed(token: Token, prepositions: Collection[str]) -> Iterator[Token]:
    """Yield the nouns behind those prepositions of a token that are among the words."""
    for prep in children_of(token, relations.ADPOSITION | relations.AGENT):
        if prep.lower_ in prepositions:
            yield from children_of(prep, relations.COMPLEMENT)


def verb_above(token: Token) -> Token:
    """Return the token itself if it is a verb, else the nearest verb above it, or the root."""
    while token.pos_ not in VERBS and token.head.i != token.i:
        token = token.head
    return token


def clauses_of(verb: Token) -> Iterator[Token]:
    """Yield a verb, those it is joined to, and that whose outcome it is: "struck, killing"."""
    yield verb
    while verb.head.pos_ in VERBS and (
        verb.dep_ in relations.CONJ
        or (verb.dep_ in relations.ADVCL and is_present_participle(verb) and verb.head.i < verb.i)
    ):
        verb = verb.head
        yield verb


def object_of(verb: Token) -> Token | None:
    """Return the first object of a verb, or what its subject is said to be: "is a duty"."""
    return first_child(verb, OBJECTS)


def quality_of(verb: Token) -> Token | None:
    """Return the adjective of "is free", "stays shut"."""
    return first_child(verb, relations.ADJ_COMPLEMENT | relations.OBJECT_PREDICATE)


def behind(verb: Token, word: str) -> Token | None:
    """Return what a preposition of a verb governs: "barred from the port", "from leaving"."""
    for prep in verb.children:
        if prep.dep_ in relations.ADPOSITION and prep.lower_ == word:
            return first_child(prep, relations.COMPLEMENT | relations.COMPLEMENT_CLAUSE)
    return None


def inner_verb(token: Token) -> Token | None:
    """Return the verb of "to leave" or of "from leaving" after a verb or an adjective."""
    for child in token.children:
        clause = child.dep_ in relations.XCOMP | relations.CCOMP | relations.ADVCL
        form = is_base_form(child) or is_participle(child)
        if clause and form and child.i > token.i and child.pos_ in {"VERB", "AUX"}:
            return child
    held = behind(token, "from")
    return held if held is not None and is_present_participle(held) else None


def clause_of(noun: Token) -> Token | None:
    """Return the verb that modifies a noun: "the right to leave", "a duty that binds"."""
    return first_child(noun, relations.ACL | relations.RELCL)


def gerund_of(noun: Token) -> Token | None:
    """Return the verb after "of" or "for": "the duty of guarding"."""
    for prep in noun.children:
        if prep.lower_ in {"of", "for"}:
            return first_child(prep, relations.COMPLEMENT_CLAUSE)
    return None
