"""How people were hurt: "six died in the clashes" is no toll of the day on which 42 died in a fire.

Where one report sets several circumstances side by side, a count that is tied to one of them is of
that part of what happened; one that is tied to none, or to more than one, is of all of it.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from variorum.compare.happenings.incidents import FOUND, HURT
from variorum.compare.quantities.answers import Reply
from variorum.compare.quantities.surroundings import numbers_of, paragraph_of, sentence_of, told_of
from variorum.grouping import grouped
from variorum.language.words.deed_words import word_pattern
from variorum.model import Document
from variorum.statements.revisions import FIRST, is_marked
from variorum.yaml_files import yaml_file

# A circumstance is what reports are about where so large a share of those that count tie it.
NEARLY_ALL = 0.8


def in_circumstances(found: Sequence[Reply], documents: Mapping[str, Document]) -> list[Reply]:
    """Return the replies, those of the hurt that are tied to one circumstance as of that phase."""
    hurt = [r for r in found if r.variable.event.rstrip("+") in {*HURT, FOUND}]
    numbers = numbers_of(found)
    holders: dict[str, set[str]] = defaultdict(set)
    by_report: dict[tuple[str, str], set[str]] = defaultdict(set)
    tie_of: dict[int, str] = {}
    for reply in hurt:
        document = documents[reply.claim.document]
        named = told_of(document, reply, numbers, _named)
        if len(named) == 1:
            tie_of[id(reply)] = name = named.pop()
            holders[name].add(document.id)
            by_report[document.id, reply.variable.event].add(name)
    if all(len(names) == 1 for names in by_report.values()):
        return list(found)
    for reply in _answered(hurt, tie_of, documents):
        tie_of.pop(id(reply), None)
    least = NEARLY_ALL * len({reply.claim.document for reply in hurt})
    apart = {name for name, own in holders.items() if len(own) < least}

    def told(reply: Reply) -> Reply:
        tie = tie_of.get(id(reply))
        if tie not in apart or reply.variable.phase:
            return reply
        return reply.about(phase=tie)

    return [told(reply) for reply in found]


def _answered(
    hurt: Iterable[Reply], tied: Collection[int], documents: Mapping[str, Document]
) -> Iterator[Reply]:
    """Yield the counts that another voice answers in their paragraph, and ties to nothing."""
    told = grouped(
        ((paragraph_of(document, r), r.variable.event, r.variable.kind), r)
        for r in hurt
        if not is_marked(sentence_of(document := documents[r.claim.document], r)[0], FIRST)
    )
    for rows in told.values():
        if len({r.claim.speaker.name for r in rows}) > 1 and any(id(r) not in tied for r in rows):
            yield from rows


def _named(words: str) -> set[str]:
    return {name for name, pattern in _patterns().items() if pattern.search(words)}


@functools.cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    rows: Mapping[str, Sequence[str]] = yaml_file(__package__, "circumstances.yaml")
    return {name: word_pattern(words) for name, words in rows.items()}
