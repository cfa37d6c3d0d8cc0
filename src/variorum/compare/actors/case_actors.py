"""Names to actors across the case, each name kept as the usage of those who use it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum import model
from variorum.compare.actors.actor_mentions import (
    Naming,
    Usage,
    Words,
    full_words,
    gather,
    merge_id,
)
from variorum.compare.actors.merging import Names, merge
from variorum.grouping import distinct, grouped
from variorum.language.spelling import name_words

Key = tuple[Words, str]
"""The head of a group of names, and the document where a name means somebody else in each."""


@dataclass(frozen=True)
class Cast:
    """The actors, and the way from a name in a document to the actor's id."""

    actors: tuple[model.Actor, ...]
    by_key: Mapping[Key, str]
    names: Names

    def actor_of(self, name: str, document: str = "") -> str:
        """Return the id of the actor called `name`; a name never met has an id of its own.

        Args:
            name: the fullest name in the document.
            document: its id, which decides where one name means several people.
        """
        key = _key(full_words(name), document, self.names)
        return self.by_key.get(key) or model.content_id("actor", *key[0], key[1])


def cast(
    documents: Iterable[model.Document],
    claims: Iterable[model.Claim],
    same: Collection[tuple[str, str]] = (),
    apart: Collection[tuple[str, str]] = (),
) -> Cast:
    """Return the actors that claims name, with who uses which name and why names were joined.

    The order of documents and claims changes nothing.

    `same` and `apart` are pairs of names that a person found to be one actor's, or not.
    """
    documents, claims = list(documents), list(claims)
    undone = frozenset(
        merge_id(name_words(one), name_words(other))
        for pair in apart
        for one, other in (pair, pair[::-1])
    )
    namings = gather(documents, claims, undone)
    names = merge(namings, undone, _joined_by_hand(same, namings))
    groups = grouped(
        (_key(words, usage.document, names), usage)
        for words in sorted(namings)
        for usage in namings[words].usages
    )
    by_key = {key: model.content_id("actor", *key[0], key[1]) for key in groups}
    publishers = {document.id: document.name for document in documents}
    spoken_for = _spoken_for(claims, names, by_key)
    actors = [
        model.Actor(
            id=by_key[key],
            label=_label(usages),
            names=_names(usages, publishers),
            kind=_kind(usages),
            merges=_merges(usages, namings, names),
            speaks_for=tuple(sorted(spoken_for[by_key[key]] - {by_key[key]})),
            mentions=_mentions(usages),
        )
        for key, usages in groups.items()
    ]
    return Cast(tuple(sorted(actors, key=lambda a: (a.label, a.id))), by_key, names)


def _joined_by_hand(
    same: Collection[tuple[str, str]], namings: Mapping[Words, Naming]
) -> list[tuple[Words, Words]]:
    """Return pairs of names as the full names that the documents give for them."""
    if not same:
        return []
    full_of = {
        full_words(name): words
        for words in sorted(namings, reverse=True)
        for usage in namings[words].usages
        for name in (usage.name, usage.full)
    }
    pairs = [(full_of.get(full_words(one)), full_of.get(full_words(two))) for one, two in same]
    return [(one, two) for one, two in pairs if one and two]


def _key(words: Words, document: str, names: Names) -> Key:
    head = names.head(words)
    return head, document if head in names.loose else ""


def _label(usages: Iterable[Usage]) -> str:
    """Return the full name that is used most; of several the longest."""
    full = Counter(usage.full for usage in usages)
    return min(full, key=lambda name: (-full[name], -len(name), name))


def _kind(usages: Iterable[Usage]) -> model.SpeakerKind:
    kinds = Counter(usage.kind for usage in usages)
    return min(kinds, key=lambda kind: (-kinds[kind], kind.value))


def _names(usages: Iterable[Usage], publishers: Mapping[str, str]) -> tuple[model.ActorName, ...]:
    """Return every name with its users; a word such as "the minister" is no name."""
    users = distinct(
        (name, publishers[usage.document])
        for usage in usages
        for name in (usage.full, *([usage.name] if usage.rule is not model.NameRule.ROLE else ()))
    )
    return tuple(
        model.ActorName(name=name, used_by=tuple(sorted(users[name]))) for name in sorted(users)
    )


def _mentions(usages: Iterable[Usage]) -> tuple[model.Span, ...]:
    spans = {
        (usage.span.document, usage.span.start, usage.span.end): usage.span
        for usage in usages
        if usage.span is not None
    }
    return tuple(spans[place].bare() for place in sorted(spans))


def _merges(
    usages: Sequence[Usage], namings: Mapping[Words, Naming], names: Names
) -> tuple[model.Merge, ...]:
    """Return why the names of one actor were joined, within documents and across them."""
    found: dict[str, model.Merge] = {}
    for usage in sorted(usages, key=_place):
        if usage.rule is not None:
            key = merge_id(name_words(usage.name), name_words(usage.full))
            evidence = tuple(s.bare() for s in (usage.span, *usage.evidence) if s)
            pair = (usage.name, usage.full)
            found.setdefault(
                key, model.Merge(id=key, rule=usage.rule, names=pair, evidence=evidence)
            )
    for words in sorted({name_words(usage.full) for usage in usages}):
        if words in names.parent:
            full, rule = names.parent[words]
            first = [min(namings[w].usages, key=_place) for w in (words, full)]
            evidence = tuple(usage.span.bare() for usage in first if usage.span)
            key = merge_id(words, full)
            pair = (first[0].full, first[1].full)
            found[key] = model.Merge(id=key, rule=rule, names=pair, evidence=evidence)
    return tuple(sorted(found.values(), key=lambda merge: (merge.rule, merge.names, merge.id)))


def _place(usage: Usage) -> tuple[bool, str, int, str]:
    return usage.span is None, usage.document, usage.span.start if usage.span else 0, usage.name


def _spoken_for(
    claims: Iterable[model.Claim], names: Names, by_key: Mapping[Key, str]
) -> dict[str, set[str]]:
    """Return the ids of the bodies that each actor speaks for."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        body = claim.speaker.organisation
        if body is not None and claim.speaker.kind is model.SpeakerKind.PERSON:
            pair = [
                by_key.get(_key(full_words(name), claim.document, names))
                for name in (claim.speaker.name, body.exact)
            ]
            if pair[0] and pair[1]:
                found[pair[0]].add(pair[1])
    return found
