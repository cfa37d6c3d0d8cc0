"""What a report says in one state of its file and otherwise in the next, without saying so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from variorum.compare.actors.case_actors import Cast
from variorum.compare.history.histories import Said, fits, step_of
from variorum.edtf import days
from variorum.model import Change, Document, History, content_id

Key = tuple[str, str]


def silent_edits(
    found: Iterable[Said], documents: Sequence[Document], people: Cast
) -> tuple[History, ...]:
    """Return the answers that one file gave and gives no more, each with what it gives now.

    A file has two states where it was read twice, or where two reports have one address. Both
    wordings are told with their dates; an answer that both states give has not changed.

    The answers and the documents hold those of earlier states as well.
    """
    given: dict[str, dict[Key, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for said in found:
        actor = people.actor_of(said.claim.speaker.name, said.claim.document)
        given[said.claim.document][actor, said.question].append(said)
    by_id = {document.id: document for document in documents}
    edits = [
        _edit(actor, question, before[0], after[0], by_id)
        for old, new in _states(documents, by_id)
        for (actor, question), before in given[old.id].items()
        if (after := given[new.id].get((actor, question)))
        and not any(fits(one, other) for one in before for other in after)
    ]
    return tuple(sorted(edits, key=lambda history: history.id))


def _states(
    documents: Sequence[Document], by_id: Mapping[str, Document]
) -> Iterator[tuple[Document, Document]]:
    """Yield the states of a file, the earlier before the later."""
    by_url: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        before = by_id.get(document.revision_of or "")
        if before is not None:
            yield before, document
        elif document.url and days(document.published or ""):
            by_url[document.url].append(document)
    for same in by_url.values():
        ordered = sorted(same, key=lambda document: (document.published or "", document.id))
        for old, new in pairwise(ordered):
            if old.published != new.published:
                yield old, new


def _edit(
    actor: str, question: str, old: Said, new: Said, documents: Mapping[str, Document]
) -> History:
    first, second = (documents[said.claim.document] for said in (old, new))
    name = first.name
    because = (
        f"{name} had “{old.words}”{_dated(first)}, and the same file has “{new.words}” "
        f"in its place{_dated(second)}."
    )
    return History(
        id=content_id("edit", first.id, second.id, actor, question),
        actor=actor,
        name=name,
        question=question,
        steps=tuple(step_of(said, documents[said.claim.document].published) for said in (old, new)),
        change=Change.EDITED,
        because=because,
        superseded=(old.claim.id,),
    )


def _dated(document: Document) -> str:
    return f" (dated {document.published})" if document.published else " (without a date)"
