"""What each number is told of: the case's own event, what was before it, a plan, or other events.

Who was there before is told apart from who remained after, and what is to be from what came of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from variorum.compare.happenings.incidents import HURT
from variorum.compare.quantities.answers import PLAN, Reply, Standing
from variorum.compare.quantities.surroundings import clause_of, sentence_of
from variorum.model import Document, Mood
from variorum.statements.revisions import CAMPAIGN, PARTIAL, PLANNED, SEVERAL, TO_BE, is_marked
from variorum.statements.statement_phrases import lexicon
from variorum.taxonomy import Taxonomy

# States that hold at a time, before or after what the case is about.
STATES = frozenset({"remained"})
BEFORE = "before"
ANOTHER = "in another such event"
TOGETHER = "in several such events"
IN_ALL = "in the whole campaign"


def phased(
    found: Sequence[Reply], documents: Mapping[str, Document], taxonomy: Taxonomy
) -> list[Reply]:
    """Return the replies with the phase that their words tell, "" for the case's own event.

    Only what is counted is planned.
    """

    def told(reply: Reply) -> Reply:
        document = documents[reply.claim.document]
        words = lexicon(document.language or "")
        if reply.variable.event in STATES and words.tells_before(sentence_of(document, reply)[0]):
            return reply.about(phase=BEFORE)
        clause = _with_its_front(document, reply)
        if reply.variable.event and words.tells_another(clause):
            return reply.about(phase=ANOTHER)
        if reply.variable.event in HURT and is_marked(clause, SEVERAL):
            return reply.about(phase=TOGETHER)
        if reply.variable.event in HURT and is_marked(clause, CAMPAIGN):
            return reply.about(phase=IN_ALL)
        return reply

    return _planned([told(reply) for reply in found], documents, taxonomy)


def _with_its_front(document: Document, reply: Reply) -> str:
    """Return the clause of a number with what opens its sentence."""
    clause, at = clause_of(document, reply)
    sentence, before = sentence_of(document, reply)
    front = sentence[: before - at]
    return f"{front}{clause}" if front.count(",") <= 1 else clause


def _planned(
    found: Sequence[Reply], documents: Mapping[str, Document], taxonomy: Taxonomy
) -> list[Reply]:
    """Return the replies with plans told apart from what came of them.

    What follows a plan in its paragraph, and no verb's form says has happened, belongs to it.
    """
    last: dict[tuple[str, str], int] = {}
    told = []
    for reply in found:
        document, variable = documents[reply.claim.document], reply.variable
        place, start = (document.id, variable.event), reply.measure.span.start
        near = place in last and "\n" not in document.text[last[place] : start]
        if _is_plan(reply, document, near, taxonomy):
            last[place] = start
            # What is due in the coming hours may be a part of it.
            part = is_marked(sentence_of(document, reply)[0], PARTIAL)
            committed = reply.standing is Standing.COMMITMENT
            reply = replace(  # noqa: PLW2901
                reply,
                variable=replace(variable, phase=PLAN),
                high=None if part else reply.high,
                standing=Standing.COMMITMENT if committed else Standing.POSSIBILITY,
            )
        told.append(reply)
    return told


def _is_plan(reply: Reply, document: Document, near: bool, taxonomy: Taxonomy) -> bool:
    """Return whether so many are to do it: "under the deal 3,000 leave", "1,500 will go"."""
    variable, mood = reply.variable, reply.measure.mood
    counted = taxonomy.countable(variable.kind) and variable.event not in HURT
    if not counted or reply.polarity or mood is Mood.REALISED:
        return False
    clause, _ = clause_of(document, reply)
    ordered = is_marked(sentence_of(document, reply)[0], PLANNED)
    if not variable.event:
        return ordered  # "they want to leave, and are 150"
    meant = mood is Mood.POSSIBLE and is_marked(clause, TO_BE)
    follows = near and mood is None
    return reply.standing is Standing.COMMITMENT or ordered or meant or follows
