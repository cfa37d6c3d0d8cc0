"""Who exactly is counted: the words that make "275 Syrian fighters" fewer than the fighters."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from variorum import taxonomy
from variorum.normalise.nouns import HYPHENS, Counted, lemma_of
from variorum.normalise.population_words import load

__all__ = ["population_of"]

NAMED = frozenset({"PROPN", "ADJ", "NOUN"})
DESCRIBING = frozenset({"amod", "compound", "nmod"})


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
    return tuple(sorted(names))


def _is_told(token: Token, thing: Counted, event: str | None) -> bool:
    """Return whether the kind or the event of the thing says the word already."""
    known, lemma = taxonomy.load(), lemma_of(token)
    kind, own = thing.kind or "", known.kind(lemma)
    narrowed = known.modifiers.get((known.parent(kind) or "", lemma)) == kind
    named = own is not None and known.within(kind, own)
    return narrowed or named or (event is not None and known.is_words.get(token.lower_) == event)


def _of_head(head: Token) -> Iterator[str]:
    """Yield the nation of "2,200 Syrians"."""
    if head.text[0].isupper() and (nation := load().nations.get(head.lower_)):
        yield nation


def _of_source(head: Token) -> Iterator[str]:
    """Yield the nation of "50 fighters from Chechnya"."""
    words = load()
    for prep in head.rights:
        if prep.dep_ == "prep" and prep.lower_ in words.sources:
            yield from (words.nations[c.lower_] for c in prep.children if c.lower_ in words.nations)


def _described(head: Token, thing: Counted) -> Iterator[tuple[Token, str]]:
    """Yield the describing words before the noun, each with what its population is called."""
    words, doc = load(), head.doc
    first = min([head.i, *(t.i for t in head.lefts if t.dep_ in DESCRIBING)])
    i = max(thing.anchor.i + 1, min(first, head.i)) if thing.anchor.i < head.i else first
    while i < head.i:
        tied = doc[i + 1 : i + 3]
        if len(tied) == 2 and tied[0].text in HYPHENS and tied[1].lower_ in words.ties:
            nation = words.nations.get(doc[i].lower_, doc[i].text)
            yield doc[i], f"{nation}-{tied[1].lower_}"
            i += 3
            continue
        pair = words.nations.get(doc[i : i + 2].text.lower()) if i + 1 < head.i else None
        if name := pair or _name(doc[i]):
            yield doc[i], name
        i += 2 if pair else 1


def _name(token: Token) -> str | None:
    """Return what the population that one word tells of is called."""
    words = load()
    if token.text[0].isupper() and token.lower_ in words.nations:
        return words.nations[token.lower_]
    if name := words.others.get(token.lower_):
        return name
    return str(token.text) if token.ent_type_ == "NORP" and token.text[0].isupper() else None
