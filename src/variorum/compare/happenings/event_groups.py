"""Which reports of a case tell of one event, and which of another.

Reports are grouped by average linkage over their likeness: the words of reports in one language
(TF-IDF, cosine), and in any language the names, days and numbers that they share. Nothing is joined
because nothing speaks against it. On the training topics of ECB+ (two happenings of one kind in
each) a logistic regression over the same evidence did no better than this plain sum.
"""

import math
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from variorum.compare.kept import NOTHING_KEPT, Kept
from variorum.grouping import grouped
from variorum.language.spelling import sound
from variorum.language.words.lexers import letters
from variorum.model import Claim, Document

Array = npt.NDArray[np.float32]
Terms = Counter[str]
Told = Mapping[str, Sequence[Claim]]
ONE_EVENT: Mapping[str, str] = MappingProxyType({})
"""The events of documents where all tell of one."""
# What the name of an event begins with that a person gave it.
DECIDED = "decided: "
# What two groups must be alike to tell of one event, on average over their pairs of reports.
ALIKE = 0.16
# Where so large a share of the case tells of one event, so many times as many as of another, those
# belong to it if they are this much alike: somebody laid them together.
MOST_OF_CASE, TIMES_LARGER, STRAGGLER = 0.6, 2.6, 0.07
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
WITHIN, ACROSS = 0.5, 2.0
# What is left of the likeness where no year is named by both.
OTHER_YEARS = 0.6
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


@dataclass(frozen=True)
class Report:
    """What a report gives to tell its event by, whatever other reports there are."""

    words: Terms
    names: Counter[tuple[str, str]]
    """The sounds of what may be a name, each behind the word without case; of no case behind ""."""
    marks: Terms
    """Its places, days and numbers."""
    small: frozenset[str]
    """The words in small letters, which are no names in any report."""
    language: str
    capitals: int
    letters: int
    years: frozenset[str]


def group_of_claim(claim: Claim, group_of: Mapping[str, str]) -> str:
    """Return the event that a claim tells of: where a person decided so, not its document's."""
    return group_of.get(claim.id, group_of.get(claim.document, ""))


def event_groups(
    documents: Sequence[Document], claims: Iterable[Claim], kept: Kept = NOTHING_KEPT
) -> dict[str, int]:
    """Return for each document the number of the event that it tells of.

    The event of most documents is 0, then come the others by how many tell of them.

    Args:
        documents: the documents of the case.
        claims: their claims.
        kept: what was found of each document before.
    """
    own = grouped((claim.document, claim) for claim in claims)
    told = [kept.found(("report", d.id), _report, d, own.get(d.id, [])) for d in documents]
    if all(one.words.total() < SHORT for one in told):
        return {document.id: 0 for document in documents}  # held to be laid side by side
    groups: list[_Group] = []
    singles = _vectors(told)
    while batch := list(islice(singles, BATCH)):
        groups = _linked([*groups, *batch])
    groups = _with_stragglers(groups)
    groups.sort(key=lambda group: (-len(group.members), min(group.members)))
    return {documents[i].id: n for n, group in enumerate(groups) for i in group.members}


def likeness(documents: Sequence[Document], told: Told) -> float:
    """Return how alike each two of the documents are on average; `told` are the claims of each."""
    reports = [_report(d, told.get(d.id, [])) for d in documents]
    singles = _vectors(reports)
    whole = next(singles)
    for other in singles:
        _join(whole, other)
    # Of a sum of unit vectors the square holds each pair twice, and each report with itself.
    of_all = whole.vector @ whole.vector - whole.tagged @ whole.tagged
    return float(of_all - len(reports)) / (len(reports) * (len(reports) - 1))


def _capitalised(reports: Iterable[Report]) -> set[str]:
    """Return the languages that write so many capitals that they mark no names."""
    capitals, all_ = Counter[str](), Counter[str]()
    for report in reports:
        capitals[report.language] += report.capitals
        all_[report.language] += report.letters
    return {language for language in all_ if capitals[language] > NOUNS * all_[language]}


def _report(document: Document, claims: Sequence[Claim]) -> Report:
    """Return what a report gives to tell its event by."""
    own = [sys.intern(word) for word in letters(document.text)]
    found = [*map(sys.intern, letters(document.title or "")), *own]
    marks = Terms()
    for claim in claims:
        marks.update(f"place {p.geonames}" for p in claim.places if p.geonames)
        marks.update(f"day {w.edtf}" for w in claim.when if _DAY.fullmatch(w.edtf))
        numbers = (m.nominal_low or m.low or 0 for m in claim.measures)
        marks.update(f"number {number:g}" for number in numbers if number >= SMALLEST_NUMBER)
    dated = " ".join(w.edtf for claim in claims for w in claim.when)
    return Report(
        words=Counter(sys.intern(w.casefold()) for w in found if len(w) >= LONG_WORD),
        names=Counter(_names(found)),
        marks=marks,
        small=frozenset(word for word in own if word.islower()),
        language=document.language or "",
        capitals=sum(not word.islower() for word in own),
        letters=len(own),
        years=frozenset(_YEAR.findall(f"{document.published or document.text} {dated}")),
    )


