"""Where answers that tell of the same thing in fewer words meet those that tell it in full.

Numbers of a list are told to be parts, and "471 displaced people were killed" answers what
"471 people were killed" does. Nothing here makes answers contradict each other: answers that merely
share a question keep the variables by which they are proved.
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from variorum.compare.happenings.incidents import DIED, HURT
from variorum.compare.quantities.answers import WHOLES, Reply, Standing
from variorum.compare.quantities.surroundings import joins, numbers_of
from variorum.compare.solver.constraints import Variable
from variorum.grouping import distinct, grouped
from variorum.model import Document
from variorum.statements.revisions import AMONG, is_marked
from variorum.statements.statement_phrases import indefinite_words
from variorum.taxonomy import Taxonomy
from variorum.text import STOPS

# Two numbers are the same when the middles of their ranges lie no further apart than this share.
SAME_NUMBER = 0.12
# One or two of a thing are no sign: many counts are that small.
SMALLEST_SIGN = 10
# Kinds of which everything may be one: no question asks for them without more.
VAGUE = frozenset({"people", "things", "families"})
MARCHED = "participated"
PEOPLE = "people"
# A number that this does not divide is told too exactly to be met by chance.
ROUND = 10
# One population beside the whole is told for it: "52 Palestinians were killed".
ALONE = 2
# How far apart the numbers of a list are told, in characters.
LIST_REACH = 80
_LISTED_NUMBER = re.compile(r"(?<![\w.,])(\d{1,4})((?:[’'\s]+[^\W\d_]+){2,4}\s+)$")
_LISTED_ONE = re.compile(r"((?:\s+[^\W\d_]+){1,2}?)(\s+[^\W\d_]+)\s+([^\W\d_]+)(?=\s+[^\W\d_])")
Kind = tuple[str, str]
"""An event of the case, and a kind that is counted in it."""


def listed(
    found: Sequence[Reply], documents: Mapping[str, Document], taxonomy: Taxonomy
) -> list[Reply]:
    """Return the replies with counts that a list adds up as parts: "killed 9 Turks and 1 American".

    Args:
        found: the replies.
        documents: those documents, by id.
        taxonomy: the kinds; a part of what another item counts is none: "5 people and 2 children".
    """
    numbers = numbers_of(found)
    text_of = {document.id: document.text for document in documents.values()}
    parts: set[int] = set()
    for key, rows in numbers.items():
        text = text_of[key]
        for one, other in itertools.pairwise(rows):
            # "At least 20 died and 60 were hurt": at least 60.
            open_ended = one.measure.high is None and other.variable.event == "injured"
            both = open_ended and one.variable.event == DIED and _is_beside(one, other, text)
            parts |= {id(other)} if both else set()
            if _is_list(one, other, text):
                kinds = one.variable.kind, other.variable.kind
                parts |= {id(one)} if taxonomy.within(*reversed(kinds)) else set()
                parts |= {id(other)} if taxonomy.within(*kinds) else set()
        parts |= {id(r) for r in rows if r.measure.kind in WHOLES and _is_item(r, rows, text)}
    return [replace(r, high=None) if id(r) in parts and r.low else r for r in found]


def _is_list(one: Reply, other: Reply, text: str) -> bool:
    """Return whether one voice tells two numbers of one event with "and" between them."""
    events = {reply.variable.event.rstrip("+") for reply in (one, other)}
    return len(events) == 1 and "" not in events and _is_beside(one, other, text)


def _is_beside(one: Reply, other: Reply, text: str) -> bool:
    """Return whether one voice tells two numbers with "and" between them."""
    start, end = one.measure.span.end, other.measure.span.start
    between = text[start:end]
    if one.claim.speaker.name != other.claim.speaker.name or not 0 < end - start <= LIST_REACH:
        return False
    apart = is_marked(between, AMONG) or any(stop in between for stop in STOPS)
    return not apart and joins(between)


def _is_item(reply: Reply, rows: Iterable[Reply], text: str) -> bool:
    """Return whether "and" joins a number to what was not read: to "9 Turks", or "a woman"."""
    measure, start = reply.measure, reply.measure.span.start
    after = _LISTED_ONE.match(text, measure.span.end)
    one = after is not None and after[3].casefold() in indefinite_words()
    if one and after is not None and after[1].strip() == measure.noun and joins(after[2]):
        return True
    before = _LISTED_NUMBER.search(text, max(0, start - LIST_REACH), start)
    if before is None or not joins(before[2]):
        return False
    at = before.start(1)
    read = (r for r in rows if r.measure.span.start <= at < r.measure.span.end)
    return not any(r.measure.noun in before[2] for r in read)


def _tells_exactly(reply: Reply) -> bool:
    return _usable(reply) and any(c.isdigit() for c in reply.measure.text)


def _usable(reply: Reply) -> bool:
    """Whether it states a number of something, and not per something else."""
    states = reply.standing is Standing.FACT and not reply.polarity and not reply.variable.per
    return reply.figure >= SMALLEST_SIGN and states


def asked(
    found: Sequence[Reply], keys: Sequence[Variable], taxonomy: Taxonomy
) -> list[Variable | None]:
    """Return the question under which each reply is shown, given the variable of each.

    A count of which a report says nothing more is shown with what most reports tell of their kind;
    of mere people, things and lengths only the same number told twice makes a question, and None
    stands for those that make none.
    """
    narrow = _narrowed(set(keys), taxonomy)
    moved = _as_told_wider(found, [narrow.get(key, key) for key in keys], taxonomy)
    most, repeated = _most_told(found, moved), _repeated(found, moved, taxonomy)
    return [_meets(*told, most, repeated, taxonomy) for told in zip(found, moved, strict=True)]


def _as_told_wider(
    found: Sequence[Reply], keys: Sequence[Variable], taxonomy: Taxonomy
) -> list[Variable]:
    """Return the questions, of a count of some of the hurt that of all with the same number.

    "471 displaced people were killed" and "471 people were killed" answer one question, and so does
    "471 people", too exact a number to be another's by chance.
    """
    wide: dict[tuple[str, str, float], Variable] = {}
    for reply, key in zip(found, keys, strict=True):
        whole = key.kind == PEOPLE and not key.population
        if key.event in HURT and whole and _tells_exactly(reply):
            wide.setdefault((key.event_group, key.event, reply.figure), key)

    def told(reply: Reply, key: Variable) -> Variable:
        figure = reply.figure
        events = HURT if _is_vague(key, taxonomy) and figure % ROUND else {key.event} & HURT
        same = taxonomy.is_people(key.kind) and not key.phase and _tells_exactly(reply)
        rows = (wide.get((key.event_group, event, figure)) for event in sorted(events))
        return next((row for row in rows if row and same and row.place == key.place), key)

    wider = [told(reply, key) for reply, key in zip(found, keys, strict=True)]
    # Where several reports tell the same number of them as of all, they are all there were.
    rows = zip(found, keys, wider, strict=True)
    same = distinct(((k, w), r.claim.document) for r, k, w in rows if k != w and k.event == w.event)
    all_of = {key: whole for (key, whole), own in same.items() if len(own) > 1}
    return [all_of.get(key, key) for key in wider]


def _narrowed(known: set[Variable], taxonomy: Taxonomy) -> dict[Variable, Variable]:
    """Return the wider question of each that has one; of the dead two populations are apart.

    Whoever takes part in a march is a marcher: protesters and people are asked for together.
    """
    populations: dict[Variable, int] = Counter(replace(key, population=()) for key in known)
    wider = {
        key: replace(key, population=())
        for key in known
        if key.event in taxonomy.joint
        or (key.event in HURT and populations[replace(key, population=())] <= ALONE)
    }
    wider = {
        key: replace(wide, kind="people")
        if wide.event == MARCHED and taxonomy.is_people(wide.kind)
        else wide
        for key, wide in wider.items()
    }
    return {key: wide for key, wide in wider.items() if wide in known}


def _most_told(found: Sequence[Reply], keys: Sequence[Variable]) -> dict[Kind, Variable]:
    """Return for each kind in each event the question with an event that most documents answer."""
    documents: dict[Variable, set[str]] = defaultdict(set)
    for reply, key in zip(found, keys, strict=True):
        narrow = key.per or key.population or key.phase or key.place or key.event.endswith("+")
        if key.event and not narrow:
            documents[key].add(reply.claim.document)
    ranked = sorted(documents, key=lambda key: (len(documents[key]), key.key))
    return {(key.event_group, key.kind): key for key in ranked}


def _is_bare(variable: Variable) -> bool:
    return not (variable.event or variable.subject or variable.per or variable.place)


def _is_vague(variable: Variable, taxonomy: Taxonomy) -> bool:
    """Return whether nothing is known of what is counted but that it is people, or a length."""
    vague = variable.kind in VAGUE or not taxonomy.countable(variable.kind)
    return _is_bare(variable) and vague


def _repeated(
    found: Sequence[Reply], keys: Sequence[Variable], taxonomy: Taxonomy
) -> dict[Kind, dict[float, int]]:
    """Return by event and kind the figures of vague counts, each with its group.

    A figure is in the group of the one below it where both give the same number; groups that one
    document alone tells of are left out.
    """
    told = grouped(
        ((key.event_group, key.kind), (figure, reply.claim.document))
        for reply, key in zip(found, keys, strict=True)
        if _is_vague(key, taxonomy) and (figure := reply.figure)
    )
    return {kind: _groups(sorted(rows)) for kind, rows in told.items()}


def _groups(rows: Sequence[tuple[float, str]]) -> dict[float, int]:
    groups: list[list[tuple[float, str]]] = []
    for row in rows:
        if groups and row[0] - groups[-1][0][0] <= SAME_NUMBER * row[0]:
            groups[-1].append(row)
        else:
            groups.append([row])
    return {
        figure: number
        for number, group in enumerate(groups)
        if len({document for _, document in group}) > 1
        for figure, _ in group
    }


def _meets(
    reply: Reply,
    key: Variable,
    most: dict[Kind, Variable],
    repeated: dict[Kind, dict[float, int]],
    taxonomy: Taxonomy,
) -> Variable | None:
    kind = (key.event_group, key.kind)
    if _is_vague(key, taxonomy):
        group = repeated.get(kind, {}).get(reply.figure)
        return None if group is None else replace(key, figure=str(group))
    bare = _is_bare(key) and taxonomy.countable(key.kind) and not key.population
    return most.get(kind, key) if bare and not key.phase else key
