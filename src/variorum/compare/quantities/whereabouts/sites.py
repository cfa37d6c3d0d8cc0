"""Sites within what reports are about: "10 died at the airport" is no toll of all who died.

Where reports tell of one site, it is what they are about, and a number needs no name of it. Where
they tell of several, a number that names one is of that site; a number that names none, or more
than one, is of all of it.
"""

import functools
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from variorum.compare.happenings.event_groups import LEDE
from variorum.compare.happenings.incidents import FOUND, HURT
from variorum.compare.quantities.answers import Reply
from variorum.compare.quantities.surroundings import clause_of, sentence_of
from variorum.language.words.deed_words import word_pattern
from variorum.model import Document
from variorum.statements.revisions import THERE, is_marked
from variorum.yaml_files import yaml_file

# A site is what reports are about where so large a share of them begins with it.
SHARE = 0.5
# In so many letters a clause says that it is of the place named before it.
RELATIVE = 12


def sited(found: Sequence[Reply], documents: Mapping[str, Document]) -> list[Reply]:
    """Return the replies of the dead and injured with the sites of which they are as their places.

    Args:
        found: the replies of reports of one event, with the towns that they tell.
        documents: those reports, by id.
    """
    told = [_sites(reply, documents[reply.claim.document]) for reply in found]
    begun = [document.text[:LEDE].casefold() for document in documents.values()]
    known = {
        site
        for site in {site for sites in told for site in sites}
        if sum(bool(_patterns()[site].search(text)) for text in begun) >= SHARE * len(begun)
    }
    own = known if len(known) == 1 else set()
    return [_at(reply, set(sites) - own) for reply, sites in zip(found, told, strict=True)]


def _at(reply: Reply, elsewhere: Collection[str]) -> Reply:
    if len(elsewhere) != 1:
        return reply
    place = f"the {next(iter(elsewhere))}"
    return replace(reply, variable=replace(reply.variable, place=place))


def _sites(reply: Reply, document: Document) -> list[str]:
    """Return the sites that the clause of a number names, else its sentence if that names one."""
    if reply.variable.event.rstrip("+") not in {*HURT, FOUND}:
        return []
    clause, at = clause_of(document, reply)
    if near := _named(_own((clause, at), reply)):
        return near
    sentence, place = sentence_of(document, reply)
    if is_marked(clause[:RELATIVE], THERE):
        before = sentence[: place - at].casefold()
        return sorted(_named(before), key=lambda site: _last(site, before))[-1:]
    around = _named(_own((sentence, place), reply))
    return around if len(around) == 1 else []


def _named(words: str) -> list[str]:
    return [site for site, pattern in _patterns().items() if pattern.search(words)]


def _last(site: str, words: str) -> int:
    return max(found.start() for found in _patterns()[site].finditer(words))


def _own(words: tuple[str, int], reply: Reply) -> str:
    """Return those of the words that are the claim's content, so not who tells it."""
    start = reply.measure.span.start
    first = start - words[1]
    part = next((p for p in reply.claim.content if p.start <= start < p.end), None)
    told = words[0] if part is None else words[0][max(0, part.start - first) : part.end - first]
    return told.casefold()


@functools.cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    rows: Mapping[str, Sequence[str]] = yaml_file(__package__, "sites.yaml")
    return {site: word_pattern(words) for site, words in rows.items()}
