"""Which reports of a case tell of one event, and which of another.

Reports are grouped by average linkage over their likeness: the words of reports in one language
(TF-IDF, cosine), and in any language the names, days and numbers that they share. Nothing is joined
because nothing speaks against it. On the training topics of ECB+ (two happenings of one kind in
each) a logistic regression over the same evidence did no better than this plain sum.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from variorum.language.spelling import sound
from variorum.language.words.lexers import letters
from variorum.model import Claim, Document

__all__ = ["DECIDED", "ONE_EVENT", "alike_ledes", "event_groups", "group_of_claim"]

Array = npt.NDArray[np.float32]
Terms = Counter[str]
ONE_EVENT: Mapping[str, str] = MappingProxyType({})
"""The events of documents where all tell of one."""
# What the name of an event begins with that a person gave it.
DECIDED = "decided: "
# What two groups must be alike to tell of one event, on average over their pairs of reports.
ALIKE = 0.16
# Where so large a share of the case tells of one event, the others belong to it if they are this
# much alike: somebody laid them together.
MOST_OF_CASE = 0.7
STRAGGLER = 0.07
# Reports of fewer words are too short to be told apart by them.
SHORT = 30
# Words of fewer letters say little, and names of fewer than three sounds must be as long.
LONG_WORD = 4
LONG_NAME = 3
SMALLEST_NUMBER = 10
# More capitals than this share of the words: every noun has one, or the script has none but.
NOUNS = 0.3
# How many reports beside those of the case share a name by chance: of the few of a case all may.
ELSEWHERE = 100
# Names count as much as words within one language, and more where there are no words to share.
WITHIN, ACROSS = 0.5, 1.5
# What is left of the likeness where no year, or no place, is named by both.
OTHER_YEARS, OTHER_PLACES = 0.6, 0.7
# How many letters a report begins with what it is about, and what such beginnings must be alike.
LEDE, ALIKE_LEDES = 700, 0.3
DIMENSIONS = 4096
# So many reports are grouped at a time; the groups they make meet the next ones.
BATCH = 1000
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass
class _Group:
    """Reports held to tell of one event, with the sums of their vectors."""

    members: list[int]
    vector: Array
    tagged: Array
    """The names once more, each under its report's language."""
    years: set[str]
    places: set[str]
    days: set[str] = field(default_factory=set)


@dataclass
class _Told:
    """What a report gives to tell its event by."""

    words: Terms
    names: Terms
    language: str
    years: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)


def group_of_claim(claim: Claim, group_of: Mapping[str, str]) -> str:
    """Return the event that a claim tells of: where a person decided so, not its document's."""
    return group_of.get(claim.id, group_of.get(claim.document, ""))


