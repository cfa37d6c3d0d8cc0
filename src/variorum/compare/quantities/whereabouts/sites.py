"""Sites within what reports are about: "10 died at the airport" is no toll of all who died.

Where reports tell of one site, it is what they are about, and a number needs no name of it. Where
they tell of several, a number that names one is of that site; a number that names none, or more
than one, is of all of it.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from variorum.compare.happenings.event_groups import LEDE
from variorum.compare.happenings.incidents import FOUND, HURT
from variorum.compare.quantities.answers import Reply
from variorum.compare.quantities.surroundings import clause_of, sentence_of
from variorum.model import Document, SceneRole
from variorum.statements.revisions import THERE, is_marked
from variorum.yaml_files import yaml_file

__all__ = ["sited"]

# A site is what reports are about where so large a share of them begins with it.
SHARE = 0.5
# In so many letters a clause says that it is of the place named before it.
RELATIVE = 12
# A place that more than this share of the reports names is around all of it.
RARE, FEWEST = 0.25, 4


def sited(found: Iterable[Reply], documents: Mapping[str, Document]) -> list[Reply]:
    """Return the replies of the dead and injured with the sites of which they are as their places.

    Args:
        found: the replies of reports of one event, with the towns that they tell.
        documents: those reports, by id.
    """
    replies = list(found)
    told = [_sites(reply, documents) for reply in replies]
    texts = {i: document.text.casefold() for i, document in documents.items()}
    begun = [text[:LEDE] for text in texts.values()]
    known = {
        site
        for site in {site for own in told for site in own}
        if sum(bool(_patterns()[site].search(text)) for text in begun) >= SHARE * len(begun)
    }
    own = known if len(known) == 1 else set()
    return [_at(reply, own, sites, texts) for reply, sites in zip(replies, told, strict=True)]


def _at(reply: Reply, own: set[str], sites: Sequence[str], texts: Mapping[str, str]) -> Reply:
    variable = reply.variable
    if variable.event.rstrip("+") not in {*HURT, FOUND}:
        return reply
    elsewhere = [f"the {site}" for site in sites if site not in own]
    if not variable.place:
        elsewhere = elsewhere or _rare(reply, texts)
    place = elsewhere[0] if len(elsewhere) == 1 else variable.place
    return replace(reply, variable=replace(variable, place=place))


def _sites(reply: Reply, documents: Mapping[str, Document]) -> list[str]:
    """Return the sites that the clause of a number names, else its sentence if that names one."""
    if reply.variable.event.rstrip("+") not in {*HURT, FOUND}:
        return []
    document = documents[reply.claim.document]
    clause, at = clause_of(document, reply)
    if near := _named(_own((clause, at), reply)):
        return near
    sentence, place = sentence_of(document, reply)
    if is_marked(clause[:RELATIVE], THERE):
        before = sentence[: place - at].casefold()
        ends = {site: _last(site, before) for site in _named(before)}
        return [max(ends, key=lambda site: ends[site])] if ends else []
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


def _rare(reply: Reply, texts: Mapping[str, str]) -> list[str]:
    """Return the places beside a number that few reports name: what was there was elsewhere."""
    if len(texts) < FEWEST:
        return []
    start, end = reply.claim.content[0].start, reply.measure.span.end
    names = [
        place.known_as or place.name
        for place in reply.claim.places
        if start <= place.span.start < end
        and place.role is not SceneRole.SPEAKING
        and place.relation is None
        and sum(place.name.casefold() in text for text in texts.values()) <= RARE * len(texts)
    ]
    return list(dict.fromkeys(names))


@functools.cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    rows: Mapping[str, Sequence[str]] = yaml_file(__package__, "sites.yaml")
    forms: dict[str, list[str]] = defaultdict(list)
    for site, words in rows.items():
        for word in words:
            stem = re.escape(word.rstrip("_")).replace(r"\*", r"\w*")
            forms[site].append(stem + (r"\b" if word.endswith("_") else r"\w*"))
    return {site: re.compile(rf"(?<!\w)(?:{'|'.join(own)})") for site, own in forms.items()}
