"""Names to actors across the case, each name kept as the usage of those who use it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from variorum.compare.names import fold, same_name
from variorum.model import Actor, ActorName, Claim, Document, SpeakerKind, content_id

__all__ = ["Cast", "cast"]


@dataclass(frozen=True)
class Cast:
    """The actors, and the actor of each folded name."""

    actors: tuple[Actor, ...]
    by_name: Mapping[str, str]

    def actor_of(self, name: str) -> str:
        """Return the id of the actor called `name`; a name never met has an id of its own."""
        folded = fold(name)
        return self.by_name.get(folded) or content_id("actor", folded)


def cast(documents: Iterable[Document], claims: Iterable[Claim]) -> Cast:
    """Return the actors named as speakers or relays, with who uses which name.

    Names are joined only when they are the same but for case, title and spelling; what a source
    calls somebody is recorded as that source's usage and joined with nothing else.
    """
    publisher = {document.id: document.name for document in documents}
    used: dict[str, Counter[str]] = defaultdict(Counter)
    users: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        links = [link.name for link in claim.relay]
        named = claim.speaker.kind is not SpeakerKind.UNNAMED
        for name in {*links[:-1], *([claim.speaker.name] if named else [])}:
            folded = fold(name)
            if folded:
                used[folded][name] += 1
                users[name].add(publisher[claim.document])
    groups = _groups(sorted(used, key=lambda name: (-len(name), name)))
    actors = [_actor(group, used, users) for group in groups]
    by_name = {
        name: actor.id for actor, group in zip(actors, groups, strict=True) for name in group
    }
    return Cast(tuple(sorted(actors, key=lambda actor: (actor.label, actor.id))), by_name)


def _groups(names: list[str]) -> list[list[str]]:
    """Return the names grouped by actor; only names that begin alike are compared."""
    groups: list[list[str]] = []
    blocks: dict[str, list[list[str]]] = defaultdict(list)
    for name in names:
        block = blocks[name[:1]]
        for group in block:
            if same_name(group[0], name):
                group.append(name)
                break
        else:
            block.append([name])
            groups.append(block[-1])
    return groups


def _actor(
    group: list[str], used: Mapping[str, Counter[str]], users: Mapping[str, set[str]]
) -> Actor:
    written: Counter[str] = Counter()
    for name in group:
        written.update(used[name])
    label = min(written, key=lambda name: (-written[name], -len(name), name))
    names = tuple(
        ActorName(name=name, used_by=tuple(sorted(users[name]))) for name in sorted(written)
    )
    return Actor(id=content_id("actor", min(group)), label=label, names=names)
