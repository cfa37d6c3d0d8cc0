"""Counts that stray from what reports are about, though their words name no other place or day.

A report that gives the toll others give, and further down another number in the same voice, tells
there of something else, such as an earlier attack. "There were no casualties", where other counts
differ, is of one site among several.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from variorum.compare.happenings.event_groups import LEDE
from variorum.compare.happenings.incidents import FOUND, HURT
from variorum.compare.quantities.agreement import ends_meet
from variorum.compare.quantities.answers import Reply, Standing
from variorum.model import Form
from variorum.statements.revisions import THE_EVENT, is_marked

Number = tuple[float | None, float | None]


def strays(found: Sequence[Reply]) -> set[int]:
    """Return the ids (`id`) of the replies that tell of something else than their event's reports.

    Args:
        found: the replies of reports of one event.
    """
    groups: dict[tuple[str, str, str], list[Reply]] = defaultdict(list)
    for reply in found:
        variable = reply.variable
        if variable.event in {*HURT, FOUND} and reply.standing is Standing.FACT:
            groups[variable.kind, variable.event, variable.place].append(reply)
    return {id(reply) for own in groups.values() for reply in _strays(own)}


def _strays(found: Sequence[Reply]) -> Iterable[Reply]:
    told: dict[Number, set[str]] = defaultdict(set)
    by_voice: dict[tuple[str, str], set[Number]] = defaultdict(set)
    for reply in found:
        told[_number(reply)].add(reply.claim.document)
        for voice in {_voice(reply), (reply.claim.document, "")}:
            by_voice[voice].add(_number(reply))
    shared = {number for number, documents in told.items() if len(documents) > 1}
    numbers = [number for number in told if number != (0, 0)]
    several = any(not ends_meet(a, b) for a in numbers for b in numbers)
    for reply in found:
        number = _number(reply)
        others = by_voice[_voice(reply)]
        below = reply.measure.span.start >= LEDE and number not in shared
        none = number == (0, 0) and reply.claim.form is Form.NARRATED
        none = none and not is_marked(reply.claim.text, THE_EVENT)
        if (none and several) or (below and others & shared):
            yield reply


def _number(reply: Reply) -> Number:
    return reply.low, reply.high


def _voice(reply: Reply) -> tuple[str, str]:
    """Return the report and who speaks in it, "" where it does so itself."""
    own = reply.claim.form is Form.NARRATED
    return reply.claim.document, "" if own else reply.claim.speaker.name