def event_groups(documents: Sequence[Document], claims: Iterable[Claim]) -> dict[str, int]:
    """Return for each document the number of the event that it tells of.

    The event of most documents is 0, then come the others by how many tell of them.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document].append(claim)
    if not documents:
        return {}
    told = _all_told(documents, by_document)
    groups = _vectors(told)
    if all(one.words.total() < SHORT for one in told):
        groups = _all_joined(groups)
    else:
        groups = _with_stragglers(_grouped(groups, ALIKE))
    groups.sort(key=lambda group: (-len(group.members), min(group.members)))
    return {documents[i].id: n for n, group in enumerate(groups) for i in group.members}


def alike_ledes(
    documents: Sequence[Document],
    claims: Mapping[str, Sequence[Claim]],
    days: Mapping[str, Collection[str]],
) -> list[list[str]]:
    """Return the ids of reports grouped by what they begin with; none of other days are joined.

    Args:
        documents: the reports, of which only the first words are compared.
        claims: the claims of each report by its id.
        days: the days of each report by its id; two that share none tell of two events.
    """
    ledes = [d.model_copy(update={"text": d.text[:LEDE]}) for d in documents]
    begun = {d.id: [c for c in claims[d.id] if c.content[0].start < LEDE] for d in documents}
    groups = _vectors(_all_told(ledes, begun))
    for group, document in zip(groups, documents, strict=True):
        group.days = set(days[document.id])
    return [[documents[i].id for i in group.members] for group in _grouped(groups, ALIKE_LEDES)]


def _all_told(documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> list[_Told]:
    common = {w for d in documents for w in letters(d.text) if w.islower()}
    nouns = _capitalised(documents)
    return [_told(d, claims[d.id], common, d.language in nouns) for d in documents]


def _capitalised(documents: Iterable[Document]) -> set[str | None]:
    """Return the languages that write so many capitals that they mark no names."""
    seen: dict[str | None, list[int]] = defaultdict(lambda: [0, 0])
    for document in documents:
        found = letters(document.text)
        seen[document.language][0] += sum(not word.islower() for word in found)
        seen[document.language][1] += len(found)
    return {language for language, (capitals, all_) in seen.items() if capitals > NOUNS * all_}


def _told(document: Document, claims: Sequence[Claim], common: set[str], nouns: bool) -> _Told:
    found = letters(f"{document.title or ''}\n{document.text}")
    words = Counter(word.casefold() for word in found if len(word) >= LONG_WORD)
    names = Counter(_names(found, common, "word" if nouns else "name"))
    for claim in claims:
        names.update(f"place {p.geonames}" for p in claim.places if p.geonames)
        names.update(f"day {w.edtf}" for w in claim.when if _DAY.fullmatch(w.edtf))
        numbers = (m.nominal_low or m.low or 0 for m in claim.measures)
        names.update(f"number {number:g}" for number in numbers if number >= SMALLEST_NUMBER)
    dated = " ".join(w.edtf for claim in claims for w in claim.when)
    years = set(_YEAR.findall(f"{document.published or document.text} {dated}"))
    places = {p.geonames for claim in claims for p in claim.places if p.geonames}
    return _Told(words, names, document.language or "", years, places)


def _names(found: Iterable[str], common: set[str], mark: str) -> Iterable[str]:
    """Yield the sounds of the words that may be names, each behind what it is: a name or a word.

    They are words where a script has no capitals, or every noun has one, as in German.
    """
    for word in found:
        cased = word.lower() != word.upper()
        if len(word) < LONG_NAME or (cased and (word.islower() or word.casefold() in common)):
            continue
        key = sound(word)
        if len(key) >= LONG_NAME or (len(key) == LONG_NAME - 1 and len(word) > LONG_NAME):
            yield f"{mark} {key}"


def _vectors(told: Sequence[_Told]) -> list[_Group]:
    """Return each report as a group of its own.

    A word counts as a name where a name of another report sounds the same, or there are none.
    """
    known = {name for one in told for name in one.names if name.startswith("name ")}
    known = known or {name.replace("word ", "name ") for one in told for name in one.names}
    bags = [
        Counter(
            {
                name: often
                for word, often in one.names.items()
                if (name := word.replace("word ", "name ")) in known or not word.startswith("word ")
            }
        )
        for one in told
    ]
    named = _weighed(bags, ELSEWHERE)
    tagged = _weighed(
        [_tagged(bag, one.language) for bag, one in zip(bags, told, strict=True)], ELSEWHERE
    )
    worded = _weighed([_tagged(one.words, one.language) for one in told], 0)
    vectors = np.hstack([worded * math.sqrt(WITHIN), named * math.sqrt(ACROSS)])
    tagged *= math.sqrt(ACROSS - WITHIN)
    return [
        _Group([i], vectors[i], tagged[i], set(one.years), set(one.places))
        for i, one in enumerate(told)
    ]


def _tagged(bag: Terms, language: str) -> Terms:
    return Counter({f"{language} {term}": often for term, often in bag.items()})


def _weighed(bags: Sequence[Terms], elsewhere: int) -> Array:
    """Return unit vectors of the bags by TF-IDF, their terms hashed into `DIMENSIONS`."""
    holders = Counter(term for bag in bags for term in bag)
    vectors = np.zeros((len(bags), DIMENSIONS), np.float32)
    for row, bag in zip(vectors, bags, strict=True):
        for term, often in bag.items():
            rare = math.log((1 + len(bags) + elsewhere) / (1 + holders[term])) + (not elsewhere)
            place = zlib.crc32(term.encode("utf-8", "replace"))
            sign = 1 if place & 1 else -1
            row[(place >> 1) % DIMENSIONS] += sign * (1 + math.log(often)) * rare
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(norms, norms, 1), np.float32)


def _grouped(singles: Sequence[_Group], least: float) -> list[_Group]:
    groups: list[_Group] = []
    for start in range(0, len(singles), BATCH):
        groups = _linked([*groups, *singles[start : start + BATCH]], least)
    return groups


def _linked(groups: Sequence[_Group], least: float) -> list[_Group]:
    """Return the groups joined by average linkage as long as two of them are `least` alike."""
    alive = list(groups)
    alike = _likeness(alive)
    np.fill_diagonal(alike, -1)
    sizes = np.array([len(group.members) for group in alive], np.float32)
    while len(alive) > 1:
        i, j = divmod(int(alike.argmax()), len(groups))
        if alike[i, j] < least:
            break
        row = (sizes[i] * alike[i] + sizes[j] * alike[j]) / (sizes[i] + sizes[j])
        row[[i, j]] = -1
        row[alike[i] < -0.5] = -1
        alike[i], alike[:, i] = row, row
        alike[j], alike[:, j] = -1, -1
        sizes[i] += sizes[j]
        _join(alive[i], alive[j])
    return [group for group in alive if group.members]


def _join(group: _Group, other: _Group) -> None:
    """Move the members of another group into this one, and leave that one empty."""
    group.members = [*group.members, *other.members]
    group.vector, group.tagged = group.vector + other.vector, group.tagged + other.tagged
    group.years, group.places = group.years | other.years, group.places | other.places
    group.days |= other.days
    other.members = []


def _likeness(groups: Sequence[_Group]) -> Array:
    """Return how alike each two groups are on average over their reports."""
    if not groups:
        return np.zeros((0, 0), np.float32)
    vectors = np.stack([group.vector for group in groups])
    tagged = np.stack([group.tagged for group in groups])
    sizes = np.array([len(group.members) for group in groups], np.float32)
    alike = (vectors @ vectors.T - tagged @ tagged.T) / np.outer(sizes, sizes)
    for told, left in (
        ([group.years for group in groups], OTHER_YEARS),
        ([group.places for group in groups], OTHER_PLACES),
    ):
        alike *= np.where(_disjoint(told), left, 1)
    # Reports of other days tell of other events, however alike they are.
    alike[_disjoint([group.days for group in groups])] = -1
    return np.asarray(alike, np.float32)


def _disjoint(told: Sequence[set[str]]) -> npt.NDArray[np.bool_]:
    """Return which two sets both name something, and nothing in common."""
    column = {name: n for n, name in enumerate(sorted(set().union(*told)))}
    held = np.zeros((len(told), max(1, len(column))), np.float32)
    for row, names in zip(held, told, strict=True):
        row[[column[name] for name in names]] = 1
    known = held.any(axis=1)
    apart: npt.NDArray[np.bool_] = np.outer(known, known) & (held @ held.T == 0)
    return apart


def _all_joined(groups: list[_Group]) -> list[_Group]:
    """Return one group of all reports: so short, they are held to be laid side by side."""
    for group in groups[1:]:
        _join(groups[0], group)
    return groups[:1]


def _with_stragglers(groups: list[_Group]) -> list[_Group]:
    """Return the groups with those joined that are a little like what the case is about."""
    main = max(groups, key=lambda group: len(group.members))
    if len(main.members) >= MOST_OF_CASE * sum(len(group.members) for group in groups):
        for group in groups:
            if group is not main and _likeness([main, group])[0, 1] >= STRAGGLER:
                _join(main, group)
    return [group for group in groups if group.members]
