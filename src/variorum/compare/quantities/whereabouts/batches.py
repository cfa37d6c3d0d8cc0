"""Counts of those who come and go in parts, on several days.

"3,000 left on Thursday" and "15,000 have left by now" are no two answers where reports tell of
batches: each is of its own hour, and so is how many remain.
"""

from collections.abc import Mapping, Sequence

from variorum.compare.quantities.answers import Reply, Standing
from variorum.compare.quantities.surroundings import paragraph_of
from variorum.model import Document
from variorum.statements.revisions import BATCHES, is_marked
from variorum.taxonomy import Taxonomy


def in_batches(
    found: Sequence[Reply], documents: Mapping[str, Document], taxonomy: Taxonomy
) -> list[Reply]:
    """Return the replies, each count of what moves in batches as of the hour of its paragraph.

    Args:
        found: the replies of reports of one event.
        documents: those reports, by id; two of them have to tell of batches.
        taxonomy: the kinds, and what a whole body does at once.
    """
    telling = [x for x in documents.values() if is_marked(x.text, BATCHES)]
    if len(telling) <= 1:
        return list(found)

    def told(reply: Reply) -> Reply:
        variable = reply.variable
        fact = reply.standing is Standing.FACT
        if variable.event not in taxonomy.joint or variable.window or not fact:
            return reply
        paragraph = paragraph_of(documents[reply.claim.document], reply)
        return reply.about(as_of=f"/#{paragraph}")

    return [told(reply) for reply in found]
