"""What a duration, a distance or a sum of money is about: the journey, the battle, the truce."""

from collections.abc import Iterator

from spacy.tokens import Token

from variorum import taxonomy
from variorum.language import relations
from variorum.language.dependents import VERBS, children_of, has_child, verb_above
from variorum.language.word_lists import words
from variorum.normalise.nouns.nouns import Counted, lemma_of
from variorum.normalise.outcomes.outcomes import top_of

CONTAINING = words("normalise", "subject_prepositions")

PRONOUNS = words("normalise", "thing_pronouns")
DIRECTIONS = tuple(sorted(words("normalise", "offset_words")))
SENTENCES_BACK = 3
REACH = 5
# What can be long in miles but not in hours, and the other way round.
# Of these so much is counted, by what it is: "50 tonnes of food".
GOODS = frozenset({"weight", "volume"})
CHANGES = words("normalise", "change_verbs")
MORE_OR_LESS = words("normalise", "change_words")
NOT_OF = {"duration": frozenset({"convoy", "damage"}), "money": frozenset({"convoy"})}
ONLY_OF = {
    "distance": frozenset({"convoy", "journey"}),
    "share": frozenset({"turnout"}),
    "margin": frozenset[str](),
}


def subject_of(thing: Counted, kind: str) -> str | None:
    """Return the family of the thing that the amount of `kind` measures, or None."""
    if kind in GOODS:
        return lemma_of(thing.head) if thing.head is not None else None
    if kind == "distance" and _is_offset(thing):
        return None
    if (kind == "share" and _is_change(thing)) or (kind == "duration" and _is_since(thing.anchor)):
        return None
    # "Decades of violence" are no length of the truce that the sentence before tells of.
    named = kind == "duration" and thing.head is not None and thing.head.pos_ == "NOUN"
    back = 0 if named else 1 if kind == "share" else SENTENCES_BACK
    for word in _candidates(thing, back):
        if family := _family(word, kind):
            return family
    return None


def _is_offset(thing: Counted) -> bool:
    """Return whether "five miles north of X" says where something is, not how long it is."""
    doc, i = thing.anchor.doc, thing.end
    return i < len(doc) and doc[i].lower_.startswith(DIRECTIONS)


def _is_change(thing: Counted) -> bool:
    """Return whether the share is how much something rose or fell, not what it was."""
    doc, i, end = thing.anchor.doc, thing.anchor.i, thing.end
    before = {token.lower_ for token in doc[max(0, i - REACH) : i]}
    after = {token.lower_ for token in doc[end : end + 1]}
    verb = verb_above(thing.anchor)
    changed = verb.lemma_ in CHANGES and "to" not in before
    return bool((before | after) & MORE_OR_LESS) or changed


def _is_since(unit: Token) -> bool:
    """Return whether the time is only that since another: "the second attack in six months"."""
    prep = unit.head
    return prep.dep_ in relations.ADPOSITION and prep.lower_ == "in" and prep.head.pos_ not in VERBS


def _family(word: Token, kind: str) -> str | None:
    family = taxonomy.load().subjects.get(lemma_of(word)) or taxonomy.load().subjects.get(
        word.lower_
    )
    if family is None or family in NOT_OF.get(kind, ()) or word.pos_ not in {"NOUN", "PROPN"}:
        return None
    return family if family in ONLY_OF.get(kind, {family}) else None


def _candidates(thing: Counted, back: int) -> Iterator[Token]:
    """Yield the words that may name the subject, the surest first."""
    if thing.head is not None:
        yield thing.head
    unit = thing.anchor
    yield from _nouns_above(unit)
    verb = verb_above(unit)
    while verb.dep_ in relations.CONJ and verb.head.pos_ in VERBS:
        if has_child(verb, relations.SUBJECTS):
            break
        verb = verb.head
    for child in verb.children:
        if child.dep_ in relations.SUBJECTS:
            yield from _or_antecedents(child, back)
            yield from (c for c in child.lefts if c.dep_ in relations.COMPOUND)
    for child in verb.children:
        if child.dep_ in relations.OBJ | relations.ATTRIBUTE and child.i != unit.i:
            yield child


def container_of(noun: Token, number: Token) -> str | None:
    """Return the family of what holds the counted things: the convoy of "a convoy of 50 trucks".

    "It consisted of 50 trucks" holds them too, by the noun that "it" stands for.
    """
    known = taxonomy.load()
    top = top_of(noun, number)
    holders: list[Token] = []
    if top.dep_ in relations.COMPLEMENT and top.head.lower_ in CONTAINING:
        holder = top.head.head
        subjects = children_of(holder, relations.SUBJECTS)
        holders += subjects if holder.pos_ in VERBS else [holder]
    verb = verb_above(top)
    if known.undergoes.get(verb.lemma_) == "composed" or any(
        f"{verb.lemma_} {child.lower_}" in known.undergoes for child in verb.children
    ):
        holders += [w for c in children_of(verb, relations.SUBJECTS) for w in _or_antecedents(c)]
    for holder in holders:
        lemma = lemma_of(holder)
        if lemma in known.containers and lemma in known.subjects:
            return known.subjects[lemma]
    return None


def _nouns_above(unit: Token) -> Iterator[Token]:
    """Yield the nouns that the amount hangs on: "a ceasefire of ten days"."""
    token = unit
    while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
        token = token.head
        if token.pos_ == "NOUN":
            yield token


def _or_antecedents(subject: Token, back: int = SENTENCES_BACK) -> Iterator[Token]:
    """Yield the subject; for "it", the nouns before it, the nearest first."""
    if subject.lower_ not in PRONOUNS:
        yield subject
        return
    if has_child(subject.head, relations.XCOMP | relations.ADVCL | relations.CCOMP):
        return  # "it took three days to tell them"
    sentences = 0
    for i in range(subject.i - 1, -1, -1):
        token = subject.doc[i]
        if token.pos_ == "NOUN":
            yield token
        sentences += bool(token.is_sent_start)
        if sentences > back:
            return