def _names(found: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the sounds of the words that may be names, each behind the word without its case.

    What has no case is behind "": it may be a name whatever stands elsewhere.
    """
    for word in found:
        cased = word.lower() != word.upper()
        if len(word) < LONG_NAME or (cased and word.islower()):
            continue
        key = sound(word)
        if len(key) >= LONG_NAME or (len(key) == LONG_NAME - 1 and len(word) > LONG_NAME):
            yield sys.intern(word.casefold()) if cased else "", sys.intern(key)


def _named(one: Report, common: Collection[str], known: Collection[str] | None) -> Terms:
    """Return the names of a report, where it is only told by which of the words `known` are one."""
    bag = Terms()
    for (word, key), often in one.names.items():
        if word not in common and (known is None or key in known):
            bag[f"name {key}"] += often
    bag.update(one.marks)
    return bag


def _vectors(told: Sequence[Report]) -> Iterator[_Group]:
    """Yield each report as a group of its own, so that not all vectors are in memory.

    In a script without capitals, or where every noun has one, as in German, a word counts as a name
    where a name of another report sounds the same, or there are none.
    """
    common = frozenset().union(*(one.small for one in told))
    nouns = _capitalised(told)
    known = {
        key
        for one in told
        if one.language not in nouns
        for word, key in one.names
        if word not in common
    }
    bags = [_named(one, common, known if known and one.language in nouns else None) for one in told]
    tongues = [f"{one.language} " for one in told]
    named = _Rarity([""] * len(told), bags, ELSEWHERE)
    tagged = _Rarity(tongues, bags, ELSEWHERE)
    worded = _Rarity(tongues, [one.words for one in told], 0)
    for i, one in enumerate(told):
        if i % BATCH == 0:  # in one piece, which is given back when all are grouped
            rows = np.zeros((min(BATCH, len(told) - i), 3, DIMENSIONS), np.float32)
        row = rows[i % BATCH]
        row[0] = worded.vector(i) * math.sqrt(WITHIN)
        row[1] = named.vector(i) * math.sqrt(ACROSS)
        row[2] = tagged.vector(i) * math.sqrt(ACROSS - WITHIN)
        yield _Group([i], row[:2].reshape(-1), row[2], set(one.years))


class _Rarity:
    """Bags of terms, those of one tongue apart from those of others, by how few hold a term."""

    def __init__(self, tongues: Sequence[str], bags: Sequence[Terms], elsewhere: int) -> None:
        self._tongues, self._bags, self._elsewhere = tongues, bags, elsewhere
        self._holders: dict[str, Terms] = defaultdict(Counter)
        for tongue, bag in zip(tongues, bags, strict=True):
            self._holders[tongue].update(bag.keys())

    def vector(self, i: int) -> Array:
        """Return the unit vector of a bag by TF-IDF, its terms hashed into `DIMENSIONS`."""
        tongue, row = self._tongues[i], np.zeros(DIMENSIONS, np.float32)
        holders, begun = self._holders[tongue], zlib.crc32(tongue.encode())
        many = 1 + len(self._bags) + self._elsewhere
        for term, often in self._bags[i].items():
            rare = math.log(many / (1 + holders[term])) + (not self._elsewhere)
            place = zlib.crc32(term.encode("utf-8", "replace"), begun)
            sign = 1 if place & 1 else -1
            row[(place >> 1) % DIMENSIONS] += sign * (1 + math.log(often)) * rare
        norm = np.linalg.norm(row, axis=0)
        return np.asarray(row / (norm or 1), np.float32)


def _linked(groups: Sequence[_Group]) -> list[_Group]:
    """Return the groups joined by average linkage as long as two of them are alike."""
    alive = list(groups)
    alike = _likeness(alive)
    np.fill_diagonal(alike, -1)
    sizes = np.array([len(group.members) for group in alive], np.float32)
    while len(alive) > 1:
        i, j = divmod(int(alike.argmax()), len(groups))
        if alike[i, j] < ALIKE:
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
    group.vector += other.vector
    group.tagged += other.tagged
    group.years |= other.years
    other.members = []


def _likeness(groups: Sequence[_Group]) -> Array:
    """Return how alike each two groups are on average over their reports."""
    if not groups:
        return np.zeros((0, 0), np.float32)
    vectors = np.stack([group.vector for group in groups])
    tagged = np.stack([group.tagged for group in groups])
    sizes = np.array([len(group.members) for group in groups], np.float32)
    alike = (vectors @ vectors.T - tagged @ tagged.T) / np.outer(sizes, sizes)
    alike *= np.where(_disjoint([group.years for group in groups]), OTHER_YEARS, 1)
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


def _with_stragglers(groups: list[_Group]) -> list[_Group]:
    """Return the groups with those joined that are a little like what the case is about."""
    *others, main = sorted(groups, key=lambda group: (len(group.members), -min(group.members)))
    if len(main.members) >= MOST_OF_CASE * sum(len(group.members) for group in groups):
        for group in others:
            small = TIMES_LARGER * len(group.members) <= len(main.members)
            if small and _likeness([main, group])[0, 1] >= STRAGGLER:
                _join(main, group)
    return [group for group in groups if group.members]
