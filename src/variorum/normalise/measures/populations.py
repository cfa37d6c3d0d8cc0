"""Who exactly is counted: the words that make "275 Syrian fighters" fewer than the fighters."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from variorum import taxonomy
from variorum.language import relations
from variorum.language.alignment import sentence_of
from variorum.language.dependents import children_of
from variorum.normalise.nouns.nouns import HYPHENS, Counted, lemma_of
from variorum.normalise.nouns.nouns_by_lexicon import HARMS
from variorum.normalise.nouns.population_words import load

LONGEST = 3
DESCRIBING = relations.AMOD | relations.COMPOUND | relations.NMOD


def population_of(thing: Counted, event: str | None) -> tuple[str, ...]:
    """Return the words that narrow what `thing` counts beyond its kind, sorted.

    `event` is what happened to it: of "300 displaced people" displaced is that, and no population.
    """
    head = thing.head
    known = taxonomy.load()
    if head is None or thing.kind is None or not known.is_people(thing.kind):
        return ()
    names = {*_of_head(head), *_of_source(head)}
    names.update(
        name for token, name in _described(head, thing) if not _is_told(token, thing, event)
    )
    if event in HARMS and not names:
        names = _of_side(head)
    return tuple(sorted(names))


def _is_told(token: Token, thing: Counted, event: str | None) -> bool:
    """Return whether the kind or the event of the thing says the word already."""
    known, lemma = taxonomy.load(), lemma_of(token)
    kind, own = thing.kind or "", known.kind(lemma)
    narrowed = known.modifiers.get((known.parent(kind) or "", lemma)) == kind
    named = own == kind != "people"
    return narrowed or named or (event is not None and known.is_words.get(token.lower_) == event)


def _of_head(head: Token) -> Iterator[str]:
    """Yield the nation of "2,200 Syrians"."""
    if head.text[0].isupper() and (nation := load().nations.get(head.lower_)):
        yield nation


def _of_source(head: Token) -> Iterator[str]:
    """Yield the nation of "50 fighters from Chechnya"."""
    words = load()
    for prep in head.rights:
        if prep.dep_ in relations.ADPOSITION and prep.lower_ in words.sources:
            for place in children_of(prep, relations.COMPLEMENT):
                name = head.doc[place.left_edge.i : place.i + 1].text.lower().removeprefix("the ")
                if name in words.nations:
                    yield words.nations[name]


def _of_side(head: Token) -> set[str]:
    """Return the one nation on whose side a sentence tells of losses: "on the Kyrgyz side"."""
    words, sentence = load(), sentence_of(head)
    sides = (t for t in sentence if t.i > sentence.start and t.lower_ in words.sides)
    told = {words.nations.get(head.doc[side.i - 1].lower_, "") for side in sides} - {""}
    return told if len(told) == 1 else set()


def _described(head: Token, thing: Counted) -> Iterator[tuple[Token, str]]:
    """Yield the describing words before the noun, each with what its population is called."""
    doc = head.doc
    edges = [t.left_edge.i for t in head.lefts if t.dep_ in DESCRIBING]
    i = thing.anchor.i + 1 if thing.anchor.i < head.i else min([head.i, *edges])
    while i < head.i:
        name, length = _tied(doc, i) or _name(doc, i, head.i)
        if name or (name := _demonym(doc[i], head)):
            yield doc[i], name
        i += length


def _demonym(word: Token, head: Token) -> str | None:
    """Read the adjective of a place or people that no list has: "nine Ustrian miners"."""
    written = word.text.isalpha() and word.text.istitle() and not word.is_sent_start
    telling = word.pos_ == "ADJ" and word.dep_ in relations.AMOD and word.head.i == head.i
    common = head.pos_ == "NOUN" and head.text.islower()
    return str(word.text) if written and telling and common else None


def _tied(doc: Doc, i: int) -> tuple[str, int] | None:
    """Read "Kurdish-led"."""
    words, tied = load(), doc[i + 1 : i + 3]
    if len(tied) < 2 or tied[0].text not in HYPHENS or tied[1].lower_ not in words.ties:
        return None
    return f"{words.nations.get(doc[i].lower_, doc[i].text)}-{tied[1].lower_}", 3


def _name(doc: Doc, i: int, end: int) -> tuple[str | None, int]:
    """Return what the population that the words from token `i` tell of is called, and how many."""
    words = load()
    for length in range(min(LONGEST, end - i), 0, -1):
        said = doc[i : i + length].text
        if said[:1].isupper():
            # A capital makes a name: "State" in the name of a group is not a government.
            other = None if doc[i].pos_ == "PROPN" else words.others.get(said.lower())
            name = words.nations.get(said.lower(), other)
        else:
            name = words.others.get(said)
        phrase = doc[i : i + length + 1].text.lower()
        if name and phrase not in words.not_populations:
            return name, length
    return None, 1
