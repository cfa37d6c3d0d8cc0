"""The day of a count whose sentence tells none: that of the sentence before it, if it tells one.

"A like missile hit the port on 14 March. The attack killed 17": the 17 died on 14 March, whatever
else the report is about. A thread ends with its paragraph.
"""

import bisect
from collections.abc import Iterable, Sequence

from variorum.compare.happenings.incidents import HURT
from variorum.compare.quantities.answers import Reply
from variorum.compare.quantities.surroundings import sentence_of
from variorum.edtf import days
from variorum.model import Claim, Document, SceneRole

PARAGRAPH_ENDS = ("\n\n", ".\n")


def in_threads(
    found: Sequence[Reply], claims: Iterable[Claim], document: Document
) -> tuple[Reply, ...]:
    """Return the replies of a report, those hurt on no day of their own with that told before."""
    told = sorted(
        {
            (when.span.start, when.edtf, when.role is SceneRole.HAPPENING)
            for claim in claims
            for when in claim.when
            if when.role is not SceneRole.SPEAKING and days(when.edtf)
        }
    )
    return tuple(_followed(reply, told, document) for reply in found)


def _followed(reply: Reply, told: Sequence[tuple[int, str, bool]], document: Document) -> Reply:
    variable = reply.variable
    if variable.event not in HURT or variable.window:
        return reply
    sentence, at = sentence_of(document, reply)
    first = reply.measure.span.start - at
    place = bisect.bisect_left(told, (first + len(sentence), "", False))
    when, window, happened = told[place - 1] if place else (first, "", False)
    # A day within the sentence is the count's own, or is left out for a reason.
    between = document.text[when : reply.measure.span.start]
    if when >= first or not happened or any(end in between for end in PARAGRAPH_ENDS):
        return reply
    return reply.about(window=window)
