"""Nesting: which attribution stands in the content of which, and which of the inner ones count."""

from collections.abc import Sequence

from variorum.extract.attribution.figures import FIGURE
from variorum.extract.document.raw_attribution import Attribution
from variorum.extract.document.reading import Reading
from variorum.language import relations
from variorum.language.english_words import cue_words, word_list
from variorum.language.features import is_base_form
from variorum.language.word_lists import words
from variorum.model import Certainty, Stance

DEEPEST = 3
SELF = words("extract", "self")
WEIGHTY = frozenset({Stance.PROMISES, Stance.DENIES})


def passing_on(reading: Reading, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions without the inner ones that pass nothing on.

    Within somebody's words an attribution counts where it reports another's statement, promise or
    denial; "I think", and likes and wishes told along the way, are part of what the outer speaker
    says. Nobody reads a chain of more than a few "A says that B says"; deeper ones are left out,
    which also keeps the work linear on text that repeats a cue without end.
    """
    holders = holders_of(reading, found)
    depths = [0] * len(found)
    for i in outer_first(holders):
        depths[i] = depths[holders[i]] + 1 if holders[i] >= 0 else 0
    return [
        a
        for a, depth, holder in zip(found, depths, holders, strict=True)
        if depth == 0 or (depth <= DEEPEST and (_passes_on(a) or _is_told(a, found[holder])))
    ]


def _is_told(attribution: Attribution, holder: Attribution) -> bool:
    """Whether it is just what somebody holds that another tells: "they believe, according to X"."""
    source, by = attribution.source, holder.head
    named = source is not None and source.lower_ not in SELF and attribution.frame == "clause"
    return named and by.dep_ in relations.ADPOSITION and by.head == attribution.head


def _passes_on(attribution: Attribution) -> bool:
    source = attribution.source
    named = source is not None and source.lower_ not in SELF
    if attribution.word.stance in WEIGHTY:
        return source is None or named
    if source is None:
        return attribution.frame == "to" and attribution.head.lemma_ in word_list("reporting")
    if attribution.frame not in {"clause", FIGURE} and not attribution.quotes:
        return False
    return named and _reports(attribution)


def _reports(attribution: Attribution) -> bool:
    """Whether a cue tells of words that were said, not of a thought, or of what may yet be said.

    A cue that only the model knows, and the table does not, starts no chain.
    """
    word = attribution.word
    if word.pos == "ADP" or attribution.frame == FIGURE:
        return True
    said = word.certainty is Certainty.CERTAIN and not is_base_form(attribution.head)
    return said and word.pos != "ADJ" and (word.lemma, word.pos) in cue_words()


def holders_of(reading: Reading, found: Sequence[Attribution]) -> list[int]:
    """For each attribution the index of the innermost one whose content holds its cue, or -1."""
    events = [(start, 0, -end, i) for i, a in enumerate(found) for start, end in a.content]
    events += [(reading.chars(a.cue)[0], 1, 0, i) for i, a in enumerate(found)]
    holders = [-1] * len(found)
    stack: list[tuple[int, int]] = []
    for place, is_cue, end, i in sorted(events):
        while stack and stack[-1][0] <= place:
            stack.pop()
        if not is_cue:
            stack.append((-end, i))
        else:
            holders[i] = next((j for _, j in reversed(stack) if j != i), -1)
    return holders


def outer_first(holders: list[int]) -> list[int]:
    """Return the indices so that each comes after its holder; rings are cut where they close."""
    order: list[int] = []
    done = [False] * len(holders)
    for first in range(len(holders)):
        i = first
        path: list[int] = []
        on_path = set()
        while i >= 0 and not done[i] and i not in on_path:
            path.append(i)
            on_path.add(i)
            i = holders[i]
        for j in reversed(path):
            done[j] = True
            order.append(j)
    return order
