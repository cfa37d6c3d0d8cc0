"""What is known of one source or actor: its names, what it says and passes on, and its reports."""

from collections import Counter
from types import SimpleNamespace

from variorum.grouping import grouped
from variorum.publish.base.quoted_claims import quotation
from variorum.publish.views.histories_view import history_view
from variorum.web.desk import Shown

# So many of those who pass on what an actor says are named.
MOST_RELAYS = 12


def actor_view(shown: Shown, key: str, most: int) -> SimpleNamespace | None:
    """Return an actor of a case with so many of its claims, or None where there is none.

    It says in which stances it speaks, through whom, how its answers changed, and which reports it
    published, each with its number.
    """
    actors = shown.once("actors", lambda: {actor.id: actor for actor in shown.case.actors})
    if key not in actors:
        return None
    actor, index = actors[key], shown.index
    named = shown.case.actor_by_name
    said = shown.once(
        "said", lambda: grouped((named.get(c.speaker.name), c) for c in index.whole_claims)
    )
    days = {document.id: document.published or "9999" for document in shown.case.documents}
    claims = sorted(said.get(key, []), key=lambda c: (days[c.document], index.claim_number[c.id]))
    names = {name.name for name in actor.names}
    passed = Counter(
        link.name for claim in claims for link in claim.relay if link.name not in names
    )
    numbers = index.document_number
    return SimpleNamespace(
        actor=actor,
        said=tuple(quotation(index, claim) for claim in claims[:most]),
        total=len(claims),
        stances=tuple(Counter(claim.stance.value for claim in claims).most_common()),
        relays=tuple(passed.most_common(MOST_RELAYS)),
        histories=tuple(history_view(index, h) for h in shown.case.histories if h.actor == key),
        reports=tuple((numbers[d.id], d) for d in shown.case.documents if d.name in names)[:most],
    )
